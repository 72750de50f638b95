import { recordApiHandler } from '../../../functions/record-api/handler.ts';
import type { Role } from '../../../shared/domain/access/access.ts';
import type { Author } from '../../../shared/domain/words/person.ts';
import { PROGRAMS } from '../world/programs.ts';
import type { World } from '../world/world.ts';

/** Client with which people sign in. */
const PEOPLE_CLIENT = 'people';

export type ApiAnswer = { status: number; headers: Record<string, string>; body: unknown };

/** The function record-api, called as API Gateway calls it. */
export function apiOf(world: World) {
  const unexpected: Error[] = [];
  const handler = recordApiHandler({
    ...world,
    peopleClients: [PEOPLE_CLIENT],
    programs: PROGRAMS,
    unexpected: (error) => unexpected.push(error),
  });
  return {
    unexpected,
    /** @param roles as the token lists them; undefined calls without a token */
    async call(
      who: Author | undefined,
      roles: Role[],
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<ApiAnswer> {
      const raw = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
      const claims = who && claimsOf(who, roles);
      const answer = await handler(gatewayEvent(method, path, raw, headers, claims));
      const text = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64').toString() : answer.body;
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)])),
        body: text === '' ? undefined : isJson(answer.headers) ? JSON.parse(text) : text,
      };
    },
  };
}

const isJson = (headers: Record<string, unknown> = {}): boolean =>
  /^application\/(problem\+)?json/.test(String(headers['content-type']));

/** People sign in for an id token; a client gets an access token for its secret. */
function claimsOf(who: Author, roles: readonly Role[]): Record<string, string> {
  if (who.kind === 'machine') {
    const scope = roles.includes('machine') ? 'holdfast/records.write' : 'holdfast/records.read';
    return { token_use: 'access', client_id: who.id, scope: `${scope} holdfast/signals.write` };
  }
  const { id: sub, name, email = '' } = who;
  return {
    token_use: 'id',
    aud: PEOPLE_CLIENT,
    sub,
    name,
    email,
    email_verified: 'true',
    'cognito:groups': `[${roles.join(' ')}]`,
  };
}

function gatewayEvent(
  method: string,
  path: string,
  body: string | undefined,
  headers: Record<string, string>,
  claims: Record<string, string> | undefined,
) {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: { 'content-type': 'application/json', ...headers },
    body: body ?? null,
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      authentication: null,
      authorizer: claims === undefined ? {} : { jwt: { claims, scopes: [] } },
      domainName: 'localhost',
      domainPrefix: '',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'r',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
}
