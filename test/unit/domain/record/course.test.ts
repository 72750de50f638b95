import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import { MILESTONES_AT_MOST, type TimelineEntry } from '../../../../shared/domain/record/content/timeline.ts';
import { courseOf } from '../../../../shared/domain/record/course.ts';
import {
  addTimelineEntries,
  addTimelineEntry,
  changeTimelineEntry,
  removeTimelineEntry,
} from '../../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { timelineOf } from '../../../../shared/domain/record/timeline-of.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { ANNA } from '../../../support/world/people.ts';
import { aPartId, aRecord } from '../../../support/world/records.ts';

const entry = (at: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  ...{ id: aPartId(), at, what: 'It was seen', kind: 'action', origin: 'person' },
  ...more,
});
const grown = (record: PostMortem, events: RecordEvent[]): PostMortem =>
  events.reduce<PostMortem>((state, event) => applyToPostMortem(state, event), record);
const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T12:00:00.000Z`;

describe('the course of an incident', () => {
  it('is that of the milestones of its timeline, with how exactly they are known', () => {
    const entries = [
      entry(day(19), { milestone: 'contained' }),
      entry(day(3), { milestone: 'began', precision: 'month' }),
      entry(day(18), { milestone: 'detected', kind: 'detection' }),
      entry(day(17)),
    ];
    expect(courseOf(grown(aRecord(), addTimelineEntries(aRecord(), entries, ANNA)))).toEqual({
      began: { at: day(3), precision: 'month' },
      detected: { at: day(18) },
      contained: { at: day(19) },
    });
  });

  it('begins and is detected with the first of several, and is over with the last', () => {
    const entries = (['began', 'detected', 'contained', 'eradicated', 'recovered'] as const).flatMap((milestone) =>
      [9, 7, 8].map((number) => entry(day(number), { milestone })),
    );
    const course = courseOf(grown(aRecord(), addTimelineEntries(aRecord(), entries, ANNA)));
    expect(Object.entries(course).map(([milestone, { at }]) => `${milestone} ${at.slice(8, 10)}`)).toEqual([
      'began 07',
      'detected 07',
      'contained 09',
      'eradicated 09',
      'recovered 09',
    ]);
  });

  it('is that of the sections where the timeline does not tell it, and never that of the ticket', () => {
    const phase = { description: 'Done.', at: day(20), precision: 'day' as const };
    const told: PostMortem = {
      ...aRecord(),
      sections: {
        impact: { description: 'x', assets: [], services: [], dataKinds: [], duration: { from: day(1) } },
        detection: { how: 'x', detectedAt: day(2), precision: 'hour' },
        response: { procedures: [], containment: phase, recovery: { description: 'Back.' } },
      },
    };
    expect(courseOf(told)).toEqual({
      began: { at: day(1) },
      detected: { at: day(2), precision: 'hour' },
      contained: { at: day(20), precision: 'day' },
    });
    const marked = grown(told, addTimelineEntry(told, entry(day(19), { milestone: 'contained' }), ANNA));
    expect(courseOf(marked).contained).toEqual({ at: day(19) });
    expect(courseOf(aRecord())).toEqual({});
  });

  it('is, after any changes of the timeline, that of the entries that are there', () => {
    const step = fc.record({
      does: fc.constantFrom('add', 'change', 'remove'),
      which: fc.nat(20),
      day: fc.integer({ min: 1, max: 28 }),
      milestone: fc.constantFrom(undefined, 'began' as const, 'contained' as const),
    });
    mustHold(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let record = aRecord();
        const log: RecordEvent[] = [];
        const happen = (events: RecordEvent[]) => {
          log.push(...events);
          record = grown(record, events);
        };
        for (const { does, which, day: number, milestone } of steps) {
          const there = timelineOf(log);
          const one = there[which % Math.max(there.length, 1)];
          const { id, origin, ...content } = entry(day(number), milestone && { milestone });
          if (does === 'add' || one === undefined) happen(addTimelineEntry(record, { id, origin, ...content }, ANNA));
          else if (does === 'change') happen(changeTimelineEntry(record, one, content, ANNA));
          else happen(removeTimelineEntry(record, one, ANNA));
        }
        const whole = grown(aRecord(), addTimelineEntriesUnbounded(timelineOf(log)));
        expect(courseOf(record)).toEqual(courseOf(whole));
      }),
    );
  });

  it('leaves out what another entry sets right', () => {
    const wrong = entry(day(1), { milestone: 'began', origin: 'ticket' });
    const right = entry(day(5), { milestone: 'began', corrects: { at: wrong.at, id: wrong.id } });
    const record = grown(aRecord(), addTimelineEntries(aRecord(), [wrong], ANNA));
    expect(courseOf(grown(record, addTimelineEntry(record, right, ANNA))).began?.at).toBe(day(5));
  });

  it('takes no more milestones than a course can have, and goes on to take other entries', () => {
    const full = grown(
      aRecord(),
      addTimelineEntriesUnbounded(
        Array.from({ length: MILESTONES_AT_MOST }, () => entry(day(1), { milestone: 'began' })),
      ),
    );
    expect(() => addTimelineEntry(full, entry(day(2), { milestone: 'contained' }), ANNA)).toThrow(
      'a timeline holds 50 milestones: mark the first and the last of each',
    );
    expect(addTimelineEntry(full, entry(day(2)), ANNA)).toHaveLength(1);
  });
});

function addTimelineEntriesUnbounded(entries: TimelineEntry[]): RecordEvent[] {
  return [{ type: 'Timeline Entries Added', data: { postMortemId: aRecord().id, entries, by: ANNA } }];
}
