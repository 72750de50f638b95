/**
 * Why a message that is signed with this time is not taken any more, or not yet: somebody may have recorded it. Looked at after the
 * signature, so that a stranger learns nothing of our clock.
 *
 * @param receivedAt ISO 8601
 * @returns undefined within the window
 */
export function outsideWindow(sentAtMs: number, receivedAt: string, windowMs: number): string | undefined {
  const apartMs = Date.parse(receivedAt) - sentAtMs;
  if (Math.abs(apartMs) <= windowMs) return undefined;
  return `it is signed with a time ${Math.round(Math.abs(apartMs) / 1_000)} seconds in the ${apartMs > 0 ? 'past' : 'future'}, and ${windowMs / 1_000} are allowed: sign anew for each attempt, and set the sender's clock`;
}
