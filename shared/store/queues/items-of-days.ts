import { daysBetween } from '../../domain/words/day.ts';
import { queryPages, type Table } from '../table.ts';

/**
 * Entries of a ledger with a partition for each day, whose sort keys begin with the time: those after `from` up to `to`, in order.
 * Successive periods share none. Reads these days and nothing else; a period that is empty or reversed, which DynamoDB refuses, has none.
 */
export async function itemsOfDays(
  table: Table,
  partition: (day: string) => string,
  { from, to }: { from: string; to: string },
): Promise<Record<string, unknown>[]> {
  if (from >= to) return [];
  const items: Record<string, unknown>[] = [];
  for (const day of daysBetween(from, to)) {
    const input = {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': partition(day), ':from': `${from}~`, ':to': `${to}~` },
    };
    for await (const page of queryPages(table, input)) items.push(...page);
  }
  return items;
}
