import { describe, expect, it } from 'vitest';
import { plannedRoutes, severitiesOf } from '../../../../shared/domain/remediation/choose-route.ts';

const place = { project: 'SEC', issueType: 'Task' };

describe('severities of the fixes that may come to a route', () => {
  it('are those that it admits, without those that a route before it takes whatever else they are', () => {
    const policy = {
      remediation: {
        routes: [
          { when: { severity: ['critical' as const], team: ['network'] }, ...place },
          { when: { severity: ['critical' as const] }, ...place },
          { when: { team: ['network'] }, ...place },
        ],
        defaultRoute: place,
      },
      teams: {},
    };
    expect(plannedRoutes(policy).map((route) => severitiesOf(route, policy))).toEqual([
      ['critical'],
      ['critical'],
      ['high', 'medium', 'low'],
      ['high', 'medium', 'low'],
    ]);
  });
});
