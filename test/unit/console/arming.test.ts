import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Arming,
  armedFor,
  changesOnPage,
  firstReading,
  passedChange,
  readAnew,
  wentStale,
} from '../../../console/review/arming.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

type Change = { path: string; key: string; isOwnDecision: boolean };
type Page = { turns: readonly Change[]; arming: Arming };

const change = (path: string, revision: number, isOwnDecision = false): Change => ({
  path,
  key: `${path}@${revision}`,
  isOwnDecision,
});

const first: Page = { turns: [], arming: firstReading(57) };

/** The record is read again, as the page does it. */
function read(page: Page, revision: number, sinceReading: readonly Change[], sinceWord = sinceReading): Page {
  const turns = changesOnPage(sinceWord, sinceReading, { turns: page.turns, toPass: page.arming.toPass });
  return { turns, arming: readAnew(page, revision, sinceReading, turns) };
}

const passed = (page: Page, key: string): Page => ({ ...page, arming: passedChange(page.arming, key) });
const allPassed = (page: Page): Page => page.turns.reduce((one, { key }) => passed(one, key), page);
const armed = ({ arming }: Page) => armedFor(arming);

describe('what arms an approval', () => {
  it('arms for what was read first, whose changes all stand on the page', () => {
    expect(armed(first)).toBe(57);
  });

  it('disarms when the content is another one, until what is new was passed', () => {
    const stale = { ...first, arming: wentStale(first.arming) };
    const again = read(stale, 59, [change('sections.impact.description', 58), change('rootCauses.x.statement', 59)]);
    const half = passed(again, 'sections.impact.description@58');
    const whole = passed(half, 'rootCauses.x.statement@59');
    expect([stale, again, half, whole].map(armed)).toEqual([undefined, undefined, undefined, 59]);
  });

  it('arms anew after own decisions when nothing else changed', () => {
    const own = change('recommendations.x.status', 58, true);
    expect(armed(read(first, 58, [own]))).toBe(58);
    expect(armed(read(first, 59, [own, change('severity', 59)]))).toBeUndefined();
  });

  it('forgets no change that was not passed when the record is read once more', () => {
    const second = read(read(first, 58, [change('severity', 58)]), 59, [change('tlp', 59)], [change('tlp', 59)]);
    expect(second.turns.map(({ key }) => key)).toEqual(['severity@58', 'tlp@59']);
    expect(armed(passed(second, 'tlp@59'))).toBeUndefined();
    expect(armed(allPassed(second))).toBe(59);
  });

  it('wants a place that changed twice passed once, as it is now', () => {
    const second = read(read(first, 58, [change('severity', 58)]), 59, [change('severity', 59)]);
    expect(second.arming.toPass).toEqual(['severity@59']);
    expect(armed(passed(second, 'severity@59'))).toBe(59);
  });

  it('takes no own decision for a passing of what another person changed there before', () => {
    const before = read(first, 58, [change('recommendations.x.status', 58)]);
    expect(armed(read(before, 59, [change('recommendations.x.status', 59, true)]))).toBeUndefined();
  });

  it('is armed for nothing that the reader did not see, and for all once they passed what is on the page', () => {
    const place = fc.constantFrom('severity', 'tlp', 'sections.summary.text');
    const value = fc.nat(2);
    const step = fc.oneof(
      fc.record({ is: fc.constant('others write' as const), place, value }),
      fc.record({ is: fc.constant('own decision' as const), place, value }),
      fc.record({ is: fc.constant('read' as const) }),
      fc.record({ is: fc.constant('stale' as const) }),
      fc.record({ is: fc.constant('pass' as const), at: fc.nat(20) }),
    );
    mustHold(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const world = new RecordOfPlaces();
        let page: Page = { turns: [], arming: firstReading(1) };
        const seen = new Map<string, number>();
        for (const one of steps) {
          if (one.is === 'others write' || one.is === 'own decision') world.write(one.place, one.value, one.is);
          else if (one.is === 'stale') page = { ...page, arming: wentStale(page.arming) };
          else if (one.is === 'pass') {
            const { path, key } = page.turns[one.at % Math.max(1, page.turns.length)] ?? {};
            if (path === undefined || key === undefined) continue;
            page = passed(page, key);
            seen.set(path, world.valueAt(path, page.arming.revision));
          } else {
            const fresh = world.changes(page.arming.revision);
            page = read(page, world.revision, fresh, world.changes(1));
            for (const { path, isOwnDecision } of fresh) {
              const isToPass = page.turns.some((turn) => turn.path === path && page.arming.toPass.includes(turn.key));
              if (isOwnDecision && !isToPass) seen.set(path, world.valueAt(path, world.revision));
            }
            expect(armed(allPassed(page))).toBe(world.revision);
          }
          const revision = armed(page);
          if (revision === undefined) continue;
          const unseen = PLACES.filter((path) => world.valueAt(path, revision) !== (seen.get(path) ?? 0));
          expect(unseen).toEqual([]);
        }
      }),
      { runs: 500 },
    );
  });
});

const PLACES = ['severity', 'tlp', 'sections.summary.text'];

/** A record of a few places that are written again and again, all 0 at first; as the API tells what differs between two revisions. */
class RecordOfPlaces {
  readonly #writes: { revision: number; path: string; value: number; isOwn: boolean }[] = [];

  get revision(): number {
    return this.#writes.length + 1;
  }

  write(path: string, value: number, by: 'others write' | 'own decision'): void {
    this.#writes.push({ revision: this.revision + 1, path, value, isOwn: by === 'own decision' });
  }

  valueAt(path: string, revision: number): number {
    return this.#writes.findLast((one) => one.path === path && one.revision <= revision)?.value ?? 0;
  }

  /** What differs between a revision and the newest one. */
  changes(from: number): Change[] {
    return PLACES.flatMap((path) => {
      const hands = this.#writes.filter((one) => one.path === path && one.revision > from);
      const newest = hands.at(-1);
      if (newest === undefined || newest.value === this.valueAt(path, from)) return [];
      const isOwn = hands.every((one) => one.isOwn);
      return [change(path, newest.revision, isOwn)];
    });
  }
}
