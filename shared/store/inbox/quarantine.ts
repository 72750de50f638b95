import { isUtf8 } from 'node:buffer';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { addDuration, type Duration, durationMs } from '../../domain/words/duration.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { keys, partitions } from '../keys.ts';
import { getItem, itemsUnder, type Table } from '../table.ts';

/** An item of DynamoDB holds 400 KB; the reason and the names of the fields are part of it. */
const BODY_LIMIT_BYTES = 350_000;
const REASON_LIMIT = 2_000;

/** A signed delivery of which nothing came when it arrived. */
export type QuarantinedDelivery = {
  /** SHA-256 of the body as it came. */
  id: string;
  because: string;
  at: string;
  bytes: number;
  /** As it came; its beginning where it is cut. */
  body: Buffer;
  /** Its id, where a header had it and the signature covered it. */
  signedId?: string | undefined;
  /** Only its beginning was kept: it was too long even when packed. */
  isCut: boolean;
  sentBackAt: string | undefined;
};

/**
 * Keeps a delivery that a known sender signed and that was not taken in, so that a person, or a better version, can. The
 * same bytes are kept once, and anew when they come again after they were sent back, or when half of their time is over; long ones are
 * packed, and what is too long even then is cut.
 */
export async function quarantine(
  { client, name }: Table,
  delivery: Pick<QuarantinedDelivery, 'id' | 'body' | 'signedId' | 'because' | 'at'> & {
    source: string;
    remember: Duration;
  },
): Promise<void> {
  const { source, id, body, signedId, because, at, remember } = delivery;
  const expiresAt = Math.ceil(Date.parse(addDuration(at, remember)) / 1_000);
  const reason = shortened(because, REASON_LIMIT);
  try {
    await client.send(
      new PutCommand({
        TableName: name,
        Item: { ...keys.quarantined(source, id), ...packed(body), signedId, because: reason, at, expiresAt },
        ConditionExpression: 'attribute_not_exists(pk) OR attribute_exists(sentBackAt) OR expiresAt < :halfOver',
        ExpressionAttributeValues: { ':halfOver': expiresAt - durationMs(remember) / 2_000 },
      }),
    );
  } catch (error) {
    // It waits in quarantine already.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

function packed(body: Buffer) {
  // Any other bytes would come back as U+FFFD, and the signature would hold for them no more.
  if (body.length <= BODY_LIMIT_BYTES && isUtf8(body)) return { body: body.toString('utf8'), bytes: body.length };
  const gzipped = gzipSync(body);
  if (gzipped.length <= BODY_LIMIT_BYTES) return { gzipped, bytes: body.length };
  return { gzipped: gzipSync(body.subarray(0, BODY_LIMIT_BYTES)), bytes: body.length, isCut: true };
}

const QuarantinedItem = z
  .object({
    sk: z.string(),
    body: z.string().optional(),
    gzipped: z.instanceof(Uint8Array).optional(),
    bytes: z.int().optional(),
    isCut: z.boolean().prefault(false),
    signedId: z.string().optional(),
    because: z.string(),
    at: Instant,
    sentBackAt: Instant.optional(),
  })
  .transform(({ sk, body: text = '', gzipped, bytes, ...rest }): QuarantinedDelivery => {
    const body = gzipped === undefined ? Buffer.from(text) : gunzipSync(gzipped);
    return { sentBackAt: undefined, ...rest, id: sk, body, bytes: bytes ?? body.length };
  });

/** All deliveries of a source in quarantine, the oldest first. */
export async function quarantinedFrom(table: Table, source: string): Promise<QuarantinedDelivery[]> {
  const found = z.array(QuarantinedItem).parse(await itemsUnder(table, partitions.quarantine(source)));
  return found.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

export async function quarantinedWithId(
  table: Table,
  source: string,
  id: string,
): Promise<QuarantinedDelivery | undefined> {
  const item = await getItem(table, keys.quarantined(source, id));
  return item === undefined ? undefined : QuarantinedItem.parse(item);
}

/** It stays until it expires, so that it can be looked at; it only no longer counts as waiting. */
export async function markSentBack({ client, name }: Table, source: string, id: string, at: string): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: name,
      Key: keys.quarantined(source, id),
      UpdateExpression: 'SET sentBackAt = :at',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':at': at },
    }),
  );
}
