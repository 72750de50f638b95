import * as z from 'zod';
import { Signal, type Subject } from '../../domain/verification/signal.ts';
import { partitions } from '../keys.ts';
import { queryPages, type Table } from '../table.ts';

const SignalItem = z.object({ signal: Signal });

/**
 * Signals about a subject, the newest first: all of a window, and the newest from before it, which tells how old the evidence is
 * where the window has none.
 *
 * @param window ISO 8601 UTC, both ends included
 */
export async function signalsAbout(
  table: Table,
  subject: Subject,
  { since, until }: { since: string; until: string },
): Promise<Signal[]> {
  const signals: Signal[] = [];
  const pages = queryPages(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk <= :until',
    ExpressionAttributeValues: { ':pk': partitions.signals(subject), ':until': `${until}~` },
    ScanIndexForward: false,
  });
  for await (const page of pages) {
    for (const item of page) {
      const { signal } = SignalItem.parse(item);
      signals.push(signal);
      if (Date.parse(signal.observedAt) < Date.parse(since)) return signals;
    }
  }
  return signals;
}
