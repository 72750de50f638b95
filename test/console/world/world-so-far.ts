import type { LocalStack } from '../../../local/local-stack.ts';
import { waitUntil } from '../../../local/wait-until.ts';
import type { ConsolePerson } from './console-people.ts';
import type { RecordWriter } from './record-writer.ts';

/** What seeds work with: the stack, its people at the API, its scanner, and the ids of what they made, by name. */
export type WorldSoFar = {
  stack: LocalStack;
  people: Record<ConsolePerson, RecordWriter>;
  scanner: RecordWriter;
  records: Record<string, string>;
};

/** A time that many days, hours or minutes from now; before it where the number is negative. */
export const fromNow = (amount: number, unit: 'days' | 'hours' | 'minutes' | 'seconds'): string =>
  new Date(Date.now() + amount * UNIT_MS[unit]).toISOString();

const UNIT_MS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1_000 };

type Incident = { summary: string; description?: string; priority: string; comments?: readonly string[] };

/** Opens an incident in Jira, closes it, and waits for its record. @returns the record's id */
export async function closedTicket({ stack: { jira }, people }: WorldSoFar, incident: Incident): Promise<string> {
  const { comments = [], ...fields } = incident;
  const { key } = jira.createIssue({ project: 'SEC', issueType: 'Security Incident', ...fields }, { by: 'Mia Okafor' });
  jira.transition(key, 'In Progress', { by: 'Jonas Berg' });
  for (const text of comments) jira.addComment(key, text, { by: 'Amara Silva' });
  jira.transition(key, 'Done', { by: 'Jonas Berg' });
  const id = await waitUntil(`a record for ${key}`, () => people.nina.client.postMortemIdOf(key));
  return id ?? '';
}
