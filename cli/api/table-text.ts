import { shortened } from '../../shared/domain/words/shorten.ts';

const GAP = '  ';
/** A narrower column shows nothing of use: the line is left to wrap. */
const NARROWEST = 20;

/**
 * Rows under their titles. The last column takes the room that is left on a terminal, and is cut there; in a pipe nothing is.
 *
 * @param columns width of the terminal; undefined in a pipe
 */
export function tableText(titles: readonly string[], rows: readonly (readonly string[])[], columns?: number): string {
  const lines = [titles, ...rows].map((line) => line.map((cell) => cell.replaceAll(/\s+/g, ' ')));
  const widths = titles.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  const left = columns === undefined ? Number.POSITIVE_INFINITY : Math.max(columns - before, NARROWEST);
  return lines
    .map((line) => {
      const cells = line.map((cell, index) =>
        index === titles.length - 1 ? shortened(cell, left) : cell.padEnd(widths[index] ?? 0),
      );
      return `${cells.join(GAP).trimEnd()}\n`;
    })
    .join('');
}
