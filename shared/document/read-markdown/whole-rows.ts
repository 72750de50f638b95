import type { StateCore, Token } from 'markdown-it';

/**
 * Makes running text of a table in which a row has more cells than the heading: as a table, Markdown would leave them out.
 * Runs between the rules for blocks and those for lines.
 */
export function keepWholeRows(state: StateCore): void {
  const lines = state.src.split('\n');
  const kept: Token[] = [];
  let end = 0;
  for (const [index, token] of state.tokens.entries()) {
    if (index < end) continue;
    const table = token.type === 'table_open' && token.map !== null ? lines.slice(...token.map) : [];
    if (hasMoreThanItsHeading(table)) {
      end =
        state.tokens.findIndex(({ type, level }, at) => at > index && type === 'table_close' && level === token.level) +
        1;
      kept.push(...paragraphOf(table, token, state));
    } else kept.push(token);
  }
  state.tokens = kept;
}

const hasMoreThanItsHeading = ([heading = '', , ...rows]: readonly string[]): boolean =>
  rows.some((row) => cellsIn(row) > cellsIn(heading));

/** Bars that part cells: not the one at the end of a line, and none behind a backslash. */
const cellsIn = (row: string): number =>
  row
    .trimEnd()
    .replace(/\|$/, '')
    .match(/(?<!\\)\|/g)?.length ?? 0;

function paragraphOf(lines: readonly string[], { level, map }: Token, { Token: NewToken }: StateCore): Token[] {
  const [open, inline, close] = [
    new NewToken('paragraph_open', 'p', 1),
    new NewToken('inline', '', 0),
    new NewToken('paragraph_close', 'p', -1),
  ];
  Object.assign(open, { level, map });
  Object.assign(inline, { level: level + 1, map, content: lines.map((line) => line.trim()).join('\n'), children: [] });
  Object.assign(close, { level });
  return [open, inline, close];
}
