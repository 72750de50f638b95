import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Signal, type Subject } from '../../domain/verification/signal.ts';

const SignalItem = z.object({ signal: Signal });

/** Enough to see how a subject stands: the newest decides, the rest is for the reader. */
const NEWEST = 20;

/** The newest signals about a subject up to `until`, the newest first. */
export async function signalsAbout(
  { client, table }: { client: DynamoDBDocumentClient; table: string },
  subject: Subject,
  until: string,
): Promise<Signal[]> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk <= :until',
      ExpressionAttributeValues: { ':pk': `SIGNAL#${subject.type}#${subject.id}`, ':until': `${until}~` },
      ScanIndexForward: false,
      Limit: NEWEST,
    }),
  );
  return (Items ?? []).map((item) => SignalItem.parse(item).signal);
}
