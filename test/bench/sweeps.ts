import { startEmbeddedDynamoDb } from '../../local/dynamodb-engine.ts';
import type { OpenRemediation } from '../../shared/domain/remediation/remediation.ts';
import { addDuration, Duration } from '../../shared/domain/words/duration.ts';
import { gatherReportInput } from '../../shared/report/gather-report-input.ts';
import { readFollowedWalk } from '../../shared/store/queues/followed-fixes.ts';
import { readSweepPass, writeSweepPass } from '../../shared/store/queues/sweep-pass.ts';
import { knownTickets } from '../../shared/sweep/known-tickets.ts';
import { sweepRemediations } from '../../shared/sweep/sweep-remediations.ts';
import { auditTickets } from '../../shared/tickets/audit-tickets.ts';
import { consumedUnits, type Units } from '../support/machine/consumed-units.ts';
import { manyFixes } from '../support/world/many-fixes.ts';
import { manyTickets } from '../support/world/many-tickets.ts';
import { aCause } from '../support/world/stories.ts';
import { startWorld, type World } from '../support/world/world.ts';

/** Numbers of things; the whole size is that of a company. */
export type SweepSizes = {
  /** Open tickets, of which one in a hundred changes in a day. */
  readonly tickets: number;
  /** Tickets that change within one minute. */
  readonly atOnce: readonly number[];
  /** Fixes that were proven, in two installations. */
  readonly history: readonly [number, number];
};
export const WHOLE_SIZE: SweepSizes = { tickets: 100_000, atOnce: [3_000, 30_000], history: [1_000, 100_000] };

/** Most that one request of Jira shows. */
const PAGE = 100;
/** A run of the schedule, what is kept of it for the end, and what a call of Jira takes. */
const RUN_MS = 300_000;
const RESERVE_MS = 10_000;
const CALL_MS = 200;

/** Sweeps over the tickets of a company whose webhooks are lost, with a Jira that takes its time, on the embedded DynamoDB engine. */
export async function measureSweeps({ tickets, atOnce, history }: SweepSizes = WHOLE_SIZE) {
  const engine = await startEmbeddedDynamoDb();
  const inWorld = async <Result>(work: (world: World) => Promise<Result>): Promise<Result> => {
    const world = await startWorld(engine.endpoint, { jira: { timeoutMs: 19_000 } });
    try {
      return await work(world);
    } finally {
      await world.close();
    }
  };
  try {
    const [few, many] = [
      await inWorld((world) => idle(world, history[0])),
      await inWorld((world) => idle(world, history[1])),
    ];
    const ofACompany = await inWorld(async (world) => {
      const fixes = await manyTickets(world, tickets);
      await sweptUntilNow(world);
      const changedInADay = await aDayOfChanges(world, fixes.slice(0, Math.ceil(tickets / 100)));
      return { changedInADay, reconcile: await reconcile(world, tickets) };
    });
    const backlogs = [];
    for (const count of atOnce) backlogs.push(await inWorld((world) => changedAtOnce(world, count)));
    return {
      ...ofACompany,
      backlogs,
      idle: {
        history,
        sweep: compared(few.sweep, many.sweep),
        audit: compared(few.audit, many.audit),
        report: compared(few.report, many.report),
      },
    };
  } finally {
    await engine.stop();
  }
}

const compared = (few: Units, many: Units) => ({
  few,
  many,
  ratio: ratio(many.read + many.write, few.read + few.write),
});
const ratio = (one: number, other: number): number => Math.round((one / other) * 100) / 100;
const onProblem = () => {};

/** One run of the schedule. Every call of Jira takes its time, whatever it takes on this machine. @returns calls of Jira */
async function sweep(world: World): Promise<number> {
  world.simulator.clearRequests();
  const startedAt = performance.now();
  const timeLeftMs = () =>
    RUN_MS - RESERVE_MS - world.simulator.requestCount() * CALL_MS - (performance.now() - startedAt);
  await sweepRemediations({ ...world, timeLeftMs, onProblem }, aCause());
  return world.simulator.requestCount();
}

/** As if runs had found all that happened so far. */
async function sweptUntilNow(world: World): Promise<void> {
  world.clock.advance('PT1H');
  await writeSweepPass(world.table, 'sweep-remediation', { at: world.now(), failing: [] });
}

