import { WHOLE_SUBJECT } from '../../../shared/domain/verification/signal.ts';
import type { FixBooks, SaidWord } from '../books.ts';
import { acceptedSources, type FixPlan } from '../world/plan.ts';
import { PROMISED } from '../world/year-config.ts';

export const keyOf = ({ source, resource }: Pick<SaidWord, 'source' | 'resource'>): string => `${source} ${resource}`;

/** Of two words of one time the fail is the later one. */
export const inOrder = (a: SaidWord, b: SaidWord): number =>
  a.observedAt - b.observedAt || Number(a.outcome === 'fail') - Number(b.outcome === 'fail');

/** Words of one source about one resource that were known at a time, in the order in which they were observed. */
export const knownOf = (words: readonly SaidWord[], at: number): SaidWord[] =>
  words.filter(({ arrivedAt }) => arrivedAt <= at).toSorted(inOrder);

export const wordsByKey = ({ words }: FixBooks): Map<string, SaidWord[]> => Map.groupBy(words, keyOf);

/** The newest pass of all that a plan needs, from the newest pass of each source on each resource. */
export function newestNeeded(plan: FixPlan, passes: ReadonlyMap<string, number>): number {
  const sources = acceptedSources(plan);
  const { need } = plan;
  const wanted = need === 'all' ? sources.length : need === 'any' ? 1 : Math.min(need, sources.length);
  const nth = (resources: readonly string[]): number => {
    const newest = sources.map((source) =>
      Math.max(...resources.map((resource) => passes.get(keyOf({ source, resource })) ?? Number.NEGATIVE_INFINITY)),
    );
    return newest.toSorted((a, b) => b - a)[wanted - 1] ?? Number.NEGATIVE_INFINITY;
  };
  // A source may be asked about all of it at once, where the plan names nothing.
  return plan.namesResources
    ? Math.min(...plan.resources.map((one) => nth([one])))
    : nth([...plan.resources, WHOLE_SUBJECT]);
}

/** A span in which nothing newer was known than one pass of all that is needed. */
export type Knowledge = { readonly from: number; readonly to: number; readonly newest: number };

export function knowledgeOf({ words, plan }: FixBooks, end: number): Knowledge[] {
  const passes = new Map<string, number>();
  const spans: Knowledge[] = [{ from: Number.NEGATIVE_INFINITY, to: end, newest: Number.NEGATIVE_INFINITY }];
  const arrivals = words
    .filter(({ outcome, arrivedAt }) => outcome === 'pass' && arrivedAt <= end)
    .toSorted((a, b) => a.arrivedAt - b.arrivedAt);
  for (const word of arrivals) {
    const key = keyOf(word);
    if ((passes.get(key) ?? 0) >= word.observedAt) continue;
    passes.set(key, word.observedAt);
    const newest = newestNeeded(plan, passes);
    const last = spans.at(-1);
    if (last === undefined || last.newest === newest) continue;
    spans.splice(-1, 1, { ...last, to: word.arrivedAt }, { from: word.arrivedAt, to: end, newest });
  }
  return spans;
}

export const newestAt = (spans: readonly Knowledge[], at: number): number =>
  spans.findLast(({ from }) => from <= at)?.newest ?? Number.NEGATIVE_INFINITY;

/**
 * When newer evidence than `newest` is wanted of a claim: at the first step that it does not answer, or when it is too old.
 *
 *     claim ── 7 d ── 30 d ────────── 90 d        evidence of day 31 answers the first two
 */
export function wantedAt(claimAt: number, newest: number): number {
  let previous = claimAt;
  for (const step of PROMISED.steps) {
    const at = claimAt + step;
    if (newest <= Math.max(previous, at - PROMISED.evidenceMaxAge)) return at;
    previous = at;
  }
  return newest + PROMISED.evidenceMaxAge;
}
