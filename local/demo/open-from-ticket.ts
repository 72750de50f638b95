import { techniqueInWords } from '../../shared/domain/knowledge/attack.ts';
import { entriesIn } from '../../shared/domain/record/content/timeline.ts';
import type { ApiClient } from '../api-client.ts';
import type { LocalStack } from '../local-stack.ts';
import type { Narrator } from '../narrator.ts';
import { waitUntil } from '../wait-until.ts';
import { takeThrough } from './demo-plan.ts';
import { mustBe, NotAsExpected } from './expect.ts';
import { DEMO_INCIDENT } from './phishing-incident.ts';

/** From the closed ticket to the stored record, with warm functions. */
const WARM_LIMIT_MS = 3_000;

/** Closes an incident in Jira and waits for its record; then shows that telling it again opens no second one. */
export async function openFromTicket(
  { jira, plan }: Pick<LocalStack, 'jira' | 'plan'>,
  anna: ApiClient,
  tell: Narrator,
): Promise<{ ticketKey: string; postMortemId: string; closedToStoredMs: { first: number; warm: number } }> {
  const { summary, description, comments } = DEMO_INCIDENT;
  const incident = {
    ...plan.incident,
    ...(plan.incidentPriority === undefined ? {} : { priority: plan.incidentPriority }),
  };
  const { hasDescription = true } = plan;
  const fields = { ...incident, summary, ...(hasDescription ? { description } : {}) };
  const ticket = jira.createIssue(fields, { by: 'Mia Okafor' });
  if (!hasDescription) jira.addComment(ticket.key, description, { by: 'Mia Okafor' });
  const begun = plan.incidentEnds.slice(0, -1);
  takeThrough(jira, ticket.key, begun, 'Jonas Berg');
  for (const { by, text } of comments) jira.addComment(ticket.key, text, { by });

  const close = async (key: string) => {
    const closedAt = performance.now();
    takeThrough(jira, key, plan.incidentEnds, 'Jonas Berg');
    const id = await waitUntil(`a post-mortem for ${key}`, () => anna.postMortemIdOf(key));
    return { id, ms: performance.now() - closedAt };
  };
  const first = await tell.step(
    `${ticket.key} is closed in Jira`,
    () => close(ticket.key),
    ({ id, ms }) => `→ post-mortem ${id} stored after ${seconds(ms)} (functions cold)`,
  );
  const postMortemId = first.id ?? '';
  const record = await waitUntil(
    'the link back to the ticket',
    () => anna.record(postMortemId),
    ({ isLinkedToTicket }) => isLinkedToTicket,
  );
  const { severity, techniques, people } = record.incident;
  tell.line(
    `prefilled: severity ${severity}, due ${record.dueAt.slice(0, 10)}, ${entriesIn(record.timelineCounts)} timeline entries, ` +
      `${people.length} people by role, ATT&CK ${techniques.map(techniqueInWords).join(', ')}`,
  );

  const second = jira.createIssue({ ...plan.incident, summary: 'Exercise: lost laptop' });
  const warm = await tell.step(
    `${second.key} is closed in Jira`,
    async () => {
      const closed = await close(second.key);
      if (closed.ms > WARM_LIMIT_MS)
        throw new NotAsExpected('from closed to stored, warm', '< 3 s', seconds(closed.ms));
      return closed;
    },
    ({ id, ms }) => `→ post-mortem ${id} stored after ${seconds(ms)} (functions warm)`,
  );

  await tell.step(
    `${ticket.key} is told four more times, reopened and closed again`,
    async () => {
      jira.faults.add({ kind: 'webhook-repeated', copies: 4 });
      jira.transition(ticket.key, plan.incidentBack, { by: 'Jonas Berg' });
      takeThrough(jira, ticket.key, plan.incidentEnds, 'Jonas Berg');
      // A delivery that was answered is only in the outbox: what shows that it was heard is in the record.
      await waitUntil(
        'the record that is carried on',
        () => anna.record(postMortemId),
        ({ carriedOn }) => carriedOn === 1,
      );
      mustBe('the post-mortem of the ticket', await anna.postMortemIdOf(ticket.key), postMortemId);
      mustBe('links on the ticket', jira.issue(ticket.key)?.remoteLinks.length, 1);
    },
    () => '→ still one post-mortem, carried on once, one link',
  );
  return { ticketKey: ticket.key, postMortemId, closedToStoredMs: { first: first.ms, warm: warm.ms } };
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
