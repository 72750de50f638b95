import * as z from 'zod';
import { NONE_UNJUDGED, type NotJudged, unjudgedAfter } from '../../domain/verification/verdict/not-judged.ts';
import { lastJudgedAt, type SourceState } from '../../domain/verification/verdict/source-state.ts';
import type { Stretch } from '../../domain/verification/verdict/stretches.ts';
import { Instant } from '../../domain/words/identifiers.ts';

const StoredStretch = z.object({
  outcome: z.enum(['pass', 'fail', 'gone']),
  from: Instant,
  to: Instant,
  fails: z.array(Instant).optional(),
  answers: z.array(Instant).optional(),
});
/** Last words of a source about a resource, as the table has them. */
export const LastWordsItem = z.object({
  source: z.string(),
  resource: z.string(),
  /** The last one ends at `lastAt`, which moves on by itself. */
  stretches: z.array(StoredStretch),
  lastOutcome: z.enum(['pass', 'fail', 'gone', 'none']),
  lastAt: Instant,
  /** Words since `lastAt` by which it did not judge, in milliseconds since 1970; absent: none. */
  notJudged: z.object({ times: z.array(z.int()), reason: z.string().optional() }).optional(),
  revision: z.int().positive(),
});
export type LastWordsItem = z.infer<typeof LastWordsItem>;

/** A release that counts no such words moves `lastAt` on, and leaves them: those before it are over. */
export function stateIn(item: LastWordsItem): SourceState {
  const stretches = stretchesIn(item);
  return { stretches, notJudged: unjudgedAfter(unjudgedIn(item), lastJudgedAt(stretches)) };
}

function unjudgedIn({ notJudged }: LastWordsItem): NotJudged {
  if (notJudged === undefined) return NONE_UNJUDGED;
  const { times, reason } = notJudged;
  return { times, ...(reason === undefined ? {} : { reason }) };
}

const stretchesIn = ({ stretches, lastAt }: LastWordsItem): Stretch[] =>
  stretches.map((one, index) => stretchIn(index === stretches.length - 1 ? { ...one, to: lastAt } : one));

const stretchIn = ({ outcome, from, to, fails = [], answers = [] }: z.infer<typeof StoredStretch>): Stretch => ({
  outcome,
  from: Date.parse(from),
  to: Date.parse(to),
  fails: fails.map((at) => Date.parse(at)),
  answers: answers.map((at) => Date.parse(at)),
});

const stored = ({ outcome, from, to, fails, answers }: Stretch): z.input<typeof StoredStretch> => ({
  ...{ outcome, from: instant(from), to: instant(to) },
  ...(fails.length === 0 ? {} : { fails: fails.map(instant) }),
  ...(answers.length === 0 ? {} : { answers: answers.map(instant) }),
});

const instant = (at: number): string => new Date(at).toISOString();

/** Fields in which a state is stored. */
export function storedState({ stretches, notJudged }: SourceState) {
  const last = stretches.at(-1);
  return {
    stretches: stretches.map(stored),
    lastOutcome: last?.outcome ?? 'none',
    lastAt: instant(last?.to ?? 0),
    ...(notJudged.times.length === 0 ? {} : { notJudged }),
  };
}
