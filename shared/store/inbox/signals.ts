import * as z from 'zod';
import { Signal, type Subject } from '../../domain/verification/signal.ts';
import { partitions } from '../keys.ts';
import { queryPage, type Table } from '../table.ts';

const SignalItem = z.object({ signal: Signal });

/** Enough to see how a subject stands: the newest decides, the rest is for the reader. */
const NEWEST = 20;

/** The newest signals about a subject up to `until`, the newest first. */
export async function signalsAbout(table: Table, subject: Subject, until: string): Promise<Signal[]> {
  const { items } = await queryPage(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk <= :until',
    ExpressionAttributeValues: { ':pk': partitions.signals(subject), ':until': `${until}~` },
    ScanIndexForward: false,
    Limit: NEWEST,
  });
  return items.map((item) => SignalItem.parse(item).signal);
}
