import { StandingShape } from '../marks/standing-mark.tsx';
import { MARKS, type MarkName, markOf } from '../marks/standings.ts';
import { query, setQuery } from '../router/address.ts';
import { useSummary } from '../today/use-summary.ts';
import { FIX_STATES } from './fix-filters.ts';

type Count = { mark: MarkName; count: number; change: { state?: string[]; grade?: string } };

/** How many fixes stand where, each a filter. */
export function FixCounts() {
  const { data } = useSummary();
  if (data === undefined) return null;
  const counts = countsOf(data);
  if (counts.length === 0) return null;
  return (
    <>
      <fieldset class="fix-counts" aria-label="How many stand where" aria-describedby="fix-counts-means">
        {counts.map(({ mark, count, change }) => {
          const isOn = isChosen(change);
          return (
            <button
              key={mark}
              type="button"
              class="tag fix-count"
              aria-pressed={isOn}
              onClick={() =>
                setQuery(
                  isOn ? { state: undefined, grade: undefined } : { state: undefined, grade: undefined, ...change },
                )
              }
            >
              <StandingShape mark={mark} size={14} />
              {MARKS[mark].words} <b>{count.toLocaleString('en')}</b>
            </button>
          );
        })}
      </fieldset>
      <p id="fix-counts-means" class="fix-counts-about quiet small">
        Counted by state: those that came back and are open again are among the open ones, unproven claims among the
        claimed.
      </p>
    </>
  );
}

type Summary = NonNullable<ReturnType<typeof useSummary>['data']>;

function countsOf({ remediations, grades }: Summary): Count[] {
  const byMark = new Map<MarkName, Count>();
  for (const state of FIX_STATES) {
    if (state === 'verified') continue;
    const count = remediations.filter((one) => one.state === state).reduce((sum, one) => sum + one.count, 0);
    if (count === 0) continue;
    const mark = markOf({ state });
    const known = byMark.get(mark) ?? { mark, count: 0, change: { state: [] } };
    byMark.set(mark, { mark, count: known.count + count, change: { state: [...(known.change.state ?? []), state] } });
  }
  for (const grade of ['proven', 'attested', 'done, not tested'] as const) {
    const count = grades.filter((one) => one.grade === grade).reduce((sum, one) => sum + one.count, 0);
    if (count > 0) byMark.set(grade, { mark: grade, count, change: { grade } });
  }
  return [...byMark.values()];
}

function isChosen({ state = [], grade }: Count['change']): boolean {
  const { value } = query;
  return (
    value.getAll('state').join() === state.join() && value.getAll('grade').join() === (grade === undefined ? '' : grade)
  );
}
