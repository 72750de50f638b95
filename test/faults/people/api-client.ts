import type { Role } from '../../../shared/domain/access/access.ts';
import type { Person } from '../../../shared/domain/words/person.ts';
import type { InvocationOutcome, Weather } from '../aws/invocation.ts';

export type PersonAnswer = { readonly status: number; readonly body: unknown };
export type SignedInPerson = { readonly person: Person; readonly roles: readonly Role[] };
export type AskApi = ReturnType<typeof createApiClient>;

/** Client with which people sign in. */
export const PEOPLE_CLIENT = 'people';

const TRIES = 6;
const PATIENCE_MS = 120_000;

/** A person at the API: who meets a failure waits a little and does the same again. */
export function createApiClient(
  { timeline, random }: Weather,
  call: (event: unknown, done: (outcome: InvocationOutcome) => void) => void,
) {
  function once(event: unknown): Promise<PersonAnswer> {
    return new Promise((resolve) => {
      call(event, (outcome) =>
        resolve('value' in outcome ? answerOf(outcome.value) : { status: 502, body: undefined }),
      );
    });
  }

  return async function ask(
    who: SignedInPerson,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<PersonAnswer> {
    const event = gatewayEvent(who, method, path, body, headers);
    for (let attempt = 1; ; attempt += 1) {
      const answer = await once(event);
      if (answer.status < 500 || attempt >= TRIES) return answer;
      await new Promise<void>((resolve) => timeline.after(random.integer(1_000, PATIENCE_MS), resolve));
    }
  };
}

function answerOf(value: unknown): PersonAnswer {
  const { statusCode, body } = Object(value);
  return { status: Number(statusCode), body: typeof body === 'string' && body !== '' ? JSON.parse(body) : undefined };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
function gatewayEvent(
  { person, roles }: SignedInPerson,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
) {
  const claims = {
    token_use: 'id',
    aud: PEOPLE_CLIENT,
    sub: person.id,
    name: person.name,
    email: person.email,
    email_verified: 'true',
    'cognito:groups': `[${roles.join(' ')}]`,
    'custom:jira_account_id': person.jiraAccountId,
    client_id: 'scanner',
  };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      authentication: null,
      authorizer: { jwt: { claims, scopes: [] } },
      domainName: 'localhost',
      domainPrefix: '',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'simulation' },
      requestId: 'r',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
}
