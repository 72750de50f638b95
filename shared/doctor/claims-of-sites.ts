import { CLAIMS } from '../domain/remediation/claiming.ts';
import { looked, notSeen } from '../domain/words/look.ts';
import type { SystemLook } from './examination.ts';

/**
 * Claims are one list for all sites, and each site has names of its own: what one site lacks is wrong where no other has it
 * either. While one of them tells nothing, nobody knows.
 *
 * @param sites looks at each site
 */
export function claimsOfSites(sites: readonly (readonly SystemLook[])[]): SystemLook[] {
  const claims = sites.map((looks) => looks.find(({ what, unseen }) => what === CLAIMS && unseen === undefined));
  const isKnown = claims.every((look) => look !== undefined);
  return sites.flat().map((look) => {
    if (look.what !== CLAIMS || look.problems.length === 0) return look;
    const { system } = look;
    if (!isKnown)
      return { system, ...notSeen(CLAIMS, 'another site does not answer, and may have what this one lacks') };
    const nowhere = look.problems.filter(({ code }) =>
      claims.every((one) => one?.problems.some((problem) => problem.code === code) === true),
    );
    return { system, ...looked(CLAIMS, nowhere, look.notes) };
  });
}
