import { isNamed } from '../../domain/remediation/claiming.ts';
import { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import { canonicalJson } from '../../domain/words/canonical-json.ts';
import { type FoundProblem, type Look, looked, notSeen } from '../../domain/words/look.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { NamedOnSite } from '../../jira/workflow-reads.ts';

type Policy = Pick<RemediationPolicy, 'claims'>;

const WHAT = 'remediation.claims';
const DEFAULT = canonicalJson(RemediationPolicy.parse(undefined).claims);

/**
 * Looks whether the site has what the claims name. The names of the default are Jira's own, of which every site has only some:
 * there, each route says whether it can be done at all.
 */
export async function checkClaims(
  jira: Pick<JiraGateway, 'statuses' | 'resolutions'>,
  { claims }: Policy,
): Promise<Look> {
  if (canonicalJson(claims) === DEFAULT) return looked(WHAT);
  try {
    const done = (await jira.statuses()).filter(({ category }) => category === 'done');
    const resolutions = await jira.resolutions();
    const named = (lists: readonly (readonly (string | null)[])[]) =>
      [...new Set(lists.flat())].filter((one) => one !== null);
    return looked(WHAT, [
      ...unknownNames('statuses', named(claims.map((pair) => pair.statuses)), done),
      ...unknownNames('resolutions', named(claims.map((pair) => pair.resolutions)), resolutions),
    ]);
  } catch (error) {
    return notSeen(WHAT, error);
  }
}

const KINDS = {
  statuses: { one: 'status of the category Done', setting: `${WHAT}[].statuses` },
  resolutions: { one: 'resolution', setting: `${WHAT}[].resolutions` },
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
