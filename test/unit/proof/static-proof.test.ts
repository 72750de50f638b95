import { describe, expect, it } from 'vitest';
import { prove } from '../../../shared/proof/prove.ts';
import type { StaticProof } from '../../../shared/proof/static-proof.ts';

const [NEW, OLD] = ['the secret of today', 'the secret before it'];
const SECRETS = [NEW, OLD];
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

const proven = (scheme: StaticProof['scheme'], header: string | undefined, secrets = SECRETS) => {
  const proof: StaticProof = { header: 'x-secret', scheme };
  return prove(proof, { body: Buffer.from('{}'), headers: { 'x-secret': header } }, secrets);
};

describe('a secret in a header as a proof', () => {
  it.each<[StaticProof['scheme'], string, string]>([
    ['secret', NEW, OLD],
    ['Bearer or Basic', `Bearer ${NEW}`, `bearer  ${OLD}`],
    ['Bearer or Basic', basic(`holdfast:${NEW}`), basic(`:${OLD}`)],
  ])('holds as %s with the secret of today, and with the one before it, and tells which', (scheme, today, before) => {
    expect([proven(scheme, today), proven(scheme, before)]).toEqual([
      { isProven: true, isByPrevious: false },
      { isProven: true, isByPrevious: true },
    ]);
  });

  it('holds as Basic with a colon in the secret', () => {
    expect(proven('Bearer or Basic', basic('holdfast:a:b'), ['a:b']).isProven).toBe(true);
  });

  it.each<[StaticProof['scheme'], string]>([
    ['secret', 'another'],
    ['secret', ` ${NEW}`],
    ['Bearer or Basic', `Bearer ${NEW}x`],
    ['Bearer or Basic', basic(`holdfast:${NEW.toUpperCase()}`)],
    ['Bearer or Basic', basic(`${NEW}:x`)],
  ])('does not hold as %s with another secret', (scheme, header) => {
    expect(proven(scheme, header)).toMatchObject({ isProven: false, isWellFormed: true });
  });

  it.each<[StaticProof['scheme'], string | undefined]>([
    ['secret', undefined],
    ['secret', ''],
    ['Bearer or Basic', NEW],
    ['Bearer or Basic', 'Bearer '],
    ['Bearer or Basic', `Token ${NEW}`],
    ['Bearer or Basic', 'Basic not:base64'],
    ['Bearer or Basic', `${basic(`holdfast:${NEW}`)}, ${basic(`holdfast:${NEW}`)}`],
    ['Bearer or Basic', basic(NEW)],
    ['Bearer or Basic', basic('holdfast:')],
  ])('has no form as %s with %o', (scheme, header) => {
    expect(proven(scheme, header)).toMatchObject({ isProven: false, isWellFormed: false });
  });

  it('never holds with an empty secret, which everybody knows', () => {
    expect(
      [proven('secret', '', ['']), proven('Bearer or Basic', basic('holdfast:'), [''])].map((one) => one.isProven),
    ).toEqual([false, false]);
  });
});
