import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { ReadConflict } from './errors.ts';

/** The one table, and the client that reaches it. The operations are functions, so that a bundle holds those it uses. */
export type Table = { readonly client: DynamoDBDocumentClient; readonly name: string };

export type Key = { pk: string; sk: string };

export type Item = Record<string, unknown> & Key;

type Read = Record<string, unknown>;

/** The item as it is now, or undefined. */
export async function getItem({ client, name }: Table, key: Key): Promise<Read | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }));
  return Item;
}

/**
 * Items as they were at one moment: a plain batch may mix two, and an old state would pass under a new head.
 *
 * @throws ReadConflict when one of them is being written
 */
export async function getTogether({ client, name }: Table, wanted: readonly Key[]): Promise<(Read | undefined)[]> {
  const TransactItems = wanted.map((Key) => ({ Get: { TableName: name, Key } }));
  try {
    const { Responses } = await client.send(new TransactGetCommand({ TransactItems }));
    return wanted.map((_, index) => Responses?.[index]?.Item);
  } catch (error) {
    if (isConflict(error)) throw new ReadConflict(wanted[0]?.pk ?? '');
    throw error;
  }
}

export type Query = Omit<QueryCommandInput, 'TableName'>;

/** One page of a query, and where the next one begins. */
export async function queryPage(
  { client, name }: Table,
  query: Query,
): Promise<{ items: Read[]; next: QueryCommandInput['ExclusiveStartKey'] }> {
  const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand({ TableName: name, ...query }));
  return { items: Items, next: LastEvaluatedKey };
}

/** The items of a query, page by page, as far as they are taken. */
export async function* queryPages(table: Table, query: Query): AsyncGenerator<Read[]> {
  let start = query.ExclusiveStartKey;
  do {
    const { items, next } = await queryPage(table, { ...query, ExclusiveStartKey: start });
    yield items;
    start = next;
  } while (start !== undefined);
}

/** The items of a partition whose sort key begins with the prefix, as they are now, in order. */
export function itemsUnder(table: Table, pk: string, prefix = ''): Promise<Read[]> {
  return itemsOf(table, { ConsistentRead: true }, pk, prefix);
}

/** Items of a partition to which nothing is added any more, for half the price. */
export function settledItems(table: Table, pk: string): Promise<Read[]> {
  return itemsOf(table, {}, pk, '');
}

async function itemsOf(table: Table, how: { ConsistentRead?: true }, pk: string, prefix: string): Promise<Read[]> {
  const items: Read[] = [];
  const pages = queryPages(table, {
    ...how,
    KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ...(prefix === '' ? {} : { ':prefix': prefix }) },
  });
  for await (const page of pages) items.push(...page);
  return items;
}

/** Writes the item over the one with its key. */
export async function putItem({ client, name }: Table, Item: Item): Promise<void> {
  await client.send(new PutCommand({ TableName: name, Item }));
}

/** @returns the item that has this key already, or undefined when the new one was written */
export async function putNew({ client, name }: Table, Item: Item): Promise<Read | undefined> {
  try {
    await client.send(
      new PutCommand({
        TableName: name,
        Item,
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // The document client leaves the items of its errors as they came.
    return error.Item === undefined ? {} : unmarshall(error.Item);
  }
}

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const TRANSACTION_LIMIT = 100;

/**
 * Carries out all writes, or none. The SDK gives the transaction a token, so its own repeat after a lost answer writes
 * nothing twice.
 *
 * @throws TransactionCanceledException with a reason for each write, in their order
 */
export async function transact({ client }: Table, writes: Write[]): Promise<void> {
  if (writes.length > TRANSACTION_LIMIT) {
    throw new RangeError(`a change of ${writes.length} items is over DynamoDB's ${TRANSACTION_LIMIT} in a transaction`);
  }
  await client.send(new TransactWriteCommand({ TransactItems: writes }));
}

/** Two transactions touched one item at the same moment, and this one was told to come again. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  return (error.CancellationReasons ?? []).some(({ Code }) => Code === 'TransactionConflict');
}
