import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../../../shared/domain/policy/policy.ts';
import {
  chooseRoute,
  plannedRoutes,
  type RouteFacts,
  recordedRoute,
  routeFacts,
  routeIn,
  routeOfTicket,
  routeWhereItIs,
  withRoute,
} from '../../../../shared/domain/remediation/choose-route.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { PostMortemId } from '../../../../shared/domain/words/identifiers.ts';
import { aRecommendation } from '../../../support/world/records.ts';

const facts = (with_: Partial<RouteFacts> = {}): RouteFacts => ({
  ...{ team: 'network', kind: 'prevent', controls: [], tlp: 'AMBER', severity: 'medium' },
  ...with_,
});
const people = { owner: 'fixes@acme.com', lead: 'lead@acme.com' };
const to = (project: string) => ({ project, issueType: 'Task' });
const routed = (routes: NonNullable<HoldfastConfigInput['remediation']>['routes'], teams = {}) =>
  parseConfig({ teams, remediation: { defaultRoute: to('ENG'), routes } });

describe('the route of a recommendation', () => {
  const policy = routed([
    { when: { tlp: ['AMBER+STRICT', 'RED'] }, ...to('SECRET') },
    { when: { team: 'network', severity: 'critical' }, ...to('NOC') },
    { when: { control: 'iso 27001 a.5.27' }, ...to('AUDIT') },
    { when: { kind: ['detect', 'respond'] }, ...to('SOC') },
    { when: { team: ['network', 'firewall'] }, ...to('NET') },
  ]);

  it.each<[string, Partial<RouteFacts>, string]>([
    ['the first that matches', { tlp: 'RED', severity: 'critical' }, 'SECRET'],
    ['one of which all conditions hold', { severity: 'critical' }, 'NOC'],
    ['not one of which some conditions hold', { team: 'mail', severity: 'critical' }, 'ENG'],
    ['by a control, in whatever capitals', { controls: ['ISO 27001 A.5.27', 'A.5.27'] }, 'AUDIT'],
    ['by one of several values', { kind: 'respond' }, 'SOC'],
    ['by the team', { team: 'firewall' }, 'NET'],
    ['by no name that is only alike', { team: 'Network' }, 'ENG'],
    ['the default, where none matches', { team: 'mail' }, 'ENG'],
  ])('is %s', (_, with_, project) => {
    expect(chooseRoute(facts(with_), policy).route.project).toBe(project);
  });

  it('says why those before it were passed over', () => {
    expect(chooseRoute(facts({ kind: 'respond' }), policy).passedOver.map(({ because }) => because)).toEqual([
      'the record is TLP:AMBER, not AMBER+STRICT or RED',
      'the severity is medium, not critical',
      'no control is iso 27001 a.5.27',
    ]);
  });

  it('comes from the older form, one for each team, then from the directory', () => {
    const older = routed(
      { mail: to('MAIL'), constructor: to('CON') },
      { network: { ...people, route: to('NET') }, identity: people },
    );
    const projectOf = (team: string) => chooseRoute(facts({ team }), older).route.project;
    expect(['mail', 'network', 'identity', 'constructor', 'toString'].map(projectOf)).toEqual([
      ...['MAIL', 'NET', 'ENG', 'CON', 'ENG'],
    ]);
    expect(plannedRoutes(older).map(({ path }) => path)).toEqual([
      'remediation.routes.mail',
      'remediation.routes.constructor',
      'teams.network.route',
      'remediation.defaultRoute',
    ]);
  });

  it('is chosen by what the recommendation says', () => {
    const recommendation = aRecommendation({
      ownerTeam: 'mail',
      kind: 'detect',
      impact: 5,
      controls: [{ framework: 'NIST SP 800-53', id: 'AC-2' }],
    });
    expect(routeFacts(recommendation, 'GREEN')).toEqual({
      team: 'mail',
      kind: 'detect',
      controls: ['NIST SP 800-53 AC-2', 'AC-2'],
      tlp: 'GREEN',
      severity: 'critical',
    });
  });
});

