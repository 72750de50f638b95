import { to } from '../../router/to.ts';
import type { FoundRecord } from './found-records.ts';
import type { TakenIn } from './take-in.ts';

type FoundTableProps = { found: readonly FoundRecord[]; taken: ReadonlyMap<FoundRecord, TakenIn> };

/** Lines that are drawn; those that are refused come first, and all of them. */
const DRAWN = 200;

/** Every record of the files, and what became of it: what is wrong stands at the top. */
export function FoundTable({ found, taken }: FoundTableProps) {
  const isRefused = (one: FoundRecord) => taken.get(one)?.outcome === 'refused';
  const lines = [...found.filter(isRefused), ...found.filter((one) => !isRefused(one)).slice(0, DRAWN)];
  const hidden = found.length - lines.length;
  return (
    <>
      <p aria-live="polite">{countsOf(found, taken)}</p>
      <div class="import-scroll">
        <table class="import-table">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Record</th>
              <th scope="col">What becomes of it</th>
              <th scope="col">Complete</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((one) => (
              <FoundLine key={`${one.file} ${one.place}`} one={one} taken={taken.get(one)} />
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 ? <p class="quiet">{hidden.toLocaleString('en')} more are not listed.</p> : null}
    </>
  );
}

function FoundLine({ one, taken }: { one: FoundRecord; taken: TakenIn | undefined }) {
  return (
    <tr>
      <td class="quiet">
        <bdi>{one.file}</bdi> {one.place}
      </td>
      <th scope="row">
        <bdi>{one.name}</bdi>
      </th>
      <td>
        <Outcome taken={taken} />
      </td>
      <td>{taken?.completeness === undefined ? '' : `${taken.completeness} %`}</td>
    </tr>
  );
}

function Outcome({ taken }: { taken: TakenIn | undefined }) {
  if (taken === undefined) return <span class="quiet">not looked at</span>;
  if (taken.outcome === 'refused') {
    return (
      <>
        <strong class="import-refused">! refused</strong>
        <ul>
          {taken.faults.map(({ place, words }) => (
            <li key={`${place} ${words}`}>
              {place === '' ? null : <code>{place}</code>} {words}
            </li>
          ))}
        </ul>
      </>
    );
  }
  if (taken.postMortemId === undefined) return <span>{taken.outcome}</span>;
  return <a href={to.record(taken.postMortemId)}>{taken.outcome}</a>;
}

function countsOf(found: readonly FoundRecord[], taken: ReadonlyMap<FoundRecord, TakenIn>): string {
  const outcomes = ['refused', 'would be imported', 'imported', 'there already'] as const;
  const counts = outcomes.flatMap((outcome) => {
    const count = found.filter((one) => taken.get(one)?.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  const records = `${found.length} ${found.length === 1 ? 'record' : 'records'}`;
  return counts.length === 0 ? `${records} in the files.` : `${records}: ${counts.join(', ')}.`;
}
