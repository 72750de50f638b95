import { addDuration, Duration } from '../domain/words/duration.ts';
import { PREFIX } from '../store/keys.ts';
import { type DueKey, dueKeys, isAnythingDue } from '../store/queues/due-keys.ts';
import { readPass, type SendingPass, writePass } from '../store/queues/sending-pass.ts';
import type { Table } from '../store/table.ts';
import { type DueFixQueue, type SentFix, sendFixes } from './due-fix.ts';

export type SendDueDependencies = {
  table: Table;
  queue: DueFixQueue;
  now: () => string;
  /** True while there is time for more. The next run goes on. */
  hasTime: () => boolean;
  /** Number of fixes that are sent together, and of keys in a page; 100, and as many as fit, by default. */
  pageSize?: number | undefined;
};

const SENT_TOGETHER = 100;

/** Everything due is sent at least this often, whatever is said to wait in the queue. */
const SENT_AGAIN_AFTER = Duration.parse('P1D');

/**
 * Sends the keys of all fixes whose verdict may have changed by time alone, the most overdue first.
 *
 * What was sent stays in the index until it is judged. A pass over the index that came through begins anew when the queue is
 * empty; while messages wait, a run sends only what became due since. So a backlog is not sent again every hour:
 *
 *     run 1   sends 1 … 60,000, out of time
 *     run 2   goes on: 60,001 … 100,000, through        about 80,000 wait
 *     run 3   sends what became due since               about 30,000 wait
 *     run 4   the queue is empty: from the beginning, which finds what is still due, for whatever reason
 *
 * A fix may be sent twice all the same. Whoever judges reads it as it is then, and finds nothing to do the second time.
 *
 * @returns number of messages
 */
export async function sendDue({
  table,
  queue,
  now,
  hasTime,
  pageSize,
}: SendDueDependencies): Promise<{ sent: number; isThrough: boolean }> {
  const until = now();
  if (!(await isAnythingDue(table, 'verify', until))) return { sent: 0, isThrough: true };
  const before = await readPass(table);
  const pass = before !== undefined && (await goesOn(before, queue, until)) ? before : newPass(until);
  const sentTo = new Map(pass.sentTo.map((key) => [key.nextActionQueue, key]));
  let sent = 0;
  let isThrough = false;
  try {
    const keys = dueKeys(table, 'verify', until, { after: pass.sentTo, pageSize });
    for await (const chunk of chunksOf(keys, pageSize ?? SENT_TOGETHER)) {
      await sendFixes(queue, chunk.map(sentFix));
      for (const key of chunk) sentTo.set(key.nextActionQueue, key);
      sent += chunk.length;
      if (!hasTime()) return { sent, isThrough };
    }
    isThrough = true;
    return { sent, isThrough };
  } finally {
    // Also when the queue failed halfway: what it took is not sent again.
    if (sent > 0 || isThrough !== before?.isThrough) {
      await writePass(table, { ...pass, sentTo: [...sentTo.values()], isThrough });
    }
  }
}

/** A pass that is not through always goes on, or a beginning that nobody can judge would be sent for ever, and the rest never. */
async function goesOn({ isThrough, beganAt }: SendingPass, queue: DueFixQueue, now: string): Promise<boolean> {
  if (!isThrough) return true;
  if (Date.parse(addDuration(beganAt, SENT_AGAIN_AFTER)) <= Date.parse(now)) return false;
  return (await queue.waiting()) > 0;
}

const newPass = (beganAt: string): SendingPass => ({ beganAt, sentTo: [], isThrough: false });

const sentFix = ({ pk, sk }: DueKey): SentFix => ({
  postMortemId: withoutPrefix(pk, PREFIX.record),
  remediationId: withoutPrefix(sk, PREFIX.remediation),
});

/** A key of something else stays as it is, so that its dead letter says what it was. */
const withoutPrefix = (key: string, prefix: string): string =>
  key.startsWith(prefix) ? key.slice(prefix.length) : key;

async function* chunksOf<Element>(elements: AsyncIterable<Element>, size: number): AsyncGenerator<Element[]> {
  let chunk: Element[] = [];
  for await (const element of elements) {
    chunk.push(element);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
