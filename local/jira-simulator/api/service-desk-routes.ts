import * as z from 'zod';
import { documentOfText } from '../site/adf-document.ts';
import type { Site } from '../site/site.ts';
import { mustMayComment } from './issues/permission-checks.ts';
import { visibleIssue } from './issues/visible-issue.ts';
import { issueNotFound } from './jira-error.ts';
import type { SimulatorRoute } from './route.ts';

const requestCommentSchema = z.object({ body: z.string().min(1), public: z.boolean().default(true) });

/**
 * Comments on the requests of a service project, in plain text, public or internal. Other projects have no requests.
 * https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/#api-rest-servicedeskapi-request-issueidorkey-comment-post
 */
export function serviceDeskRoutes(site: Site): SimulatorRoute[] {
  return [
    {
      method: 'POST',
      pattern: '/rest/servicedeskapi/request/:issueIdOrKey/comment',
      handle: (call) => {
        const issue = visibleIssue(site, call);
        if (issue.project.typeKey !== 'service_desk') throw issueNotFound();
        mustMayComment(site, issue);
        const request = requestCommentSchema.parse(call.body);
        const properties = request.public ? [] : [{ key: 'sd.public.comment', value: { internal: true } }];
        const { id } = site.addComment(call.caller, issue, documentOfText(request.body), properties);
        return { status: 201, body: { id, body: request.body, public: request.public } };
      },
    },
  ];
}
