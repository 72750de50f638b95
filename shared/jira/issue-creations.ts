import { createIssue, createIssues } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import type { TicketFields } from './create-request.ts';
import { JiraRefused, JiraUnsure } from './jira-errors.ts';

const Created = z.object({ id: z.string(), key: z.string() });

const BulkCreated = z.object({
  issues: z.array(Created.transform(({ id, key }) => ({ issueId: id, key }))),
  errors: z
    .array(
      z.object({
        status: z.int().catch(400),
        failedElementNumber: z.int(),
        elementErrors: z
          .object({
            errorMessages: z.array(z.string()).prefault([]),
            errors: z.record(z.string(), z.unknown()).prefault({}),
          })
          .prefault({}),
      }),
    )
    .prefault([]),
});

const BULK_ENDPOINT = 'POST /rest/api/3/issue/bulk';

function refusalOf({ status, elementErrors }: z.infer<typeof BulkCreated>['errors'][number]): JiraRefused {
  const { errorMessages, errors } = elementErrors;
  const reasons = [...errorMessages, ...Object.entries(errors).map(([field, reason]) => `${field}: ${String(reason)}`)];
  return new JiraRefused(BULK_ENDPOINT, status, reasons.join('; ') || 'no reason given', {
    fields: Object.keys(errors),
  });
}

/** Creations of issues. */
export function issueCreations(client: Client) {
  return {
    async createTicket(fields: TicketFields): Promise<{ issueId: string; key: string }> {
      const created = await createIssue(client, fields);
      const parsed = Created.safeParse(created);
      if (!parsed.success) throw new JiraUnsure('POST /rest/api/3/issue', 'the answer does not name the new issue');
      return { issueId: parsed.data.id, key: parsed.data.key };
    },

    /**
     * Creates up to 50 issues in one call. Some may be refused while others are created.
     *
     * @returns the new issues, without a word on which is whose, and why others were refused, by their place in `all`
     */
    async createTickets(
      all: readonly TicketFields[],
    ): Promise<{ created: { issueId: string; key: string }[]; refused: Map<number, JiraRefused> }> {
      const parsed = BulkCreated.safeParse(await createIssues(client, { issueUpdates: [...all] }));
      if (!parsed.success) throw new JiraUnsure(BULK_ENDPOINT, 'the answer does not name what it created');
      const { issues, errors } = parsed.data;
      return {
        created: issues,
        refused: new Map(errors.map((error) => [error.failedElementNumber, refusalOf(error)])),
      };
    },
  };
}
