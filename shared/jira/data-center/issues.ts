import * as z from 'zod';
import { JiraIssueMissing, JiraUnsure } from '../jira-errors.ts';
import { listIn } from '../odd-elements.ts';
import { type AskDataCenter, askEach, type CloudRequest } from './ask-data-center.ts';
import { categoryChangedAt, historiesIn, type StatusCategories } from './histories.ts';

const Identified = z.object({ id: z.string() });
const Issue = z.looseObject({ id: z.string(), fields: z.record(z.string(), z.unknown()) });

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

/** Reads one issue with everything that Cloud would show of it. What is no issue is handed on as it is, here and in lists. */
export async function readIssue(
  ask: AskDataCenter,
  categories: StatusCategories,
  { url, searchParams = {} }: CloudRequest,
): Promise<unknown> {
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
): Promise<unknown> {
  const wantsChange = fields.length === 0 || fields.includes(CATEGORY_CHANGED);
  const expanded = wantsChange ? [...new Set([...expand, 'changelog'])] : expand;
  const answer = await ask({
    url,
    method: 'GET',
    searchParams: {
      ...(fields.length > 0 && { fields: fields.join(',') }),
      ...(properties.length > 0 && { properties: properties.join(',') }),
      ...(expanded.length > 0 && { expand: expanded.join(',') }),
    },
  });
  const issue = Issue.safeParse(answer).data;
  if (!wantsChange || issue === undefined) return answer;
  const histories = historiesIn(issue);
  // Not whole, and then it is no issue: its `updated` would pass for the time at which it was done.
  if (histories === undefined) return { id: issue.id };
  const changedAt = categoryChangedAt(histories, await categories());
  return { ...issue, fields: { ...issue.fields, [CATEGORY_CHANGED]: changedAt ?? issue.fields.created } };
}

const Fetch = z.object({ issueIdsOrKeys: z.array(z.string()), fields: Names, properties: Names, expand: Names });

/** Many issues, one by one. What is gone or hidden is silently absent, as on Cloud. */
export async function fetchIssues(ask: AskDataCenter, categories: StatusCategories, { body }: CloudRequest) {
  const { issueIdsOrKeys, ...wanted } = Fetch.parse(body);
  const found = await askEach([...new Set(issueIdsOrKeys)], (idOrKey) => issueOrNone(ask, categories, idOrKey, wanted));
  return { issues: eachOnce(found.filter((issue) => issue !== undefined)), issueErrors: [] };
}

/** One issue may have been asked for by its id and by its key. */
function eachOnce(issues: readonly unknown[]): unknown[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const id = Identified.safeParse(issue).data?.id;
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

async function issueOrNone(
  ask: AskDataCenter,
  categories: StatusCategories,
  idOrKey: string,
  wanted: Wanted,
): Promise<unknown> {
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
const SEARCH = '/rest/api/3/search';
const Page = z.object({ startAt: z.int(), total: z.int(), issues: z.unknown().optional() });

/**
 * Searches page by page: the token of a page is where it starts. The search there knows no properties of issues, and not when
 * a category changed, so what it found is read one by one where these are wanted.
 */
export async function searchIssues(ask: AskDataCenter, categories: StatusCategories, { body }: CloudRequest) {
  const { jql, fields, properties, maxResults, nextPageToken } = Search.parse(body);
  const isReadAgain = properties.length > 0 || fields.includes(CATEGORY_CHANGED);
  const answer = await ask({
    url: SEARCH,
    method: 'POST',
    body: { jql, fields: isReadAgain ? ['updated'] : fields, startAt: Number(nextPageToken ?? 0), maxResults },
  });
  const page = Page.safeParse(answer).data;
  if (page === undefined) throw new JiraUnsure(`POST ${SEARCH}`, 'the answer is no page of a search');
  const found = listIn(`POST ${SEARCH}`, 'issues', page.issues);
  const wanted = { fields, properties, expand: [] };
  // One that went away since the search is as absent as it will be from the next one.
  const readAgain = async (given: unknown): Promise<unknown> => {
    const id = Identified.safeParse(given).data?.id;
    return id === undefined ? given : issueOrNone(ask, categories, id, wanted);
  };
  const read = isReadAgain ? await askEach(found, readAgain) : found;
  const next = page.startAt + found.length;
  const isLast = found.length === 0 || next >= page.total;
  return {
    issues: read.filter((issue) => issue !== undefined),
    isLast,
    ...(!isLast && { nextPageToken: String(next) }),
  };
}
