import type { Topology } from '../../local/aws-model/stack-topology.ts';
import { createJira, type Jira } from '../../local/jira-simulator/jira.ts';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import type { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import { isRecordHead, postMortemIdIn } from '../../shared/store/keys.ts';
import { writeApprovedWalk } from '../../shared/store/queues/approved-walk.ts';
import { recordStore } from '../../shared/store/records/record-store.ts';
import { type Cloud, createCloud } from './aws/cloud.ts';
import { functionCode } from './aws/function-code.ts';
import type { Weather } from './aws/invocation.ts';
import { startSchedules } from './aws/schedules.ts';
import { createEarlyDepartures, type EarlyDepartures } from './jira/early-departures.ts';
import { JIRA_URL } from './jira/jira-access.ts';
import { createJiraWebhooks } from './jira/jira-webhooks.ts';
import { peopleAt, type StormSite } from './jira/storm-sites.ts';
import { createApiClient } from './people/api-client.ts';
import { editInBulk } from './people/bulk-editors.ts';
import { createControls } from './people/controls.ts';
import { keepDuties, rememberMore } from './people/duty-people.ts';
import { evadeWork } from './people/evading-people.ts';
import { sendSignals } from './people/evidence-sources.ts';
import { liveThroughIncident } from './people/incident-people.ts';
import { speakForAnotherSource } from './people/leaked-secret.ts';
import { MINUTE, type PeopleWorld } from './people/people-world.ts';
import { decideOnRemediations, putOffWhatFailed, workOnTickets } from './people/remediation-people.ts';
import { reviewRecords } from './people/review-people.ts';
import type { Weakening } from './safeguards/safeguards.ts';
import { LONGEST_INDEX_LAG_MS } from './simulation-config.ts';
import { createMemoryTable, type MemoryTable } from './table/memory-table.ts';
import { createFaultPlan } from './weather/fault-plan.ts';
import { createRandom, type Random } from './weather/random.ts';
import { createTimeline } from './weather/timeline.ts';
import { createTrace } from './weather/trace.ts';

const START = '2026-11-21T10:00:00.000Z';
/** So few that the searches of sweeps take several pages, between which people work. */
const MOST_ON_SEARCH_PAGE = 50;

/** A world in which a storm takes place, and what is left of it for those who look at it afterwards. */
export type Storm = {
  readonly weather: Weather;
  readonly config: HoldfastConfig;
  readonly table: MemoryTable;
  readonly site: StormSite;
  readonly jira: Jira;
  readonly cloud: Cloud;
  readonly topology: Topology;
  readonly endsAt: number;
  readonly stopSchedules: () => void;
  /** Issues that a person deleted, by id. */
  readonly deleted: ReadonlySet<string>;
  /** Faults that no person and no function of ours should ever meet: mistakes of the simulation itself. */
  readonly mistakes: readonly unknown[];
  readonly earlyDepartures: EarlyDepartures;
};

/** Sets up the world of a seed, with people in it, and its faults. Nothing happens before its timeline runs. */
export function beginStorm(
  seed: number,
  config: HoldfastConfig,
  given: Topology,
  { weakening, site }: { weakening: Weakening; site: StormSite },
): Storm {
  const topology = weakening.topology === undefined ? given : weakening.topology(given);
  const random = createRandom(seed, 'world');
  const timeline = createTimeline(START);
  const stormMs = random.integer(2, 6) * 60 * MINUTE;
  const plan = createFaultPlan(createRandom(seed, 'faults'), timeline, stormMs, weakening.aim);
  const weather: Weather = { timeline, random, plan, trace: createTrace(timeline) };
  const newId = createIds(random);
  const controls = createControls(seed);

  const earlyDepartures = createEarlyDepartures(timeline);
  const table = createMemoryTable({
    nowMs: timeline.nowMs,
    indexLagMs: () => random.mostlyShort(plan.isCalm() ? 1_000 : 60_000),
    pageSize: () => (random.chance(0.5) ? random.integer(1, 20) : 200),
    onWrite: (write) => {
      earlyDepartures.onWrite(write);
      cloud.onWrite(write);
    },
  });
  const mostLagMs = random.pick([0, 2_000, 60_000, LONGEST_INDEX_LAG_MS]);
  const isSlowIndex = random.chance(0.5);
  const jira: Jira = createJira({
    url: JIRA_URL,
    ...(site.description === undefined ? {} : { site: site.description }),
    manners: { mostOnSearchPage: MOST_ON_SEARCH_PAGE },
    clock: () => new Date(timeline.nowMs()),
    indexLagMs: () => (isSlowIndex && !plan.isCalm() ? mostLagMs : random.integer(0, mostLagMs)),
    onWebhook: (message) => webhooks.tell(message),
  });
  const files = new Map<string, string>();
  const hurryMs = hurryOf(seed);
  const cloud: Cloud = createCloud(topology, { ...weather, inAHurry: hurried(hurryMs) }, (name) =>
    functionCode(
      {
        ...{ weather, table, jira, controls, config, newId, files, weakening, earlyDepartures },
        lookMs: hurryMs ?? 0,
        put: (entries) => cloud.put(entries),
        queueBehind: (worker) => cloud.queueOf(queueBehind(topology, worker)),
      },
      name,
    ),
  );
  const sweepsIncidents = topology.functions.some(({ name }) => name === 'sweep-incidents');
  const webhooks = createJiraWebhooks({
    weather,
    post: (event, done, isSpared) => cloud.call(routeTo(topology, 'POST /webhooks/jira'), event, done, { isSpared }),
    mayBeLost: ({ issueKey }) => sweepsIncidents || !issueKey.startsWith(`${site.incident.project}-`),
  });

  const endsAt = timeline.nowMs() + stormMs;
  if (hurryMs !== undefined) void lookedADayBefore(table, timeline.nowMs() + 0.7 * stormMs);
  const deleted = new Set<string>();
  const mistakes: unknown[] = [];
  const pause = (shortestMs: number, longestMs: number): Promise<void> =>
    new Promise((resolve) => timeline.after(random.integer(shortestMs, longestMs), resolve));
  const world: PeopleWorld = {
    ...weather,
    jira,
    site,
    peopleAt: peopleAt(site, jira),
    ask: createApiClient(weather, (event, done) => cloud.call(routeOf(topology, event), event, done)),
    newId,
    seen: recordStore({
      table: { client: table.client(), name: 'records' },
      rules: config,
      now: timeline.now,
      newId,
      backOff: () => Promise.resolve(),
    }),
    isOver: () => timeline.nowMs() >= endsAt,
    endsAt,
    controls,
    pause,
    deleted,
    records: () => recordIds(table),
  };
  const stopSchedules = startSchedules(topology, cloud, weather);
  for (const life of livesIn(world, { isInAHurry: hurryMs !== undefined, evasion: createRandom(seed, 'evasion') }))
    life.catch((error: unknown) => mistakes.push(error));
  return {
    weather,
    config,
    site,
    table,
    jira,
    cloud,
    topology,
    endsAt,
    deleted,
    mistakes,
    stopSchedules,
    earlyDepartures,
  };
}

/** In some storms there is more to sweep than a run has time for: runs of the sweeps have a second then, in place of minutes. */
function hurryOf(seed: number): number | undefined {
  const random = createRandom(seed, 'hurry');
  return random.chance(0.15) ? random.integer(800, 1_500) : undefined;
}

/** The next daily look at approved records begins at that time, when there are some. */
const lookedADayBefore = (table: MemoryTable, nextAt: number): Promise<void> =>
  writeApprovedWalk(
    { client: table.client(), name: 'records' },
    { beganAt: new Date(nextAt - 24 * 60 * MINUTE).toISOString() },
  );

/** @returns what the function is told that it has left */
const hurried = (shortMs: number | undefined) => (name: string, remainingMs: number, timeoutMs: number) =>
  shortMs === undefined || !name.startsWith('sweep-')
    ? remainingMs
    : Math.max(0, remainingMs - timeoutMs + RESERVED_MS + shortMs);

/** Nothing new is begun so long before the end of a run. */
const RESERVED_MS = 10_000;

function livesIn(
  world: PeopleWorld,
  { isInAHurry, evasion }: { isInAHurry: boolean; evasion: Random },
): Promise<void>[] {
  const incidents = Array.from({ length: world.random.integer(1, 3) }, (_, index) =>
    liveThroughIncident(world, index + 1),
  );
  const duties = [rememberMore(world), keepDuties(world)];
  return [
    ...incidents,
    ...duties,
    reviewRecords(world),
    workOnTickets(world),
    sendSignals(world),
    speakForAnotherSource(world),
    decideOnRemediations(world),
    putOffWhatFailed(world),
    ...(isInAHurry ? [editInBulk(world)] : []),
    evadeWork(world, evasion),
  ];
}

/** The one queue on which a function works. */
function queueBehind({ functions, sources }: Topology, worker: string): string {
  const ids = new Set(functions.filter(({ name }) => name === worker).map(({ id }) => id));
  const source = sources.find(({ to, isStream }) => !isStream && ids.has(to));
  if (source === undefined) throw new Error(`the template has no queue for ${worker}`);
  return source.from;
}

function routeTo({ routes }: Topology, wanted: string): string {
  const route = routes.find(({ key }) => key === wanted);
  if (route === undefined) throw new Error(`the template has no route ${wanted}`);
  return route.to;
}

function routeOf(topology: Topology, event: unknown): string {
  const { method, path } = Object(Object(Object(event).requestContext).http);
  return routeTo(topology, path === '/signals' ? 'POST /signals' : `${method} /{proxy+}`);
}

function recordIds(table: MemoryTable): PostMortemId[] {
  return table
    .all()
    .filter(isRecordHead)
    .map(({ pk }) => postMortemIdIn(pk));
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** ULIDs in order whose last digits follow from the seed. */
function createIds(random: Random): () => string {
  let count = 0;
  const digit = (value: number): string => ALPHABET.charAt(value % 32);
  return () => {
    count += 1;
    const counted = [1_048_576, 32_768, 1_024, 32, 1].map((unit) => digit(Math.floor(count / unit))).join('');
    return `01KAST0RM0${counted}00000${Array.from({ length: 6 }, () => digit(random.integer(0, 31))).join('')}`;
  };
}
