import { addComment, createOrUpdateRemoteIssueLink, linkIssues } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import type { AdfDocument } from './adf.ts';
import { COMMENT_PROPERTY, hasMarkedComment } from './comment-marks.ts';
import { isDueDateChange } from './issue-reading.ts';
import type { issueReads } from './issue-reads.ts';
import { JiraRefused, JiraUnsure } from './jira-errors.ts';
import { EVERY_TURN, type SiteTurns } from './site-turns.ts';

/**
 * Keeps the comment from the customers of a service desk, who read every other one. Elsewhere it means nothing.
 * https://developer.atlassian.com/cloud/jira/service-desk/jira-service-management-comment-properties/
 */
const INTERNAL = { key: 'sd.public.comment', value: { internal: true } };

const LinkTypes = z.object({ issueLinkTypes: z.array(z.unknown()) });
const LinkType = z.object({ id: z.string(), name: z.string() });
const Dated = z.object({ fields: z.object({ duedate: z.string().nullish(), updated: z.string().optional() }) });

/** Comments on issues, links of them, their due dates and labels, each written once. */
export function issueNotes(
  client: Client,
  { changelog }: Pick<ReturnType<typeof issueReads>, 'changelog'>,
  turns: SiteTurns = EVERY_TURN,
) {
  /** @returns false when no screen of the issue has the field, or our account may not edit it */
  async function edit(issueId: string, body: Record<string, unknown>): Promise<boolean> {
    try {
      await client.sendRequest({ url: `/rest/api/3/issue/${issueId}`, method: 'PUT', body });
      return true;
    } catch (error) {
      if (error instanceof JiraRefused && (error.status === 400 || error.status === 403)) return false;
      throw error;
    }
  }

  async function dueDateOf(
    issueId: string,
  ): Promise<{ dueOn: string | null | undefined; updated: string | undefined }> {
    const shown = await client.sendRequest<unknown>({
      url: `/rest/api/3/issue/${issueId}`,
      method: 'GET',
      searchParams: { fields: 'duedate,updated' },
    });
    const fields = Dated.safeParse(shown).data?.fields;
    return { dueOn: fields?.duedate, updated: fields?.updated };
  }

  /**
   * Some Jiras answer 204 and change nothing. Where the date is as before, the changelog tells that from a rule of the site that set it back in
   * the same moment.
   */
  async function isWritten(
    issueId: string,
    dueOn: string,
    before: Awaited<ReturnType<typeof dueDateOf>>,
  ): Promise<boolean> {
    if ((await dueDateOf(issueId)).dueOn !== before.dueOn) return true;
    const sinceMs = Date.parse(before.updated ?? '');
    return (await changelog(issueId)).some(
      ({ created, items }) =>
        !(Date.parse(created) < sinceMs) && items.some((item) => isDueDateChange(item) && item.to === dueOn),
    );
  }

  return {
    /**
     * Comments once for each `marker`, however often it is called, also by two at once.
     *
     * @param beforeWriting throws when the caller may not write any more: to look first takes a while
     * @throws JiraTurnTaken for the second of two, and JiraRefused, JiraUnsure or JiraIssueMissing
     */
    commentOnce: (
      idOrKey: string,
      marker: string,
      body: AdfDocument,
      beforeWriting: () => void = () => {},
    ): Promise<void> =>
      turns.inTurn(`${idOrKey}#${marker}`, async (stillOurs) => {
        if (await hasMarkedComment(client, idOrKey, marker)) return;
        beforeWriting();
        stillOurs();
        await addComment(client, {
          issueIdOrKey: idOrKey,
          body,
          properties: [{ key: COMMENT_PROPERTY, value: { marker } }, INTERNAL],
        });
      }),

    /**
     * Types of issue links that the site has, whose names are its administrator's. None where linking is switched off, which
     * Jira answers with 404.
     */
    async linkTypes(): Promise<{ id: string; name: string }[]> {
      const answer = await client
        .sendRequest<unknown>({ url: '/rest/api/3/issueLinkType', method: 'GET' })
        .catch((error: unknown) => {
          if (error instanceof JiraRefused && error.status === 404) return { issueLinkTypes: [] };
          throw error;
        });
      const { data } = LinkTypes.safeParse(answer);
      if (data === undefined) throw new JiraUnsure('GET /rest/api/3/issueLinkType', 'an answer without its list');
      return data.issueLinkTypes.flatMap((entry) => LinkType.safeParse(entry).data ?? []);
    },

    /**
     * Links two issues: the first repeats the second. Jira keeps one link of a kind between two issues.
     *
     * @throws JiraRefused with 404 also when our account may not link there
     */
    async linkIssuesAs(typeId: string, repeats: string, original: string): Promise<void> {
      await linkIssues(client, {
        type: { id: typeId },
        inwardIssue: { key: repeats },
        outwardIssue: { key: original },
      });
    },

    /**
     * Writes nothing where the issue has the date already: two events may ask for the same one, at the same moment as well.
     *
     * @param dueOn YYYY-MM-DD
     * @returns false when no screen of the issue has a due date, our account may not edit it, or Jira says that it did and shows the date of before
     * @throws JiraTurnTaken for the second of two, and JiraRefused, JiraUnsure or JiraIssueMissing
     */
    setDueDate: (issueId: string, dueOn: string): Promise<boolean> =>
      turns.inTurn(
        `${issueId}#due date`,
        async (stillOurs) => {
          const before = await dueDateOf(issueId);
          if (before.dueOn === dueOn) return true;
          stillOurs();
          return (await edit(issueId, { fields: { duedate: dueOn } })) && isWritten(issueId, dueOn, before);
        },
        'harmless twice',
      ),

    /** @returns false when no screen of the issue has labels, or our account may not edit it */
    addLabels: (issueId: string, labels: readonly string[]): Promise<boolean> =>
      edit(issueId, { update: { labels: labels.map((add) => ({ add })) } }),

    /** Links the issue to a page. The same `globalId` updates the link that is there: never two. */
    async linkTo(idOrKey: string, target: { globalId: string; url: string; title: string }): Promise<void> {
      await createOrUpdateRemoteIssueLink(client, {
        issueIdOrKey: idOrKey,
        globalId: target.globalId,
        application: { type: 'holdfast', name: 'Holdfast' },
        relationship: 'post-mortem',
        object: { url: target.url, title: target.title },
      });
    },
  };
}
