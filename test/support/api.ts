import { recordApi } from '../../functions/record-api/handler.ts';
import type { Role } from '../../shared/domain/access.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { World } from './world.ts';

export type ApiAnswer = { status: number; headers: Record<string, string>; body: unknown };

/** The function record-api, called as API Gateway calls it. */
export function apiOf(world: World) {
  const unexpected: Error[] = [];
  const handler = recordApi({
    ...world,
    unexpected: (error) => unexpected.push(error),
  });
  return {
    unexpected,
    /** @param roles as the token lists them; undefined calls without a token */
    async call(
      who: Person | undefined,
      roles: Role[],
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<ApiAnswer> {
      const raw = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
      const claims = who && {
        token_use: 'id',
        sub: who.id,
        name: who.name,
        email: who.email ?? '',
        'cognito:groups': `[${roles.join(' ')}]`,
      };
      const answer = await handler(gatewayEvent(method, path, raw, headers, claims));
      const text = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64').toString() : answer.body;
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)])),
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
  };
}

function gatewayEvent(
  method: string,
  path: string,
  body: string | undefined,
  headers: Record<string, string>,
  claims: Record<string, string> | undefined,
) {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
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
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'r',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
}
