import { CLAIMS } from '../../domain/remediation/claiming.ts';
import { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import { isNamed } from '../../domain/ticket/ticket-outcome.ts';
import { canonicalJson } from '../../domain/words/canonical-json.ts';
import { type Look, looked, notSeen } from '../../domain/words/look.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { namedIn, unknownNames, withoutDefault } from '../../jira/unknown-names.ts';
import type { NamedOnSite } from '../../jira/workflow-reads.ts';

type Policy = Pick<RemediationPolicy, 'claims'>;

const DEFAULT = RemediationPolicy.parse(undefined).claims;
const [DEFAULT_STATUSES, DEFAULT_RESOLUTIONS] = [
  namedIn(DEFAULT.map((pair) => pair.statuses)),
  namedIn(DEFAULT.map((pair) => pair.resolutions)),
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
      ...unknownNames('statuses', {
        wanted: withoutDefault(namedIn(claims.map((pair) => pair.statuses)), DEFAULT_STATUSES),
        known: done,
        setting: CLAIMS,
      }),
      ...unknownNames('resolutions', {
        wanted: namedIn(claims.map((pair) => wantedOf(pair, done, resolutions))),
        known: resolutions,
        setting: CLAIMS,
      }),
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
  return isReached && !mayEnd ? resolutions : withoutDefault(namedIn([resolutions]), DEFAULT_RESOLUTIONS);
}
