import type { Schemas } from '../data/api.ts';

export type SectionName = keyof Schemas['Record']['sections'];
export type PartKey =
  | 'rootCauses'
  | 'contributingFactors'
  | 'observations'
  | 'recommendations'
  | 'lessons'
  | 'notifications'
  | 'temporaryMeasures'
  | 'corrections';

/** Kinds of parts: their route, and how one of them is called. */
export const PARTS = {
  rootCauses: { route: 'root-causes', one: 'root cause' },
  contributingFactors: { route: 'contributing-factors', one: 'contributing factor' },
  observations: { route: 'observations', one: 'observation' },
  recommendations: { route: 'recommendations', one: 'recommendation' },
  lessons: { route: 'lessons', one: 'lesson' },
  notifications: { route: 'notifications', one: 'notification' },
  temporaryMeasures: { route: 'temporary-measures', one: 'temporary measure' },
  corrections: { route: 'corrections', one: 'correction' },
} as const;

export type Stop = { title: string; about: string } & (
  | { kind: 'section'; name: SectionName }
  | { kind: 'parts'; name: PartKey }
  | { kind: 'timeline'; name: 'timeline' }
  | { kind: 'evidence'; name: 'evidence' }
);

const section = (name: SectionName, title: string, about: string): Stop => ({ kind: 'section', name, title, about });
const parts = (name: PartKey, title: string, about: string): Stop => ({ kind: 'parts', name, title, about });

/** The record from its top to its end, in the order in which one fills it in. */
export const CONTENTS: readonly Stop[] = [
  section('framework', 'Framework', 'What the review is to find out, and who takes part.'),
  section('summary', 'Summary', 'The incident in short, for somebody who reads nothing else.'),
  { kind: 'timeline', name: 'timeline', title: 'Timeline', about: 'What happened, by time.' },
  section('impact', 'Impact', 'What the incident did.'),
  section('attack', 'Attack', 'How the attacker got in, and with what.'),
  section('detection', 'Detection', 'How it was noticed, and why not sooner.'),
  section('response', 'Response', 'How the response went.'),
  parts(
    'observations',
    'Observations',
    'How the response went, point by point: what went well, what went badly, where you were lucky.',
  ),
  section('analysis', 'Analysis', 'How the causes were found, and how they worked together.'),
  parts('rootCauses', 'Root causes', 'A review that stops at the technical cause has stopped too soon.'),
  parts('contributingFactors', 'Contributing factors', 'What made it possible, or worse.'),
  section('humanFactor', 'Human factor', 'Why there is no human cause or factor, where none was found.'),
  parts(
    'recommendations',
    'Recommendations',
    'What to do, and how one will see that it works. Each that is approved becomes a ticket.',
  ),
  parts('lessons', 'Lessons', 'What has to be built in where, so that it outlives the people who were there.'),
  parts('notifications', 'Notifications', 'What has to be told to somebody outside, or was.'),
  section('sharing', 'Sharing', 'What was shared with others, or why nobody had to be told.'),
  parts(
    'temporaryMeasures',
    'Temporary measures',
    'What was done to contain the incident for a while, and is to be undone.',
  ),
  { kind: 'evidence', name: 'evidence', title: 'Evidence', about: 'Files that show what happened.' },
  section('advisory', 'Advisory', 'What users of a product of the company are told.'),
  parts('corrections', 'Corrections', 'What is right instead of what the ticket brought.'),
  section('source', 'Source', 'Facts of an imported record for which there is no other field.'),
];

/** Path of a stop in the record, as `completeness` names it. */
export const pathOf = ({ kind, name }: Stop): string => (kind === 'section' ? `sections.${name}` : name);

export type StopStanding = 'done' | 'missing' | 'empty';

/** How far a stop is: from what the record lacks, and whether something is there. */
export function standingOf(
  stop: Stop,
  record: Schemas['Record'],
): { standing: StopStanding; missing: number; count?: number } {
  const path = pathOf(stop);
  const missing = record.completeness.missing.filter((one) => isUnder(path, one.path)).length;
  const count = countOf(stop, record);
  const isThere = stop.kind === 'section' ? record.sections[stop.name] !== undefined : (count ?? 0) > 0;
  return {
    standing: missing > 0 ? 'missing' : isThere ? 'done' : 'empty',
    missing,
    ...(count === undefined ? {} : { count }),
  };
}

export const isUnder = (place: string, path: string): boolean => path === place || path.startsWith(`${place}.`);

function countOf(stop: Stop, record: Schemas['Record']): number | undefined {
  switch (stop.kind) {
    case 'section':
      return undefined;
    case 'timeline':
      return Object.values(record.timelineCounts).reduce((sum, one) => sum + one, 0);
    default:
      return record[stop.name].length;
  }
}
