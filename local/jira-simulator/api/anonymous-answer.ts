import { notOnScreen } from './fields/read-fields.ts';
import { issueNotFound, JiraError } from './jira-error.ts';
import type { SimulatorAnswer } from './route.ts';

type AnonymousCall = { readonly method: string; readonly path: string; readonly body: unknown };
type AnonymousRule = {
  readonly method: string;
  readonly path: RegExp;
  readonly answer: (call: AnonymousCall) => SimulatorAnswer;
};

const refusal = (error: JiraError): SimulatorAnswer => ({ status: error.status, body: error.body });
const emptyPage = { startAt: 0, maxResults: 50, total: 0, isLast: true, values: [] };

/**
 * What nobody may see is empty, gone, or not on the screen. Of all answers only that of `/myself` says who calls.
 * Recorded on Cloud sites with wrong and expired tokens.
 */
const rules: readonly AnonymousRule[] = [
  {
    method: 'GET',
    path: /\/myself$/,
    answer: () => ({
      status: 401,
      headers: { 'www-authenticate': 'OAuth realm="https%3A%2F%2Fjira.example.com"' },
      html: 'Client must be authenticated to access this resource.',
    }),
  },
  { method: 'GET', path: /\/project\/search$/, answer: () => ({ status: 200, body: emptyPage }) },
  {
    method: 'GET',
    path: /\/project\/[^/]+(\/statuses)?$/,
    answer: ({ path }) =>
      refusal(
        new JiraError(404, [`No project could be found with key '${path.split('/project/')[1]?.split('/')[0]}'.`]),
      ),
  },
  {
    method: 'POST',
    path: /\/issue\/bulkfetch$/,
    answer: () => ({ status: 200, body: { issues: [], issueErrors: [] } }),
  },
  { method: 'POST', path: /\/changelog\/bulkfetch$/, answer: () => ({ status: 200, body: { issueChangeLogs: [] } }) },
  { method: 'POST', path: /\/comment\/list$/, answer: () => ({ status: 200, body: emptyPage }) },
  { method: 'GET', path: /\/search\/jql$/, answer: () => ({ status: 200, body: { issues: [], isLast: true } }) },
  { method: 'POST', path: /\/search\/jql$/, answer: () => ({ status: 200, body: { issues: [], isLast: true } }) },
  {
    method: 'POST',
    path: /\/issue$/,
    answer: () => refusal(new JiraError(400, [], { project: 'Specify a valid project ID or key' })),
  },
  {
    method: 'POST',
    path: /\/issue\/bulk$/,
    answer: () => {
      const { body } = new JiraError(400, [], { project: 'Specify a valid project ID or key' });
      const errors = [{ status: 400, elementErrors: body, failedElementNumber: 0 }];
      return { status: 400, body: { issues: [], errors } };
    },
  },
  {
    method: 'GET',
    path: /\/issue\/createmeta\//,
    answer: () => refusal(new JiraError(400, ['No project could be found.'])),
  },
  {
    method: 'PUT',
    path: /\/issue\/[^/]+$/,
    answer: () => refusal(new JiraError(400, [], { summary: notOnScreen('summary') })),
  },
  {
    method: 'POST',
    path: /\/issue\/[^/]+\/comment$/,
    answer: () => refusal(new JiraError(400, ['You do not have the permission to comment on this issue.'])),
  },
  { method: 'POST', path: /\/issueLink$/, answer: () => refusal(issueNotFound()) },
  { method: 'GET', path: /\/issue\//, answer: () => refusal(issueNotFound()) },
  { method: 'POST', path: /\/issue\//, answer: () => refusal(issueNotFound()) },
  { method: 'PUT', path: /\/issue\//, answer: () => refusal(issueNotFound()) },
  { method: 'DELETE', path: /\/issue\//, answer: () => refusal(issueNotFound()) },
];

/** @returns undefined for what everybody sees: the site itself, its fields, priorities and link types */
export function anonymousAnswer(call: AnonymousCall): SimulatorAnswer | undefined {
  return rules.find(({ method, path }) => method === call.method && path.test(call.path))?.answer(call);
}
