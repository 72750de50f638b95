import * as z from 'zod';
import { type StackTemplate, Text } from './stack-template.ts';

const Route = z.object({
  RouteKey: z.string(),
  Target: Text,
  AuthorizerId: Text.optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});
const Integration = z.object({ IntegrationUri: Text });
const Authorizer = z.object({ JwtConfiguration: z.object({ Audience: z.array(Text) }) });

export type GatewayRoute = {
  routeKey: string;
  functionName: string;
  /** The clients whose tokens it takes, and the scopes of which a token needs one; undefined lets everybody in. */
  wants: { audiences: readonly string[]; scopes: readonly string[] } | undefined;
};

export type FoundRoute = GatewayRoute & { pathParameters: Record<string, string> };

/** The routes of the stack's HTTP API. @returns finds the one for a request */
export function gatewayRoutes(template: StackTemplate): (method: string, path: string) => FoundRoute | undefined {
  const integrations = template.resources('AWS::ApiGatewayV2::Integration', Integration);
  const authorizers = template.resources('AWS::ApiGatewayV2::Authorizer', Authorizer);
  const routes = [...template.resources('AWS::ApiGatewayV2::Route', Route).values()].map((route) => {
    const [method = '', path = ''] = route.RouteKey.split(' ');
    const authorizer = authorizers.get(route.AuthorizerId ?? '');
    return {
      method,
      pattern: patternOf(path),
      generality: generalityOf(path),
      fixedParts: path.split('/').filter((part) => part !== '' && !part.startsWith('{')).length,
      route: {
        routeKey: route.RouteKey,
        functionName: integrations.get(route.Target.replace('integrations/', ''))?.IntegrationUri ?? '',
        wants: authorizer && { audiences: authorizer.JwtConfiguration.Audience, scopes: route.AuthorizationScopes },
      },
    };
  });
  const byPreference = routes.toSorted((a, b) => a.generality - b.generality || b.fixedParts - a.fixedParts);
  return (method, path) => {
    for (const { method: wanted, pattern, route } of byPreference) {
      const match = wanted === method ? pattern.exec(path) : null;
      if (match) return { ...route, pathParameters: { ...match.groups } };
    }
    return undefined;
  };
}

/**
 * No route can be named with a slash at its end, and `/console/` comes to `/console/{proxy+}`: https://github.com/storacha/w3infra/pull/166,
 * https://github.com/aws/serverless-application-model/issues/1949.
 */
function patternOf(path: string): RegExp {
  const greedy = path.replace(/(?<=.)\/\{(\w+)\+\}/, '/(?<$1>.*)').replace(/\{(\w+)\+\}/, '(?<$1>.+)');
  return new RegExp(`^${greedy.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

/**
 * A path that is all spelled out wins over one with a variable, and that over a greedy one; of two greedy ones wins the longer.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
function generalityOf(path: string): number {
  if (path.includes('+}')) return 2;
  return path.includes('{') ? 1 : 0;
}
