import { setTimeout as wait } from 'node:timers/promises';
import type { ApiClient } from '../../../local/api-client.ts';
import type { EmulatedStack } from '../../../local/local-stack.ts';
import type { ChainedEvent } from '../../../shared/domain/events/recorded-event.ts';
import { isWatched, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { type Queues, queuesOf } from '../storm/queues.ts';
import { seededRandom } from '../storm/seeded-random.ts';
import { startBots } from './bots.ts';
import { decideMeanwhile } from './decisions.ts';
import { createTally, drawFrom, type Tally } from './draw.ts';
import { editsByPeople } from './edits-by-people.ts';
import { openRecords } from './open-records.ts';
import { type OurWrite, ourWrites } from './our-writes.ts';
import { untilQuiet } from './quiet.ts';
import { type Schedules, schedulesOf } from './schedules.ts';
import { type TicketsOfDay, ticketsOfDay } from './tickets-of-day.ts';

export type DayPlan = { seed: number; edits: number; records: number; fixesEach: number; idleRuns: number };

export type Day = {
  tickets: TicketsOfDay;
  queues: Queues;
  edits: Tally;
  decisions: Tally;
  /** Writes of ours from the first edit until it is quiet, and in the idle day after that. */
  writes: readonly OurWrite[];
  idleWrites: readonly OurWrite[];
  /** Writes in each round of the sweeps after the last edit of people, until there were none for a while. */
  rounds: readonly number[];
  /** Edits of bots, and events of the records, in the idle day. */
  idleEdits: number;
  idleEvents: readonly string[];
  /** Calls of ours, reads and writes. */
  calls: number;
  log: readonly ChainedEvent[];
};

/** The stack hides a failed message for three minutes, in case its batch still runs. A test has not so long. */
const HIDDEN_SECONDS = 10;
/** Edits between two runs of the sweeps. */
const ROUND = 20;
const MOST_ROUNDS_TO_REST = 12;
/** Rounds without a write, one after the other, and a pause between them: longer than a fail has to stand, and than any step of a plan. */
const ROUNDS_OF_REST = 2;
const PAUSE_MS = 7_000;
const SOON_MS = 60_000;

/** Lives through a day: fixes get their tickets, people and bots edit those, we decide meanwhile; then nobody does anything for a day. */
export async function liveDay(stack: EmulatedStack, plan: DayPlan): Promise<Day> {
  const { jira, emulator } = stack;
  const queues = queuesOf(emulator);
  await queues.hideFailuresFor(HIDDEN_SECONDS);
  const schedules = await schedulesOf(stack);
  const people = await signIn(stack);
  const records = await openRecords(stack, people, plan);
  const tickets = await ticketsOfDay(jira, people.author, records);
  await untilQuiet(jira, queues);
  const [writtenBefore, calledBefore] = [ourWrites(jira).length, jira.requestCount()];
  const writes = (): OurWrite[] => ourWrites(jira).slice(writtenBefore);

  const [edits, decisions] = [createTally(), createTally()];
  const bots = await startBots({ jira, draw: drawFrom(seededRandom(plan.seed + 1)), edits });
  await editAndDecide({ stack, people, plan, schedules, tickets, queues, edits, decisions });
  const rounds = await comeToRest({ stack, schedules, queues, tickets }, writes);

  const [written, edited, idleSince] = [writes().length, edits.total(), new Date().toISOString()];
  for (let run = 0; run < plan.idleRuns; run += 1) await schedules.sweeps();
  await schedules.dailies();
  await untilQuiet(jira, queues);
  await bots.close();
  const log = (await Promise.all(records.map(people.author.events))).flat();
  return {
    ...{ tickets, queues, edits, decisions, rounds, log },
    writes: writes().slice(0, written),
    idleWrites: writes().slice(written),
    idleEdits: edits.total() - edited,
    idleEvents: log
      .filter(({ occurredAt }) => occurredAt >= idleSince)
      .map(({ type, data }) => `${type}, ${String(data.remediationId)}`),
    calls: jira.requestCount() - calledBefore,
  };
}

type People = Record<'author' | 'approver' | 'secondApprover' | 'scanner', ApiClient>;

async function signIn(stack: EmulatedStack): Promise<People> {
  const [author, approver, secondApprover, scanner] = await Promise.all([
    stack.as({ email: 'anna@example.com', name: 'Anna Author', role: 'analyst' }),
    stack.as({ email: 'ben@example.com', name: 'Ben Approver', role: 'approver' }),
    stack.as({ email: 'eva@example.com', name: 'Eva Approver', role: 'approver' }),
    stack.asScanner(),
  ]);
  return { author, approver, secondApprover, scanner };
}

type Working = Pick<Day, 'tickets' | 'queues' | 'edits' | 'decisions'> & {
  stack: EmulatedStack;
  schedules: Schedules;
  people: People;
  plan: DayPlan;
};

async function editAndDecide({
  stack,
  people,
  plan,
  schedules,
  tickets,
  queues,
  edits,
  decisions,
}: Working): Promise<void> {
  const { jira } = stack;
  const random = seededRandom(plan.seed);
  const draw = drawFrom(random);
  const editing = editsByPeople({ jira, tickets, draw, random, edits });
  const { approver, secondApprover, scanner } = people;
  const approvers = [approver, secondApprover];
  const decideOnce = decideMeanwhile({ stack, approvers, scanner, tickets, draw, decisions });
  loseAndDoubleWebhooks(stack);
  while (edits.total() < plan.edits) {
    if (draw.chance(0.1)) editing.bulk();
    for (let edit = 0; edit < ROUND; edit += 1) {
      editing.one();
      if (draw.chance(0.2)) await decideOnce();
      await wait(draw.integer(0, 120));
    }
    if (draw.chance(0.3)) await untilQuiet(jira, queues);
    await schedules.sweeps();
  }
  jira.faults.clear();
  jira.releaseWebhooks();
}

/** A quarter of all webhooks is lost, comes twice, late, or after the next one. Also of those that bots hear. */
function loseAndDoubleWebhooks({ jira }: EmulatedStack): void {
  jira.faults.add({ kind: 'webhook-lost', probability: 0.08 });
  jira.faults.add({ kind: 'webhook-repeated', probability: 0.08 });
  jira.faults.add({ kind: 'webhook-late', probability: 0.08, delayMs: 3_000 });
  jira.faults.add({ kind: 'webhook-reordered', probability: 0.05 });
}

type Resting = Pick<Working, 'stack' | 'schedules' | 'queues' | 'tickets'>;

/** Bots still answer. @returns how much we wrote in each round of the sweeps */
async function comeToRest({ stack, schedules, queues, tickets }: Resting, writes: () => OurWrite[]): Promise<number[]> {
  const rounds: number[] = [];
  for (let isOver = false; !isOver && rounds.length < MOST_ROUNDS_TO_REST; ) {
    const before = writes().length;
    await untilQuiet(stack.jira, queues);
    await schedules.sweeps();
    await untilQuiet(stack.jira, queues);
    rounds.push(writes().length - before);
    await wait(PAUSE_MS);
    isOver = isAtRest(rounds) && !(await tickets.fixes()).some(isDueSoon);
  }
  return rounds;
}

const isAtRest = (rounds: readonly number[]): boolean =>
  rounds.length >= ROUNDS_OF_REST && rounds.slice(-ROUNDS_OF_REST).every((writes) => writes === 0);

/** Time alone would bring something about. */
const isDueSoon = (fix: Remediation): boolean =>
  isWatched(fix) && fix.nextCheckAt !== undefined && Date.parse(fix.nextCheckAt) < Date.now() + SOON_MS;
