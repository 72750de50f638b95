import { createHash } from 'node:crypto';
import { jsonIn } from '../domain/words/well-formed.ts';
import type { WebhookEndpoint } from './sources-in-use.ts';

/** Some programs of Windows begin each text with one: https://www.rfc-editor.org/rfc/rfc8259#section-8.1 */
const BYTE_ORDER_MARK = /^\ufeff/;

export type SignedDelivery = {
  /** Undefined when the body is no JSON. */
  readonly message: unknown;
  /** The same for every repetition of the delivery, and different for every other: 64 hexadecimal digits. */
  readonly deliveryId: string;
};

/**
 * Opens the body of a proven delivery and names it, by what the signature covers and nothing else: whoever recorded a request can send it again
 * with any header, but for those that are signed, too. A hash, since senders choose ids of any length, and may put words into them.
 */
export function signedDelivery(
  { path, webhook }: WebhookEndpoint,
  body: Buffer,
  { receivedAt, signedId }: { readonly receivedAt: string; readonly signedId?: string | undefined },
): SignedDelivery {
  const message = jsonIn(body.toString('utf8').replace(BYTE_ORDER_MARK, ''));
  const identity = message === undefined ? undefined : webhook.identityIn(message, signedId);
  // U+FFFD stands for a character that is lost: such a name may be that of several.
  const isName = identity !== undefined && !identity.includes('\ufffd');
  const [kind, named] = isName ? ['id', identity] : ['bytes', body];
  const hash = createHash('sha256').update(`${path}\n${kind}\n`).update(named);
  const deliveryId = (webhook.isNeverRepetition ? hash.update(`\n${receivedAt}`) : hash).digest('hex');
  return { message, deliveryId };
}
