import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Duration } from '../../../../shared/domain/words/duration.ts';
import { refusalOf } from '../../../../shared/intake/holdfast-json/proof.ts';
import { proofHeaders } from '../../../support/systems/holdfast-json.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const WINDOW = Duration.parse('PT5M');
const BODY = '{"version":1}';
const SECRETS = ['the secret of today', 'the secret before it'];
const sign = (secret: string | undefined, sentAt = NOW) => proofHeaders(BODY, { secret: secret ?? '', sentAt });

const refused = (headers: Record<string, string>, body = BODY, secrets = SECRETS) =>
  refusalOf({ body: Buffer.from(body), headers, receivedAt: NOW }, secrets, WINDOW)?.metric;

describe('the proof of a posted message', () => {
  it('holds with the secret of today, and with the one before it', () => {
    expect(SECRETS.map((secret) => refused(sign(secret)))).toEqual([undefined, undefined]);
  });

  it.each([
    ['a changed body', sign(SECRETS[0]), '{"version":2}'],
    ['a body with a blank more', sign(SECRETS[0]), `${BODY} `],
    ['another secret', sign('a guess')],
    ['no headers', {}],
    ['no signature', { 'x-holdfast-timestamp': sign(SECRETS[0])['x-holdfast-timestamp'] ?? '' }],
    ['no timestamp', { 'x-holdfast-signature': sign(SECRETS[0])['x-holdfast-signature'] ?? '' }],
    ['another timestamp than the signed one', { ...sign(SECRETS[0]), 'x-holdfast-timestamp': '1795255201' }],
    ['a signature that is cut', { ...sign(SECRETS[0]), 'x-holdfast-signature': 'sha256=ab12' }],
  ])('fails with %s', (_, headers, body = BODY) => {
    expect(refused(headers, body)).toBe('WebhookSignatureWrong');
  });

  it('fails when there is no secret to hold it to, or an empty one', () => {
    expect([refused(sign(''), BODY, ['']), refused(sign(SECRETS[0]), BODY, [])]).toEqual([
      'WebhookSignatureWrong',
      'WebhookSignatureWrong',
    ]);
  });

  it('fails with bytes that are signed as another timestamp and another body', () => {
    const signed = createHmac('sha256', SECRETS[0] ?? '')
      .update(`1795255200.5.${BODY}`)
      .digest('hex');
    const moved = { 'x-holdfast-timestamp': '1795255200.5', 'x-holdfast-signature': `sha256=${signed}` };
    expect(refused(moved)).toBe('WebhookSignatureWrong');
  });

  it.each([
    ['5 minutes old', '2026-11-21T09:55:00.000Z', undefined],
    ['more than 5 minutes old', '2026-11-21T09:54:59.000Z', 'WebhookOutsideReplayWindow'],
    ['5 minutes ahead', '2026-11-21T10:05:00.000Z', undefined],
    ['more than 5 minutes ahead', '2026-11-21T10:05:01.000Z', 'WebhookOutsideReplayWindow'],
  ])('of a message that is %s', (_, sentAt, outcome) => {
    expect(refused(sign(SECRETS[0], sentAt))).toBe(outcome);
  });

  it('says nothing of our clock to somebody who does not know the secret', () => {
    expect(refused(sign('a guess', '2020-01-01T00:00:00.000Z'))).toBe('WebhookSignatureWrong');
  });

  it('tells the sender how far apart the clocks are', () => {
    const headers = sign(SECRETS[0], '2026-11-21T09:00:00.000Z');
    const { detail } = refusalOf({ body: Buffer.from(BODY), headers, receivedAt: NOW }, SECRETS, WINDOW) ?? {};
    expect(detail).toContain('3600 seconds in the past, and PT5M is allowed');
  });
});
