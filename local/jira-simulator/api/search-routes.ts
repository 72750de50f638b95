import * as z from 'zod';
import type { Issue } from '../site/issue.ts';
import type { Site } from '../site/site.ts';
import type { IssueView } from './issues/issue-view.ts';
import { JiraError } from './jira-error.ts';
import { searchByJql } from './jql/jql-search.ts';
import { JqlUnknown } from './jql/jql-unknown.ts';
import { listParameter, type SimulatorCall, type SimulatorRoute } from './route.ts';

const searchSchema = z.object({
  jql: z.string().default(''),
  fields: z.array(z.string()).default([]),
  properties: z.array(z.string()).max(5).default([]),
  /** A list in the query string, one string with commas in the body. */
  expand: z
    .string()
    .default('')
    .transform((names) => names.split(',').map((name) => name.trim())),
  maxResults: z.int().default(50),
  nextPageToken: z.string().optional(),
  reconcileIssues: z.array(z.int()).max(50).default([]),
});

type SearchRequest = z.infer<typeof searchSchema>;

/** Jira shortens pages that carry fields; a page of ids may be long. */
const pageLimits = { idsOnly: 5_000, withFields: 100 };

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ */
export function searchRoutes(site: Site, issueView: IssueView, indexLagMs: () => number): SimulatorRoute[] {
  const { mostOnSearchPage: mostOnPage } = site.description.manners;
  return [
    {
      method: 'GET',
      pattern: '/rest/api/3/search/jql',
      handle: ({ query, caller }) => search(readQuery(query), caller),
    },
    {
      method: 'POST',
      pattern: '/rest/api/3/search/jql',
      handle: ({ body, caller }) => search(searchSchema.parse(body), caller),
    },
    {
      method: 'GET',
      pattern: '/rest/api/3/search',
      handle: ({ query, caller }) => olderSearch(readOffsets(query), caller),
    },
    { method: 'POST', pattern: '/rest/api/3/search', handle: ({ body, caller }) => olderSearch(body, caller) },
  ];

  /** Removed from Cloud: https://developer.atlassian.com/changelog/#CHANGE-2046 */
  function olderSearch(asked: unknown, caller: SimulatorCall['caller']) {
    if (site.description.deployment === 'Cloud') {
      throw new JiraError(410, [
        'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline ' +
          'is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
      ]);
    }
    const { jql, fields, startAt, expand, ...request } = offsetSearchSchema.parse(asked);
    const maxResults = Math.min(request.maxResults, mostOnPage);
    const known = site.store.indexed(indexLagMs(), new Set()).filter(site.isVisible);
    const found = findIssues(jql, known, caller);
    const issues = found
      .slice(startAt, startAt + maxResults)
      .map((issue) => issueView.issue(issue, { fields, properties: [], expand }));
    return { status: 200, body: { startAt, maxResults, total: found.length, issues } };
  }

  function findIssues(jql: string, known: readonly Issue[], caller: SimulatorCall['caller']): Issue[] {
    try {
      return searchByJql(jql, known, site, caller);
    } catch (error) {
      const isSilent = site.description.manners.unknownInSearch === 'nothing found';
      if (error instanceof JqlUnknown && isSilent) return [];
      throw error;
    }
  }

  function search(request: SearchRequest, caller: SimulatorCall['caller']) {
    const { jql, fields, properties, expand, nextPageToken } = request;
    const reconciledIds = new Set(request.reconcileIssues.map(String));
    const known = site.store.indexed(indexLagMs(), reconciledIds).filter(site.isVisible);
    const startAt = nextPageToken === undefined ? 0 : readPageToken(nextPageToken, jql);
    if (request.maxResults < 1 || request.maxResults > pageLimits.idsOnly) {
      throw new JiraError(400, ['The max results parameter has to be between 1 and 5,000.']);
    }
    const found = findIssues(jql, known, caller);

    // Who names no fields gets bare ids, not even keys: a trap for callers of the older search.
    const isIdsOnly = fields.every((field) => field === 'id') && properties.length === 0;
    const limit = isIdsOnly ? pageLimits.idsOnly : pageLimits.withFields;
    const pageSize = Math.min(request.maxResults, limit, mostOnPage);
    const nextStart = startAt + pageSize;
    const issues = found
      .slice(startAt, nextStart)
      .map((issue) => (isIdsOnly ? { id: issue.id } : issueView.issue(issue, { fields, properties, expand })));
    const isLast = nextStart >= found.length;
    return {
      status: 200,
      body: { issues, isLast, ...(!isLast && { nextPageToken: writePageToken(nextStart, jql) }) },
    };
  }
}

/** Data Center's search has offsets and a total. https://developer.atlassian.com/server/jira/platform/rest/ */
const offsetSearchSchema = z.object({
  jql: z.string().default(''),
  fields: z.array(z.string()).default(['*navigable']),
  startAt: z.int().nonnegative().default(0),
  maxResults: z.int().nonnegative().default(50),
  expand: z.array(z.string()).default([]),
});

function readQuery(query: URLSearchParams): SearchRequest {
  const maxResults = query.get('maxResults');
  const nextPageToken = query.get('nextPageToken');
  return searchSchema.parse({
    jql: query.get('jql') ?? '',
    fields: listParameter(query, 'fields'),
    properties: listParameter(query, 'properties'),
    expand: listParameter(query, 'expand').join(','),
    ...(maxResults !== null && { maxResults: Number(maxResults) }),
    ...(nextPageToken !== null && { nextPageToken }),
    reconcileIssues: listParameter(query, 'reconcileIssues').map(Number),
  });
}

function readOffsets(query: URLSearchParams) {
  const [startAt, maxResults] = [query.get('startAt'), query.get('maxResults')];
  const fields = listParameter(query, 'fields');
  return {
    jql: query.get('jql') ?? '',
    ...(fields.length > 0 && { fields }),
    expand: listParameter(query, 'expand'),
    ...(startAt !== null && { startAt: Number(startAt) }),
    ...(maxResults !== null && { maxResults: Number(maxResults) }),
  };
}

const pageTokenSchema = z.object({ startAt: z.int().positive(), jql: z.string() });

/** Opaque to callers, and good for the query that it came from only. */
function writePageToken(startAt: number, jql: string): string {
  return Buffer.from(JSON.stringify({ startAt, jql })).toString('base64url');
}

function readPageToken(token: string, jql: string): number {
  const read = pageTokenSchema.safeParse(parseJson(Buffer.from(token, 'base64url').toString()));
  if (!read.success || read.data.jql !== jql) throw new JiraError(400, ['The provided next page token is invalid.']);
  return read.data.startAt;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
