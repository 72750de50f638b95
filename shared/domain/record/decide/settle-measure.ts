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
import { isAlive, mustBeAlive } from './record-rules.ts';

/** Somebody undid it, and says what shows that. */
export function measureRemoved(
  record: PostMortem,
  measureId: PartId,
  proof: MeasureRemovalDraft,
  by: Author,
  now: string,
): RecordEvent[] {
  const { what } = inForce(record, measureId);
  if (!saysSomething(proof.note)) {
    const message = `say what shows that "${what}" is undone: a test, a rule that is gone, a change`;
    throw new Refusal('incomplete', `proof.note: ${message}`, [{ path: 'proof.note', message }]);
  }
  return [{ type: 'Temporary Measure Removed', data: { postMortemId: record.id, measureId, proof, by, at: now } }];
}

/** It is needed for longer: until when, and why. Not without end: what is to stay is recommended, and gets its ticket. */
export function measureExtended(
  record: PostMortem,
  measureId: PartId,
  { until, because }: { until: string; because: string },
  by: Author,
  now: string,
): RecordEvent[] {
  const measure = inForce(record, measureId);
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
  return [
    { type: 'Temporary Measure Extended', data: { postMortemId: record.id, measureId, until, because, by, at: now } },
  ];
}

/** Its time is over. Said once for each end. */
export function measureDue(record: PostMortem, measureId: PartId, now: string): RecordEvent[] {
  const measure = isAlive(record) ? record.temporaryMeasures.find(({ id }) => id === measureId) : undefined;
  const dueAt = measure && measureDueAt(measure);
  if (measure === undefined || dueAt === undefined || measure.announcedDueAt === dueAt) return [];
  return Date.parse(dueAt) > Date.parse(now)
    ? []
    : [{ type: 'Temporary Measure Due', data: { postMortemId: record.id, measureId, dueAt } }];
}

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
