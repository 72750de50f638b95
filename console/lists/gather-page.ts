/** A page as the API gives it: it may be short, or empty, and still not the last. */
export type ServerPage<Line> = {
  lines: readonly Line[];
  next?: string | undefined;
  looked?: { at: number; of?: number | undefined } | undefined;
};

export type GatheredPage<Line> = {
  lines: readonly Line[];
  next: string | undefined;
  /** Lines that were looked at for it. */
  lookedAt: number;
  /** So little was found for so much looking that a person decides whether to go on. */
  isTiring: boolean;
};

/** Most pages that are asked for one after the other while little comes back. */
export const MOST_ASKED = 5;
/** Lines that are enough to show before more is asked. */
const ENOUGH = 40;

/** Asks on while pages come back short, up to a few. */
export async function gatherPage<Line>(
  read: (cursor: string | undefined) => Promise<ServerPage<Line>>,
  cursor: string | undefined,
): Promise<GatheredPage<Line>> {
  const lines: Line[] = [];
  let next = cursor;
  let lookedAt = 0;
  for (let asked = 0; asked < MOST_ASKED; asked += 1) {
    const page = await read(next);
    lines.push(...page.lines);
    lookedAt += page.looked?.at ?? page.lines.length;
    next = page.next;
    if (next === undefined || lines.length >= ENOUGH) return { lines, next, lookedAt, isTiring: false };
  }
  return { lines, next, lookedAt, isTiring: true };
}
