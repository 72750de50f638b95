import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { referencesIn, resourcesOf, templateOf } from './synthesized.ts';

const template = templateOf();
const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route');

describe('the console in the stack', () => {
  it('has all its routes at one function, and none of them takes anything but GET', () => {
    const own = routes.filter(([, { Properties }]) => /^\S+ \/(console.*)?$/.test(String(Properties.RouteKey)));
    expect(own.map(([, { Properties }]) => Properties.RouteKey)).toEqual([
      'GET /',
      'GET /console',
      'GET /console/{proxy+}',
    ]);
    expect(new Set(own.map(([, { Properties }]) => JSON.stringify(Properties.Target))).size).toBe(1);
  });

  it('may call its own origin and the bucket of evidence', () => {
    const [[, serve] = []] = resourcesOf(template, 'AWS::Lambda::Function').filter(([id]) => id.startsWith('Console'));
    const { STORAGE_ORIGINS: origins } = Object(Object(serve?.Properties.Environment).Variables);
    expect(referencesIn(origins)).toEqual([expect.stringMatching(/^EvidenceBucket/)]);
    expect(JSON.stringify(origins)).toMatch(/https:\/\/.*RegionalDomainName/);
  });

  it('is at the address of the API, or of the company’s own', () => {
    const own = templateOf({ api: { address: 'https://holdfast.acme.com/' } });
    expect(own.findOutputs('ConsoleUrl')).toEqual({ ConsoleUrl: { Value: 'https://holdfast.acme.com/console' } });
    template.hasOutput('ConsoleUrl', { Value: { 'Fn::Join': ['', Match.arrayWith(['/console'])] } });
  });
});
