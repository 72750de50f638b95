import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { go } from '../router/address.ts';
import { type Binding, useKeys } from '../shell/keys.ts';
import { useWindow } from './use-window.ts';

export type Column<Line> = {
  head: string;
  /** Name of its width and place, `lists.css`. */
  as: string;
  cell: (line: Line) => ComponentChildren;
};

type LongTableProps<Line> = {
  label: string;
  columns: readonly Column<Line>[];
  lines: readonly Line[];
  keyOf: (line: Line) => string;
  /** Where a line leads; the cell of the column `main` is its link. */
  hrefOf: (line: Line) => string;
  /** Whether all lines are here, so that their number is known. */
  isWhole: boolean;
  nearEnd: () => void;
  peek?: (line: Line) => void;
};

/** The line that one was at in each list, for the way back. */
const lineAt = new Map<string, string>();

/** A table of any length, of which only what is seen is drawn. J and K move, Enter opens, Space peeks. */
export function LongTable<Line>(props: LongTableProps<Line>) {
  const { label, columns, lines, keyOf, hrefOf, isWhole } = props;
  const { table, rowHeight, from, to, reveal } = useWindow(lines.length, props.nearEnd);
  const { active, toFocus } = useActive(props, reveal);
  const shown = lines.slice(from, to);
  useLayoutEffect(() => {
    if (!toFocus.current) return;
    const link = table.current?.querySelector<HTMLElement>('tr[data-active] a');
    if (link) {
      toFocus.current = false;
      link.focus({ preventScroll: true });
    }
  });
  return (
    <table ref={table} class="long" aria-label={label} aria-rowcount={isWhole ? lines.length + 1 : -1}>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map(({ head, as }) => (
            <th key={head} scope="col" class={`col-${as}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <Space rows={from} rowHeight={rowHeight} columns={columns.length} />
      <tbody class="long-rows">
        {shown.map((line, at) => (
          <tr
            key={keyOf(line)}
            aria-rowindex={from + at + 2}
            data-key={keyOf(line)}
            {...(keyOf(line) === active ? { 'data-active': '' } : {})}
            onClick={(event) => {
              const isOnLink = (event.target as Element).closest('a, button') !== null;
              if (!isOnLink && getSelection()?.isCollapsed !== false) go(hrefOf(line));
            }}
          >
            {columns.map(({ head, as, cell }) => (
              <td key={head} class={`col-${as}`}>
                {cell(line)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <Space rows={lines.length - to} rowHeight={rowHeight} columns={columns.length} />
    </table>
  );
}

/** Holds the place of rows that are not drawn. */
function Space({ rows, rowHeight, columns }: { rows: number; rowHeight: number; columns: number }) {
  return (
    <tbody aria-hidden="true" class="long-space">
      {rows <= 0 ? null : (
        <tr>
          <td colSpan={columns} height={String(rows * rowHeight)} />
        </tr>
      )}
    </tbody>
  );
}

function useActive<Line>({ label, lines, keyOf, hrefOf, peek }: LongTableProps<Line>, reveal: (row: number) => void) {
  const [active, setActive] = useState(lineAt.get(label));
  const toFocus = useRef(false);
  const latest = useRef({ lines, active, reveal, peek });
  latest.current = { lines, active, reveal, peek };
  const keys = useMemo(() => {
    const current = () => latest.current.lines.findIndex((line) => keyOf(line) === latest.current.active);
    const move = (step: number) => {
      const all = latest.current.lines;
      const row = Math.min(Math.max(0, current() === -1 ? 0 : current() + step), all.length - 1);
      const line = all[row];
      if (line === undefined) return;
      lineAt.set(label, keyOf(line));
      toFocus.current = true;
      setActive(keyOf(line));
      latest.current.reveal(row);
    };
    const own: Binding[] = [
      { keys: 'J', words: 'Next line', run: () => move(1) },
      { keys: 'K', words: 'Line before', run: () => move(-1) },
    ];
    if (active === undefined) return own;
    const withLine = (run: (line: Line) => void) => () => {
      const line = latest.current.lines[current()];
      if (line !== undefined) run(line);
    };
    own.push({ keys: 'Enter', words: 'Open the line', run: withLine((line) => go(hrefOf(line))) });
    if (peek)
      own.push({ keys: 'Space', words: 'Peek at the line', run: withLine((line) => latest.current.peek?.(line)) });
    return own;
  }, [label, active === undefined]);
  useKeys(keys);
  return { active, toFocus };
}
