import { isPassing } from '../data/query.ts';
import { Refusal } from '../data/refusal.ts';

/**
 * Sends something that is made once, under one key, however often it is sent and changed in between. Where the answer to an
 * earlier sending was lost, that may have made it: then the API takes nothing else under the key, and says so.
 *
 *     A ── made, answer lost ─ ─ ✗      B, same key ── refused: the key is used ── A, same key ── the answer to A
 *     A ─ ─ ✗ never arrived             B, same key ── made
 *
 * @param unanswered what was sent under the key and may have made it, the latest last; added to where no answer comes
 * @returns the answer, and whether it is that of something which was sent before
 */
export async function onceMade<Body, Answer>(
  send: (body: Body) => Promise<Answer>,
  body: Body,
  unanswered: Body[],
): Promise<{ answer: Answer; isOfEarlier: boolean }> {
  try {
    return { answer: await send(body), isOfEarlier: false };
  } catch (error) {
    if (isPassing(error)) unanswered.push(body);
    if (!isUsedKey(error)) throw error;
    for (const earlier of unanswered.toReversed()) {
      const answer = await send(earlier).catch((again: unknown) => {
        if (isUsedKey(again)) return undefined;
        throw again;
      });
      if (answer !== undefined) return { answer, isOfEarlier: true };
    }
    throw error;
  }
}

const isUsedKey = (error: unknown): boolean =>
  error instanceof Refusal && error.status === 422 && error.message.includes('Idempotency-Key');
