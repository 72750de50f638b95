import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { JiraIncidents } from '../../domain/ticket/jira-incidents.ts';
import { canonicalJson } from '../../domain/words/canonical-json.ts';
import { type Look, looked, notSeen } from '../../domain/words/look.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { namedIn, unknownNames, withoutDefault } from '../../jira/unknown-names.ts';
import type { NamedOnSite } from '../../jira/workflow-reads.ts';

/** Setting that names how incidents end of which there is nothing to learn. */
export const ENDINGS = 'incidents.jira.opensNoRecord';

const DEFAULT = JiraIncidents.parse(undefined).opensNoRecord;

/**
 * Looks whether the site has the statuses and resolutions with which incidents open no record. One that it does not have is found in
 * no incident, so that duplicates open records. The names of the default are missed nowhere.
 *
 * @returns nothing where the configuration names no others, or takes no incidents from the site
 */
export async function checkEndings(
  jira: Pick<JiraGateway, 'statuses' | 'resolutions'>,
  { opensNoRecord: endings, projects }: HoldfastConfig['incidents']['jira'],
): Promise<Look[]> {
  if (projects.length === 0 || canonicalJson(endings) === canonicalJson(DEFAULT)) return [];
  try {
    const done = (await jira.statuses()).filter(({ category }) => category === 'done');
    const look = (kind: 'statuses' | 'resolutions', known: readonly NamedOnSite[]) =>
      unknownNames(kind, { wanted: wantedOf(kind, endings), known, setting: ENDINGS });
    return [looked(ENDINGS, [...look('statuses', done), ...look('resolutions', await jira.resolutions())])];
  } catch (error) {
    return [notSeen(ENDINGS, error)];
  }
}

const wantedOf = (kind: 'statuses' | 'resolutions', endings: typeof DEFAULT): string[] =>
  withoutDefault(listsOf(kind, endings), listsOf(kind, DEFAULT));

const listsOf = (kind: 'statuses' | 'resolutions', endings: typeof DEFAULT): string[] =>
  namedIn(endings.map((ending) => ending[kind] ?? []));
