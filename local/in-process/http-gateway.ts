import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type FoundRoute, gatewayRoutes } from '../aws-model/gateway-routes.ts';
import type { StackTemplate } from '../aws-model/stack-template.ts';
import type { Grant } from './issuer-tokens.ts';
import { type HttpAnswer, type HttpRequest, type LoopbackServer, loopbackServer } from './loopback-server.ts';
import type { StackFunctions } from './stack-functions.ts';

/** Answer of a function to an HTTP API, payload format 2.0. */
const ProxyAnswer = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.coerce.string()).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

type GatewayParts = {
  template: StackTemplate;
  functions: StackFunctions;
  /** What stands behind a token that is good; undefined for any other. */
  tokens: { grantOf: (authorization: string | undefined) => Promise<Grant | undefined> | Grant | undefined };
  log: (line: string) => void;
};

/** The HTTP API of the stack: its routes, its authorizers, and its functions behind them. */
export function startHttpGateway({ template, functions, tokens, log }: GatewayParts): Promise<LoopbackServer> {
  const routeOf = gatewayRoutes(template);
  return loopbackServer(async (request) => {
    const route = routeOf(request.method, request.url.pathname);
    if (route === undefined) return refusal(404, 'Not Found');
    const grant = route.wants && (await tokens.grantOf(request.headers.authorization));
    if (route.wants !== undefined) {
      if (grant === undefined || !grant.audiences.some((one) => route.wants?.audiences.includes(one)))
        return refusal(401, 'Unauthorized');
      const { scopes } = route.wants;
      if (scopes.length > 0 && !scopes.some((scope) => grant.scopes.includes(scope))) return refusal(403, 'Forbidden');
    }
    try {
      const answer = await functions.invoke(route.functionName, gatewayEvent(request, route, grant));
      const { statusCode, headers, cookies, body, isBase64Encoded } = ProxyAnswer.parse(answer);
      return { status: statusCode, headers, cookies, body: isBase64Encoded ? Buffer.from(body, 'base64') : body };
    } catch (error) {
      log(`${route.routeKey}: ${String(error)}`);
      return refusal(500, 'Internal Server Error');
    }
  });
}

/** In the words of API Gateway. */
function refusal(status: number, message: string): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
function gatewayEvent({ method, url, headers, body }: HttpRequest, route: FoundRoute, grant: Grant | undefined) {
  const isText = /^(text\/|application\/(json|xml|javascript))/.test(headers['content-type'] ?? '');
  // Format 2.0 has them in a field of their own.
  const { cookie, ...others } = headers;
  const at = new Date();
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: others,
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    ...(url.search === '' ? {} : { queryStringParameters: Object.fromEntries(url.searchParams) }),
    pathParameters: route.pathParameters,
    requestContext: {
      accountId: '000000000000',
      apiId: 'in-process',
      authentication: null,
      ...(grant === undefined ? {} : { authorizer: { jwt: { claims: grant.claims, scopes: grant.scopes } } }),
      domainName: url.host,
      domainPrefix: '',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: at.toUTCString(),
      timeEpoch: at.getTime(),
    },
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}
