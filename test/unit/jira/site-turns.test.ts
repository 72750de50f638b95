import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turns } from '../../../shared/domain/ticket/turns.ts';
import { JiraIssueMissing, JiraRateLimited, JiraRefused, JiraUnsure } from '../../../shared/jira/jira-errors.ts';
import { JiraTurnTaken, siteTurns } from '../../../shared/jira/site-turns.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const TIMEOUT_MS = 1_000;

/** Turns as the table keeps them, and a clock. */
function keptTurns() {
  let nowMs = 0;
  const untils = new Map<string, number>();
  const turns: Turns = {
    take(name, now, until) {
      if ((untils.get(name) ?? 0) > now) return Promise.resolve(false);
      untils.set(name, until);
      return Promise.resolve(true);
    },
    end(name, until) {
      if (untils.get(name) === until) untils.set(name, 0);
      return Promise.resolve();
    },
  };
  return {
    ofAFunction: () => siteTurns(turns, TIMEOUT_MS, () => nowMs),
    pass(ms: number): void {
      nowMs += ms;
    },
  };
}

const Run = fc.record({
  afterMs: fc.constantFrom(0, 1, 20_000),
  steps: fc.array(fc.constantFrom(0, 1, 10_000, 33_000), { minLength: 1, maxLength: 3 }),
  fails: fc.boolean(),
});

describe('a turn at a site', () => {
  it('is never of two who may still write, whoever fails or takes too long', async () => {
    await mustHold(
      fc.asyncProperty(fc.scheduler(), fc.array(Run, { minLength: 2, maxLength: 6 }), async (scheduler, runs) => {
        const kept = keptTurns();
        let written = 0;
        const ends = runs.map(async ({ afterMs, steps, fails }) => {
          await scheduler.schedule(Promise.resolve());
          kept.pass(afterMs);
          return kept.ofAFunction().inTurn('10001#told', async (stillOurs) => {
            const isThere = written > 0;
            for (const ms of steps) {
              await scheduler.schedule(Promise.resolve());
              kept.pass(ms);
            }
            if (fails) throw new Error('Jira said no');
            if (isThere) return;
            stillOurs();
            written += 1;
          });
        });
        await scheduler.waitFor(Promise.allSettled(ends));
        expect(written).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is of others after it was used, at once, and after an error when its time is over', async () => {
    const kept = keptTurns();
    const [one, other] = [kept.ofAFunction(), kept.ofAFunction()];
    const done = () => Promise.resolve('done');
    await one.inTurn('10001#told', done);
    const afterUse = await other.inTurn('10001#told', done);
    const failing = one.inTurn('10001#told', () => Promise.reject(new Error('lost')));
    await expect(failing).rejects.toThrow('lost');
    await expect(other.inTurn('10001#told', done)).rejects.toThrow(JiraTurnTaken);
    const elsewhere = await other.inTurn('10002#told', done);
    kept.pass(2 * (TIMEOUT_MS + 30_000) + TIMEOUT_MS);
    expect([afterUse, elsewhere, await other.inTurn('10001#told', done)]).toEqual(['done', 'done', 'done']);
  });

  it.each([
    ['said no', new JiraRefused('POST /comment', 403, 'no')],
    ['wants us to wait', new JiraRateLimited('POST /comment', 1_000, undefined)],
    ['has no such issue', new JiraIssueMissing('POST /comment')],
  ])('is of others at once where Jira %s, since it did nothing', async (_what, error) => {
    const kept = keptTurns();
    const failing = kept.ofAFunction().inTurn('10001#told', () => Promise.reject(error));
    await expect(failing).rejects.toBe(error);
    expect(await kept.ofAFunction().inTurn('10001#told', () => Promise.resolve('done'))).toBe('done');
  });

  it('runs out where nobody knows what Jira did', async () => {
    const kept = keptTurns();
    const unsure = new JiraUnsure('POST /comment', 'no answer');
    await expect(kept.ofAFunction().inTurn('10001#told', () => Promise.reject(unsure))).rejects.toBe(unsure);
    const soon = kept.ofAFunction().inTurn('10001#told', () => Promise.resolve('done'));
    await expect(soon).rejects.toThrow(JiraTurnTaken);
  });

  it('is given back however it ends, where to do the same again does no harm', async () => {
    const kept = keptTurns();
    const unsure = new JiraUnsure('PUT /issue', 'no answer');
    const failing = kept.ofAFunction().inTurn('10001#due date', () => Promise.reject(unsure), 'harmless twice');
    await expect(failing).rejects.toBe(unsure);
    expect(await kept.ofAFunction().inTurn('10001#due date', () => Promise.resolve('done'))).toBe('done');
  });

  it('lets nobody write who could not be done before it ends', async () => {
    const kept = keptTurns();
    const writing = (name: string, afterMs: number) =>
      kept.ofAFunction().inTurn(name, async (stillOurs) => {
        kept.pass(afterMs);
        stillOurs();
        return Promise.resolve('in time');
      });
    await expect(writing('10001#told', 2 * TIMEOUT_MS + 30_001)).rejects.toThrow(JiraTurnTaken);
    expect(await writing('10002#told', 2 * TIMEOUT_MS + 30_000)).toBe('in time');
  });
});