const callsTo = (world: World, path: string): number =>
  world.simulator.requests().filter((one) => one.path.endsWith(path)).length;

function finish(world: World, fixes: readonly OpenRemediation[]): void {
  for (const { ticket } of fixes) world.simulator.transition(ticket.key, 'Done', { by: 'Jonas Berg' });
}

/** A sweep after a day in which webhooks were lost. */
async function aDayOfChanges(world: World, changed: readonly OpenRemediation[]) {
  world.clock.advance('PT20H');
  finish(world, changed);
  world.clock.advance('PT4H');
  await sweep(world);
  const known = 5;
  const calls = {
    search: callsTo(world, '/search/jql'),
    show: callsTo(world, '/issue/bulkfetch') - known,
    changelog: callsTo(world, '/changelog/bulkfetch'),
  };
  const floor = Math.ceil(changed.length / PAGE);
  const all = calls.search + calls.show + calls.changelog;
  return {
    changed: changed.length,
    missed: await notClaimed(world, changed),
    calls,
    floor,
    ratio: ratio(all, floor),
    /** The way of the AWS sample integration: a request for each. */
    oneByOne: ratio(changed.length, all),
  };
}

/** Every known ticket asked for once. */
async function reconcile(world: World, tickets: number) {
  world.simulator.clearRequests();
  let runs = 0;
  let calls = 0;
  let mostBytes = 0;
  // The round that is under way is finished first.
  for (let rounds = 0; rounds < 2; ) {
    await knownTickets({ ...world, hasTime: () => true, onProblem }, new Set(), aCause());
    const walk = await readFollowedWalk(world.table, undefined);
    if (rounds === 1) {
      runs += 1;
      calls += callsTo(world, '/issue/bulkfetch');
      mostBytes = Math.max(mostBytes, process.memoryUsage().heapUsed);
    }
    world.simulator.clearRequests();
    if (walk?.after === undefined) rounds += 1;
    world.clock.advance('PT15M');
  }
  const floor = Math.ceil(tickets / PAGE);
  return {
    tickets,
    runs,
    calls,
    floor,
    ratio: ratio(calls, floor),
    heapMb: Math.round(mostBytes / 1e6),
  };
}

/** Tickets that all change within a minute, more than a run has time for. */
async function changedAtOnce(world: World, count: number) {
  const fixes = await manyTickets(world, count);
  await sweptUntilNow(world);
  finish(world, fixes);
  const runs: number[] = [];
  let calls = 0;
  for (let isThrough = false; !isThrough; ) {
    world.clock.advance('PT15M');
    calls += await sweep(world);
    const { left } = await readSweepPass(world.table, 'sweep-remediation');
    isThrough = left === undefined;
    runs.push(count - (await notClaimed(world, fixes)));
  }
  return { changed: count, syncedAfterRun: runs, missed: await notClaimed(world, fixes), calls };
}

async function notClaimed(world: World, fixes: readonly OpenRemediation[]): Promise<number> {
  let missed = 0;
  const waiting = fixes.values();
  const lane = async () => {
    for (const { postMortemId, id } of waiting) {
      if ((await world.store.remediation(postMortemId, id))?.state !== 'claimed') missed += 1;
    }
  };
  await Promise.all(Array.from({ length: 10 }, lane));
  return missed;
}

/** Units of a sweep and of an audit that find nothing, and of a report on a week in which nothing happened, with so many proven fixes. */
async function idle(world: World, count: number): Promise<{ sweep: Units; audit: Units; report: Units }> {
  const far = addDuration(world.now(), Duration.parse('P3000D'));
  await manyFixes(world, count, () => far, { hasRecord: () => false, isProven: true });
  const { during } = consumedUnits(world.table.client);
  const audit = () => auditTickets(world, { all: false, dryRun: false });
  const report = () => gatherReportInput(world, world.now());
  // Each once before: a sweep looks at all that an earlier one could not know of, and a first report counts everything.
  for (const run of [() => sweep(world), audit, report]) await run();
  world.clock.advance('P7D');
  return { sweep: await during(() => sweep(world)), audit: await during(audit), report: await during(report) };
}
