import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { InvalidConfig, parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { DEFAULT_CONFIG, type HoldfastConfigInput } from '../../../../shared/domain/policy/policy.ts';
import { RECOMMENDATION_TEMPLATES } from '../../../../shared/domain/remediation/templates/recommendation-templates.ts';

const problemsOf = (input: unknown): readonly string[] => {
  try {
    parseConfig(input);
  } catch (error) {
    if (error instanceof InvalidConfig) return error.problems;
    throw error;
  }
  return [];
};

const SCANNER = {
  owner: 'sam@acme.com',
  scopes: ['signals.write' as const],
  sources: ['nessus'],
};

/** One program, with what is wrong about it. */
const programs = (with_: object, name = 'scanner'): object => ({ programs: { [name]: { ...SCANNER, ...with_ } } });

describe('the configuration', () => {
  it('has a default for every field', () => {
    expect(parseConfig({})).toEqual(DEFAULT_CONFIG);
  });

  it('names the field, what is allowed, and an example', () => {
    expect(
      problemsOf({
        verification: { steps: ['7 days'] },
        schedules: { publishReport: 'every Monday' },
        remediation: { routes: { network: { project: 'net', issueType: 'Task' } } },
      }),
    ).toEqual([
      'remediation.routes.network.project: "net" is not allowed: expected a Jira project key: 2 to 10 capitals, digits or underscores, a capital first. Example: remediation.routes.network.project: "NET"',
      'verification.steps.0: "7 days" is not allowed: expected an ISO 8601 duration of weeks, days, hours, minutes or seconds. Example: verification.steps.0: "P7D"',
      'schedules.publishReport: "every Monday" is not allowed: expected an EventBridge Scheduler expression: rate(1 hour), rate(15 minutes), or cron(six fields). Example: schedules.publishReport: "cron(0 7 ? * MON *)"',
    ]);
  });

  it('tells which fields there are when one is misspelt', () => {
    expect(problemsOf({ schedules: { publishReports: 'rate(1 day)' } })).toEqual([
      'schedules.publishReports: unknown field; allowed here: sweepIncidents, sweepRemediation, auditTickets, verifyRemediation, publishReport, doctor, anchorChains, timezone',
    ]);
  });

  it('leaves a worker the time for what it asks of Jira', () => {
    expect(problemsOf({ jira: { timeoutMs: 19_000 } })).toEqual([]);
    expect(problemsOf({ jira: { timeoutMs: 19_001 } })).toEqual([
      "jira.timeoutMs: 19001 is not allowed: expected at most 19000: three calls have to fit into a worker's 60 seconds. Example: jira.timeoutMs: 10000",
    ]);
  });

  it('wants a lease that outlasts what is asked of Jira under it', () => {
    expect(problemsOf({ remediation: { create: { lease: 'PT21S' } } })).toEqual([]);
    expect(problemsOf({ remediation: { create: { lease: 'PT20S' } } })).toEqual([
      'remediation.create.lease: "PT20S" is not allowed: expected a lease that is longer than two calls of Jira may take (twice jira.timeoutMs). Example: remediation.create.lease: "PT2M"',
    ]);
  });

  it('remembers what came in for longer than it may be repeated', () => {
    const incidents = { 'holdfast-json': { replayWindow: 'PT1H' } };
    expect(problemsOf({ incidents, operations: { inboxRetention: 'PT2H' } })).toHaveLength(1);
    expect(problemsOf({ incidents, operations: { inboxRetention: 'PT3H' } })).toEqual([]);
  });

  it('remembers what came in for so long that repetitions of Jira are within its window', () => {
    const problemsWith = (inboxRetention: string) => problemsOf({ operations: { inboxRetention } });
    expect([problemsWith('PT1H59M'), problemsWith('PT2H')]).toEqual([
      [expect.stringContaining('expected at least PT2H: Jira repeats a delivery for half an hour')],
      [],
    ]);
  });

  it('reports every wrong value at once, those of rules about several fields, too', () => {
    expect(
      problemsOf({
        incidents: { lookBackEvery: 'P60D' },
        postMortem: { dueWithin: { critical: 'soon', high: 'P20D' } },
        remediation: { labels: ['two words'], create: { lease: 'PT1S' } },
        verification: { steps: ['P7D', 'P3D', 'never'] },
        schedule: {},
        report: {},
      }).map((line) => line.slice(0, line.indexOf(': '))),
    ).toEqual([
      'incidents.lookBackEvery',
      'postMortem.dueWithin.critical',
      'postMortem.dueWithin.medium',
      'remediation.labels.0',
      'verification.steps.2',
      'verification.steps.1',
      'schedule',
      'report',
      'remediation.create.lease',
    ]);
  });

  it('names the default that a value does not go with', () => {
    expect(
      problemsOf({
        remediation: {
          dueWithin: { critical: 'P60D', high: 'P60D', medium: 'P70D', low: 'P80D' },
          longestDueWithin: { critical: 'P60D' },
        },
      }),
    ).toEqual([]);
    expect(problemsOf({ remediation: { dueWithin: { critical: 'P15D' } } })).toEqual([
      'remediation.dueWithin.high: "P14D", the default, is not allowed: expected at least P15D, the time for critical. Example: remediation.dueWithin.high: "P14D"',
    ]);
  });

  /** What somebody writes without the help of the types. */
  const wrong = <Type>(value: string) => z.custom<Type>().parse(value);
  const SAML = {
    kind: 'saml' as const,
    name: 'Okta',
    metadataUrl: 'https://acme.okta.com/metadata',
    attributes: { email: 'mail', name: 'displayName' },
  };
  const ISSUER = {
    url: 'https://login.acme.com/',
    clients: { pages: 'pages', commandLine: 'cli' },
    roles: { Leads: 'approver' as const },
  };
  const route = { project: 'PLAT', issueType: 'Task' };
  const team = { owner: 'fixes@acme.com', lead: 'lead@acme.com' };
  const [incident] = DEFAULT_CONFIG.postMortem.templates;
  it.each<[what: string, input: HoldfastConfigInput, problem: string]>([
    ['a second factor that is neither', { signIn: { mfa: wrong('sometimes') } }, "expected 'optional' or 'required'"],
    ['a session of minutes', { signIn: { lasts: 'PT30M' } }, 'expected PT1H to P3650D'],
    ['an issuer beside a provider', { signIn: { issuer: ISSUER, provider: SAML }, programs: {} }, 'signIn.provider'],
    [
      'an issuer and a second factor of ours',
      { signIn: { issuer: ISSUER, mfa: 'required' }, programs: {} },
      'signIn.mfa',
    ],
    ['an issuer without roles', { signIn: { issuer: { ...ISSUER, roles: {} } }, programs: {} }, 'signIn.issuer.roles'],
    [
      'an issuer without TLS',
      { signIn: { issuer: { ...ISSUER, url: 'http://acme.com' } }, programs: {} },
      'signIn.issuer.url',
    ],
    [
      'scopes that give no id token',
      { signIn: { issuer: { ...ISSUER, scope: 'email' } }, programs: {} },
      'openid among them',
    ],
    [
      'a program without a client at the issuer',
      { signIn: { issuer: { ...ISSUER, audience: 'api' } } },
      'programs.machine.clientId',
    ],
    [
      'programs at an issuer whose audience nobody named',
      {
        signIn: { issuer: ISSUER },
        programs: { scan: { owner: 'sam@acme.com', scopes: ['records.read'], clientId: 'c' } },
      },
      'signIn.issuer.audience',
    ],
    [
      'a client of its own for a program of the user pool',
      { programs: { scan: { owner: 'sam@acme.com', scopes: ['records.read'], clientId: 'c' } } },
      'programs.scan.clientId',
    ],
    ['an API without TLS', { api: { address: 'http://api.acme.com' } }, 'begins with https://'],
    ['an API below a path', { api: { address: 'https://acme.com/holdfast' } }, 'the address of a host alone'],
    ['sign-in pages without TLS', { signIn: { address: 'http://sign-in.acme.com' } }, 'begins with https://'],
    [
      'groups of a provider without a role for any',
      { signIn: { provider: { ...SAML, attributes: { ...SAML.attributes, groups: 'groups' } } } },
      'signIn.provider.roles',
    ],
    [
      'roles without the attribute in which the provider tells groups',
      { signIn: { provider: { ...SAML, roles: { Leads: 'approver' } } } },
      'signIn.provider.attributes.groups',
    ],
    [
      'a role of a program for a group of people',
      {
        signIn: {
          provider: {
            ...SAML,
            attributes: { ...SAML.attributes, groups: 'groups' },
            roles: { Leads: wrong('machine') },
          },
        },
      },
      'signIn.provider.roles.Leads',
    ],
    [
      'a provider whose name Cognito would cut',
      { signIn: { provider: { ...SAML, name: 'my_idp' } } },
      'signIn.provider.name',
    ],
    [
      'a time zone that does not exist',
      { schedules: { timezone: 'Europe/Berlyn' } },
      'schedules.timezone: "Europe/Berlyn"',
    ],
    [
      'a time zone in small letters',
      { schedules: { timezone: 'europe/berlin' } },
      'schedules.timezone: "europe/berlin"',
    ],
    ['a time zone in capitals', { schedules: { timezone: 'US/EASTERN' } }, 'schedules.timezone: "US/EASTERN"'],
    ['an offset for a time zone', { schedules: { timezone: '+01:00' } }, 'schedules.timezone: "+01:00"'],
    [
      'a cron expression out of range',
      { schedules: { auditTickets: 'cron(99 99 ? * MON *)' } },
      'expected minutes of 0 to 59',
    ],
    ['a cron expression without ?', { schedules: { auditTickets: 'cron(0 7 * * MON *)' } }, 'expected exactly one ?'],
    ['a rate of zero', { schedules: { auditTickets: 'rate(0 minutes)' } }, 'schedules.auditTickets'],
    ['a step of zero', { verification: { steps: ['PT0S'] } }, 'expected a duration longer than zero'],
    ['steps out of order', { verification: { steps: ['P30D', 'P7D'] } }, 'verification.steps.1: "P7D"'],
    ['the same step twice', { verification: { steps: ['P7D', 'PT168H'] } }, 'verification.steps.1: "PT168H"'],
    [
      'a period of twelve years',
      { verification: { unprovenAfter: 'P4380D' } },
      'expected a duration of ten years at the most',
    ],
    ['a lease of zero', { remediation: { create: { searchEvery: 'PT0S' } } }, 'remediation.create.searchEvery: "PT0S"'],
    [
      'a longest time that is shorter than the one without a date',
      { remediation: { longestDueWithin: { critical: 'P6D' } } },
      'remediation.longestDueWithin.critical: "P6D" is not allowed: expected at least P7D, the time of dueWithin.critical',
    ],
    [
      'a time without a date that is longer than the longest by default',
      { remediation: { dueWithin: { low: 'P366D' } } },
      'remediation.longestDueWithin.low: "P365D", the default, is not allowed: expected at least P366D, the time of dueWithin.low',
    ],
    [
      'a longest time that is shorter for what is less urgent',
      { remediation: { longestDueWithin: { high: 'P20D' } } },
      'remediation.longestDueWithin.high: "P20D" is not allowed: expected at least P30D, the time for critical',
    ],
    ['a search later than the lag', { remediation: { create: { searchEvery: 'PT10M' } } }, 'expected at most PT5M'],
    [
      'a label with a space',
      { remediation: { labels: ['post mortem'] } },
      'expected a Jira label, which has no spaces',
    ],
    ['a label that nobody can read', { remediation: { labels: ['\u200b'] } }, 'expected a label that can be read'],
    ['a label of 256 characters', { remediation: { labels: ['x'.repeat(256)] } }, 'at most 255 characters'],
    [
      'a label twice',
      { remediation: { labels: ['a', 'a'] } },
      'remediation.labels.1: "a" is not allowed: expected "a" only once',
    ],
    [
      'a team twice',
      { remediation: { routes: { network: route, Network: route } } },
      'expected one route for the team, which has network',
    ],
    [
      'a team with a blank at its end',
      { remediation: { routes: { 'network ': route } } },
      'expected a name without blanks at its ends',
    ],
    [
      'tickets that are incidents',
      { remediation: { defaultRoute: { project: 'SEC', issueType: 'security incident' } } },
      'remediation.defaultRoute.issueType',
    ],
    [
      'tickets of a team that are incidents',
      { teams: { network: { ...team, route: { project: 'SEC', issueType: 'Security Incident' } } } },
      'teams.network.route.issueType: "Security Incident" is not allowed: expected another issue type or project',
    ],
    [
      'an owner of a team who is no e-mail address',
      { teams: { network: { ...team, owner: 'Nora' } } },
      'teams.network.owner: "Nora" is not allowed: expected an e-mail address. Example: teams: {"platform":{"owner":',
    ],
    [
      'a head of a team who is no e-mail address',
      { teams: { network: { ...team, head: '' } } },
      'teams.network.head: "" is not allowed: expected an e-mail address',
    ],
    [
      'a time zone of a team that does not exist',
      { teams: { network: { ...team, timezone: 'Europe/Berlyn' } } },
      'teams.network.timezone: "Europe/Berlyn" is not allowed: expected an IANA time zone name',
    ],
    [
      'a channel of a team of two lines',
      { teams: { network: { ...team, channel: '#net\nwork' } } },
      'teams.network.channel: "#net\\nwork" is not allowed: expected a name in one line',
    ],
    [
      'a field of a team that there is not',
      { teams: { platform: Object.assign({ manager: 'x' }, team) } },
      'teams.platform.manager: unknown field; allowed here: owner, lead, head, route, channel, timezone',
    ],
    [
      'a team in the directory twice',
      { teams: { network: team, Network: team } },
      'teams.Network: {"owner":"fixes@acme.com","lead":"lead@acme.com"} is not allowed: expected one entry for the team, which has network',
    ],
    [
      'a team with a blank at its end in the directory',
      { teams: { 'network ': team } },
      'expected a name in one line that can be read, without blanks at its ends',
    ],
    ['a team whose name no record can hold', { teams: { ['x'.repeat(101)]: team } }, 'expected string to have <=100'],
    [
      'two routes of a team',
      { teams: { network: { ...team, route } }, remediation: { routes: { network: route } } },
      'teams.network.route: {"project":"PLAT","issueType":"Task"} is not allowed: expected the team\'s route once: here, or in remediation.routes.network',
    ],
    [
      'a route of a team that the directory writes in another way',
      { teams: { 'Red Team': team }, remediation: { routes: { redteam: route } } },
      'remediation.routes.redteam: {"project":"PLAT","issueType":"Task"} is not allowed: expected the team as teams writes it, Red Team',
    ],
    [
      'a route in the list for all of a team that has one in the directory',
      {
        teams: { network: { ...team, route } },
        remediation: { routes: [{ when: { team: ['mail', 'network'] }, ...route }] },
      },
      'teams.network.route: {"project":"PLAT","issueType":"Task"} is not allowed: expected the team\'s route once: here, or in remediation.routes.0',
    ],
    [
      'a condition on a team that the directory writes in another way',
      {
        teams: { 'Red Team': team },
        remediation: { routes: [{ when: { team: 'redteam', kind: 'detect' }, ...route }] },
      },
      'remediation.routes.0.when.team: "redteam" is not allowed: expected the team as teams writes it, Red Team',
    ],
    [
      'a route in the list that leads to incidents',
      { remediation: { routes: [{ when: { kind: 'detect' }, project: 'SEC', issueType: 'Security Incident' }] } },
      'remediation.routes.0.issueType: "Security Incident" is not allowed: expected another issue type or project',
    ],
    [
      'a route in the list that takes everything',
      { remediation: { routes: [{ when: {}, ...route }] } },
      'remediation.routes.0.when: {} is not allowed: expected a condition; what takes all the others is remediation.defaultRoute',
    ],
    [
      'a field of a ticket by its name',
      { remediation: { defaultRoute: { ...route, fields: { Severity: { option: 'High' } } } } },
      'remediation.defaultRoute.fields.Severity: {"option":"High"} is not allowed: expected the id of a custom field, such as customfield_10050',
    ],
    [
      'a source of a field that there is not',
      { remediation: { defaultRoute: { ...route, fields: { customfield_10050: { from: wrong('impact') } } } } },
      'remediation.defaultRoute.fields.customfield_10050.from: "impact" is not allowed: expected one of severity, owner team, why, criterion, incident, record, reason',
    ],
    [
      'a value of a field without its kind',
      { remediation: { defaultRoute: { ...route, fields: { customfield_10050: wrong('High') } } } },
      'remediation.defaultRoute.fields.customfield_10050: "High" is not allowed: expected a value of one kind: option, options, number, text, user, date, from',
    ],
    [
      'an assignee by their e-mail address',
      { remediation: { defaultRoute: { ...route, assignee: 'mia@acme.com' } } },
      'remediation.defaultRoute.assignee: "mia@acme.com" is not allowed: expected a Jira account id, such as 712020:',
    ],
    [
      'a setting of a route that there is not',
      { remediation: { routes: [Object.assign({ when: { kind: 'detect' as const }, ...route }, { epic: 'NET-1' })] } },
      'remediation.routes.0.epic: unknown field; allowed here: project, issueType, parent, component, assignee',
    ],
    [
      'a recommendation template of a team that the directory lacks',
      { teams: { network: team }, recommendationTemplates: RECOMMENDATION_TEMPLATES.slice(0, 1) },
      'recommendationTemplates.0.ownerTeam: "messaging" is not allowed: expected one of teams: network',
    ],
    [
      'an incident project twice',
      {
        incidents: {
          jira: {
            projects: [
              { project: 'SEC', issueTypes: ['Bug'] },
              { project: 'SEC', issueTypes: ['Task'] },
            ],
          },
        },
      },
      'incidents.jira.projects.1',
    ],
    [
      'a category of a template that there is not',
      {
        postMortem: {
          templates: [{ ...incident, name: 'x', requires: ['summary'], appliesTo: { categories: ['fishing'] } }],
        },
      },
      'postMortem.templates.0.appliesTo.categories.0: "fishing"',
    ],
    [
      'a template behind one for everything',
      {
        postMortem: {
          templates: [
            { name: 'all', requires: ['summary'] },
            { name: 'more', requires: ['impact'] },
          ],
        },
      },
      'expected no template behind all',
    ],
    [
      'a template behind one for every severity',
      {
        postMortem: {
          templates: [
            { name: 'all', appliesTo: { severities: ['low', 'medium', 'high', 'critical'] }, requires: ['summary'] },
            { name: 'more', requires: ['impact'] },
          ],
        },
      },
      'expected no template behind all',
    ],
    [
      'a route to a site that there is not',
      { remediation: { defaultRoute: { site: 'finance', project: 'ENG', issueType: 'Task' } } },
      'remediation.defaultRoute.site: "finance"',
    ],
    [
      'the route of a team to a site with another name',
      {
        jira: { sites: { finance: { site: 'https://finance.atlassian.net' } } },
        teams: {
          network: {
            owner: 'a@acme.com',
            lead: 'b@acme.com',
            route: { site: 'finances', project: 'ENG', issueType: 'Task' },
          },
        },
      },
      'expected the name of one of jira.sites: finance',
    ],
    [
      'a route to incidents of its site',
      {
        jira: { sites: { finance: { site: 'https://finance.atlassian.net' } } },
        incidents: { jira: { projects: [{ site: 'finance', project: 'SEC', issueTypes: ['Incident'] }] } },
        remediation: { routes: [{ when: { team: 'a' }, site: 'finance', project: 'SEC', issueType: 'incident' }] },
      },
      'remediation.routes.0.issueType',
    ],
    ['a site without TLS', { jira: { site: 'http://acme.atlassian.net' } }, 'expected a URL that starts with https://'],
    [
      'a site with a path',
      { jira: { site: 'https://acme.atlassian.net/jira/' } },
      'expected the address of a site alone',
    ],
    [
      'a link with a password',
      { postMortem: { recordUrl: 'https://u:p@records.acme.com/{id}' } },
      'expected a URL that starts with https://, without blanks, a name or a password',
    ],
    ['a link with a blank', { postMortem: { recordUrl: 'https://acme.com/a b/{id}' } }, 'without blanks'],
    ['a title of blanks', { reports: { title: '   ' } }, 'reports.title'],
    [
      'a title of two lines',
      { reports: { title: 'Lessons\nof a week' } },
      'expected a name in one line that can be read',
    ],
    ['a category that nobody can read', { postMortem: { categories: ['\u200b'] } }, 'in one line that can be read'],
    ['a link to records without TLS', { postMortem: { recordUrl: 'http://acme.com/{id}' } }, 'postMortem.recordUrl'],
    [
      'a link to records that wants a token',
      { postMortem: { recordUrl: 'https://a1b2c3.execute-api.eu-central-1.amazonaws.com/post-mortems/{id}' } },
      'the API wants a token',
    ],
    [
      'an address twice',
      { notifications: { alarmEmails: ['a@acme.com', 'a@acme.com'] } },
      'notifications.alarmEmails.1',
    ],
    ['no e-mail address', { notifications: { reportEmails: ['security'] } }, 'expected an e-mail address'],
    ['a program without an owner', programs({ owner: undefined }), 'programs.scanner.owner: nothing'],
    ['a program whose owner is no address', programs({ owner: 'Sam' }), 'programs.scanner.owner: "Sam"'],
    ['a program without a scope', programs({ scopes: [], sources: [] }), 'programs.scanner.scopes: []'],
    [
      'a scope that there is not',
      programs({ scopes: ['records.delete'] }),
      'programs.scanner.scopes.0: "records.delete"',
    ],
    ['signals of no source', programs({ sources: [] }), 'programs.scanner.sources: []'],
    ['signals of sources that are left out', programs({ sources: undefined }), 'programs.scanner.sources: nothing'],
    ['sources without signals', programs({ scopes: ['records.read'] }), 'programs.scanner.sources: ["nessus"]'],
    ['a source beside all of them', programs({ sources: ['nessus', '*'] }), 'programs.scanner.sources.1: "*"'],
    ['a source with a blank at its end', programs({ sources: ['nessus '] }), 'programs.scanner.sources.0: "nessus "'],
    ['a program with the name of a resource', programs({}, 'web'), 'expected another name than web'],
    ['a program in capitals', programs({}, 'Scanner'), 'expected a name of up to 32 small letters and digits'],
    [
      'a word that begins with a digit',
      programs({}, 'scanner-2'),
      'expected a name of up to 32 small letters and digits',
    ],
    ['a name of 33 letters', programs({}, 'x'.repeat(33)), 'expected a name of up to 32 small letters and digits'],
    [
      'more programs than their function can know',
      { programs: Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`p${index}`, SCANNER])) },
      'expected at most 30 programs',
    ],
    [
      'a media type with parameters',
      { evidence: { mediaTypes: ['text/plain; charset=utf-8'] } },
      'evidence.mediaTypes.0',
    ],
  ])('refuses %s', (_, input, problem) => {
    expect(problemsOf(input)).toEqual([expect.stringContaining(problem)]);
  });

  it('refuses a category of a recommendation template that there is not, and its steps out of order', () => {
    const [template] = RECOMMENDATION_TEMPLATES;
    const verification = { checks: [{ kind: 'ticket state' }], steps: ['P9D', 'P2D'] };
    expect(problemsOf({ recommendationTemplates: [{ ...template, categories: ['fishing'], verification }] })).toEqual([
      expect.stringContaining('recommendationTemplates.0.verification.steps.1: "P2D"'),
      expect.stringContaining('recommendationTemplates.0.categories.0: "fishing"'),
    ]);
  });

  it.each<[what: string, input: HoldfastConfigInput]>([
    ['no program at all', { programs: {} }],
    [
      'a program that reads, and has no sources',
      { programs: { ci: { owner: SCANNER.owner, scopes: ['records.read'] } } },
    ],
    ['zones of every form', { schedules: { timezone: 'Etc/GMT+5' } }],
    ['an old name of a zone', { schedules: { timezone: 'Asia/Calcutta' } }],
    ['a zone with underscores', { schedules: { timezone: 'America/Port_of_Spain' } }],
    [
      'cron expressions with all that Scheduler knows',
      {
        schedules: {
          auditTickets: 'cron(0/15,50 8-18 L-3 JAN,JUN-SEP ? 2026-2030)',
          publishReport: 'cron(0 7 ? * FRI#2 *)',
          anchorChains: 'cron(15 0 LW */2 ? *)',
        },
      },
    ],
    ['a team with its route in the directory', { teams: { network: { ...team, route } } }],
    [
      'a team with its route beside the directory',
      { teams: { network: team }, remediation: { routes: { network: route } } },
    ],
    [
      'routes by more than the team, beside the route of the team',
      {
        teams: { network: { ...team, route } },
        remediation: { routes: [{ name: 'noc', when: { team: 'network', severity: 'critical' }, ...route }] },
      },
    ],
    [
      'a route with all that there is',
      {
        remediation: {
          routes: [
            {
              name: 'everything',
              when: { team: ['network'], kind: 'detect', control: 'AC-2', tlp: ['GREEN', 'AMBER'], severity: 'high' },
              project: 'NET',
              issueType: '10202',
              parent: 'NET-1',
              component: ['Firewall', '10010'],
              assignee: '712020:5b10ac8d-82e0',
              priority: { critical: 'P1' },
              labels: ['security'],
              securityLevel: 'Security',
              fields: {
                customfield_10050: { option: 'Internal' },
                customfield_10051: { number: 4_711 },
                customfield_10052: { from: 'severity', map: { high: 'Sev 2' } },
                customfield_10053: { options: ['A', 'B'] },
                customfield_10054: { date: '2026-12-31' },
              },
              due: 'business day',
              reopen: { transition: 'Back', resolution: 'none', fields: { customfield_10062: { from: 'reason' } } },
              close: { transition: '31', resolution: 'Duplicate' },
              duplicateLink: 'none',
            },
          ],
        },
      },
    ],
    [
      'a route for a team that left the directory',
      { teams: { network: team }, remediation: { routes: { mail: route } } },
    ],
    [
      'a template of a team of the directory',
      { teams: { messaging: team }, recommendationTemplates: RECOMMENDATION_TEMPLATES.slice(0, 1) },
    ],
    ['a site with a slash at its end', { jira: { site: 'https://acme.atlassian.net/' } }],
    ['a simulator on this machine', { jira: { site: 'http://127.0.0.1:40123' } }],
    ['reports that wait for nobody', { reports: { settle: 'PT0S' } }],
  ])('takes %s', (_, input) => {
    expect(problemsOf(input)).toEqual([]);
    // A config is read once by itself, and again by whoever loads it.
    expect(parseConfig(parseConfig(input))).toEqual(parseConfig(input));
  });

  it('is not taken when it is no object', () => {
    expect(problemsOf('yes')).toHaveLength(1);
  });
});

describe('holdfast.config.ts', () => {
  it('shows every field there is, with its default', async () => {
    const { default: shown } = await import('../../../../holdfast.config.ts');
    const source = readFileSync(new URL('../../../../holdfast.config.ts', import.meta.url), 'utf8');
    expect(shown).toEqual(DEFAULT_CONFIG);
    expect(
      fieldsOf(DEFAULT_CONFIG).filter(
        (field) => ![`${field}:`, `'${field}':`].some((shownAs) => source.includes(shownAs)),
      ),
    ).toEqual([]);
  });
});

function fieldsOf(value: unknown): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => [name, ...fieldsOf(field)]);
}
