import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

/** Everything that can go wrong. A seed picks some of these, how often each strikes, and when a service is down. */
export const FAULT_KINDS = [
  'crash before the call',
  'crash after the call',
  'time-out before the effect',
  'time-out after the effect',
  'connection reset before the effect',
  'connection reset after the effect',
  'throttled',
  'internal error',
  'transaction conflict',
  'transaction throttled',
  'repeated by the SDK',
  '429 with Retry-After',
  '429 without Retry-After',
  '429 for all of the site',
  '429 for one issue',
  '5xx before the effect',
  '5xx after the effect',
  '403',
  'entries partly taken',
  'messages partly taken',
  'function cut off',
  'delivered twice',
  'delivered late',
  'not deliverable',
  'webhook lost',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type Service = 'intake' | 'table' | 'jira' | 'bus' | 'queues' | 'files' | 'webhooks' | 'sources';
export type Outage = { readonly service: Service; readonly from: number; readonly to: number };

export type FaultPlan = ReturnType<typeof createFaultPlan>;

/** The longest that a call to a service near by takes when all is well, and when it is slow. */
const LATENCY_MS = 60;
const SLOW_MS = 6_000;

/** How often a kind that the seed picked strikes, at the most: once in so many occasions. */
const MOST_OFTEN = 0.06;
/** These end whole units of work, or repeat them: less often, or nothing would ever be finished. */
const RARER: Partial<Record<FaultKind, number>> = {
  'crash before the call': 0.3,
  'crash after the call': 0.3,
  'function cut off': 0.5,
  '403': 0.5,
  '429 for all of the site': 0.3,
  'not deliverable': 0.3,
  'delivered twice': 3,
  'delivered late': 4,
  'webhook lost': 3,
};

/** Moments where a protocol is most easily broken. A seed may aim at one of these, and strike there nearly always. */
const WEAK_SPOTS = [
  'POST issue',
  'POST issue',
  'POST issue/',
  'POST search',
  'GET issue',
  'write together',
  'put INBOX',
  'put events',
] as const;
/** Weather that looks for one weakness: how often kinds strike, where nearly always, and how often an incident hides. */
export type Aim = {
  readonly rates: Partial<Record<FaultKind, number>>;
  readonly spot?: (typeof WEAK_SPOTS)[number];
  readonly hiddenShare?: number;
  /** For how long the intake of signals is down once, in milliseconds. */
  readonly intakeDownMs?: number;
};

/** Time in which the schedule has called the intake of signals at least once, whatever is lost. */
const FIRST_BEATS_MS = 1_200_000;

const AIMED = 12;
const MOST_OFTEN_AIMED = 0.5;

/**
 * Plan of the faults. Each seed leaves some kinds out: a run with all of them at once seldom gets far enough to meet the
 * rare orders of events. https://users.cs.utah.edu/~regehr/papers/swarm12.pdf
 */
export function createFaultPlan(random: Random, timeline: Timeline, stormMs: number, aim?: Aim) {
  const intensity = random.pick([0.1, 0.3, 0.6, 1]);
  const share = random.pick([0.25, 0.5, 0.9]);
  const rates = new Map(
    FAULT_KINDS.map((kind) => [
      kind,
      random.chance(share) ? random.fraction() * MOST_OFTEN * intensity * (RARER[kind] ?? 1) : 0,
    ]),
  );
  const pickedSpot = random.chance(0.6) ? random.pick(WEAK_SPOTS) : undefined;
  const weakSpot = aim?.spot ?? pickedSpot;
  for (const kind of FAULT_KINDS) rates.set(kind, aim?.rates[kind] ?? rates.get(kind) ?? 0);
  const outages: Outage[] = [
    ...(random.chance(0.4)
      ? [anOutage(random.pick(['table', 'jira', 'bus', 'bus', 'queues', 'files']), 5_400_000)]
      : []),
    ...(random.chance(0.35) ? [anOutage('webhooks', 2 * stormMs)] : []),
    ...intakeOutage(),
  ];
  const slowShare = random.pick([0, 0.02, 0.15]);
  let isCalm = false;
  let calmAt = Number.POSITIVE_INFINITY;

  function intakeOutage(): Outage[] {
    const isOut = random.chance(0.3);
    // Before the first beat nothing is known of the intake.
    const from = timeline.nowMs() + random.integer(FIRST_BEATS_MS, stormMs / 2);
    const lasts = aim?.intakeDownMs ?? random.integer(30_000, 7_200_000);
    return isOut || aim?.intakeDownMs !== undefined ? [{ service: 'intake', from, to: from + lasts }] : [];
  }

  function anOutage(service: Service, longestMs: number): Outage {
    const from = timeline.nowMs() + random.integer(0, stormMs / 2);
    return { service, from, to: from + random.integer(30_000, longestMs) };
  }

  return {
    /** From now on nothing goes wrong. */
    calm(): void {
      isCalm = true;
      calmAt = timeline.nowMs();
    },
    isCalm: () => isCalm,

    /** Share of the incidents that nobody but the team may see when they close. */
    hiddenShare: aim?.hiddenShare ?? 0.1,

    /** @param where the operation in words, as the trace has it */
    strikes(kind: FaultKind, where = ''): boolean {
      if (isCalm) return false;
      const rate = rates.get(kind) ?? 0;
      const isAimedAt = weakSpot !== undefined && isAt(weakSpot, where);
      return random.chance(isAimedAt ? Math.min(MOST_OFTEN_AIMED, rate * AIMED) : rate);
    },

    /** How long an operation is under way before it takes effect. */
    latencyMs(): number {
      return 1 + (!isCalm && random.chance(slowShare) ? random.integer(0, SLOW_MS) : random.mostlyShort(LATENCY_MS));
    },

    /** Times in which signals could not be taken in. What was to last longer ended with the storm. */
    intakeOutages: (): readonly Outage[] =>
      outages
        .filter(({ service }) => service === 'intake')
        .map((outage) => ({ ...outage, to: Math.min(outage.to, calmAt) })),

    /** While a service is down nearly nothing reaches it, and nothing at all the intake. */
    isDown(service: Service): boolean {
      if (isCalm) return false;
      const now = timeline.nowMs();
      const isOut = outages.some((outage) => outage.service === service && outage.from <= now && now < outage.to);
      return isOut && (service === 'intake' || random.chance(0.98));
    },

    describe: (): string[] => [
      ...(weakSpot === undefined ? [] : [`aims at “${weakSpot}”`]),
      ...[...rates].filter(([, rate]) => rate > 0).map(([kind, rate]) => `${kind} ${(rate * 100).toFixed(1)} %`),
      ...outages.map(
        ({ service, from, to }) =>
          `${service} down for ${Math.round((to - from) / 60_000)} min from ${new Date(from).toISOString()}`,
      ),
    ],
  };
}

/** `POST issue` is the creation of one, `POST issue/` anything that is done to one. */
function isAt(weakSpot: string, where: string): boolean {
  return where.startsWith(weakSpot) && (weakSpot !== 'POST issue' || !/^POST issue\/\d/.test(where));
}
