import type { PostMortem } from './post-mortem.ts';

/** A required thing that is not there: where in the record, and what to do about it. */
export type Missing = { path: string; message: string };

const REQUIRED_SECTIONS = ['summary', 'impact', 'detection', 'response'] as const;

/** What keeps a record from being submitted, in the order in which one fills it in. Empty: it is complete. */
export function missingFrom(record: PostMortem): Missing[] {
  return [
    ...REQUIRED_SECTIONS.filter((section) => record.sections[section] === undefined).map((section) => ({
      path: `sections.${section}`,
      message: `write the section "${section}"`,
    })),
    ...missingCauses(record),
    ...missingRecommendations(record),
  ];
}

function missingCauses({ rootCauses, contributingFactors, sections }: PostMortem): Missing[] {
  const missing: Missing[] = [];
  if (rootCauses.length === 0) missing.push({ path: 'rootCauses', message: 'name at least one root cause' });
  const looksAtPeople =
    rootCauses.some(({ kind }) => kind !== 'technical') ||
    contributingFactors.some(({ kind }) => kind === 'human factor' || kind === 'process gap');
  if (!looksAtPeople && sections.humanFactor === undefined) {
    missing.push({
      path: 'sections.humanFactor',
      message: 'name a human or procedural cause or factor, or write why there is none',
    });
  }
  return missing;
}

function missingRecommendations({ recommendations, rootCauses }: PostMortem): Missing[] {
  if (recommendations.length === 0) {
    return [{ path: 'recommendations', message: 'propose at least one recommendation' }];
  }
  const answered = new Set(recommendations.flatMap(({ answers }) => answers));
  return rootCauses
    .filter(({ id }) => !answered.has(id))
    .map(({ id, statement }) => ({
      path: `rootCauses.${id}`,
      message: `propose a recommendation that answers the root cause "${statement}"`,
    }));
}
