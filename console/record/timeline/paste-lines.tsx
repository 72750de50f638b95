import { useState } from 'preact/hooks';
import { timeInWords } from '../../marks/time.tsx';
import { KINDS } from './kinds.tsx';
import type { Line } from './paste/lines.ts';

type PasteLinesProps = {
  lines: readonly Line[];
  /** Those that are shown however many there are. */
  toLookAt: readonly Line[];
  onChange: (line: number, change: Partial<Line>) => void;
};

/** Rows that a browser draws again at each letter without being felt. */
const AT_ONCE = 300;

/** Every line as it would become an entry: taken or not, its time, role, kind and words. */
export function PasteLines({ lines, toLookAt, onChange }: PasteLinesProps) {
  const [most, setMost] = useState(AT_ONCE);
  const always = new Set(toLookAt.map(({ line }) => line));
  const shown = lines.filter(({ line }, at) => at < most || always.has(line));
  return (
    <section class="paste-lines" aria-label="Lines" tabIndex={0}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Take</th>
            <th scope="col">Time</th>
            <th scope="col">Role</th>
            <th scope="col">Kind</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.line} class={line.isTaken ? '' : 'paste-off'}>
              <td>
                <input
                  type="checkbox"
                  aria-label={`Take line ${line.line + 1}`}
                  checked={line.isTaken}
                  disabled={line.isFixed}
                  onChange={({ currentTarget }) => onChange(line.line, { isTaken: currentTarget.checked })}
                />
              </td>
              <td>{line.at === undefined ? '?' : timeInWords(line.at)}</td>
              <td>{line.role}</td>
              <td>
                <select
                  class="select"
                  aria-label={`Kind of line ${line.line + 1}`}
                  value={line.kind}
                  disabled={line.isFixed}
                  onChange={({ currentTarget: { value } }) =>
                    onChange(line.line, { kind: KINDS.find((kind) => kind === value) ?? line.kind })
                  }
                >
                  {KINDS.map((kind) => (
                    <option key={kind}>{kind}</option>
                  ))}
                </select>
              </td>
              <td class="paste-preview">
                <textarea
                  class="input"
                  rows={1}
                  aria-label={`Words of line ${line.line + 1}`}
                  value={line.what}
                  readOnly={line.isFixed}
                  onInput={({ currentTarget }) => onChange(line.line, { what: currentTarget.value })}
                />
                {line.remarks.length === 0 ? null : <span class="quiet small">{line.remarks.join(' · ')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === lines.length ? null : (
        <p class="row">
          <span>
            {lines.length - shown.length} more lines are not shown. Those of them that are taken are added, too.
          </span>
          <button type="button" class="button" onClick={() => setMost(most + AT_ONCE)}>
            Show {AT_ONCE} more
          </button>
        </p>
      )}
    </section>
  );
}
