import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { type ApiClient, apiClient } from '../api-client.ts';
import { waitUntil } from '../wait-until.ts';
import { CRITICAL_INCIDENT, fillInCritical } from './critical-incident.ts';
import { PEOPLE, PROGRAM, type ScheduledName } from './session-desk.ts';
import { readSession, type Session, sessionFolder } from './session-file.ts';

type Say = (line: string) => void;
/** Somebody who moves tickets in Jira, as a person does on the board. */
const ENGINEER = 'Mia Okafor';

/** Commands of `npm run local -- <command>`, run in another terminal than the one that holds the stack. */
export function sessionCommands(session: Session, say: Say) {
  const desk = async (method: string, path: string): Promise<string> => {
    const response = await fetch(`${session.deskUrl}/${path}`, {
      method,
      headers: { 'x-holdfast-key': session.deskKey },
    });
    const body = await response.text();
    if (!response.ok) throw new Error(body);
    return body;
  };
  const tokenOf = (who: string) => desk('GET', `tokens/${encodeURIComponent(who)}`);
  const as = async (who: string) => apiClient(session.apiUrl, await tokenOf(who));
  const auditor = () => as(PEOPLE.find(({ role }) => role === 'auditor')?.nick ?? '');
  const jira = (path: string, body: object) => postJson(`${session.jiraUrl}/_simulator/${path}`, body);

  /** @param named a record's id, a link that holds it, or the key of its incident ticket */
  async function recordId(named: string, api: ApiClient): Promise<string> {
    const id = /[0-7][0-9A-HJKMNP-TV-Z]{25}/.exec(named)?.[0];
    if (id !== undefined) return id;
    const found = await api.postMortemIdOf(named);
    if (found !== undefined) return found;
    throw new Error(`${named} has no record: is the ticket closed? npm run -s local -- close ${named}`);
  }

  return {
    token: async (who: string) => say(await tokenOf(who)),

    async open() {
      const { key } = Ticket.parse(await jira('issues', CRITICAL_INCIDENT));
      say(`${key} is open: ${session.jiraUrl}/browse/${key}`);
    },

    async close(key: string) {
      const api = await auditor();
      if ((await api.postMortemIdOf(key)) === undefined) {
        await jira(`issues/${encodeURIComponent(key)}/transition`, { status: 'Done', by: ENGINEER });
      }
      const id = await waitUntil(`a record for ${key}`, () => api.postMortemIdOf(key));
      say(`${key} is closed in Jira, and has the record ${id}: ${session.deskUrl}/post-mortems/${id}`);
    },

    async show(named: string) {
      const api = await auditor();
      const id = await recordId(named, api);
      const { status, approvals, completeness, recommendations, incident } = await api.record(id);
      say(incident.title);
      say(`  ${incident.key}, ${incident.severity}: ${status}, approved by ${approvals.length}`);
      say(`  complete to ${completeness.score} % (template "${completeness.template}")`);
      for (const { message } of completeness.missing) say(`  missing: ${message}`);
      for (const { title: what, state, remediation } of recommendations) {
        say(`  ${remediation?.ticket?.key ?? '(no ticket yet)'}  ${remediation?.state ?? state}  ${what}`);
      }
      say(`  ${session.deskUrl}/post-mortems/${id}`);
    },

    async fillIn(named: string, who: string) {
      const api = await as(who);
      const id = await recordId(named, api);
      if ((await api.record(id)).completeness.missing.length > 0) await fillInCritical(id, api);
      const { completeness } = await api.record(id);
      say(`complete to ${completeness.score} %, by ${who}`);
    },

    async submit(named: string, who: string) {
      const api = await as(who);
      const { status } = await api.change(await recordId(named, api), 'POST', '/submit');
      say(`submitted by ${who}: ${status}`);
    },

    async approve(named: string, who: string) {
      const api = await as(who);
      const id = await recordId(named, api);
      const { revision } = await api.record(id);
      const { status } = await api.change(id, 'POST', '/approve', { revision });
      say(status === 'approved' ? 'approved' : `approved by ${who}, and waits for one more: ${status}`);
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
      say(`moved to Done by ${ENGINEER}: ${tickets.join(', ')}`);
    },

    async signal(technique: string, outcome: string) {
      const subject = { type: 'technique', id: technique };
      const observedAt = new Date().toISOString();
      await (await as(PROGRAM)).post('/signals', { id: randomUUID(), subject, outcome, observedAt, source: 'local' });
      say(`${technique}: ${outcome}, told by ${PROGRAM}`);
    },

    async run(name: ScheduledName) {
      const result: unknown = JSON.parse(await desk('POST', `runs/${name}`));
      say(result === null ? `${name} has run` : `${name} has run: ${JSON.stringify(result)}`);
    },

    async report() {
      const { published } = Published.parse(JSON.parse(await desk('POST', 'runs/publish-report')));
      const folder = join(sessionFolder(), 'reports');
      await mkdir(folder, { recursive: true });
      for (const { summary, keys } of published) {
        say(summary);
        for (const key of [keys.html, keys.markdown, keys.json]) {
          const file = join(folder, basename(key));
          await writeFile(file, await desk('GET', `reports/${encodeURIComponent(key)}`));
          if (key === keys.html) say(`  ${pathToFileURL(file).href}`);
        }
      }
    },
  };
}

const Ticket = z.object({ key: z.string() });
const Published = z.object({
  published: z.array(
    z.object({
      summary: z.string(),
      keys: z.object({ html: z.string(), markdown: z.string(), json: z.string() }),
    }),
  ),
});

async function postJson(url: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/** @throws Error when nothing runs */
export const connectedCommands = async (say: Say) => sessionCommands(await readSession(), say);
