/** Rows above and below what is seen that are drawn as well, so that nothing flashes while one scrolls. */
const SPARE = 20;

type Seen = { top: number; height: number; rowHeight: number; count: number };

/** Which rows of a long list are drawn: `from` is the first, `to` the one after the last. */
export function windowOf({ top, height, rowHeight, count }: Seen): { from: number; to: number } {
  const first = Math.floor(Math.max(0, top) / rowHeight);
  const from = Math.min(Math.max(0, first - SPARE), Math.max(0, count - SPARE));
  return { from, to: Math.min(count, first + Math.ceil(height / rowHeight) + SPARE) };
}
