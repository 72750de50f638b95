import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { HmacProof } from '../../../shared/proof/hmac-proof.ts';
import { prove } from '../../../shared/proof/prove.ts';
import { referenceData } from '../../support/samples/reference-data.ts';

const HEX: HmacProof = { header: 'x-hub-signature', prefix: 'sha256=', encoding: 'hex', signed: ['body'] };
/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
const STANDARD: HmacProof = {
  header: 'webhook-signature',
  prefix: 'v1,',
  encoding: 'base64',
  separator: ' ',
  hasEncodedSecret: true,
  idHeader: 'webhook-id',
  timestampHeader: 'webhook-timestamp',
  signed: ['id', '.', 'timestamp', '.', 'body'],
};
const SEVERAL: HmacProof = { ...HEX, prefix: 'v1=', separator: ',' };

type Headers = Record<string, string>;
const proven = (proof: HmacProof, body: string, headers: Headers, ...secrets: string[]) =>
  prove(proof, { body: Buffer.from(body), headers }, secrets);

/** Vectors as vendors publish them, with the page that has them. */
const PUBLISHED: readonly [name: string, HmacProof, body: string, Headers, secret: string][] = [
  [
    'developer.atlassian.com, Jira webhooks, Secure admin webhooks',
    HEX,
    'Hello World!',
    { 'x-hub-signature': 'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9' },
    "It's a Secret to Everybody",
  ],
  [
    'docs.github.com, Validating webhook deliveries',
    HEX,
    'Hello, World!',
    { 'x-hub-signature': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17' },
    "It's a Secret to Everybody",
  ],
  [
    'the tests of Standard Webhooks',
    STANDARD,
    '{"test": 2432232314}',
    {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    },
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  ],
];

/** Others that were computed from the vendors' rules; they lie beside the checkout on some machines. */
const Vector = z.object({ scheme: z.string(), secret: z.string(), body: z.string(), header: z.string() });
const found = referenceData('data/webhooks/signature-vectors.json');
const COMPUTED = found === undefined ? [] : z.array(Vector).parse(JSON.parse(readFileSync(found, 'utf8')));
const OF_BODY: Record<string, HmacProof> = {
  pagerduty: SEVERAL,
  linear: { ...HEX, prefix: '' },
  servicenow: { ...HEX, prefix: '', encoding: 'base64' },
  gophish: HEX,
};

const SECRETS = ['the secret of today', 'the secret before it'] as const;
const hexOf = (secret: string, body: string) => createHmac('sha256', secret).update(body).digest('hex');
const signedBy = (secret: string, body = '{}'): Headers => ({ 'x-hub-signature': `sha256=${hexOf(secret, body)}` });

describe('an HMAC as a proof', () => {
  it.each(PUBLISHED)('holds for the vector of %s, and for no other body', (_, proof, body, headers, secret) => {
    expect([body, `${body} `].map((one) => proven(proof, one, headers, secret).isProven)).toEqual([true, false]);
  });

  it.each(
    COMPUTED.flatMap((vector) => {
      const proof = OF_BODY[vector.scheme.split(' ')[0] ?? ''];
      return proof === undefined ? [] : [{ ...vector, proof }];
    }),
  )('holds for the computed vector of $scheme', ({ proof, body, header, secret }) => {
    const headers = { [proof.header]: header };
    expect([body, `${body} `].map((one) => proven(proof, one, headers, secret).isProven)).toEqual([true, false]);
  });

  it('holds with the secret of today, and with the one before it, and tells which', () => {
    const both = SECRETS.map((secret) => `v1=${hexOf(secret, '{}')}`)
      .toReversed()
      .join(',');
    expect([
      ...SECRETS.map((secret) => proven(HEX, '{}', signedBy(secret), ...SECRETS)),
      proven(SEVERAL, '{}', { 'x-hub-signature': both }, ...SECRETS),
    ]).toEqual([
      { isProven: true, isByPrevious: false },
      { isProven: true, isByPrevious: true },
      { isProven: true, isByPrevious: false },
    ]);
  });

  it('holds when any of several signatures does, whatever stands beside it', () => {
    const [ours, other] = [hexOf(SECRETS[0], '{}'), hexOf('another', '{}')];
    const headers = [`v1=${ours},v1=${other}`, `v1=${other},v1=${ours}`, `v2=x,v1=${ours}`, `v1=${other}`];
    expect(headers.map((value) => proven(SEVERAL, '{}', { 'x-hub-signature': value }, SECRETS[0]).isProven)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it.each<[string, Headers]>([
    ['no header', {}],
    ['another algorithm', { 'x-hub-signature': 'sha1=abc' }],
    ['a signature that is cut', { 'x-hub-signature': 'sha256=ab12' }],
    ['no hexadecimal digits', { 'x-hub-signature': `sha256=${'g'.repeat(64)}` }],
    ['the header twice', { 'x-hub-signature': Array(2).fill(signedBy(SECRETS[0])['x-hub-signature']).join(', ') }],
    ['a header of a megabyte', { 'x-hub-signature': `sha256=${'a'.repeat(1_000_000)}` }],
  ])('has no form with %s', (_, headers) => {
    expect(proven(HEX, '{}', headers, ...SECRETS)).toMatchObject({ isProven: false, isWellFormed: false });
  });

  it('has the form, and does not hold, with another secret', () => {
    expect(proven(HEX, '{}', signedBy('a guess'), ...SECRETS)).toEqual({
      isProven: false,
      isWellFormed: true,
      detail: 'x-hub-signature must be sha256=<HMAC-SHA256 of the raw body, in hex>',
    });
  });

  it('never holds where there is no secret, or an empty one', () => {
    const standard = PUBLISHED[2]?.[3] ?? {};
    expect([
      proven(HEX, '{}', signedBy('')).isProven,
      proven(HEX, '{}', signedBy(''), '').isProven,
      proven(STANDARD, '{"test": 2432232314}', standard, 'whsec_').isProven,
    ]).toEqual([false, false, false]);
  });

  it('takes no id that could be another message', () => {
    const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const signature = createHmac('sha256', key).update('a.1.2.{}').digest('base64');
    const headersOf = (id: string, at: string) => ({
      ...{ 'webhook-id': id, 'webhook-timestamp': at },
      'webhook-signature': `v1,${signature}`,
    });
    expect([
      proven(STANDARD, '2.{}', headersOf('a', '1'), 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw').isProven,
      proven(STANDARD, '{}', headersOf('a.1', '2'), 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw').isProven,
    ]).toEqual([true, false]);
  });
});
