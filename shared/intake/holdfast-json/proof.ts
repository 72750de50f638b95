import type { HmacProof } from '../../proof/hmac-proof.ts';

/**
 * A message is signed together with the time of its sending, so that neither can be changed, and one that somebody recorded
 * is of no use after the replay window. Within the window the id of the message tells a repetition.
 *
 *     X-Holdfast-Timestamp: 1795000000
 *     X-Holdfast-Signature: sha256=<HMAC-SHA256 of "1795000000" + "." + the raw body>
 */
export const HOLDFAST_JSON_PROOF: HmacProof = {
  header: 'x-holdfast-signature',
  prefix: 'sha256=',
  encoding: 'hex',
  timestampHeader: 'x-holdfast-timestamp',
  signed: ['timestamp', '.', 'body'],
};
