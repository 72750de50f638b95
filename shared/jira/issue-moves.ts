import { doTransition, getIssue } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { FieldMetadata, type ScreenMetadata } from './field-metadata.ts';
import { JiraStatus } from './issue-reading.ts';
import { JiraRefused, JiraUnsure } from './jira-errors.ts';

/** Transition that leads out of the present status. Ids are unique in their workflow only, and names are translated. */
export type Way = {
  readonly id: string;
  readonly name: string;
  readonly to: z.infer<typeof JiraStatus>;
  /** Leads back to where it began. */
  readonly isLooped: boolean;
  /** Fields of its screen, as far as Jira tells them. */
  readonly screen: ScreenMetadata;
};

const Transition = z
  .object({
    id: z.string(),
    name: z.string().catch(''),
    to: JiraStatus,
    looped: z.boolean().optional(),
    isLooped: z.boolean().optional(),
    fields: z.record(z.string(), z.unknown()).nullish(),
  })
  .transform(
    ({ id, name, to, looped, isLooped, fields }): Way => ({
      id,
      name,
      to,
      isLooped: looped ?? isLooped ?? false,
      screen: new Map(
        Object.entries(fields ?? {}).flatMap(([field, entry]) => {
          const { data } = FieldMetadata.safeParse(entry);
          return data === undefined ? [] : [[field, data] as const];
        }),
      ),
    }),
  );

/** Moves of issues from status to status. */
export function issueMoves(client: Client) {
  async function statusOf(issueIdOrKey: string): Promise<z.infer<typeof JiraStatus>> {
    const issue = await getIssue(client, { issueIdOrKey, fields: ['status'] });
    return z.object({ status: JiraStatus }).parse(issue.fields).status;
  }

  return {
    statusOf,

    /** Ways that our account can go now. Without the permission there are none, as where the workflow has none. */
    async waysFrom(issueIdOrKey: string): Promise<Way[]> {
      const url = `/rest/api/3/issue/${issueIdOrKey}/transitions`;
      const answer = await client.sendRequest<unknown>({
        url,
        method: 'GET',
        searchParams: { expand: 'transitions.fields' },
      });
      const { data } = z.object({ transitions: z.array(z.unknown()) }).safeParse(answer);
      if (data === undefined) throw new JiraUnsure(`GET ${url}`, 'an answer without its list');
      return data.transitions.flatMap((entry) => Transition.safeParse(entry).data ?? []);
    },

    /**
     * Goes a way, and looks whether the issue is there: some Jiras answer 204 and move nothing.
     *
     * @throws JiraRefused also when nothing was moved
     */
    async go(issueIdOrKey: string, { id, name, to }: Way, fields: Readonly<Record<string, unknown>>): Promise<void> {
      const endpoint = `POST /rest/api/3/issue/${issueIdOrKey}/transitions`;
      await doTransition(client, {
        issueIdOrKey,
        transition: { id },
        ...(Object.keys(fields).length === 0 ? {} : { fields: { ...fields } }),
      });
      const status = await statusOf(issueIdOrKey);
      if (status.statusCategory.key === to.statusCategory.key) return;
      throw new JiraRefused(
        endpoint,
        409,
        `it answered that it went the way "${name}", and the issue is still ${status.name}; a rule of the workflow may have stopped it`,
      );
    },
  };
}
