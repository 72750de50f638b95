import { describe, expect, it } from 'vitest';
import { applyToPostMortem } from '../../../shared/domain/record/apply-post-mortem.ts';
import { PART_LIMITS } from '../../../shared/domain/record/content/parts.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { partsOf } from '../../../shared/store/records/record-items.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aLesson, aMeasure, aNotification, aPostMortemId, aRecord, NOW } from '../../support/world/records.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const TRANSACTION_LIMIT = 100;
/** Head, event, line of the list, changed heads, and the pointer of a ticket that came with it. */
const BESIDES_PARTS = 5;

const dueAt = '2026-12-01T00:00:00.000Z';
const of = <One>(kind: keyof typeof PART_LIMITS, make: () => One): One[] =>
  Array.from({ length: PART_LIMITS[kind] }, make);
const removal = { proof: { note: 'The rule is gone.' }, by: BEN, at: NOW };

/** As much as a record holds of every kind that has a deadline. */
const full = (measures: 'in force' | 'removed'): PostMortem => ({
  ...aRecord(),
  lessons: of('lesson', () => aLesson({ dueAt })),
  notifications: of('notification', () => aNotification({ dueAt })),
  temporaryMeasures: of('temporary measure', () =>
    aMeasure(measures === 'removed' ? { status: 'removed', removal } : {}),
  ),
});
const itemsChanged = (before: PostMortem, event: RecordEvent): number => {
  const old = partsOf(before);
  return [...partsOf(applyToPostMortem(before, event))].filter(
    ([name, item]) => JSON.stringify(old.get(name)) !== JSON.stringify(item),
  ).length;
};

describe('a record that is full of deadlines', () => {
  const postMortemId = aRecord().id;
  const { source, site, ticketId, key } = aRecord().incident;
  const importedFrom = { id: 'IR-1', sha256: 'a'.repeat(64), at: NOW };
  const imported = { ...full('in force'), importedFrom };
  const carriedOn: RecordEvent = {
    type: 'Post-Mortem Carried On',
    data: { postMortemId, ticket: { source, site, ticketId, key }, at: NOW, dueAt },
  };
  const finished = (status: 'closed' | 'waived'): RecordEvent => ({
    type: 'Import Finished',
    data: { postMortemId, status, at: NOW, by: ANNA },
  });
  const waived: RecordEvent = {
    type: 'Post-Mortem Waived',
    data: { postMortemId, reason: 'A test of ours', by: BEN, at: NOW },
  };
  const merged: RecordEvent = {
    type: 'Post-Mortem Merged',
    data: { postMortemId, into: aPostMortemId(), reason: 'One campaign', by: BEN, at: NOW },
  };

  // Waived and merged records have no measure in force: nobody ends them before.
  it.each<[string, PostMortem, RecordEvent]>([
    ['becomes a past incident when its import is finished', imported, finished('closed')],
    ['is waived when its import is finished', { ...full('removed'), importedFrom }, finished('waived')],
    ['is carried on from a past incident', { ...imported, status: 'closed' }, carriedOn],
    ['is carried on after it was waived', { ...full('removed'), status: 'waived' }, carriedOn],
    ['is waived', full('removed'), waived],
    ['is merged into another', full('removed'), merged],
  ])('%s in one transaction', (_, before, event) => {
    const items = itemsChanged(before, event);
    expect(items).toBeGreaterThan(0);
    expect(items + BESIDES_PARTS).toBeLessThanOrEqual(TRANSACTION_LIMIT);
  });
});
