import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '../../../../shared/domain/history/replay.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import { settle } from '../../../../shared/domain/record/decide/settle-record.ts';
import { isRecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { Template, templateFor } from '../../../../shared/domain/record/template.ts';
import { isSameHuman } from '../../../../shared/domain/words/person.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { after, applied, begin, type Case, moves, type OneMove } from '../../../support/world/workflow.ts';

const rules = {
  ...DEFAULT_CONFIG,
  postMortem: {
    ...DEFAULT_CONFIG.postMortem,
    templates: [Template.parse({ name: 'two', requires: ['root causes', 'lessons'], approvers: 2 })],
  },
};

const walks = fc.array(moves, { minLength: 10, maxLength: 60, size: 'max' });

const step = (act: string, who = ANNA, pick = 0, days = 0): OneMove => ({ act, who, pick, days });

/** Ben names a revision between the events of the first approval: it stood in no answer, but a client may ask for it. */
const READ_WITHIN_AN_ACT = [
  ...[step('fill in'), step('submit'), step('Ben approves'), step('Dora approves')],
  ...[step('reopen the incident', ANNA, 0, 1), step('submit'), step('approve what was read before', BEN, 3)],
];

/** Fixes of a record that ended go on: they are settled in Jira. */
const REMEDIATION_EVENT = /^(Remediation|Risk) /;

/** Every state of a walk with what happened last; whatever may be settled is settled at once. */
function* walk(steps: typeof walks extends fc.Arbitrary<infer W> ? W : never) {
  let at: Case = begin();
  for (const step of steps) {
    const before = at;
    const { events, ...next } = after(at, step, rules);
    yield { before, at: next, events };
    const settled = settle(next.record, [...next.remediations.values()], next.now);
    at = applied(next, settled);
    if (settled.length > 0) yield { before: next, at, events: settled };
  }
}

/**
 * Content that an approver judges, as one text. What happens to parts after it is no part of it: an approval, or the end of an
 * accepted risk, gives a recommendation its status and its deadline. Why it was declined or accepted is.
 */
function contentOf({ sections, timelineCounts, ...record }: PostMortem, without: readonly string[] = []): string {
  const { rootCauses, contributingFactors, observations, evidence } = record;
  const counted = record.recommendations.filter(({ id }) => !without.includes(id));
  const recommendations = counted.map(({ status, dueAt: _, ...judged }) => ({
    ...judged,
    isDeclined: status === 'declined',
  }));
  // Its date moves when somebody finds that it no longer holds, which is no part of what is judged.
  const lessons = record.lessons.map(({ id, statement, document, ownerTeam }) => ({
    id,
    statement,
    document,
    ownerTeam,
  }));
  const notifications = record.notifications.map(({ id, recipient }) => ({ id, recipient }));
  const parts = { rootCauses, contributingFactors, observations, recommendations, evidence, lessons, notifications };
  return JSON.stringify({ sections, timelineCounts, ...parts });
}

describe('whatever people, tickets and time do to a record', () => {
  it('it is never approved by anybody who wrote in it, nor by too few, nor by the same person twice', () => {
    mustHold(
      fc.property(walks, (steps) => {
        for (const { at } of walk(steps)) {
          const { status, approvals, authors, submittedBy } = at.record;
          if (status !== 'approved' && status !== 'closed') continue;
          const hands = submittedBy === undefined ? authors : [...authors, submittedBy];
          const people = approvals.map(({ by }) => by);
          const own = people.filter((by) => hands.some((hand) => hand.kind === 'person' && isSameHuman(hand, by)));
          const { approvers } = templateFor(at.record, rules.postMortem.templates);
          expect([own, new Set(people.map(({ id }) => id)).size, people.length]).toEqual([[], approvers, approvers]);
        }
      }),
      { runs: 300 },
    );
  });

  it('a word counts for exactly the content that was read, in this round of the review, but for what was declined since', () => {
    mustHold(
      fc.property(walks, (steps) => {
        const records = new Map<number, PostMortem>();
        const contentAt = (revision: number, without: readonly string[]) => {
          const record = records.get(revision);
          return record && contentOf(record, without);
        };
        let submittedAt = 0;
        for (const { before, events } of walk(steps)) {
          records.set(before.record.revision, before.record);
          let record = before.record;
          for (const event of events.filter(isRecordEvent)) {
            if (event.type === 'Approval Given' || event.type === 'Post-Mortem Approved') {
              const declined = record.recommendations.filter(({ status }) => status === 'declined').map(({ id }) => id);
              expect(contentAt(event.data.revision, [])).toBe(contentOf(record));
              for (const { revision } of [...record.approvals, event.data]) {
                expect(contentAt(revision, declined)).toBe(contentOf(record, declined));
                expect(revision).toBeGreaterThanOrEqual(submittedAt);
              }
            }
            // After every event, because an act may have several: each of them is a revision that somebody may name.
            record = applyToPostMortem(record, event);
            if (event.type === 'Post-Mortem Submitted') submittedAt = record.revision;
            records.set(record.revision, record);
          }
        }
      }),
      { runs: 300, examples: [[READ_WITHIN_AN_ACT]], seeds: [{ seed: 1527334238, path: '238' }] },
    );
  });

  it('its state is what the replay of its log gives', () => {
    mustHold(
      fc.property(walks, (steps) => {
        let last = begin();
        for (const { at } of walk(steps)) last = at;
        const { record, remediations } = replay(last.log);
        expect({ record, remediations }).toEqual({ record: last.record, remediations: last.remediations });
      }),
    );
  });

  it('closed means that nothing is open, and to be settled once is to be settled', () => {
    mustHold(
      fc.property(walks, (steps) => {
        for (const { at, events } of walk(steps)) {
          const fixes = [...at.remediations.values()];
          if (events.some(({ type }) => type === 'Post-Mortem Closed')) {
            const states = fixes.map(({ state }) => state);
            expect(states.filter((state) => !['verified', 'accepted', 'cancelled'].includes(state))).toEqual([]);
            expect(at.record.lessons.filter(({ status }) => status === 'open')).toEqual([]);
            expect(settle(at.record, fixes, at.now)).toEqual([]);
          }
        }
      }),
      { runs: 300 },
    );
  });

  it('every approved recommendation has its remediation, and no other has one', () => {
    mustHold(
      fc.property(walks, (steps) => {
        for (const { at } of walk(steps)) {
          const approved = at.record.recommendations.filter(({ status }) => status === 'approved');
          expect(approved.map(({ id }) => id).toSorted()).toEqual([...at.remediations.keys()].toSorted());
        }
      }),
    );
  });

  it('a record that was merged into another stays as it is', () => {
    mustHold(
      fc.property(walks, (steps) => {
        for (const { before, events } of walk(steps)) {
          if (before.record.status !== 'merged') continue;
          expect(events.map(({ type }) => type).filter((type) => !REMEDIATION_EVENT.test(type))).toEqual([]);
        }
      }),
    );
  });

  it('these walks come to every status', () => {
    const seen = new Set<string>();
    for (const steps of fc.sample(walks, { numRuns: 300, seed: 1 })) {
      for (const { at } of walk(steps)) seen.add(at.record.status);
    }
    expect([...seen].toSorted()).toEqual(['approved', 'closed', 'in review', 'merged', 'open', 'waived']);
  });
});
