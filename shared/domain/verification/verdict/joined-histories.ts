import type { OneName } from '../source-names.ts';
import { failTimesOf } from './fails.ts';
import { NONE_UNJUDGED, type NotJudgedWord } from './not-judged.ts';
import { type Said, stateOf } from './source-state.ts';
import type { SourceHistory, Stretch, Word } from './stretches.ts';

/**
 * Histories with one for each source and resource, though the source speaks under several names.
 *
 *     security-hub       [ P ]      F
 *     security-hub-asff        [ P ]   [ P ]
 *     joined             [   P    ] F  [ P ]
 *
 * Only the ends of a run of passes are known, so what another name said in the middle of one parts it in two. Fails are all there.
 *
 * @param between words in the middle of such runs: see `passesParted`
 */
export function joinedHistories(
  histories: readonly SourceHistory[],
  oneName: OneName,
  between: readonly WordBetween[] = [],
): SourceHistory[] {
  return bySource(histories, oneName).flatMap(({ source, of }) => {
    const [first] = of;
    if (first === undefined || of.length === 1) return of.map((one) => ({ ...one, source }));
    const said = of.flatMap((one): Said[] => [
      ...one.stretches.flatMap(knownWords),
      ...unjudgedWords(one),
      ...between.filter((other) => isOf(one, other)).map(({ word }) => word),
    ]);
    return [{ ...first, source, ...stateOf(said) }];
  });
}

/** A word of a source, under the name that it was said under, about a resource. */
export type WordBetween = Pick<SourceHistory, 'source' | 'resource'> & { readonly word: Word };

/** A run of passes that another name's fail falls into: its next pass after that took the fail back, and has to be read. */
export type PartedPasses = Pick<SourceHistory, 'source' | 'resource'> & { readonly after: number };

/** More fails inside one run are not looked at: a pass between two of them ends the first. */
const MOST_PARTED = 30;

/** Runs of passes that fails under another name part, and where. */
export function passesParted(histories: readonly SourceHistory[], oneName: OneName): PartedPasses[] {
  return bySource(histories, oneName).flatMap(({ of }) =>
    of.flatMap(({ source, resource, stretches }) => {
      const fails = of.filter((other) => other.source !== source).flatMap(failTimesOf);
      return stretches
        .filter(({ outcome }) => outcome === 'pass')
        .flatMap(({ from, to }) => fails.filter((at) => from <= at && at < to))
        .toSorted((a, b) => a - b)
        .slice(-MOST_PARTED)
        .map((after) => ({ source, resource, after }));
    }),
  );
}

function bySource(histories: readonly SourceHistory[], oneName: OneName) {
  const keyOf = ({ source, resource }: SourceHistory) => JSON.stringify([oneName(source), resource]);
  return [...Map.groupBy(histories, keyOf).values()].map((of) => ({ source: oneName(of[0]?.source ?? ''), of }));
}

const isOf = (a: Pick<SourceHistory, 'source' | 'resource'>, b: Pick<SourceHistory, 'source' | 'resource'>): boolean =>
  a.source === b.source && a.resource === b.resource;

function unjudgedWords({ notJudged: { times, reason } = NONE_UNJUDGED }: SourceHistory): NotJudgedWord[] {
  return times.map((at, index) => ({
    ...{ at, outcome: 'not judged' },
    ...(index < times.length - 1 || reason === undefined ? {} : { reason }),
  }));
}

/** Words of which a stretch keeps the times. */
function knownWords({ outcome, from, to, fails, answers }: Stretch): Word[] {
  const answered = answers.map((at): Word => ({ at, outcome, isAnswer: true }));
  const others = [from, ...fails, to].filter((at) => !answers.includes(at)).map((at): Word => ({ at, outcome }));
  return [...answered, ...others];
}
