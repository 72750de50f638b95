import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../../../shared/domain/events/events.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import { changedPaths } from '../../../../shared/domain/record/changed-paths.ts';
import { isRecordEvent, type RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import eventsOfVersion1 from '../events/events-of-version-1.json' with { type: 'json' };

const facts = Object.entries(eventsOfVersion1)
  .map(([type, data]) => parseEvent(type, data))
  .filter(isRecordEvent);
const opening = facts.filter(({ type }) => type === 'Post-Mortem Opened');

/** Counts, versions and who had a hand in it. `timelineCounts` and `commentCount` stand for what is no field of the record. */
const BOOKKEEPING = new Set([
  ...['revision', 'contentRevision', 'writtenRevision', 'judgedRevision', 'carriedOnRevision'],
  ...['timelineCounts', 'commentCount'],
  ...['authors', 'submittedBy', 'approvals', 'approvedAt', 'closedAt', 'carriedOn', 'carriedOnAt'],
]);

function changedFields(before: PostMortem, event: RecordEvent): string[] {
  const after = applyToPostMortem(before, event);
  return Object.keys({ ...before, ...after }).filter(
    (field) =>
      !BOOKKEEPING.has(field) && JSON.stringify(Object(before)[field]) !== JSON.stringify(Object(after)[field]),
  );
}

describe('the paths that an event changed', () => {
  const others = facts.filter(({ type }) => type !== 'Post-Mortem Opened');
  const full = [...opening, ...others].reduce<PostMortem | undefined>(applyToPostMortem, undefined);
  const empty = opening.reduce<PostMortem | undefined>(applyToPostMortem, undefined);

  it.each(others.map((event) => [event.type, event] as const))('name whatever "%s" changes', (_, event) => {
    const named = changedPaths(event).map((path) => path.split('.')[0]);
    const unnamed = [full, empty].flatMap((state) =>
      state === undefined ? [] : changedFields(state, event).filter((field) => !named.includes(field)),
    );
    expect(unnamed).toEqual([]);
  });

  it('are none for looks, and some for everything else', () => {
    const looks = others.filter((event) => changedPaths(event).length === 0).map(({ type }) => type);
    expect(looks.toSorted()).toEqual(['Evidence Opened', 'Record Read']);
  });
});
