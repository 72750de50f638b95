import type { HoldfastConfigInput } from '../../shared/domain/policy/policy.ts';
import type { Check } from '../../shared/domain/verification/plan.ts';
import type { SourceHistory } from '../../shared/domain/verification/verdict/stretches.ts';
import type { SentSignal } from '../../shared/verification/take-in-signal.ts';
import { EVERY_SOURCE } from './truth/sources.ts';
import type { YearWeather } from './world/year-weather.ts';

/** Rules that a year takes away from the program, to see that it notices. None, in the usual year. */
export type YearWeakening = {
  readonly verification?: HoldfastConfigInput['verification'];
  /** A check before it is asked for. */
  readonly check?: (check: Check) => Check;
  /** Runs of the schedule that verifies. */
  readonly skipsSchedule?: true;
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
  readonly misses: string;
  /** The first seed that misses it, where that is not 1. */
  readonly seed?: number;
};

/** One resource of each source: it hides all others. */
const oneResource = (histories: readonly SourceHistory[]): SourceHistory[] =>
  [...Map.groupBy(histories, ({ source }) => source).values()].flatMap((ofSource) => ofSource.slice(0, 1));

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
    seed: 2,
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
  'the hold': {
    weakening: { verification: { hold: { reopenings: 10, within: 'PT1H' } } },
    weather: { bots: 1 },
    misses: 'what comes back again and again is held',
  },
};
