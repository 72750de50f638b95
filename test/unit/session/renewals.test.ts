import { describe, expect, it } from 'vitest';
import { ProviderUnanswered } from '../../../shared/session/provider-answers.ts';
import { type Renewals, renewOnce } from '../../../shared/session/renewals.ts';
import { sealsOf } from '../../../shared/session/seals.ts';

const seals = sealsOf(['a secret of tests']);
const now = () => '2026-11-21T09:00:00.000Z';
const RENEWED = { token: 'id 1', endsAt: '2026-11-21T09:15:00.000Z', refreshToken: 'refresh 2' };

/** Renewals of one token, with what was told at their end. */
function renewalsOf(states: Awaited<ReturnType<Renewals['begin']>>[]) {
  const ends: { answer?: string; until: string }[] = [];
  const renewals: Renewals = {
    begin: () => Promise.resolve(states.shift() ?? {}),
    end: (_, kept) => Promise.resolve(void ends.push(kept)),
    wait: () => Promise.resolve(),
  };
  return { renewals, ends };
}

describe('a renewal', () => {
  it('is free again at once when the provider gave no answer', async () => {
    const { renewals, ends } = renewalsOf(['begun']);
    const failed = renewOnce({ renewals, seals, now }, 'refresh 1', () => Promise.reject(new Error('no answer')));
    await expect(failed).rejects.toThrow('no answer');
    expect(ends).toEqual([{ until: now() }]);
  });

  it('that rotated nothing is not kept: the next one gives a younger token', async () => {
    const { renewals, ends } = renewalsOf(['begun']);
    const { refreshToken: _, ...same } = RENEWED;
    await renewOnce({ renewals, seals, now }, 'refresh 1', () => Promise.resolve(same));
    expect(ends).toEqual([{ until: now() }]);
  });

  it('waits for the one under way, and gives its answer', async () => {
    const { renewals } = renewalsOf([{}, {}, { answer: seals.seal('renewal', RENEWED) }]);
    const ask = () => Promise.reject(new Error('asked twice'));
    expect(await renewOnce({ renewals, seals, now }, 'refresh 1', ask)).toEqual(RENEWED);
  });

  it('gives up after a while, and keeps the session', async () => {
    const ask = () => Promise.resolve(RENEWED);
    const late = renewOnce({ renewals: renewalsOf([]).renewals, seals, now }, 'refresh 1', ask);
    await expect(late).rejects.toThrow(ProviderUnanswered);
  });
});
