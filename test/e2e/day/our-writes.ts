import * as z from 'zod';
import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';

/** A write of ours that Jira took. */
export type OurWrite = { kind: WriteKind; issue: string | undefined };
export type WriteKind = 'created' | 'due date' | 'label' | 'comment' | 'move' | 'link' | 'other';

const READING_POSTS = /\/(search\/jql|bulkfetch|comment\/list|oauth\/token)$|\/jql\//;
const IN_ISSUE = /^\/rest\/api\/3\/issue\/([^/]+)(\/[a-z]+)?/i;
const Edit = z.object({
  fields: z.record(z.string(), z.unknown()).default({}),
  update: z.record(z.string(), z.unknown()).default({}),
});

/** What our account wrote in Jira so far, in order, as its requests tell. */
export function ourWrites(jira: Pick<JiraSimulator, 'requests' | 'issue'>): OurWrite[] {
  return jira.requests().flatMap(({ method, path, requestBody, status }) => {
    const isWrite = method !== 'GET' && !READING_POSTS.test(path) && status !== undefined && status < 300;
    if (!isWrite) return [];
    const [, named, part = ''] = IN_ISSUE.exec(path) ?? [];
    const issue = named === undefined || named === 'bulk' ? undefined : (jira.issue(named)?.id ?? named);
    return [{ kind: kindOf(method, path, part, requestBody), issue }];
  });
}

function kindOf(method: string, path: string, part: string, body: unknown): WriteKind {
  if (/\/issue(\/bulk)?$/.test(path) && method === 'POST') return 'created';
  if (/\/(remotelink|issueLink)$/i.test(path)) return 'link';
  if (part === '/comment') return 'comment';
  if (part === '/transitions') return 'move';
  const edit = Edit.safeParse(body).data;
  if (part !== '' || edit === undefined) return 'other';
  if ('duedate' in edit.fields) return 'due date';
  return 'labels' in edit.update || 'labels' in edit.fields ? 'label' : 'other';
}
