import * as z from 'zod';
import { waitUntil } from '../wait-until.ts';
import { CRITICAL_INCIDENT } from './critical-incident.ts';
import { recordId, type SessionAccess } from './session-access.ts';

/** Somebody who moves tickets in Jira, as a person does on the board. */
const ENGINEER = 'Mia Okafor';

const Ticket = z.object({ key: z.string() });

/** Commands for tickets in Jira: an incident opens and closes, and fixes are moved to Done. */
export function ticketCommands({ jira, auditor, jiraUrl, pagesUrl }: SessionAccess, say: (line: string) => void) {
  return {
    async open() {
      const { key } = Ticket.parse(await jira('issues', CRITICAL_INCIDENT));
      say(`${key} is open: ${jiraUrl}/browse/${key}`);
    },

    async close(key: string) {
      const api = await auditor();
      if ((await api.postMortemIdOf(key)) === undefined) {
        await jira(`issues/${encodeURIComponent(key)}/transition`, { status: 'Done', by: ENGINEER });
      }
      const id = await waitUntil(`a record for ${key}`, () => api.postMortemIdOf(key));
      say(`${key} is closed in Jira, and has the record ${id}: ${pagesUrl}/console/post-mortems/${id}`);
    },

    async done(named: string) {
      const api = await auditor();
      const id = await recordId(named, api);
      const tickets = await waitUntil(
        'a ticket for each recommendation',
        async () => (await api.record(id)).recommendations.map(({ remediation }) => remediation?.ticket?.key),
        (keys) => keys.length > 0 && keys.every((key) => key !== undefined),
      );
      for (const key of tickets) await jira(`issues/${key}/transition`, { status: 'Done', by: ENGINEER });
      await waitUntil(
        'a claim of each fix',
        () => api.remediations(id),
        (fixes) => fixes.every(({ state }) => state !== 'open'),
      );
      say(`moved to Done by ${ENGINEER}: ${tickets.join(', ')}`);
    },
  };
}
