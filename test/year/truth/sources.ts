import type { Random } from '../../faults/weather/random.ts';
import { DAY, HOUR, type Span } from './spans.ts';

/** A source of evidence, as it serves many fixes. */
export type Source = {
  readonly name: string;
  readonly every: number;
  /** Share of its looks at what works that say fail. */
  readonly falseFails: number;
  /** Holdfast may ask it. */
  readonly canBeAsked: boolean;
  /** A day on which it says nothing. */
  readonly outage: Span;
};

/** A source as it looks at one fix. */
export type Watcher = {
  readonly source: Source;
  /** Time of its first look. */
  readonly firstLook: number;
  /** It sees nothing of the flaw, so it quarrels with one that does. */
  readonly isBlind: boolean;
  readonly stopsAt: number;
  /** The plan takes its word. */
  readonly isAccepted: boolean;
};

/** Rates of what sources get wrong. Zero: they are honest. */
export type Noise = {
  /** Times the false fails of a source. */
  readonly falseFails: number;
  /** Share of false fails that the next look repeats. */
  readonly repeats: number;
  /** Share of looks at what is broken that say pass. */
  readonly falsePasses: number;
  /** Mean number of times a year that a source says fail for days. */
  readonly lasting: number;
};

export const NOISY: Noise = { falseFails: 1, repeats: 0.1, falsePasses: 0.01, lasting: 0.05 };
export const HONEST: Noise = { falseFails: 0, repeats: 0, falsePasses: 0, lasting: 0 };

const KINDS = [
  { name: 'edge-probe', every: 4 * HOUR, falseFails: 0.0002, canBeAsked: false },
  { name: 'cloud-posture', every: DAY, falseFails: 0.001, canBeAsked: true },
  { name: 'endpoint-agent', every: DAY, falseFails: 0.001, canBeAsked: false },
  { name: 'config-audit', every: 3 * DAY, falseFails: 0.003, canBeAsked: true },
  { name: 'weekly-scan', every: 7 * DAY, falseFails: 0.002, canBeAsked: true },
  { name: 'mail-simulation', every: 7 * DAY, falseFails: 0.002, canBeAsked: false },
] as const;
export const EVERY_SOURCE = KINDS.map(({ name }) => name);

/** Names of the sources that can be asked: one of each two that look as often. */
export const ASKABLE: readonly string[] = KINDS.filter(({ canBeAsked }) => canBeAsked).map(({ name }) => name);

export function drawSources(begin: number, end: number, random: Random): Source[] {
  return KINDS.map((kind) => {
    const from = random.integer(begin + 30 * DAY, end - 30 * DAY);
    return { ...kind, outage: { from, to: from + DAY } };
  });
}

export function drawWatcher(
  source: Source,
  [begin, end]: readonly [number, number],
  isAccepted: boolean,
  stops: number,
  random: Random,
): Watcher {
  return {
    source,
    isAccepted,
    firstLook: begin + random.integer(0, source.every),
    isBlind: false,
    stopsAt: random.chance(stops) ? random.integer(begin, end) : Number.POSITIVE_INFINITY,
  };
}

export type Look = { readonly outcome: 'pass' | 'fail' | 'not judged'; readonly isFalse: boolean };

/** The eyes of one source on one resource of a fix. */
export function createEyes({ source, isBlind, isAccepted }: Watcher, noise: Noise, random: Random) {
  let repeatsNext = false;
  let lastsUntil = Number.NEGATIVE_INFINITY;
  const lastingChance = (noise.lasting * source.every) / (365 * DAY);

  return function look(isBad: boolean, at: number): Look {
    const wasRepeated = repeatsNext;
    repeatsNext = false;
    if (random.chance(lastingChance)) lastsUntil = at + random.integer(DAY, 5 * DAY);
    if (random.chance(0.02)) return { outcome: 'not judged', isFalse: false };
    // Whom no plan accepts says what it likes.
    if (!isAccepted) return { outcome: random.chance(0.5) ? 'fail' : 'pass', isFalse: true };
    if (isBlind) return { outcome: 'pass', isFalse: isBad };
    if (isBad) return random.chance(noise.falsePasses) ? { outcome: 'pass', isFalse: true } : FAIL;
    if (wasRepeated || at < lastsUntil) return { outcome: 'fail', isFalse: true };
    if (!random.chance(source.falseFails * noise.falseFails)) return PASS;
    repeatsNext = random.chance(noise.repeats);
    return { outcome: 'fail', isFalse: true };
  };
}

/** What is seen of several resources, said of all of them: fail when anything of it fails. */
export function ofAll(looks: readonly Look[]): Look {
  const fails = looks.filter(({ outcome }) => outcome === 'fail');
  if (fails.length > 0) return { outcome: 'fail', isFalse: fails.every(({ isFalse }) => isFalse) };
  const notJudged = looks.find(({ outcome }) => outcome === 'not judged');
  return notJudged ?? { outcome: 'pass', isFalse: looks.some(({ isFalse }) => isFalse) };
}

const PASS: Look = { outcome: 'pass', isFalse: false };
const FAIL: Look = { outcome: 'fail', isFalse: false };

/** How long a word is under way: ten minutes in the mean, now and then for days, and once in a while for weeks. */
export function lateness(late: number, random: Random): number {
  if (random.chance(late)) return random.integer(HOUR, random.chance(0.05) ? 20 * DAY : 5 * DAY);
  return Math.min(6 * HOUR, Math.floor(-Math.log(1 - random.fraction()) * 600_000));
}
