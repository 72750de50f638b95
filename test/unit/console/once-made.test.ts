import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../console/data/refusal.ts';
import { onceMade } from '../../../console/post-mortems/once-made.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

/** What becomes of a sending: the way there or back fails, the API refuses what is in it, or all goes well. */
const FATES = ['never arrives', 'answer lost', 'refused', 'answered'] as const;
type Fate = (typeof FATES)[number];

const refusal = (status: number, detail: string) =>
  new Refusal(new Response(null, { status }), { type: 'about:blank', title: 'No', status, detail, instance: '/' });

/** An API that makes one thing under the one key that it is sent. */
function apiOf() {
  const made: string[] = [];
  const take = (body: string): string => {
    if (made.length === 0) made.push(body);
    if (made[0] !== body)
      throw refusal(422, 'this Idempotency-Key was used for another request; take a new one for each');
    return body;
  };
  const sendWith = (fate: Fate) => async (body: string) => {
    // What is sent anew to find out what was made, arrives.
    const own = fate;
    fate = 'answered';
    if (own === 'refused') throw refusal(400, 'a title is missing');
    if (own === 'never arrives') throw new TypeError('Failed to fetch');
    const answer = take(body);
    if (own === 'answer lost') throw new TypeError('Failed to fetch');
    return answer;
  };
  return { made, sendWith };
}

describe('a record that somebody opens by hand', () => {
  const bodies = fc.constantFrom('A', 'B', 'C');

  it('is made once, whatever answers are lost and however it is changed meanwhile, and is the one that is shown', async () => {
    const sendings = fc.array(fc.tuple(bodies, fc.constantFrom(...FATES)), { maxLength: 8 });
    await mustHold(
      fc.asyncProperty(sendings, bodies, async (before, last) => {
        const { made, sendWith } = apiOf();
        const unanswered: string[] = [];
        for (const [body, fate] of before) {
          const shown = await onceMade(sendWith(fate), body, unanswered).catch(() => undefined);
          if (shown === undefined) continue;
          expect([shown.answer]).toEqual(made);
          return;
        }
        const { answer, isOfEarlier } = await onceMade(sendWith('answered'), last, unanswered);
        expect([answer]).toEqual(made);
        expect(isOfEarlier).toBe(answer !== last);
      }),
    );
  });
});
