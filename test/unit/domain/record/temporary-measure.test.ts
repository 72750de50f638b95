import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import type { TemporaryMeasure } from '../../../../shared/domain/record/content/temporary-measure.ts';
import { mergeInto, waive } from '../../../../shared/domain/record/decide/open-record.ts';
import { measureDue, measureExtended, measureRemoved } from '../../../../shared/domain/record/decide/settle-measure.ts';
import { settle } from '../../../../shared/domain/record/decide/settle-record.ts';
import { changePart, removePart } from '../../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { Refusal } from '../../../../shared/domain/words/refusal.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aMeasure, aPostMortemId, aRecord, NOW } from '../../../support/world/records.ts';

const LATER = '2027-03-01T10:00:00.000Z';
const PROOF = { note: 'The rule is gone; a mail from that domain was delivered.' };

const having = (measure: TemporaryMeasure): PostMortem =>
  aRecord({
    type: 'Part Added',
    data: { postMortemId: aRecord().id, part: { kind: 'temporary measure', content: measure }, by: ANNA },
  });
const led = (record: PostMortem, ...decide: ((record: PostMortem) => RecordEvent[])[]): PostMortem =>
  decide.reduce((now, one) => one(now).reduce(applyToPostMortem, now), record);
function refusal(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

describe('a temporary measure', () => {
  const measure = aMeasure();
  const { id } = measure;
  const record = having(measure);

  it('is told once when its time is over, and again when a later end passes', () => {
    const early = measureDue(record, id, NOW);
    const due = measureDue(record, id, measure.until);
    const told = led(record, () => due);
    const extended = led(told, (now) =>
      measureExtended(now, id, { until: LATER, because: 'The filter is late.' }, BEN, NOW, DEFAULT_CONFIG),
    );
    expect([early, due.length, measureDue(told, id, LATER), measureDue(extended, id, LATER).length]).toEqual([
      [],
      1,
      [],
      1,
    ]);
  });

  it('is undone with what shows it, once', () => {
    expect(refusal(() => measureRemoved(record, id, { note: 'n/a n/a n/a' }, BEN, NOW))).toContain(
      'note: say what shows',
    );
    const undone = led(record, (now) => measureRemoved(now, id, PROOF, BEN, NOW));
    expect(undone.temporaryMeasures).toMatchObject([
      { status: 'removed', removal: { proof: PROOF, by: BEN, at: NOW } },
    ]);
    expect(refusal(() => measureRemoved(undone, id, PROOF, BEN, NOW))).toContain('was undone already');
    expect(measureDue(undone, id, LATER)).toEqual([]);
    const part = { kind: 'temporary measure' as const, content: { ...measure, what: 'Another domain' } };
    expect(refusal(() => changePart(undone, part, ANNA))).toContain('can no longer be changed');
  });

  it('is extended to a later time, with a reason, and not for ever', () => {
    const extend = (until: string) => (now: PostMortem) =>
      measureExtended(now, id, { until, because: 'The new filter is late.' }, BEN, NOW, DEFAULT_CONFIG);
    expect(refusal(() => extend(measure.until)(record))).toContain(`after ${measure.until}`);
    expect(refusal(() => extend('2020-01-01T00:00:00.000Z')(record))).toContain('expected a time to come');
    const months = Array.from(
      { length: 10 },
      (_, index) => `2027-${String(index + 2).padStart(2, '0')}-01T00:00:00.000Z`,
    );
    const often = led(record, ...months.map(extend));
    expect(often.temporaryMeasures).toMatchObject([{ until: months.at(-1), extensions: { length: 10 } }]);
    expect(refusal(() => extend('2027-11-15T00:00:00.000Z')(often))).toContain('recommend it, or remove it');
    const tooFar = '2030-01-01T00:00:00.000Z is too far away; a temporary measure ends within P365D at the latest';
    expect(refusal(() => extend('2030-01-01T00:00:00.000Z')(record))).toContain(`until: ${tooFar}`);
  });

  const extended = (now: PostMortem) =>
    measureExtended(now, id, { until: LATER, because: 'The filter is late.' }, BEN, NOW, DEFAULT_CONFIG);
  const announced = led(record, (now) => measureDue(now, id, measure.until));
  const carriedOn = { ...record, approvedAt: NOW, carriedOn: 1 };
  const rewritten = (now: PostMortem, change: Partial<TemporaryMeasure>) =>
    changePart(now, { kind: 'temporary measure', content: { ...measure, ...change } }, ANNA);

  it('is rewritten and taken out by its authors before anybody was told of it', () => {
    const earlier = led(record, (now) => rewritten(now, { until: '2026-12-01T10:00:00.000Z' }));
    expect(earlier.temporaryMeasures).toMatchObject([{ until: '2026-12-01T10:00:00.000Z' }]);
    expect(led(earlier, (now) => removePart(now, 'temporary measure', id, ANNA)).temporaryMeasures).toEqual([]);
  });

  it.each([
    ['announced', announced],
    ['extended', led(record, extended)],
    ['approved, in a record that was carried on', carriedOn],
    ['part of a past incident that was carried on', { ...record, closedAt: NOW, carriedOn: 1 }],
  ])('keeps its end and stays in the record once it was %s', (_, now) => {
    const until = now.temporaryMeasures.map((one) => one.until).join();
    const words = refusal(() => rewritten(now, { until: '2027-04-01T10:00:00.000Z' }));
    expect(words).toContain('until: its end is moved by `holdfast measure extend`');
    expect(refusal(() => removePart(now, 'temporary measure', id, ANNA))).toContain('`holdfast measure removed`');
    const again = led(now, (one) => rewritten(one, { until, ownerTeam: 'network' }));
    expect(again.temporaryMeasures).toEqual([{ ...now.temporaryMeasures[0], ownerTeam: 'network' }]);
  });

  it('is extended by somebody who has a hand in it from then on, and by nobody while approvers judge it', () => {
    const { authors } = led(record, extended);
    expect(authors).toContainEqual(BEN);
    expect(refusal(() => extended({ ...record, status: 'in review' }))).toContain('its approvers judge this measure');
    const undone = measureRemoved({ ...record, status: 'in review' }, id, PROOF, BEN, NOW);
    expect(undone).toHaveLength(1);
  });

  it('was undone when somebody says, after it began and before now', () => {
    const undone = (undoneAt: string) => measureRemoved(record, id, { ...PROOF, undoneAt }, BEN, LATER);
    expect(undone('2026-12-24T10:00:00.000Z')).toMatchObject([
      { data: { proof: { undoneAt: '2026-12-24T10:00:00.000Z' }, at: LATER } },
    ]);
    for (const wrong of ['2026-01-01T00:00:00.000Z', '2027-03-02T00:00:00.000Z']) {
      expect(refusal(() => undone(wrong))).toContain('undoneAt: expected a time after');
    }
  });

  it('goes on in another record, where it is in force', () => {
    const there = aMeasure();
    const other: PostMortem = { ...having(there), id: aPostMortemId() };
    const goesOn = { postMortemId: other.id, measureId: there.id };
    const moved = (elsewhere: PostMortem | undefined) => () =>
      measureRemoved(record, id, { ...PROOF, goesOn }, BEN, NOW, elsewhere);
    expect(led(record, moved(other)).temporaryMeasures).toMatchObject([
      { status: 'removed', removal: { proof: { goesOn } } },
    ]);
    const gone = led(other, (now) => measureRemoved(now, there.id, PROOF, BEN, NOW));
    for (const wrong of [
      undefined,
      gone,
      { ...other, status: 'merged' as const },
      { ...other, temporaryMeasures: [] },
    ]) {
      expect(refusal(moved(wrong))).toContain('goesOn: there is no such temporary measure in force in another record');
    }
    const itself = { ...PROOF, goesOn: { postMortemId: record.id, measureId: id } };
    expect(refusal(() => measureRemoved(record, id, itself, BEN, NOW, record))).toContain('in another record');
  });

  it('keeps its record open, and takes a closed one up again', () => {
    const approved: PostMortem = { ...record, status: 'approved' };
    const undone = led(approved, (now) => measureRemoved(now, id, PROOF, BEN, NOW));
    const types = (state: PostMortem) => settle(state, [], NOW).map(({ type }) => type);
    expect([types(approved), types(undone), types({ ...record, status: 'closed' })]).toEqual([
      [],
      ['Post-Mortem Closed'],
      ['Post-Mortem Resumed'],
    ]);
  });

  it('is undone before its record ends without a review: nobody would ask for it again', () => {
    expect([
      refusal(() => waive(record, 'A test', BEN, NOW)),
      refusal(() => mergeInto(record, aPostMortemId(), 'One campaign', BEN, NOW)),
    ]).toEqual([expect.stringContaining('is in force still'), expect.stringContaining('is in force still')]);
    const undone = led(record, (now) => measureRemoved(now, id, PROOF, BEN, NOW));
    expect(refusal(() => waive(undone, 'A test', BEN, NOW))).toBeUndefined();
  });
});
