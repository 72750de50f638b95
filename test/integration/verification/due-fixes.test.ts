import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { type DueFixQueue, FixesNotQueued } from '../../../shared/verification/due-fix.ts';
import { sendDue } from '../../../shared/verification/send-due.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { manyFixes, type OneOfMany, spoil, strayItem } from '../../support/world/many-fixes.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), { verification: { steps: ['P7D', 'P30D'] } });
});
afterEach(() => world.close());

const PAGE = 10;

/** One run of the schedule that has time for so many pages. */
function run(pages = Number.POSITIVE_INFINITY, queue: DueFixQueue = world.dueFixes.queue) {
  let left = pages;
  const hasTime = () => {
    left -= 1;
    return left > 0;
  };
  return sendDue({ ...world, queue, hasTime, pageSize: PAGE });
}

const at = (minutes: number) => new Date(Date.parse('2026-11-28T00:00:00.000Z') + minutes * 60_000).toISOString();
const idIn = (body: string): unknown => JSON.parse(body).remediationId;
const sentIds = () => world.dueFixes.waiting().map(idIn);
const idsOf = (fixes: readonly OneOfMany[]) => fixes.map(({ remediationId }) => remediationId);

/** Fixes of which the first `due` come due a minute apart, and the clock at the time when all of these are. */
async function fixesOf(count: number, due: number): Promise<OneOfMany[]> {
  const fixes = await manyFixes(world, count, (index) => at(index < due ? index : 100_000 + index));
  world.clock.advance('P10D');
  return fixes;
}

async function judged(fixes: readonly OneOfMany[]): Promise<OneOfMany[]> {
  const now = await Promise.all(
    fixes.map(async (one) => ({ one, fix: await world.store.remediation(one.postMortemId, one.remediationId) })),
  );
  // None of them has evidence, so that each is late once it was looked at.
  return now.flatMap(({ one, fix }) => (fix !== undefined && 'silence' in fix && fix.silence ? [one] : []));
}

describe('fixes that are due', () => {
  it('are all judged, over as many runs as it takes, and no other is', { timeout: 120_000 }, async () => {
    const fixes = await fixesOf(1_000, 100);
    const runs = [];
    do runs.push(await run(3));
    while (runs.at(-1)?.isThrough === false);
    expect(runs.map(({ sent }) => sent)).toEqual([30, 30, 30, 10]);
    expect(sentIds()).toEqual(idsOf(fixes.slice(0, 100)));
    await world.dueFixes.work();
    expect(await judged(fixes)).toEqual(fixes.slice(0, 100));
    expect([await run(), world.dueFixes.deadLetters]).toEqual([{ sent: 0, isThrough: true }, []]);
  });

  it('are held up by none that cannot be read: it lies in the dead-letter queue alone', async () => {
    const fixes = await fixesOf(40, 40);
    const [first, second, ...others] = fixes;
    if (first === undefined || second === undefined) throw new Error('there are forty');
    await spoil(world, first, at(-2));
    await strayItem(world, at(-1));
    await run();
    await world.dueFixes.work();
    expect(await judged([second, ...others])).toHaveLength(39);
    expect(world.dueFixes.deadLetters.map(idIn).toSorted()).toEqual([first.remediationId, 'STRAY#1']);
  });

  it('are reached behind a beginning that nobody can judge, however short the runs', async () => {
    const fixes = await fixesOf(60, 60);
    for (const one of fixes.slice(0, 30)) await spoil(world, one, at(-1));
    for (let hour = 0; hour < 6; hour += 1) {
      await run(1);
      await world.dueFixes.work();
    }
    expect(await judged(fixes.slice(30))).toHaveLength(30);
  });

  it('are sent once while they wait, hour after hour, with what became due since', async () => {
    world.clock.advance('P10D');
    const later = addDuration(world.now(), Duration.parse('PT90M'));
    await manyFixes(world, 80, (index) => (index < 60 ? at(index) : later));
    const sent = [(await run()).sent];
    for (let hour = 0; hour < 3; hour += 1) {
      await world.dueFixes.work(5);
      world.clock.advance('PT1H');
      sent.push((await run()).sent);
    }
    expect(sent).toEqual([60, 0, 20, 0]);
  });

  it('are sent again when the queue is empty, and after a day in any case', async () => {
    await fixesOf(20, 20);
    await run();
    world.dueFixes.lose();
    const afterLoss = await run();
    world.clock.advance('PT23H');
    const withinTheDay = await run();
    world.clock.advance('PT1H');
    const afterIt = await run();
    expect([afterLoss, withinTheDay, afterIt].map(({ sent }) => sent)).toEqual([20, 0, 20]);
  });

  it('change nothing when they are judged twice', async () => {
    const fixes = await fixesOf(5, 5);
    await run();
    world.dueFixes.repeat();
    await world.dueFixes.work();
    const events = (await world.outbox()).filter(({ type }) => type === 'Remediation Evidence Late');
    expect([events.length, (await judged(fixes)).length]).toEqual([5, 5]);
  });

  it('are sent again by the same run when the queue takes a part, and by the next one when it takes none', async () => {
    await fixesOf(25, 25);
    let calls = 0;
    const { queue } = world.dueFixes;
    const moody: DueFixQueue = {
      ...queue,
      async send(fixes) {
        calls += 1;
        // The second page is refused three times over.
        if (calls >= 3) return fixes.map(() => false);
        const [first, ...others] = fixes;
        if (calls === 2 || first === undefined) return queue.send(fixes);
        return [false, ...(await queue.send(others))];
      },
    };
    await expect(run(Number.POSITIVE_INFINITY, moody)).rejects.toThrow(FixesNotQueued);
    const before = sentIds().length;
    const next = await run();
    expect([before, next.sent, new Set(sentIds()).size]).toEqual([10, 15, 25]);
  });
});
