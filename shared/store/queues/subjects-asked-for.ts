import type { PostMortem } from '../../domain/record/post-mortem.ts';
import type { Subject } from '../../domain/verification/signal.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { keys, partitions } from '../keys.ts';
import { getItem, putItem, queryPages, type Table } from '../table.ts';

type Asking = Pick<PostMortem, 'id' | 'recommendations'>;

/**
 * Notes which subjects of signals the recommendations of a record ask for, so that a list of signals knows which record one of them may give
 * away, long before a fix is claimed. No signal is judged by it.
 *
 * It comes before the change of the record, and not in its transaction: an import brings twenty recommendations with ten checks each in one, and
 * an approval is full. A change that then fails, or that takes a recommendation out, leaves its note, which hides too much rather than too little.
 */
export async function noteSubjects(table: Table, before: Asking, after: Asking): Promise<void> {
  const known = subjectsOf(before);
  const fresh = [...subjectsOf(after)].filter(([name]) => !known.has(name));
  await Promise.all(fresh.map(([, subject]) => putItem(table, keys.askedFor(subject, after.id))));
}

/** Notes what a record from before such notes asks for. What is noted is only read. */
export async function noteSubjectsOnce(table: Table, record: Asking): Promise<void> {
  for (const subject of subjectsOf(record).values()) {
    const key = keys.askedFor(subject, record.id);
    if ((await getItem(table, key)) === undefined) await putItem(table, key);
  }
}

/** Records in which a recommendation asked for the subject at some time. */
export async function* recordsAskingFor(table: Table, subject: Subject): AsyncGenerator<PostMortemId> {
  const pages = queryPages(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': partitions.askedFor(subject) },
  });
  for await (const page of pages) for (const { sk } of page) yield PostMortemId.parse(sk);
}

function subjectsOf({ recommendations }: Asking): Map<string, Subject> {
  const checks = recommendations.flatMap(({ verification }) => verification.checks);
  const subjects = checks.flatMap((check) => (check.kind === 'signal' ? [check.subject] : []));
  return new Map(subjects.map((subject) => [partitions.askedFor(subject), subject]));
}
