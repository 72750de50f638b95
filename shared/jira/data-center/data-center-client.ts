import type { Client, SendRequestOptions } from 'jira.js/core';
import * as z from 'zod';
import { JiraIssueMissing } from '../jira-errors.ts';
import { listIn } from '../odd-elements.ts';
import { type AskDataCenter, askEach, askingDataCenter, type CloudRequest } from './ask-data-center.ts';
import { commentReads } from './comments.ts';
import { categoriesOfStatuses, historiesOf } from './histories.ts';
import { fetchIssues, readIssue, searchIssues } from './issues.ts';

/** Question of Cloud's API that Data Center has no equal of, or answers in another form. `key`: what the path names. */
type Translation = {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (request: CloudRequest, key: string) => Promise<unknown>;
};

/**
 * Jira Data Center behind the requests that the rest of the program makes, which are those of Cloud: the same gateway works
 * on both. What is not in the table differs only in what `askingDataCenter` changes of every request.
 */
export function dataCenterClient(client: Client): Client {
  const ask = askingDataCenter(client);
  const table = translations(ask);
  return {
    async sendRequest<T>(asked: SendRequestOptions<T>): Promise<T> {
      const { schema: _ofCloud, ...request } = asked;
      const { method = 'GET', url } = request;
      for (const one of table) {
        const [found, key = ''] = (one.method === method && one.path.exec(url)) || [];
        if (found !== undefined) return z.custom<T>().parse(await one.answer(request, key));
      }
      return z.custom<T>().parse(await ask(request));
    },
  };
}

function translations(ask: AskDataCenter): readonly Translation[] {
  const categories = categoriesOfStatuses(ask);
  const comments = commentReads(ask);
  return [
    { method: 'POST', path: at('/search/jql'), answer: (request) => searchIssues(ask, categories, request) },
    { method: 'POST', path: at('/issue/bulkfetch'), answer: (request) => fetchIssues(ask, categories, request) },
    { method: 'GET', path: at('/issue/([^/]+)/changelog'), answer: (_request, key) => changelog(ask, key) },
    { method: 'POST', path: at('/changelog/bulkfetch'), answer: (request) => changelogs(ask, request) },
    { method: 'GET', path: at('/issue/[^/]+/comment'), answer: comments.list },
    { method: 'POST', path: at('/comment/list'), answer: comments.byIds },
    {
      method: 'GET',
      path: at('/issue/createmeta/[^/]+/issuetypes'),
      answer: (request) => listed(ask, request, 'issueTypes'),
    },
    {
      method: 'GET',
      path: at('/issue/createmeta/[^/]+/issuetypes/[^/]+'),
      answer: (request) => listed(ask, request, 'fields'),
    },
    {
      method: 'GET',
      path: at('/project/search'),
      answer: (request) => whole(ask, { ...request, url: '/rest/api/3/project' }),
    },
    {
      method: 'GET',
      path: at('/priority/search'),
      answer: (request) => whole(ask, { ...request, url: '/rest/api/3/priority' }),
    },
    { method: 'GET', path: at('/issue/([^/]+)'), answer: (request) => readIssue(ask, categories, request) },
  ];
}

const at = (path: string): RegExp => new RegExp(`^/rest/api/3${path}$`);

async function changelog(ask: AskDataCenter, key: string) {
  const values = await historiesOf(ask, key);
  const total = values?.length;
  return { startAt: 0, maxResults: total, total, isLast: true, values };
}

const Fetch = z.object({ issueIdsOrKeys: z.array(z.string()) });

async function changelogs(ask: AskDataCenter, { body }: CloudRequest) {
  const { issueIdsOrKeys } = Fetch.parse(body);
  const found = await askEach(issueIdsOrKeys, (issueId) => changelogOrNone(ask, issueId));
  return { issueChangeLogs: found.filter((one) => one !== undefined) };
}

async function changelogOrNone(ask: AskDataCenter, issueId: string) {
  try {
    return { issueId, changeHistories: await historiesOf(ask, issueId) };
  } catch (error) {
    if (error instanceof JiraIssueMissing) return undefined;
    throw error;
  }
}

const Values = z.looseObject({ values: z.array(z.unknown()) });
const Field = z.looseObject({ fieldId: z.string() });

/** Create metadata lists under `values` what Cloud lists under a name, and its fields have no `key`. */
async function listed(ask: AskDataCenter, request: CloudRequest, name: 'issueTypes' | 'fields'): Promise<unknown> {
  const answer = await ask(request);
  const parsed = Values.safeParse(answer).data;
  // That it lacks its list is for whoever asked.
  if (parsed === undefined) return answer;
  const { values, ...page } = parsed;
  return { ...page, [name]: values.map(withKey) };
}

function withKey(value: unknown): unknown {
  const field = Field.safeParse(value).data;
  return field === undefined ? value : { key: field.fieldId, ...field };
}

/** A list that Cloud has in pages, and Data Center as a whole. */
async function whole(ask: AskDataCenter, request: CloudRequest) {
  const values = listIn(`GET ${request.url}`, 'values', await ask({ ...request, searchParams: {} }));
  return { startAt: 0, maxResults: values.length, total: values.length, isLast: true, values };
}
