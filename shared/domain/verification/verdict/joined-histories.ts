import type { OneName } from '../source-names.ts';
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
 */
export function joinedHistories(histories: readonly SourceHistory[], oneName: OneName): SourceHistory[] {
  const named = histories.map((one) => ({ ...one, source: oneName(one.source) }));
  const byKey = Map.groupBy(named, ({ source, resource }) => JSON.stringify([source, resource]));
  return [...byKey.values()].flatMap(joined);
}

function joined(histories: readonly SourceHistory[]): SourceHistory[] {
  const [first] = histories;
  if (first === undefined || histories.length === 1) return [...histories];
  const said = histories.flatMap((one): Said[] => [...one.stretches.flatMap(knownWords), ...unjudgedWords(one)]);
  return [{ ...first, ...stateOf(said) }];
}

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
