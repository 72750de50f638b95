import { CLAIMS } from '../../domain/remediation/claiming.ts';
import { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import { isNamed } from '../../domain/ticket/ticket-outcome.ts';
import { canonicalJson } from '../../domain/words/canonical-json.ts';
import { type FoundProblem, type Look, looked, notSeen } from '../../domain/words/look.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { NamedOnSite } from '../../jira/workflow-reads.ts';

type Policy = Pick<RemediationPolicy, 'claims'>;

const DEFAULT = RemediationPolicy.parse(undefined).claims;
const [DEFAULT_STATUSES, DEFAULT_RESOLUTIONS] = [
  namesOf(DEFAULT.map((pair) => pair.statuses)),
  namesOf(DEFAULT.map((pair) => pair.resolutions)),
];

/**
 * Looks whether the site has what the claims name. The names of the default are Jira's own, of which every site has only some:
 * one is missed where it leaves a pair without any resolution, and a ticket may have the status of that pair.
 */
export async function checkClaims(
  jira: Pick<JiraGateway, 'statuses' | 'resolutions'>,
  { claims }: Policy,
): Promise<Look> {
  if (canonicalJson(claims) === canonicalJson(DEFAULT)) return looked(CLAIMS);
  try {
    const done = (await jira.statuses()).filter(({ category }) => category === 'done');
    const resolutions = await jira.resolutions();
    return looked(CLAIMS, [
      ...unknownNames('statuses', withoutDefault(namesOf(claims.map((pair) => pair.statuses)), DEFAULT_STATUSES), done),
      ...unknownNames('resolutions', namesOf(claims.map((pair) => wantedOf(pair, done, resolutions))), resolutions),
    ]);
  } catch (error) {
    return notSeen(CLAIMS, error);
  }
}

/** Resolutions that a pair has to find on the site. */
function wantedOf(
  { statuses, resolutions }: Policy['claims'][number],
  done: readonly NamedOnSite[],
  known: readonly NamedOnSite[],
): readonly (string | null)[] {
  const has = (shown: readonly NamedOnSite[], name: string) => shown.some((one) => isNamed(one, name));
  const mayEnd = resolutions.some((one) => one === null || has(known, one));
  const isReached = statuses.some((one) => has(done, one));
  return isReached && !mayEnd ? resolutions : withoutDefault(namesOf([resolutions]), DEFAULT_RESOLUTIONS);
}

function namesOf(lists: readonly (readonly (string | null)[])[]): string[] {
  return [...new Set(lists.flat())].filter((one) => one !== null);
}

const withoutDefault = (names: readonly string[], ofDefault: readonly string[]): string[] =>
  names.filter((name) => !ofDefault.some((one) => isNamed({ name: one }, name)));

const KINDS = {
  statuses: { one: 'status of the category Done', setting: `${CLAIMS}[].statuses` },
  resolutions: { one: 'resolution', setting: `${CLAIMS}[].resolutions` },
} as const;

function unknownNames(
  kind: keyof typeof KINDS,
  wanted: readonly string[],
  known: readonly NamedOnSite[],
): FoundProblem[] {
  const { one, setting } = KINDS[kind];
  const choice = [...new Set(known.map(({ name }) => name))];
  const instead =
    choice.length === 0
      ? `take it out of ${setting}, where null is none`
      : `write one of ${choice.join(', ')} into ${setting}`;
  return wanted
    .filter((name) => !known.some((shown) => isNamed(shown, name)))
    .map((name) => ({ code: `no ${kind} ${name}`, problem: `the site has no ${one} ${name}`, advice: instead }));
}
