import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HOLDFAST_JSON_PROOF } from '../../../../shared/intake/holdfast-json/proof.ts';
import { prove } from '../../../../shared/proof/prove.ts';
import { outsideWindow } from '../../../../shared/proof/replay-window.ts';
import { proofHeaders } from '../../../support/systems/holdfast-json.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const BODY = '{"version":1}';
const SECRET = 'the secret of today';
const sign = (secret = SECRET, sentAt = NOW) => proofHeaders(BODY, { secret, sentAt });

const proven = (headers: Record<string, string>, body = BODY) =>
  prove(HOLDFAST_JSON_PROOF, { body: Buffer.from(body), headers }, [SECRET]);

describe('the proof of a posted message', () => {
  it('holds, and tells the time of sending', () => {
    expect(proven(sign())).toEqual({ isProven: true, isByPrevious: false, sentAtMs: Date.parse(NOW) });
  });

  it.each([
    ['a changed body', sign(), '{"version":2}'],
    ['a body with a blank more', sign(), `${BODY} `],
    ['another secret', sign('a guess')],
    ['no headers', {}],
    ['no signature', { 'x-holdfast-timestamp': sign()['x-holdfast-timestamp'] ?? '' }],
    ['no timestamp', { 'x-holdfast-signature': sign()['x-holdfast-signature'] ?? '' }],
    ['another timestamp than the signed one', { ...sign(), 'x-holdfast-timestamp': '1795255201' }],
  ])('fails with %s', (_, headers, body = BODY) => {
    expect(proven(headers, body).isProven).toBe(false);
  });

  it('fails with bytes that are signed as another timestamp and another body', () => {
    const signed = createHmac('sha256', SECRET).update(`1795255200.5.${BODY}`).digest('hex');
    const moved = { 'x-holdfast-timestamp': '1795255200.5', 'x-holdfast-signature': `sha256=${signed}` };
    expect(proven(moved).isProven).toBe(false);
  });

  it('says nothing of our clock to somebody who does not know the secret', () => {
    const [late, fresh] = [proven(sign('a guess', '2020-01-01T00:00:00.000Z')), proven(sign('a guess'))];
    expect(late).toEqual(fresh);
  });
});

describe('the replay window', () => {
  it.each([
    ['5 minutes old', '2026-11-21T09:55:00.000Z', undefined],
    ['more than 5 minutes old', '2026-11-21T09:54:59.000Z', '301 seconds in the past, and 300 are allowed'],
    ['5 minutes ahead', '2026-11-21T10:05:00.000Z', undefined],
    ['more than 5 minutes ahead', '2026-11-21T10:05:01.000Z', '301 seconds in the future, and 300 are allowed'],
  ])('of a message that is %s', (_, sentAt, because) => {
    const outside = outsideWindow(Date.parse(sentAt), NOW, 300_000);
    expect(outside).toEqual(because === undefined ? undefined : expect.stringContaining(because));
  });
});
