import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { allowedValue, FieldMetadata, type ScreenMetadata } from './field-metadata.ts';
import { JiraRefused, JiraUnsure } from './jira-errors.ts';

/** Most that Jira answers at once. */
const PAGE = 200;
/** More pages than any site has fields or types: a site that always says that there is more ends here. */
const MOST_PAGES = 20;

/** What an account may create, and with which fields. */
export type CreateMetadata = {
  readonly issueType: { readonly id: string; readonly name: string };
  readonly fields: ScreenMetadata;
};

const IssueTypeEntry = z.object({ id: z.string(), name: z.string(), untranslatedName: z.string().optional() });
type IssueTypeEntry = z.infer<typeof IssueTypeEntry>;
const FieldEntry = z.object({ fieldId: z.string() });

/** The list bears another name on Cloud than on Data Center. */
const Page = z.object({
  startAt: z.int().optional(),
  total: z.int().optional(),
  issueTypes: z.array(z.unknown()).optional(),
  fields: z.array(z.unknown()).optional(),
  values: z.array(z.unknown()).optional(),
});

/**
 * Questions about what may be created. An account that may not create in a project is told the same as of a project that
 * there is not.
 */
export function createMetadata(client: Client) {
  return {
    /**
     * Screen on which an issue of this type is created.
     *
     * @param issueType name or id; in team-managed projects names repeat, within one project they do not
     * @throws JiraRefused when the project, or the type in it, is none that this account may create
     */
    async screenOf(project: string, issueType: string): Promise<CreateMetadata> {
      const path = `/rest/api/3/issue/createmeta/${encodeURIComponent(project)}/issuetypes`;
      const types = (await all(client, path)).flatMap((entry) => IssueTypeEntry.safeParse(entry).data ?? []);
      const type = typeCalled(types, issueType);
      if (type === undefined) {
        const known = types.map(({ id, name }) => `${name} (${id})`).join(', ');
        throw new JiraRefused(
          `GET ${path}`,
          400,
          `${project} has no issue type ${issueType}; it has ${known || 'none'}`,
          {
            fields: ['issuetype'],
          },
        );
      }
      const fields = (await all(client, `${path}/${type.id}`)).flatMap((entry) => {
        const [id, field] = [FieldEntry.safeParse(entry).data?.fieldId, FieldMetadata.safeParse(entry).data];
        return id === undefined || field === undefined ? [] : [[id, field] as const];
      });
      return { issueType: { id: type.id, name: type.name }, fields: new Map(fields) };
    },
  };
}

/** An administrator's own name before Jira's, which an account in another language does not see. */
function typeCalled(types: readonly IssueTypeEntry[], idOrName: string): IssueTypeEntry | undefined {
  const named = types.map(({ id, name }) => ({ id, name }));
  const untranslated = types.map(({ id, name, untranslatedName = name }) => ({ id, name: untranslatedName }));
  const found = allowedValue(named, idOrName) ?? allowedValue(untranslated, idOrName);
  return types.find(({ id }) => id === found?.id);
}

async function all(client: Client, url: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.sendRequest<unknown>({
      url,
      method: 'GET',
      searchParams: { startAt: found.length, maxResults: PAGE },
    });
    const { data } = Page.safeParse(answer);
    const entries = data?.issueTypes ?? data?.fields ?? data?.values;
    if (entries === undefined) throw new JiraUnsure(`GET ${url}`, 'an answer without its list');
    found.push(...entries);
    if (entries.length === 0 || data?.total === undefined || found.length >= data.total) return found;
  }
  return found;
}
