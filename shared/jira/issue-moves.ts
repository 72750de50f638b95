import { doTransition, getIssue, getTransitions } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { JiraStatus } from './issue-reading.ts';
import { JiraRefused } from './jira-errors.ts';
import { listIn } from './odd-elements.ts';

const TRANSITIONS = 'GET /rest/api/3/issue/transitions';

const Transition = z.object({ id: z.string(), to: JiraStatus });

/** Moves of issues from status to status. */
export function issueMoves(client: Client) {
  return {
    /**
     * Moves an issue out of done, to the first status of a category that is not done: "new" before others.
     *
     * @returns false when it was not done, so nothing was moved
     * @throws JiraRefused when the workflow has no way back
     */
    async reopen(idOrKey: string): Promise<boolean> {
      const { transitions, status } = await wayOut(client, idOrKey);
      if (status !== 'done') return false;
      const [way] = transitions.toSorted((a, b) => categoryOrder(a) - categoryOrder(b));
      if (way === undefined) {
        const endpoint = `POST /rest/api/3/issue/${idOrKey}/transitions`;
        throw new JiraRefused(endpoint, 409, 'the workflow has no transition out of done; add one for this account');
      }
      await doTransition(client, { issueIdOrKey: idOrKey, transition: { id: way.id } });
      return true;
    },

    /**
     * Moves an issue to the first status of the category done.
     *
     * @throws JiraRefused when the workflow has no way there
     */
    async close(idOrKey: string): Promise<void> {
      const offered = await getTransitions(client, { issueIdOrKey: idOrKey });
      const transitions = z.array(Transition).parse(listIn(TRANSITIONS, 'transitions', offered.transitions));
      const way = transitions.find(({ to }) => to.statusCategory.key === 'done');
      if (way === undefined) {
        const endpoint = `POST /rest/api/3/issue/${idOrKey}/transitions`;
        throw new JiraRefused(endpoint, 409, 'the workflow has no transition to done; add one for this account');
      }
      await doTransition(client, { issueIdOrKey: idOrKey, transition: { id: way.id } });
    },
  };
}

async function wayOut(client: Client, issueIdOrKey: string) {
  const issue = await getIssue(client, { issueIdOrKey, fields: ['status'] });
  const { status } = z.object({ status: JiraStatus }).parse(issue.fields);
  const offered = await getTransitions(client, { issueIdOrKey });
  const transitions = z.array(Transition).parse(listIn(TRANSITIONS, 'transitions', offered.transitions));
  return {
    status: status.statusCategory.key,
    transitions: transitions.filter(({ to }) => to.statusCategory.key !== 'done'),
  };
}

function categoryOrder({ to }: z.infer<typeof Transition>): number {
  return to.statusCategory.key === 'new' ? 0 : 1;
}
