import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Arming,
  armedFor,
  firstReading,
  passedChange,
  readAnew,
  wentStale,
} from '../../../console/review/arming.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

describe('what arms an approval', () => {
  it('arms for what was read first, whose changes all stand on the page', () => {
    expect(armedFor(firstReading(57))).toBe(57);
  });

  it('disarms when the content is another one, until what is new was passed', () => {
    const stale = wentStale(firstReading(57));
    const again = readAnew(stale, 59, [
      { key: 'sections.impact.description@58', isOwnDecision: false },
      { key: 'rootCauses.x.statement@59', isOwnDecision: false },
    ]);
    const half = passedChange(again, 'sections.impact.description@58');
    const whole = passedChange(half, 'rootCauses.x.statement@59');
    expect([stale, again, half, whole].map(armedFor)).toEqual([undefined, undefined, undefined, 59]);
  });

  it('arms anew after own decisions when nothing else changed', () => {
    const own = { key: 'recommendations.x.status@58', isOwnDecision: true };
    const other = { key: 'severity@59', isOwnDecision: false };
    expect(armedFor(readAnew(firstReading(57), 58, [own]))).toBe(58);
    expect(armedFor(readAnew(firstReading(57), 59, [own, other]))).toBeUndefined();
  });

  it('forgets no change that was not passed when the record is read once more', () => {
    const first = readAnew(firstReading(1), 2, [{ key: 'severity@2', isOwnDecision: false }]);
    const second = readAnew(first, 3, [{ key: 'tlp@3', isOwnDecision: false }]);
    expect(armedFor(passedChange(second, 'tlp@3'))).toBeUndefined();
  });

  it('takes nothing from an answer that is older than what was read', () => {
    const state = wentStale(firstReading(57));
    expect(armedFor(readAnew(state, 56, []))).toBeUndefined();
  });

  it('is never armed for a revision with a change of others that the reader did not pass', () => {
    const step = fc.oneof(
      fc.record({ is: fc.constant('others write' as const) }),
      fc.record({ is: fc.constant('own decision' as const) }),
      fc.record({ is: fc.constant('read' as const) }),
      fc.record({ is: fc.constant('stale' as const) }),
      fc.record({ is: fc.constant('pass' as const), at: fc.nat(20) }),
    );
    mustHold(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let state: Arming = firstReading(1);
        let revision = 1;
        const changes: { revision: number; isOwnDecision: boolean; key: string }[] = [];
        const passed = new Set<string>();
        for (const one of steps) {
          if (one.is === 'others write' || one.is === 'own decision') {
            revision += 1;
            changes.push({ revision, isOwnDecision: one.is === 'own decision', key: `path@${revision}` });
          } else if (one.is === 'read') {
            const from = state.revision;
            state = readAnew(
              state,
              revision,
              changes.filter((change) => change.revision > from),
            );
          } else if (one.is === 'stale') {
            state = wentStale(state);
          } else {
            const key = state.toPass[one.at % Math.max(1, state.toPass.length)];
            if (key !== undefined) {
              passed.add(key);
              state = passedChange(state, key);
            }
          }
          const armed = armedFor(state);
          const unread = changes.filter(
            (change) =>
              armed !== undefined && change.revision <= armed && !change.isOwnDecision && !passed.has(change.key),
          );
          expect(unread).toEqual([]);
        }
      }),
    );
  });
});
