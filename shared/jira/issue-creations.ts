import { createIssue, createIssues } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import type { TicketFields } from './create-request.ts';
import { JiraRefused } from './jira-errors.ts';

const BulkCreated = z.object({
  issues: z
    .array(z.object({ id: z.string(), key: z.string() }).transform(({ id, key }) => ({ issueId: id, key })))
    .prefault([]),
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
      const { id, key } = z.object({ id: z.string(), key: z.string() }).parse(created);
      return { issueId: id, key };
    },

    /**
     * Creates up to 50 issues in one call. Some may be refused while others are created.
     *
     * @returns the new issues, without a word on which is whose, and why others were refused, by their place in `all`
     */
    async createTickets(
      all: readonly TicketFields[],
    ): Promise<{ created: { issueId: string; key: string }[]; refused: Map<number, JiraRefused> }> {
      const { issues, errors } = BulkCreated.parse(await createIssues(client, { issueUpdates: [...all] }));
      return {
        created: issues,
        refused: new Map(errors.map((error) => [error.failedElementNumber, refusalOf(error)])),
      };
    },
  };
}
