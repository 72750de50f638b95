import type { PartId } from '../../words/identifiers.ts';
import type { Author } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import { saysSomething } from '../../words/says-something.ts';
import {
  EXTENSIONS_AT_MOST,
  type MeasureRemovalDraft,
  measureDueAt,
  type TemporaryMeasure,
} from '../content/temporary-measure.ts';
import type { RecordEvent } from '../events/record-events.ts';
import type { PostMortem } from '../post-mortem.ts';
import { type AssignmentRules, mustEndInTime } from './assignment.ts';
import { isAlive, mustBeAlive } from './record-rules.ts';

/**
 * Somebody undid it, and says what shows that; or it goes on in another record.
 *
 * @param elsewhere the record where it goes on, as it stands; undefined where it is undone
 */
export function measureRemoved(
  record: PostMortem,
  measureId: PartId,
  proof: MeasureRemovalDraft,
  by: Author,
  now: string,
  elsewhere?: PostMortem,
): RecordEvent[] {
  const { what, since } = inForce(record, measureId);
  const { undoneAt, goesOn } = proof;
  if (undoneAt !== undefined && (Date.parse(undoneAt) < Date.parse(since) || Date.parse(undoneAt) > Date.parse(now))) {
    refuseRemoval('undoneAt', `expected a time after ${since}, since when it was in force, and not to come`);
  }
  if (goesOn !== undefined) mustGoOn(record, goesOn, elsewhere);
  if (!saysSomething(proof.note)) {
    refuseRemoval('note', `say what shows that "${what}" is undone: a test, a rule that is gone, a change`);
  }
  return [{ type: 'Temporary Measure Removed', data: { postMortemId: record.id, measureId, proof, by, at: now } }];
}

/** A block that two records tell of stays followed in one of them. */
function mustGoOn(
  record: PostMortem,
  { postMortemId, measureId }: NonNullable<MeasureRemovalDraft['goesOn']>,
  elsewhere: PostMortem | undefined,
): void {
  const isThere =
    postMortemId !== record.id &&
    elsewhere?.id === postMortemId &&
    isAlive(elsewhere) &&
    measuresInForce(elsewhere).some(({ id }) => id === measureId);
  if (!isThere)
    refuseRemoval('goesOn', 'there is no such temporary measure in force in another record; add it there first');
}

function refuseRemoval(path: keyof MeasureRemovalDraft, message: string): never {
  throw new Refusal('incomplete', `${path}: ${message}`, [{ path, message }]);
}

/** It is needed for longer: until when, and why. Not without end: what is to stay is recommended, and gets its ticket. */
export function measureExtended(
  record: PostMortem,
  measureId: PartId,
  { until, because }: { until: string; because: string },
  by: Author,
  now: string,
  rules: Pick<AssignmentRules, 'remediation'>,
): RecordEvent[] {
  const measure = inForce(record, measureId);
  if (record.status === 'in review') {
    throw new Refusal(
      'wrong state',
      'the record is in review, and its approvers judge this measure with its end: extend it once they have decided, or return the record',
    );
  }
  if (Date.parse(until) <= Date.parse(now) || Date.parse(until) <= Date.parse(measure.until)) {
    const message = `expected a time to come, after ${measure.until}, by which it is undone`;
    throw new Refusal('incomplete', `until: ${message}`, [{ path: 'until', message }]);
  }
  if ((measure.extensions ?? []).length >= EXTENSIONS_AT_MOST) {
    throw new Refusal(
      'limit',
      `it was extended ${EXTENSIONS_AT_MOST} times: what is to stay is no measure for a while; recommend it, or remove it`,
    );
  }
  mustEndInTime(until, now, rules);
  return [
    { type: 'Temporary Measure Extended', data: { postMortemId: record.id, measureId, until, because, by, at: now } },
  ];
}

/** Its time is over. Said once for each end. */
export function measureDue(record: PostMortem, measureId: PartId, now: string): RecordEvent[] {
  const measure = isAlive(record) ? record.temporaryMeasures.find(({ id }) => id === measureId) : undefined;
  const dueAt = measure && measureDueAt(measure);
  if (measure === undefined || dueAt === undefined || measure.announcedDueAt === dueAt) return [];
  if (Date.parse(dueAt) > Date.parse(now)) return [];
  const { kind, what, ownerTeam } = measure;
  return [
    { type: 'Temporary Measure Due', data: { postMortemId: record.id, measureId, kind, what, ownerTeam, dueAt } },
  ];
}

/**
 * An end that was announced, extended or approved with its record is moved with a reason, and what was in force is not taken out
 * without a word: the block at the gateway would stay, and nobody ask for it.
 *
 * @param until the end that somebody writes; undefined where they take the measure out
 */
export function mustNotHideAMeasure(record: PostMortem, measureId: string, until?: string): void {
  const measure = record.temporaryMeasures.find(({ id }) => id === measureId);
  if (measure === undefined || !isTold(record, measure)) return;
  if (until === undefined) {
    throw new Refusal(
      'wrong state',
      `"${measure.what}" is in force, and others were told so: say with \`holdfast measure removed\` what shows that it is undone, or that it was written by mistake`,
    );
  }
  if (Date.parse(until) === Date.parse(measure.until)) return;
  const message = 'its end is moved by `holdfast measure extend`, with a reason';
  throw new Refusal('wrong state', `until: ${message}; others were told of ${measure.until}`, [
    { path: 'until', message },
  ]);
}

/** True once others rely on it: approvers, the team that was told of its end, whoever needed it for longer. */
const isTold = ({ approvedAt, closedAt }: PostMortem, { announcedDueAt, extensions = [] }: TemporaryMeasure): boolean =>
  [approvedAt, closedAt, announcedDueAt].some((one) => one !== undefined) || extensions.length > 0;

/** Measures that nobody has undone. A record is not done with before. */
export const measuresInForce = ({ temporaryMeasures }: Pick<PostMortem, 'temporaryMeasures'>): TemporaryMeasure[] =>
  temporaryMeasures.filter(({ status }) => status === 'in force');

function inForce(record: PostMortem, measureId: PartId): TemporaryMeasure {
  mustBeAlive(record);
  const measure = record.temporaryMeasures.find(({ id }) => id === measureId);
  if (measure === undefined) {
    throw new Refusal('unknown part', `there is no temporary measure ${measureId} in this record`);
  }
  if (measure.status === 'in force') return measure;
  throw new Refusal(
    'wrong state',
    `"${measure.what}" was undone already, at ${measure.removal?.at ?? 'a time before'}`,
  );
}
