import type { Claimant } from '../../domain/access/access.ts';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { isSameEmail } from '../../domain/words/person.ts';

/** Teams of the directory that the caller owns, leads or heads, by e-mail address. */
export function teamsOf({ author }: Claimant, { teams }: Pick<HoldfastConfig, 'teams'>): string[] {
  const address = author.kind === 'person' ? author.email : undefined;
  const isOf = (addresses: readonly (string | undefined)[]): boolean =>
    addresses.some((one) => one !== undefined && address !== undefined && isSameEmail(address, one));
  return Object.entries(teams)
    .filter(([, { owner, lead, head }]) => isOf([owner, lead, head]))
    .map(([name]) => name);
}
