/**
 * Time in which the intake of evidence was down, in milliseconds since 1970. `to` is Infinity while it goes on. `isUnconfirmed`: the
 * time since the newest beat, while that is short; it may be up.
 */
export type Downtime = { readonly from: number; readonly to: number; readonly isUnconfirmed?: boolean };

export const isConfirmed = ({ isUnconfirmed }: Downtime): boolean => isUnconfirmed !== true;

/**
 * Time from which silence is held against a fix: what was wanted by `at` may have been lost while the intake was down, so the time
 * in which it was is added.
 *
 *     from ───────▓▓▓▓─────── at ──── at + ▓▓▓▓
 *                down
 *
 * While it is down, that time moves along with the clock, and is never reached.
 *
 * @param from start of the time in which evidence would have counted
 * @param downs apart from each other, in any order
 * @param now known times are not later
 */
export function heldFrom(at: number, from: number, downs: readonly Downtime[], now: number): number {
  return downs
    .toSorted((a, b) => a.from - b.from)
    .reduce((held, down) => {
      const start = Math.max(down.from, from);
      const end = Math.min(down.to, now);
      return start >= held || end <= start ? held : held + (end - start);
    }, at);
}
