import { describe, expect, it } from 'vitest';
import { type DoctorMemory, remember } from '../../../shared/doctor/drift.ts';
import type { Occasion, SystemLook } from '../../../shared/doctor/examination.ts';

const AT = '2026-11-26T05:00:00.000Z';
const TICKETS = 'tickets on acme.atlassian.net';

const look = (what: string, ...codes: string[]): SystemLook => ({
  system: TICKETS,
  what,
  problems: codes.map((code) => ({ code, problem: `${code} is wrong`, advice: 'correct it' })),
  notes: [],
});
const unseen = (what: string): SystemLook => ({ ...look(what), unseen: 'no answer' });

/** Looks one after the other. @returns how much drift there was after each */
function driftAfter(...runs: readonly (readonly [Occasion, ...SystemLook[]])[]): number[] {
  let memory: DoctorMemory | undefined;
  return runs.map(([occasion, ...looks]) => {
    const remembered = remember(memory, looks, { at: AT, occasion });
    memory = remembered.memory;
    return remembered.drift;
  });
}

describe('drift', () => {
  it('is what comes after a look that was fine, and goes when it is gone', () => {
    expect(
      driftAfter(
        ['deployment', look('route')],
        ['schedule', look('route', 'a', 'b')],
        ['schedule', look('route', 'b')],
      ),
    ).toEqual([0, 2, 1]);
  });

  it('is not what was wrong from the first look on, whatever that was for', () => {
    expect(driftAfter(['schedule', look('route', 'a')], ['schedule', look('route', 'a')])).toEqual([0, 0]);
    expect(driftAfter(['by hand', look('route', 'a')], ['schedule', look('route', 'a')])).toEqual([0, 0]);
  });

  it('is not what a deployment brings, such as a route that is new or says something else now', () => {
    expect(
      driftAfter(
        ['deployment', look('route')],
        ['deployment', look('route', 'a'), look('new route', 'b')],
        ['schedule', look('route', 'a'), look('new route', 'b')],
      ),
    ).toEqual([0, 0, 0]);
  });

  it('is not ended by a deployment', () => {
    expect(
      driftAfter(['deployment', look('route')], ['schedule', look('route', 'a')], ['deployment', look('route', 'a')]),
    ).toEqual([0, 1, 1]);
  });

  it('stays while nobody can look, and is neither begun nor ended by that', () => {
    expect(
      driftAfter(
        ['deployment', look('route'), look('other', 'known')],
        ['schedule', look('route', 'a'), look('other', 'known')],
        ['schedule', unseen('it answers')],
        ['schedule', unseen('route'), look('other', 'known')],
        ['schedule', look('route'), unseen('other')],
        ['schedule', look('route'), look('other', 'known')],
      ),
    ).toEqual([0, 1, 1, 1, 0, 0]);
  });

  it('is not what a look by hand finds before the look of the deployment that brought it', () => {
    expect(
      driftAfter(
        ['deployment', look('route')],
        ['by hand', look('route', 'a'), look('new route', 'b')],
        ['deployment', look('route', 'a'), look('new route', 'b')],
        ['schedule', look('route', 'a'), look('new route', 'b')],
      ),
    ).toEqual([0, 0, 0, 0]);
    expect(
      driftAfter(
        ['deployment', look('route')],
        ['by hand', look('route', 'a')],
        ['schedule', look('route', 'a')],
        ['by hand', look('route', 'a')],
        ['by hand', look('route')],
      ),
    ).toEqual([0, 0, 1, 1, 0]);
  });

  it('is not what was never right and another problem hid for a while, nor ended by that', () => {
    const away = { ...look('route', 'gone'), leavesOpen: ['route', 'ways'] };
    const way = (...codes: string[]) => ({ ...look('way out of Done', ...codes), oneOf: 'ways' });
    expect(
      driftAfter(
        ['deployment', look('route', 'never right'), way('never there')],
        ['schedule', look('route', 'never right', 'b'), way('never there', 'c')],
        ['schedule', away],
        ['schedule', look('route', 'never right'), way('never there', 'c')],
        ['schedule', look('route', 'never right'), way('never there')],
      ),
    ).toEqual([0, 2, 3, 1, 0]);
    expect(driftAfter(['deployment', away], ['schedule', look('route', 'a'), way('b')])).toEqual([0, 0]);
  });

  it('stays while nothing shows it any more, as long as that is configured', () => {
    const withoutTickets = { ...look('route'), leavesOpen: ['way out of Done'] };
    expect(
      driftAfter(
        ['deployment', look('route'), look('way out of Done')],
        ['schedule', look('route'), look('way out of Done', 'a')],
        ['schedule', withoutTickets],
        ['schedule', look('route'), look('way out of Done', 'a')],
        ['schedule', look('route')],
      ),
    ).toEqual([0, 1, 1, 1, 0]);
  });

  it('ends with what is configured no more', () => {
    expect(
      driftAfter(['deployment', look('route')], ['schedule', look('route', 'a')], ['deployment', look('other')]),
    ).toEqual([0, 1, 0]);
  });

  it('is not what is seen for the first time after an outage at the deployment', () => {
    expect(
      driftAfter(
        ['deployment', unseen('it answers')],
        ['schedule', look('route', 'a')],
        ['schedule', look('route', 'a')],
      ),
    ).toEqual([0, 0, 0]);
  });

  it('keeps the words out of what is remembered, so that other words of the same problem are no news', () => {
    const memory = remember(undefined, [look('route', 'a')], { at: AT, occasion: 'schedule' });
    expect(JSON.stringify(memory.memory)).not.toContain('is wrong');
    const [same] = look('route', 'a').problems.map((problem) => ({ ...problem, problem: 'in other words' }));
    const again = { ...look('route'), problems: same === undefined ? [] : [same] };
    const now = remember(memory.memory, [again], { at: AT, occasion: 'schedule' });
    expect([now.drift, same && now.known(again, same)]).toEqual([0, { isNew: false }]);
  });

  it('remembers of which systems the newest look could not see everything, and forgets it with the next that does', () => {
    const first = remember(undefined, [look('route'), unseen('it answers')], { at: AT, occasion: 'deployment' });
    const second = remember(first.memory, [look('route'), look('it answers')], { at: AT, occasion: 'schedule' });
    const [system = ''] = [look('route')].map((one) => one.system);
    expect([first.memory.unseen, second.memory.unseen]).toEqual([[system], []]);
  });

  it('fits into one item of the table, however much is wrong', () => {
    const codes = Array.from({ length: 5_000 }, (_, index) => `code ${index}`);
    const looks = codes.map((code) => look(`route ${code}`, code));
    const { memory } = remember(undefined, looks, { at: AT, occasion: 'schedule' });
    expect(JSON.stringify(memory).length).toBeLessThan(380_000);
  });
});
