import * as z from 'zod';
import { JiraIssueMissing } from '../jira-errors.ts';
import { type AskDataCenter, askEach, type CloudRequest } from './ask-data-center.ts';
import { categoryChangedAt, oldestFirst, type StatusCategories } from './histories.ts';

const Issue = z.looseObject({ id: z.string(), fields: z.record(z.string(), z.unknown()).prefault({}) });
type Issue = z.infer<typeof Issue>;

const Names = z.array(z.string()).prefault([]);
/** A list in a query string: repeated, or one text with commas. */
const ListParameter = z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]).prefault([]);

/** Field of Cloud alone: when the category of the status changed last. */
const CATEGORY_CHANGED = 'statuscategorychangedate';

type Wanted = {
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
};

/** Reads one issue with everything that Cloud would show of it. */
export async function readIssue(
  ask: AskDataCenter,
  categories: StatusCategories,
  { url, searchParams = {} }: CloudRequest,
): Promise<Issue> {
  const { fields, properties, expand } = z
    .looseObject({ fields: ListParameter, properties: ListParameter, expand: ListParameter })
    .parse(searchParams);
  return issueAt(ask, categories, url, { fields, properties, expand });
}

async function issueAt(
  ask: AskDataCenter,
  categories: StatusCategories,
  url: string,
  { fields, properties, expand }: Wanted,
): Promise<Issue> {
  const wantsChange = fields.length === 0 || fields.includes(CATEGORY_CHANGED);
  const expanded = wantsChange ? [...new Set([...expand, 'changelog'])] : expand;
  const issue = Issue.parse(
    await ask({
      url,
      method: 'GET',
      searchParams: {
        ...(fields.length > 0 && { fields: fields.join(',') }),
        ...(properties.length > 0 && { properties: properties.join(',') }),
        ...(expanded.length > 0 && { expand: expanded.join(',') }),
      },
    }),
  );
  if (!wantsChange) return issue;
  const changedAt = categoryChangedAt(oldestFirst(issue), await categories());
  return { ...issue, fields: { ...issue.fields, [CATEGORY_CHANGED]: changedAt ?? issue.fields.created } };
}

const Fetch = z.object({ issueIdsOrKeys: z.array(z.string()), fields: Names, properties: Names, expand: Names });

/** Many issues, one by one. What is gone or hidden is silently absent, as on Cloud. */
export async function fetchIssues(ask: AskDataCenter, categories: StatusCategories, { body }: CloudRequest) {
  const { issueIdsOrKeys, ...wanted } = Fetch.parse(body);
  const found = await askEach([...new Set(issueIdsOrKeys)], (idOrKey) => issueOrNone(ask, categories, idOrKey, wanted));
  const issues = found.filter((issue) => issue !== undefined);
  return { issues: [...new Map(issues.map((issue) => [issue.id, issue])).values()], issueErrors: [] };
}

async function issueOrNone(
  ask: AskDataCenter,
  categories: StatusCategories,
  idOrKey: string,
  wanted: Wanted,
): Promise<Issue | undefined> {
  try {
    return await issueAt(ask, categories, `/rest/api/3/issue/${encodeURIComponent(idOrKey)}`, wanted);
  } catch (error) {
    if (error instanceof JiraIssueMissing) return undefined;
    throw error;
  }
}

const Search = z.looseObject({
  jql: z.string(),
  fields: Names,
  properties: Names,
  maxResults: z.int().prefault(50),
  nextPageToken: z.string().optional(),
});
const Page = z.object({ startAt: z.int(), total: z.int(), issues: z.array(Issue) });

/**
 * Searches page by page: the token of a page is where it starts. The search there knows no properties of issues, and not when
 * a category changed, so what it found is read one by one where these are wanted.
 */
export async function searchIssues(ask: AskDataCenter, categories: StatusCategories, { body }: CloudRequest) {
  const { jql, fields, properties, maxResults, nextPageToken } = Search.parse(body);
  const isReadAgain = properties.length > 0 || fields.includes(CATEGORY_CHANGED);
  const page = Page.parse(
    await ask({
      url: '/rest/api/3/search',
      method: 'POST',
      body: { jql, fields: isReadAgain ? ['updated'] : fields, startAt: Number(nextPageToken ?? 0), maxResults },
    }),
  );
  const ids = page.issues.map(({ id }) => id);
  const wanted = { fields, properties, expand: [] };
  // One that went away since the search is as absent as it will be from the next one.
  const read = isReadAgain ? await askEach(ids, (id) => issueOrNone(ask, categories, id, wanted)) : page.issues;
  const next = page.startAt + page.issues.length;
  const isLast = page.issues.length === 0 || next >= page.total;
  return {
    issues: read.filter((issue) => issue !== undefined),
    isLast,
    ...(!isLast && { nextPageToken: String(next) }),
  };
}
