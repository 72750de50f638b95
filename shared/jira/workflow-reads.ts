import { searchAndReconsileIssuesUsingJqlPost } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { JiraUnsure } from './jira-errors.ts';
import { quoted } from './jql.ts';
import { listIn } from './odd-elements.ts';

const Named = z.object({ id: z.string(), name: z.string() });
export type NamedOnSite = z.infer<typeof Named>;

const Status = Named.extend({ statusCategory: z.object({ key: z.string() }) });
/** `category`: new, indeterminate, done, or undefined, which is the name of a fourth one. */
export type StatusOnSite = NamedOnSite & { readonly category: string };

const TypeWithStatuses = z.object({ id: z.string(), statuses: z.array(z.unknown()) });
const Found = z.object({ id: z.string() });

/** Statuses of one type of issues in one project. */
export type Workflow = { readonly project: string; readonly issueTypeId: string };

/** Questions to Jira about its workflows, as far as it tells of them to an account that is no administrator. */
export function workflowReads(client: Client) {
  const list = async (url: string): Promise<unknown[]> =>
    listIn(`GET ${url}`, 'values', await client.sendRequest<unknown>({ url, method: 'GET' }));

  /** All statuses that we may see, by their names in the language of our account. In team-managed projects names repeat. */
  async function statuses(): Promise<StatusOnSite[]> {
    const known = (await list('/rest/api/3/status')).flatMap((entry) => Status.safeParse(entry).data ?? []);
    return known.map(({ id, name, statusCategory }) => ({ id, name, category: statusCategory.key }));
  }

  /** Statuses of a workflow. @returns undefined when Jira does not tell of this type there */
  async function statusesIn({ project, issueTypeId }: Workflow): Promise<StatusOnSite[] | undefined> {
    const url = `/rest/api/3/project/${encodeURIComponent(project)}/statuses`;
    const types = (await list(url)).flatMap((entry) => TypeWithStatuses.safeParse(entry).data ?? []);
    const ofType = types.find(({ id }) => id === issueTypeId);
    if (ofType === undefined) return undefined;
    const ids = new Set(ofType.statuses.flatMap((entry) => Found.safeParse(entry).data?.id ?? []));
    // Not every Data Center says the category of a status here.
    return (await statuses()).filter(({ id }) => ids.has(id));
  }

  return {
    statuses,
    statusesIn,

    /** None on a site whose workflows have no resolution. */
    async resolutions(): Promise<NamedOnSite[]> {
      return (await list('/rest/api/3/resolution')).flatMap((entry) => Named.safeParse(entry).data ?? []);
    },

    /** Statuses of the category done in a workflow. @returns undefined when Jira does not tell of this type there */
    async doneStatuses(workflow: Workflow): Promise<StatusOnSite[] | undefined> {
      return (await statusesIn(workflow))?.filter(({ category }) => category === 'done');
    },

    /**
     * Id of the issue in a status that changed last: one of ours, else anybody's. Search may not show it for minutes.
     *
     * @returns undefined when there is none
     */
    async newestIn({ project, issueTypeId }: Workflow, statusId: string): Promise<string | undefined> {
      const where = `project = ${quoted(project)} AND issuetype = ${issueTypeId} AND status = ${statusId}`;
      for (const whose of [' AND creator = currentUser()', '']) {
        const jql = `${where}${whose} ORDER BY updated DESC`;
        const page = await searchAndReconsileIssuesUsingJqlPost(client, { jql, fields: ['status'], maxResults: 1 });
        const [first] = listIn('POST /rest/api/3/search/jql', 'issues', page.issues);
        if (first === undefined) continue;
        const { data } = Found.safeParse(first);
        if (data === undefined) throw new JiraUnsure('POST /rest/api/3/search/jql', 'an issue without an id');
        return data.id;
      }
      return undefined;
    },
  };
}
