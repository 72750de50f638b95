import { type Duration, durationMs } from '../../domain/words/duration.ts';
import type { Delivery, RefusedDelivery } from '../source.ts';
import { isSignedBy } from '../verify-signature.ts';

/**
 * A message is signed together with the time of its sending, so that neither can be changed, and one that somebody recorded
 * is of no use after the replay window. Within the window the id of the message tells a repetition.
 *
 *     X-Holdfast-Timestamp: 1795000000
 *     X-Holdfast-Signature: sha256=<HMAC-SHA256 of "1795000000" + "." + the raw body>
 *
 * The time is looked at after the signature: a stranger learns nothing of our clock.
 */
export function refusalOf(
  { body, headers, receivedAt }: Delivery,
  secrets: readonly string[],
  replayWindow: Duration,
): RefusedDelivery | undefined {
  const timestamp = headers['x-holdfast-timestamp'] ?? '';
  const signed = Buffer.concat([Buffer.from(`${timestamp}.`), body]);
  // Only digits: with any text in front of the point, another message could have the same signed bytes.
  const isTimestamp = /^\d{1,12}$/.test(timestamp);
  if (!isTimestamp || !secrets.some((secret) => isSignedBy(secret, signed, headers['x-holdfast-signature']))) {
    return {
      metric: 'WebhookSignatureWrong',
      title: 'Signature missing or wrong',
      detail:
        'X-Holdfast-Timestamp must be the Unix time in seconds, and X-Holdfast-Signature sha256=<HMAC of the timestamp, a point and the raw body>',
    };
  }
  const apartMs = Date.parse(receivedAt) - Number(timestamp) * 1_000;
  if (Math.abs(apartMs) <= durationMs(replayWindow)) return undefined;
  return {
    metric: 'WebhookOutsideReplayWindow',
    title: 'Sent at another time',
    detail: `it is signed with a time ${Math.round(Math.abs(apartMs) / 1_000)} seconds in the ${apartMs > 0 ? 'past' : 'future'}, and ${replayWindow} is allowed (incidents.holdfast-json.replayWindow): sign anew for each attempt, and set the sender's clock`,
  };
}
