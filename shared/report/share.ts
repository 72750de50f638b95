/** A share of a count, with the interval in which the true share lies in 95 of 100 cases. Each is 0 to 1. */
export type Share = { share: number; low: number; high: number };

/** Two-sided 95 %. */
const Z = 1.96;

/**
 * Share of `part` in `whole`, with Wilson's interval, which is honest for small counts: 1 of 1 is anything from 21 % on.
 *
 * https://www.itl.nist.gov/div898/handbook/prc/section2/prc241.htm
 *
 * @returns null for a share of nothing
 */
export function shareOf(part: number, whole: number): Share | null {
  if (whole === 0) return null;
  const share = part / whole;
  const spread = Z * Math.sqrt((share * (1 - share)) / whole + Z ** 2 / (4 * whole ** 2));
  const middle = share + Z ** 2 / (2 * whole);
  const scale = 1 + Z ** 2 / whole;
  return { share, low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
