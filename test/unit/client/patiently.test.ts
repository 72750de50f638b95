import { describe, expect, it } from 'vitest';
import { holdfastClient } from '../../../client/client.ts';
import { patiently } from '../../../client/patiently.ts';

/** Answers one after the other, and what was waited for between them. */
function answering(...answers: [status: number, retryAfter?: string][]) {
  const waits: number[] = [];
  let sent = 0;
  const send = (): Promise<Response> => {
    const [status, retryAfter] = answers[sent] ?? [500];
    sent += 1;
    return Promise.resolve(
      new Response('', { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } }),
    );
  };
  const wait = (ms: number): Promise<void> => {
    waits.push(ms);
    return Promise.resolve();
  };
  return { send, wait, waits, sent: () => sent };
}

describe('a call that is to come again later', () => {
  it('waits as long as it is told, or a second, and goes again', async () => {
    const { send, wait, waits } = answering([429, '12'], [429], [200]);
    const { status } = await patiently(send, { wait });
    expect([status, waits]).toEqual([200, [12_000, 1_000]]);
  });

  it('says each time for how long it is about to wait', async () => {
    const { send, wait, waits } = answering([429, '12'], [429], [200]);
    const said: [seconds: number, waited: number][] = [];
    await patiently(send, { wait, waiting: (seconds) => void said.push([seconds, waits.length]) });
    expect(said).toEqual([
      [12, 0],
      [1, 1],
    ]);
  });

  it.each([
    ['more than its patience', '66'],
    ['a date, which the API does not send', 'Sat, 21 Nov 2026 10:00:00 GMT'],
  ])('is refused rather than wait for %s', async (_, retryAfter) => {
    const { send, wait, waits } = answering([429, retryAfter], [200]);
    expect([(await patiently(send, { wait })).status, waits]).toEqual([429, []]);
  });

  it('does not wait for ever: its waits are counted together', async () => {
    const { send, wait, sent } = answering([429, '40'], [429, '40'], [200]);
    expect([(await patiently(send, { wait })).status, sent()]).toEqual([429, 2]);
  });

  it('is told at once where the client has no patience', async () => {
    const { send, sent } = answering([429, '1'], [200]);
    const client = holdfastClient({ apiUrl: 'https://api.example', token: () => 't', fetch: send, patienceMs: 0 });
    const { response } = await client.GET('/me');
    expect([response.status, sent()]).toEqual([429, 1]);
  });
});
