/** What the reader pinned to a place of the record. It goes into the reason of the return, and nowhere else. */
export type Remark = { path: string; place: string; text: string };

/** A reason for a return as it is typed, and the remarks that were taken into it. */
export type ReturnReason = { text: string; taken: readonly string[] };

/** Whether there is more in it than the remarks that were taken. */
export const isByHand = (reason: ReturnReason | undefined): reason is ReturnReason =>
  reason !== undefined && reason.text.trim() !== '' && reason.text !== reason.taken.join('\n');

/**
 * Remarks as one reason, the place before each. What was typed by hand stays as it is: remarks that are new since are put below it.
 *
 *     no reason yet, 2 remarks ── both ── the person rewrites it ── a third remark ── what they wrote, and the third
 */
export function collectRemarks(reason: ReturnReason | undefined, remarks: readonly Remark[]): ReturnReason {
  const lines = remarks.map(({ place, text }) => `${place}: ${text.trim()}`);
  if (!isByHand(reason)) return { text: lines.join('\n'), taken: lines };
  const fresh = lines.filter((line) => !reason.taken.includes(line));
  return { text: [reason.text, ...fresh].join('\n'), taken: [...reason.taken, ...fresh] };
}
