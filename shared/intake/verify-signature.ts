import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * True when a header such as `sha256=<64 hexadecimal digits>` is the HMAC-SHA256 of a message:
 * https://www.w3.org/TR/websub/#signing-content. Compared in constant time, so that the answer's timing tells nothing
 * about the right one.
 */
export function isSignedBy(secret: string, message: Buffer, header: string | undefined): boolean {
  const given = /^sha256=([0-9a-f]{64})$/i.exec(header ?? '')?.[1];
  if (given === undefined || secret === '') return false;
  const expected = createHmac('sha256', secret).update(message).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), expected);
}
