import { type ApiClient, apiClient } from '../api-client.ts';
import { PEOPLE } from './session-desk.ts';
import type { Session } from './session-file.ts';

export type SessionAccess = ReturnType<typeof sessionAccess>;

/** Access to the stack that runs: its desk, its API as each person, and the people in Jira. */
export function sessionAccess(session: Session) {
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
  return {
    desk,
    tokenOf,
    as,
    auditor: () => as(PEOPLE.find(({ role }) => role === 'auditor')?.nick ?? ''),
    jira: (path: string, body: object) => postJson(`${session.jiraUrl}/_simulator/${path}`, body),
    jiraUrl: session.jiraUrl,
    pagesUrl: session.pagesUrl,
  };
}

/** @param named a record's id, a link that holds it, or the key of its incident ticket, alone or as `/tickets/jira/SEC-1` of the console */
export async function recordId(named: string, api: ApiClient): Promise<string> {
  const id = /[0-7][0-9A-HJKMNP-TV-Z]{25}/.exec(named)?.[0];
  if (id !== undefined) return id;
  const [, ofLink] = /\/tickets\/jira\/([^/?#]+)/.exec(named) ?? [];
  const key = ofLink === undefined ? named : decodeURIComponent(ofLink);
  const found = await api.postMortemIdOf(key);
  if (found !== undefined) return found;
  throw new Error(`${key} has no record: is the ticket closed? npm run -s local -- close ${key}`);
}

async function postJson(url: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
