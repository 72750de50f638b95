import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { plainValue } from './plain-value.ts';
import { holds, type StoredItem } from './table-expressions.ts';
import { INDEXES } from './table-index.ts';

type Answer = { Items: StoredItem[]; Count: number; LastEvaluatedKey?: Record<string, unknown> };

/** One page of a query, with the key to go on from when the page is full. */
export function answerQuery(
  input: QueryCommandInput,
  partition: (pk: string) => StoredItem[],
  indexed: (name: string) => StoredItem[],
  pageSize: number,
): Answer {
  const { IndexName, KeyConditionExpression, ScanIndexForward = true, ExclusiveStartKey, ConsistentRead } = input;
  if (input.FilterExpression !== undefined || input.ProjectionExpression !== undefined) {
    throw new Error('the table of the simulation knows neither filters nor projections');
  }
  if (IndexName !== undefined && ConsistentRead === true) throw new Error('an index has no consistent reads');
  const by = { names: input.ExpressionAttributeNames ?? {}, values: input.ExpressionAttributeValues ?? {} };
  const sortedBy = ['pk', 'sk'];
  const definition = INDEXES.find(({ name }) => name === IndexName);
  if (definition !== undefined) sortedBy.unshift(definition.sort);
  const candidates = IndexName === undefined ? partition(String(by.values[':pk'])) : indexed(IndexName);
  const found = candidates
    .filter((item) => holds(KeyConditionExpression, item, by))
    .toSorted((left, right) => (ScanIndexForward ? 1 : -1) * compareBy(sortedBy, left, right));
  const start = ExclusiveStartKey;
  const rest =
    start === undefined
      ? found
      : found.filter((item) => (ScanIndexForward ? 1 : -1) * compareBy(sortedBy, item, start) > 0);
  const page = rest.slice(0, Math.min(pageSize, input.Limit ?? pageSize));
  const last = page.at(-1);
  const isFull = last !== undefined && page.length === Math.min(pageSize, input.Limit ?? pageSize);
  return {
    Items: page.map((item) => plainValue(item)),
    Count: page.length,
    ...(isFull ? { LastEvaluatedKey: keyOf(last, definition) } : {}),
  };
}

function keyOf(item: StoredItem, definition: (typeof INDEXES)[number] | undefined): Record<string, unknown> {
  const { pk, sk } = item;
  if (definition === undefined) return { pk, sk };
  return { pk, sk, [definition.partition]: item[definition.partition], [definition.sort]: item[definition.sort] };
}

function compareBy(
  attributes: readonly string[],
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
): number {
  for (const attribute of attributes) {
    const [a, b] = [String(left[attribute]), String(right[attribute])];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
