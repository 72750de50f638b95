import type { HoldfastConfigInput } from '../../shared/domain/policy/policy.ts';
import { isWatched, type Remediation } from '../../shared/domain/remediation/remediation.ts';
import type { Check } from '../../shared/domain/verification/plan.ts';
import type { SourceHistory } from '../../shared/domain/verification/verdict/stretches.ts';
import type { RecordStore } from '../../shared/store/records/record-store.ts';
import type { SentSignal } from '../../shared/verification/take-in-signal.ts';
import { EVERY_SOURCE, NOISY, type Noise } from './truth/sources.ts';
import type { YearWeather } from './world/year-weather.ts';

/** Rules that a year takes away from the program, to see that it notices. None, in the usual year. */
export type YearWeakening = {
  readonly verification?: HoldfastConfigInput['verification'];
  /** Names of the sources that Holdfast asks. */
  readonly askable?: readonly string[];
  /** The store by which fixes are read and changed. */
  readonly store?: (store: RecordStore, now: () => string) => RecordStore;
  /** A check before it is asked for. */
  readonly check?: (check: Check) => Check;
  /** Runs of the schedule that verifies. */
  readonly skipsSchedule?: true;
  /** Beats of the intake. */
  readonly skipsBeat?: true;
  /** Signals that are not taken up when they arrive. */
  readonly ignores?: (outcome: SentSignal['outcome']) => boolean;
  /** A signal before it is taken in. */
  readonly sent?: (signal: SentSignal, now: string) => SentSignal;
  /** What is known of a subject, before it is judged. */
  readonly histories?: (histories: readonly SourceHistory[]) => SourceHistory[];
};

/** A rule that a year takes away, the weather in which it is needed most, and the promise that is missed then. */
export type Weakened = {
  readonly weakening: YearWeakening;
  readonly weather?: Partial<YearWeather>;
  /** Errors of sources, where honest ones do not miss it. */
  readonly noise?: Noise;
  readonly misses: string;
  /** A seed that misses it, where that is not 2. */
  readonly seed?: number;
};

/** One resource of each source: it hides all others. */
const oneResource = (histories: readonly SourceHistory[]): SourceHistory[] =>
  [...Map.groupBy(histories, ({ source }) => source).values()].flatMap((ofSource) => ofSource.slice(0, 1));

/** Their answers count as whatever else they say. */
const withoutAnswers = (histories: readonly SourceHistory[]): SourceHistory[] =>
  histories.map((one) => ({ ...one, stretches: one.stretches.map((stretch) => ({ ...stretch, answers: [] })) }));

/** In one hour of each day nobody knows what was asked. In all of them, and a source would be asked without end. */
function forgetful(store: RecordStore, now: () => string): RecordStore {
  const isForgotten = () => now().slice(11, 13) === '12';
  const seen = (fix: Remediation | undefined) =>
    fix !== undefined && isWatched(fix) && isForgotten() ? { ...fix, asked: undefined } : fix;
  return {
    ...store,
    remediation: async (...of) => seen(await store.remediation(...of)),
    changeRemediation: (postMortemId, remediationId, decide, cause) =>
      store.changeRemediation(postMortemId, remediationId, (latest) => decide(seen(latest)), cause),
  };
}

export const WEAKENED: Record<string, Weakened> = {
  'judging when a fail arrives': {
    weakening: { ignores: (outcome) => outcome === 'fail' },
    misses: 'a fail that stood reopens the fix in time',
  },
  'the schedule that verifies': {
    weakening: { skipsSchedule: true },
    weather: { stops: 0.6 },
    misses: 'silence makes a fix late in time',
  },
  'the beat of the intake': {
    weakening: { skipsBeat: true },
    weather: { stops: 1 },
    seed: 6,
    misses: 'silence of an outage of our own is excused',
  },
  'that a fail counts after an hour': {
    weakening: { verification: { failStandsFor: 'P3D' } },
    misses: 'a fail that stood reopens the fix in time',
  },
  'that a fail has to stand': {
    weakening: { verification: { failStandsFor: 'PT1S' } },
    misses: 'a reopening rests on a fail that stood',
  },
  'the greatest age of evidence': {
    weakening: { verification: { evidenceMaxAge: 'P200D' } },
    weather: { stops: 0.6 },
    seed: 6,
    misses: 'nothing is shown as proven by old evidence',
  },
  'that silence becomes unproven': {
    weakening: { verification: { unprovenAfter: 'P60D' } },
    weather: { stops: 0.6 },
    misses: 'silence makes a fix unproven in time',
  },
  'that words go by the time of their observation': {
    weakening: { sent: (signal, now) => ({ ...signal, observedAt: now }) },
    weather: { late: 0.4 },
    misses: 'a reopening rests on a fail that stood',
  },
  'a state for each resource': {
    weakening: { histories: oneResource },
    misses: 'a fail that stood reopens the fix in time',
  },
  // A plan without sources is not approved: this one takes every source that there is, which comes to the same.
  'that a plan names its sources': {
    weakening: {
      check: (check) => (check.kind === 'signal' ? { ...check, sources: [...EVERY_SOURCE], need: 'any' } : check),
    },
    weather: { strangers: 1 },
    misses: 'a reopening rests on a fail that stood',
  },
  'a time of its own for each step': {
    weakening: { verification: { steps: ['P1D', 'P2D', 'P3D'] } },
    misses: 'a step passes on evidence of its own',
  },
  'asking about a fail': {
    weakening: { askable: [] },
    noise: { ...NOISY, falseFails: 20 },
    misses: 'a false reopening was asked about',
  },
  'that a fail which is repeated when asked counts at once': {
    weakening: { histories: withoutAnswers },
    misses: 'a fail that is repeated when asked counts at once',
  },
  'asking ahead': {
    weakening: { verification: { askAhead: 'PT1S' } },
    weather: { stops: 0.6 },
    misses: 'silence is held only after asking',
  },
  'that a question is remembered': {
    weakening: { store: forgetful },
    seed: 3,
    misses: 'each question is asked once',
  },
  'the hold': {
    weakening: { verification: { hold: { reopenings: 10, within: 'PT1H' } } },
    weather: { bots: 1 },
    misses: 'what comes back again and again is held',
  },
};
