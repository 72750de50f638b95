import { DEFAULT_CONFIG } from '../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../shared/domain/record/apply-post-mortem.ts';
import { openPostMortem } from '../../shared/domain/record/decide/open-record.ts';
import type { RecordEvent } from '../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../shared/domain/record/post-mortem.ts';
import { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import type { Person } from '../../shared/domain/words/person.ts';
import type { WorkedExample } from './worked-example.ts';
import { decisionsOf } from './write-example.ts';

const AUTHOR: Person = { kind: 'person', id: 'author', name: 'Author' };

/** The record as it is when the team has written everything, by the rules of the domain and the default configuration. */
export function writtenRecord(example: WorkedExample): PostMortem {
  const newId = ids();
  const { openedAt, closedAt, priority, summary: title, description } = example.ticket;
  const { severityByPriority, severityOtherwise } = DEFAULT_CONFIG.incidents.jira;
  const incident = {
    source: 'jira' as const,
    site: 'jira.example.com',
    ticketId: '10001',
    key: 'SEC-1',
    url: 'https://jira.example.com/browse/SEC-1',
    title,
    description,
    severity: severityByPriority[priority] ?? severityOtherwise,
    openedAt,
    closedAt,
    people: [],
    techniques: [],
  };
  const opening = openPostMortem(PostMortemId.parse(newId()), incident, [], closedAt, DEFAULT_CONFIG);
  const { decisions } = decisionsOf(example, AUTHOR, DEFAULT_CONFIG, newId);
  const fold = (record: PostMortem | undefined, events: readonly RecordEvent[]) =>
    events.reduce<PostMortem | undefined>(applyToPostMortem, record);
  const record = decisions.reduce(
    (current, decide) => (current === undefined ? current : fold(current, decide(current))),
    fold(undefined, opening),
  );
  if (record === undefined) throw new Error('a record is opened by its first event');
  return record;
}

/** ULIDs in order, the same in every run. */
function ids(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `01KAEXAMP1${String(count).padStart(16, '0')}`;
  };
}
