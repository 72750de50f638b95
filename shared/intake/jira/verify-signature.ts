import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a `X-Hub-Signature` header is the HMAC of the raw body: https://www.w3.org/TR/websub/#signing-content.
 * Jira signs with SHA-256. Compared in constant time, so that the answer's timing tells nothing about the right one.
 */
export function isSignedBy(secret: string, rawBody: Buffer, header: string | undefined): boolean {
  const given = /^sha256=([0-9a-f]{64})$/i.exec(header ?? '')?.[1];
  if (given === undefined || secret === '') return false;
  const expected = createHmac('sha256', secret).update(rawBody).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), expected);
}
