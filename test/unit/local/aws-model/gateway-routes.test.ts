import { describe, expect, it } from 'vitest';
import { gatewayRoutes } from '../../../../local/aws-model/gateway-routes.ts';
import { stackTemplate } from '../../../../local/aws-model/stack-template.ts';

const KEYS = ['GET /{proxy+}', 'GET /console/{proxy+}', 'GET /console', 'GET /', 'GET /notes/{id}', 'GET /notes/all'];

function routesOf(keys: readonly string[]) {
  const routes = keys.map((RouteKey) => [
    RouteKey,
    { Type: 'AWS::ApiGatewayV2::Route', Properties: { RouteKey, Target: '' } },
  ]);
  return gatewayRoutes(stackTemplate({ Resources: Object.fromEntries(routes), Outputs: {} }));
}

describe('the routes of the model of API Gateway', () => {
  it.each([
    ['/', 'GET /', {}],
    ['/console', 'GET /console', {}],
    ['/console/assets/main.js', 'GET /console/{proxy+}', { proxy: 'assets/main.js' }],
    ['/console/', 'GET /console/{proxy+}', { proxy: '' }],
    ['/consoles', 'GET /{proxy+}', { proxy: 'consoles' }],
    ['/notes/all', 'GET /notes/all', {}],
    ['/notes/7', 'GET /notes/{id}', { id: '7' }],
    ['/notes/7/more', 'GET /{proxy+}', { proxy: 'notes/7/more' }],
  ])('lead %s to %s, in whatever order they stand', (path, routeKey, pathParameters) => {
    for (const keys of [KEYS, KEYS.toReversed()]) {
      expect(routesOf(keys)('GET', path)).toMatchObject({ routeKey, pathParameters });
    }
  });

  it('lead nowhere by another method', () => {
    expect(routesOf(KEYS)('POST', '/console')).toBeUndefined();
  });
});
