import * as z from 'zod';
import type { Site } from '../../site/site.ts';
import type { BulkFault } from '../../webhooks/faults.ts';
import { readNewIssue } from '../fields/read-new-issue.ts';
import { inLanguage } from '../german-messages.ts';
import { JiraError } from '../jira-error.ts';
import type { SimulatorCall, SimulatorRoute } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import { addComments } from './add-to-issue.ts';
import { issueRequestSchema, resolveUpdate } from './issue-request.ts';

const bulkLimit = 50;

const bulkRequestSchema = z.object({ issueUpdates: z.array(z.unknown()).default([]) });

/** Creating issues, one or many at a time. */
export function creationRoutes(
  site: Site,
  siteView: SiteView,
  strikeBulk: () => BulkFault | undefined,
): SimulatorRoute[] {
  return [
    {
      method: 'POST',
      pattern: '/rest/api/3/issue',
      handle: ({ body, caller }) => ({ status: 201, body: createIssue(body, caller) }),
    },
    { method: 'POST', pattern: '/rest/api/3/issue/bulk', handle: createIssues },
  ];

  function createIssue(body: unknown, caller: SimulatorCall['caller']) {
    const request = issueRequestSchema.parse(body);
    const { fields, comments } = resolveUpdate(request, [], site.description);
    const issue = site.createIssue(caller, readNewIssue(fields, site, caller, 'integration'), request.properties);
    addComments(site, caller, issue, comments);
    return { id: issue.id, key: issue.key, self: `${siteView.api}/issue/${issue.id}` };
  }

  /** One bad element does not stop the others: the answer says by its number which one failed. */
  function createIssues({ body, caller }: SimulatorCall) {
    const { issueUpdates } = bulkRequestSchema.parse(body);
    if (issueUpdates.length === 0 || issueUpdates.length > bulkLimit) {
      const { body: elementErrors } = new JiraError(400, [`Give 1 to ${bulkLimit} issues in one bulk request.`]);
      return { status: 400, body: { issues: [], errors: [{ status: 400, elementErrors }] } };
    }
    const fault = strikeBulk();
    const issues: ReturnType<typeof createIssue>[] = [];
    const errors: { status: number; elementErrors: JiraError['body']; failedElementNumber: number }[] = [];
    for (const [number, update] of issueUpdates.entries()) {
      try {
        if (fault?.failedElementNumbers.includes(number)) {
          throw new JiraError(fault.status, ['The issue could not be created for a reason on the side of Jira.']);
        }
        issues.push(createIssue(update, caller));
      } catch (error) {
        const refusal = error instanceof z.ZodError ? new JiraError(400, ['Invalid request payload.']) : error;
        if (!(refusal instanceof JiraError)) throw error;
        errors.push({
          status: refusal.status,
          elementErrors: inLanguage(refusal.body, siteView.locale),
          failedElementNumber: number,
        });
      }
    }
    return { status: issues.length > 0 ? 201 : 400, body: { issues, errors } };
  }
}