describe('a route on another site', () => {
  const policy = parseConfig({
    jira: { sites: { finance: { site: 'https://finance.atlassian.net' } } },
    remediation: {
      defaultRoute: { ...to('ENG'), duplicateLink: 'Relates' },
      routes: [{ name: 'theirs', when: { team: 'network' }, site: 'finance', ...to('ENG') }],
    },
  });
  const [theirs] = plannedRoutes(policy);
  const id = '01KAB3X7Q0ZZZZZZZZZZ000001';
  const common = beginRemediation(
    PostMortemId.parse(id),
    aRecommendation({ ownerTeam: 'mail' }),
    { now: '2026-11-21T10:00:00.000Z', tlp: 'AMBER' },
    policy,
  );

  it('is kept with its site, and without one after the next try on the site of most', () => {
    const recorded = theirs && recordedRoute(theirs);
    const kept = recorded && withRoute(common, recorded);
    const moved = kept && withRoute(kept, { ...to('ENG'), name: 'ours' });
    expect([kept?.routeSite, kept && routeIn(kept).site, moved && 'routeSite' in moved]).toEqual([
      'finance',
      'finance',
      false,
    ]);
  });

  it.each([
    ['on its own site, though another has the same project', 'finance', 'theirs', undefined],
    ['on the site of most, by the default', undefined, 'remediation.defaultRoute', 'Relates'],
  ])('is found %s', (_, site, name, duplicateLink) => {
    expect(routeOfTicket(to('ENG'), policy, site)).toMatchObject({ name, ...(duplicateLink && { duplicateLink }) });
  });

  it('has nothing of the default, where that leads to another site', () => {
    const elsewhere = parseConfig({ jira: policy.jira, remediation: { defaultRoute: to('ENG') } });
    expect(routeOfTicket({ ...to('GONE'), name: 'gone' }, elsewhere, 'finance')).toEqual({
      ...{ ...to('GONE'), name: 'gone', path: 'remediation.routes', site: 'finance' },
    });
  });
});

describe('the route that a ticket was made with', () => {
  const policy = routed([
    { name: 'detection', when: { kind: 'detect' }, ...to('NET'), duplicateLink: 'Relates' },
    { name: 'network', when: { team: 'network' }, project: 'NET', issueType: 'Bug' },
  ]);

  it.each([
    ['by its name', { ...to('NET'), name: 'network' }, 'network'],
    ['by its place, in records from before it had a name', { project: 'NET', issueType: 'Bug' }, 'network'],
    ['by its project, when its type is another one now', { project: 'NET', issueType: 'Chore' }, 'detection'],
    ['not by a name that leads elsewhere now', { ...to('ENG'), name: 'network' }, 'remediation.defaultRoute'],
    ['as the default, when it is gone', { ...to('GONE'), name: 'gone' }, 'remediation.defaultRoute'],
  ])('is found %s', (_, recorded, name) => {
    expect(routeOfTicket(recorded, policy).name).toBe(name);
  });

  const made = { ...to('NET'), name: 'network' };
  const there = routed([
    { name: 'network', when: { team: 'network' }, ...to('NET') },
    { name: 'vault', when: { team: 'vault' }, ...to('VAULT') },
    { name: 'chores', when: { team: 'vault' }, project: 'VAULT', issueType: 'Chore' },
  ]);

  it.each<[string, string[], string[], string]>([
    ['where the ticket stayed', ['NET'], ['10002', 'Task'], 'network'],
    ['where its project has another key now', ['NEW', 'NET'], ['10002', 'Task'], 'network'],
    ['where it was moved to the project of another', ['VAULT'], ['10002', 'Task'], 'vault'],
    ['and there that of its type', ['VAULT'], ['10009', 'Chore'], 'chores'],
    ['or the first, where none has its type', ['VAULT'], ['10010', 'Bug'], 'vault'],
    ['where it was moved to a project without a route', ['ELSEWHERE'], ['10002', 'Task'], 'network'],
  ])('fits its workflow %s', (_, projects, types, name) => {
    expect(routeWhereItIs(made, { projects, types }, there).name).toBe(name);
  });

  it('names no way of its workflow where the ticket was moved to a project without a route', () => {
    const reopen = { transition: 'Back', fields: { customfield_1: { from: 'reason' as const } } };
    const policy = routed([{ name: 'network', when: { team: 'network' }, ...to('NET'), reopen }]);
    const ways = ['NET', 'ELSEWHERE'].map(
      (project) => routeWhereItIs(made, { projects: [project], types: [] }, policy).reopen,
    );
    expect(ways).toEqual([reopen, { fields: reopen.fields }]);
  });

  it('is kept as its place and its name', () => {
    const [route] = plannedRoutes(policy);
    expect(route && recordedRoute({ ...route, component: ['A', 'B'] })).toEqual({
      ...{ project: 'NET', issueType: 'Task', component: 'A, B', name: 'detection' },
    });
  });
});
