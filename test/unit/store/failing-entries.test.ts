import { describe, expect, it } from 'vitest';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { failingEntries, type GivenUp } from '../../../shared/store/queues/failing-entries.ts';
import type { SweepPass } from '../../../shared/store/queues/sweep-pass.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const ago = (time: string): string => {
  const ms = Date.parse(addDuration(NOW, Duration.parse(time))) - Date.parse(NOW);
  return new Date(Date.parse(NOW) - ms).toISOString();
};

function begin(before: SweepPass['failing']) {
  const givenUp: GivenUp[] = [];
  return { failing: failingEntries(before, NOW, (one) => givenUp.push(one)), givenUp };
}

describe('entries that fail', () => {
  it('are tried for a day, and are then given up, also when no run had time to try them', () => {
    const { failing, givenUp } = begin([
      { entry: 'tried', since: ago('P1D') },
      { entry: 'not tried', since: ago('P2D') },
      { entry: 'young', since: ago('PT23H') },
    ]);
    const isTriedAgain = failing.failed('tried', new Error('no'));
    failing.giveUpOld();
    expect([isTriedAgain, failing.all().map(({ entry }) => entry), givenUp.map(({ entry }) => entry)]).toEqual([
      false,
      ['young'],
      ['tried', 'not tried'],
    ]);
  });

  it('are remembered up to a number that fits into one item, whatever fails', () => {
    const before: SweepPass['failing'] = Array.from({ length: 500 }, (_, index) => ({
      entry: String(index).padEnd(600, '.'),
      since: ago('PT1H'),
    }));
    const { failing, givenUp } = begin(before);
    for (let count = 0; count < 100; count += 1) failing.failed(`new ${count}`, new Error('no'));
    expect([failing.all().length, givenUp.length, failing.isFull()]).toEqual([500, 100, true]);
    expect(Buffer.byteLength(JSON.stringify(failing.all()))).toBeLessThan(390_000);
  });

  it('are forgotten when they are done', () => {
    const { failing, givenUp } = begin([{ entry: 'one', since: ago('PT1H') }]);
    failing.done('one');
    failing.giveUpOld();
    expect([failing.all(), givenUp]).toEqual([[], []]);
  });
});
