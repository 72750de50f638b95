import { searchAndReconsileIssuesUsingJqlPost } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { type SearchPage, SearchPlaceUnknown } from '../domain/ticket/long-search.ts';
import { whoAmI } from './believed-as-ourselves.ts';
import { TICKET_PROPERTY } from './create-request.ts';
import { ISSUE_FIELDS, JiraIssue } from './issue-reading.ts';
import { JiraRefused, JiraUnsure } from './jira-errors.ts';
import { listIn, readEach, type TellOdd } from './odd-elements.ts';

const PAGE = 100;
/** Most issues of which Jira tells the ids in one page; with any field it is a hundred. */
const ID_PAGE = 5_000;
const SEARCH = 'POST /rest/api/3/search/jql';

/**
 * Searches for issues. They are eventually consistent: what was created a moment ago may be missing for seconds to minutes. Lists
 * are read element by element.
 */
export function issueSearches(client: Client, tellOdd: TellOdd) {
  type Asked = Parameters<typeof searchAndReconsileIssuesUsingJqlPost>[1];

  /** @param place a token of a page of the same query, from seven days ago at most */
  async function* searched(asked: Asked, place?: string): AsyncGenerator<SearchPage<unknown>> {
    await whoAmI(client);
    const tokens = new Set<string>(place === undefined ? [] : [place]);
    for (;;) {
      const token = [...tokens].at(-1);
      const page = await searchAndReconsileIssuesUsingJqlPost(client, {
        ...asked,
        ...(token === undefined ? {} : { nextPageToken: token }),
      }).catch((error: unknown) => {
        const isOfPlace = place !== undefined && token === place && error instanceof JiraRefused;
        throw isOfPlace ? new SearchPlaceUnknown(SEARCH, { cause: error }) : error;
      });
      const next = page.nextPageToken ?? undefined;
      if (page.isLast != null && page.isLast !== (next === undefined)) {
        throw new JiraUnsure(
          SEARCH,
          `isLast is ${page.isLast}, and there is ${next === undefined ? 'no' : 'a'} next page`,
        );
      }
      if (next !== undefined && tokens.has(next))
        throw new JiraUnsure(SEARCH, 'the next page is one that was there before');
      yield { found: listIn(SEARCH, 'issues', page.issues), next };
      if (next === undefined) return;
      tokens.add(next);
    }
  }

  /** @param fields a few of them, where all would be too much; then without our property */
  async function* searchPages(jql: string, fields?: readonly string[]): AsyncGenerator<JiraIssue[]> {
    const all = { fields: ISSUE_FIELDS, properties: [TICKET_PROPERTY] };
    const wanted = fields === undefined ? all : { fields: [...fields] };
    for await (const { found } of searched({ jql, ...wanted, maxResults: PAGE })) {
      yield readEach(JiraIssue, found, 'issue', tellOdd);
    }
  }

  const idsIn = (found: readonly unknown[]): string[] =>
    readEach(z.object({ id: z.string() }), found, 'issue', tellOdd).map(({ id }) => id);

  return {
    async search(jql: string): Promise<JiraIssue[]> {
      return (await Array.fromAsync(searchPages(jql))).flat();
    },

    /** The same page by page, for whoever cannot hold all. */
    searchPages,

    /** Ids alone, thousands in a call. What they are is for another question, which is never behind as the search is. */
    async *searchIds(jql: string): AsyncGenerator<string[]> {
      for await (const { found } of searched({ jql, fields: ['id'], maxResults: ID_PAGE })) yield idsIn(found);
    },

    /** A search that goes on at a place in it. @throws SearchPlaceUnknown */
    async *searchPagesFrom(
      jql: string,
      fields: readonly string[],
      place: string | undefined,
    ): AsyncGenerator<SearchPage<JiraIssue>> {
      for await (const { found, next } of searched({ jql, fields: [...fields], maxResults: PAGE }, place)) {
        yield { found: readEach(JiraIssue, found, 'issue', tellOdd), next };
      }
    },

    /** Ids alone of the same. @throws SearchPlaceUnknown */
    async *searchIdsFrom(jql: string, place: string | undefined): AsyncGenerator<SearchPage<string>> {
      for await (const { found, next } of searched({ jql, fields: ['id'], maxResults: ID_PAGE }, place)) {
        yield { found: idsIn(found), next };
      }
    },
  };
}
