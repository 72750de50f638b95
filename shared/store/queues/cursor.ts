import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Instant } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';

type Place = { client: DynamoDBDocumentClient; table: string };

const CursorItem = z.object({ at: Instant });

/** How far a sweep has come: an instant, or undefined before its first run. */
export async function readCursor({ client, table }: Place, name: string): Promise<string | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: keys.cursor(name), ConsistentRead: true }),
  );
  return Item === undefined ? undefined : CursorItem.parse(Item).at;
}

export async function writeCursor({ client, table }: Place, name: string, at: string): Promise<void> {
  await client.send(new PutCommand({ TableName: table, Item: { ...keys.cursor(name), at } }));
}
