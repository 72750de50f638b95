import { createHash, timingSafeEqual } from 'node:crypto';
import type { ProofOutcome, SignedRequest } from './hmac-proof.ts';

/**
 * How a system proves that it sent a request where it cannot sign: the secret itself stands in a header. It proves who sent, and nothing of
 * what: whoever reads one request can send any other.
 */
export type StaticProof = {
  /** In lower case. */
  readonly header: string;
  /** `secret`: the header is the secret. `Bearer or Basic`: it stands behind the one word, or is the password of any user behind the other. */
  readonly scheme: 'secret' | 'Bearer or Basic';
};

/** @param secrets the current one, and the one before it while it is being changed */
export function proveStatic(
  { header, scheme }: StaticProof,
  { headers }: SignedRequest,
  secrets: readonly string[],
): ProofOutcome {
  const given = secretIn(headers[header] ?? '', scheme);
  const detail = `${header} must be ${FORMS[scheme]}`;
  if (given === undefined || given === '') return { isProven: false, isWellFormed: false, detail };
  // Of one length, so that the comparison takes the same time for each.
  const held = secrets.findIndex((secret) => secret !== '' && timingSafeEqual(digest(secret), digest(given)));
  return held === -1 ? { isProven: false, isWellFormed: true, detail } : { isProven: true, isByPrevious: held > 0 };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const FORMS: Record<StaticProof['scheme'], string> = {
  secret: 'the secret',
  'Bearer or Basic': 'Bearer <the secret>, or Basic <Base64 of any user, a colon and the secret>',
};

/** @returns undefined where the header has another form */
function secretIn(header: string, scheme: StaticProof['scheme']): string | undefined {
  if (scheme === 'secret') return header;
  const [, named, rest = ''] = /^(\S+) +(\S.*)$/.exec(header) ?? [];
  if (named?.toLowerCase() === 'bearer') return rest;
  // The decoder passes over what is no Base64.
  if (named?.toLowerCase() !== 'basic' || !/^[A-Za-z0-9+/]+={0,2}$/.test(rest)) return undefined;
  const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(rest, 'base64').toString('utf8')) ?? [];
  return password;
}
