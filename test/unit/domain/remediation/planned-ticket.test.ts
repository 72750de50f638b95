import { expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { plannedRoutes, routeIn } from '../../../../shared/domain/remediation/choose-route.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { plannedTicket } from '../../../../shared/domain/remediation/planned-ticket.ts';
import type { Recommendation } from '../../../../shared/domain/remediation/recommendation.ts';
import type { Tlp } from '../../../../shared/domain/words/tlp.ts';
import { aPostMortemId, aRecommendation, NOW } from '../../../support/world/records.ts';

/** The routes that holdfast.config.ts shows, and the other places for one. */
const POLICY = parseConfig({
  schedules: { timezone: 'Europe/Berlin' },
  teams: {
    identity: {
      ...{ owner: 'fixes@acme.com', lead: 'lead@acme.com', timezone: 'Pacific/Auckland' },
      route: { project: 'IAM', issueType: 'Task', due: 'business day' },
    },
  },
  remediation: {
    defaultRoute: { project: 'ENG', issueType: 'Task' },
    routes: [
      { name: 'restricted', when: { tlp: ['AMBER+STRICT', 'RED'] }, project: 'SECPRIV', issueType: 'Task' },
      { when: { team: 'network', kind: ['detect', 'respond'] }, project: 'NOC', issueType: 'Task', due: 'none' },
      {
        ...{ when: { control: 'ISO 27001 A.5.27', severity: 'critical' }, project: 'NET', issueType: 'Task' },
        component: 'Firewall',
      },
    ],
  },
});

it.each<[string, Partial<Recommendation>, Tlp, { project: string; dueAt: string; dueOn: string | undefined }]>([
  ['restricted', {}, 'RED', { project: 'SECPRIV', dueAt: '2026-12-05T10:00:00.000Z', dueOn: '2026-12-05' }],
  [
    'remediation.routes[1]',
    { ownerTeam: 'network', kind: 'detect', impact: 3 },
    'AMBER',
    { project: 'NOC', dueAt: '2026-12-21T10:00:00.000Z', dueOn: undefined },
  ],
  [
    'remediation.routes[2]',
    { controls: [{ framework: 'ISO 27001', id: 'A.5.27' }], impact: 5 },
    'AMBER',
    { project: 'NET', dueAt: '2026-11-28T10:00:00.000Z', dueOn: '2026-11-28' },
  ],
  [
    'teams.identity.route',
    // Saturday in Auckland, of which the ticket shows the Friday.
    { ownerTeam: 'identity', dueAt: '2026-12-11T20:00:00.000Z' },
    'AMBER',
    { project: 'IAM', dueAt: '2026-12-11T20:00:00.000Z', dueOn: '2026-12-11' },
  ],
  [
    'remediation.defaultRoute',
    { impact: 2, dueAt: undefined },
    'AMBER',
    { project: 'ENG', dueAt: '2027-02-19T10:00:00.000Z', dueOn: '2027-02-19' },
  ],
])('plans the ticket on the route %s as the fix begins', (name, with_, tlp, wanted) => {
  const recommendation = aRecommendation({ dueAt: undefined, ...with_ });
  const { route, dueAt, dueOn } = plannedTicket(recommendation, { now: NOW, tlp }, POLICY);
  const begun = beginRemediation(aPostMortemId(), recommendation, { now: NOW, tlp }, POLICY);
  expect({ name: route.name, project: route.project, dueAt, dueOn }).toEqual({ name, ...wanted });
  expect(routeIn(begun)).toMatchObject({ name, project: wanted.project });
  expect(begun.dueAt).toBe(dueAt);
  expect(plannedRoutes(POLICY).map((one) => one.name)).toContain(name);
});
