import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { UnmappedValue } from '../../domain/ticket/unmapped-value.ts';
import { keys } from '../keys.ts';
import { getItem, type Table } from '../table.ts';

/** `lastDay`: of the newest incident that had the value. */
const CountedValue = UnmappedValue.extend({ count: z.int().positive(), lastDay: z.iso.date() });
export type CountedValue = z.infer<typeof CountedValue>;

const UnmappedItem = z.object({ values: z.array(CountedValue), version: z.int().nonnegative() });

/** Most values that are kept of one source: those that came last. A system may put anything into a field. */
const KEPT_VALUES = 50;

/** Two openings may count at the same time. One that loses so often is not counted: the list is for a person to read. */
const TRIES = 5;

/** Counts values of a source that the configuration maps to nothing, so that the doctor names them. */
export async function countUnmapped(
  table: Table,
  source: string,
  found: readonly UnmappedValue[],
  at: string,
): Promise<void> {
  const day = at.slice(0, 'YYYY-MM-DD'.length);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { values, version } = await itemOf(table, source);
    if (await isPut(table, source, { values: withCounts(values, found, day), version: version + 1 })) return;
  }
}

/** Values of a source that the configuration maps to nothing, the newest first. */
export async function unmappedOf(table: Table, source: string): Promise<CountedValue[]> {
  return (await itemOf(table, source)).values;
}

async function itemOf(table: Table, source: string): Promise<z.infer<typeof UnmappedItem>> {
  const item = await getItem(table, keys.unmapped(source));
  return item === undefined ? { values: [], version: 0 } : UnmappedItem.parse(item);
}

function withCounts(before: readonly CountedValue[], found: readonly UnmappedValue[], day: string): CountedValue[] {
  const isSame = (a: UnmappedValue, b: UnmappedValue): boolean => a.what === b.what && a.value === b.value;
  const counted = found.map((one) => {
    const { count = 0 } = before.find((other) => isSame(one, other)) ?? {};
    return { ...one, count: count + 1, lastDay: day };
  });
  const others = before.filter((one) => !found.some((other) => isSame(one, other)));
  return [...counted, ...others].slice(0, KEPT_VALUES);
}

async function isPut(
  { client, name }: Table,
  source: string,
  { values, version }: z.infer<typeof UnmappedItem>,
): Promise<boolean> {
  try {
    await client.send(
      new PutCommand({
        TableName: name,
        Item: { ...keys.unmapped(source), values, version },
        ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
