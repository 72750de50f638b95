import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { whoAmI } from './believed-as-ourselves.ts';
import { IssueScope } from './issue-reading.ts';
import { JiraProjectHidden, JiraRefused, JiraUnsure } from './jira-errors.ts';
import { listIn } from './odd-elements.ts';

const Project = z.object({
  key: z.string(),
  archived: z.boolean().optional().catch(undefined),
  issueTypes: z
    .array(z.unknown())
    .transform((types) => types.flatMap((type) => IssueScope.shape.issuetype.safeParse(type).data ?? [])),
});
export type JiraProject = z.infer<typeof Project>;

const Permissions = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });

const PriorityOfSite = z.object({ id: z.string(), name: z.string().optional().catch(undefined) });

const Status = z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }) });

/** Questions to Jira about the site itself. In a run, each is asked once. */
export function siteReads(client: Client) {
  return {
    /** Id of our account. @throws JiraOutage when Jira does not know us */
    whoAmI: (): Promise<string> => whoAmI(client),

    /**
     * A project with its types of issues. One that was renamed is found by its old key, and has the new one.
     *
     * @throws JiraProjectHidden when Jira does not show it: a search in it would find nothing, whatever is there
     */
    async project(key: string): Promise<JiraProject> {
      const url = `/rest/api/3/project/${encodeURIComponent(key)}`;
      const endpoint = `GET ${url}`;
      const parsed = Project.safeParse(await shown(client, url, key));
      if (!parsed.success) throw new JiraUnsure(endpoint, 'the answer is no project with its types of issues');
      if (parsed.data.archived === true)
        throw new JiraProjectHidden(endpoint, `the Jira project ${key} is archived`, MEND);
      return parsed.data;
    },

    /**
     * Those of some permissions that our account lacks in a project, by their keys. What Jira does not tell of is not lacking.
     * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/
     */
    async lackingPermissions(projectKey: string, wanted: readonly string[]): Promise<string[]> {
      const url = '/rest/api/3/mypermissions';
      const searchParams = { projectKey, permissions: wanted.join(',') };
      const parsed = Permissions.safeParse(await client.sendRequest({ url, method: 'GET', searchParams }));
      if (!parsed.success) throw new JiraUnsure(`GET ${url}`, 'the answer is no list of permissions');
      return wanted.filter((key) => parsed.data.permissions[key]?.havePermission === false);
    },

    /**
     * All priorities, the most urgent first. A project may allow some of them only. Cloud calls this list deprecated; Data Center
     * has no other.
     */
    async prioritiesInOrder(): Promise<{ id: string; name?: string | undefined }[]> {
      const url = '/rest/api/3/priority';
      const priorities = listIn(`GET ${url}`, 'priorities', await client.sendRequest({ url, method: 'GET' }));
      return priorities.flatMap((priority) => PriorityOfSite.safeParse(priority).data ?? []);
    },

    /** Categories of all statuses that we may see, by the id of the status. */
    async statusCategories(): Promise<ReadonlyMap<string, string>> {
      const url = '/rest/api/3/status';
      const statuses = listIn(`GET ${url}`, 'statuses', await client.sendRequest({ url, method: 'GET' }));
      const known = statuses.flatMap((status) => Status.safeParse(status).data ?? []);
      return new Map(known.map(({ id, statusCategory }) => [id, statusCategory.key]));
    },
  };
}

const MEND = 'give our account the permission "Browse projects" there, or take the project out of holdfast.config.ts';

async function shown(client: Client, url: string, key: string): Promise<unknown> {
  try {
    return await client.sendRequest({ url, method: 'GET' });
  } catch (error) {
    // Jira knows us, and says that there is no such project.
    const isHidden = error instanceof JiraRefused && (error.status === 404 || error.status === 403);
    if (!isHidden) throw error;
    throw new JiraProjectHidden(`GET ${url}`, `Jira does not show the project ${key} to our account`, MEND, {
      cause: error,
    });
  }
}
