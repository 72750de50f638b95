import { describe, expect, it } from 'vitest';
import { InvalidConfig, parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../../../shared/domain/policy/policy.ts';
import { alsoNamed, apiUrlOf, atPresentAddress, nameOfSite } from '../../../../shared/domain/ticket/jira-site.ts';

const CLOUD_ID = '5e1d0a7c-4b2f-4a53-9f0e-7c3b1d2a6e98';
const OTHER_ID = '00000000-4b2f-4a53-9f0e-7c3b1d2a6e98';
const GATEWAY = `https://api.atlassian.com/ex/jira/${CLOUD_ID}`;

const jiraOf = (jira: HoldfastConfigInput['jira']) => parseConfig({ jira }).jira;
function problemsOf(jira: Record<string, unknown>): readonly string[] {
  try {
    parseConfig({ jira });
    return [];
  } catch (error) {
    return error instanceof InvalidConfig ? error.problems : [String(error)];
  }
}

describe('the addresses of a Jira', () => {
  it('are one where nothing else is said', () => {
    const jira = jiraOf({ site: 'https://acme.atlassian.net' });
    expect([apiUrlOf(jira), nameOfSite(jira), alsoNamed('acme.atlassian.net', jira)]).toEqual([
      'https://acme.atlassian.net',
      'acme.atlassian.net',
      ['acme.atlassian.net'],
    ]);
  });

  it('are three behind the gateway: where people browse, where programs ask, and what records call it', () => {
    const jira = jiraOf({ site: 'https://acme.atlassian.net', apiUrl: `${GATEWAY}/` });
    expect([jira.site, apiUrlOf(jira), nameOfSite(jira)]).toEqual([
      'https://acme.atlassian.net',
      GATEWAY,
      'acme.atlassian.net',
    ]);
  });

  it('may have a path on Data Center, which tells two Jiras of one host apart', () => {
    const jira = jiraOf({ site: 'https://jira.acme.com/jira/', deployment: 'Data Center' });
    expect([apiUrlOf(jira), nameOfSite(jira)]).toEqual(['https://jira.acme.com/jira', 'jira.acme.com/jira']);
  });

  it.each([
    [{ apiUrl: GATEWAY.replace('https', 'http') }, 'jira.apiUrl', 'https://'],
    [
      { apiUrl: 'https://api.atlassian.com' },
      'jira.apiUrl',
      '/ex/jira/<cloudId>; https://<your site>/_edge/tenant_info',
    ],
    [{ apiUrl: `${GATEWAY}/rest/api/3` }, 'jira.apiUrl', 'nothing after it'],
    [{ apiUrl: `${GATEWAY}?a=b` }, 'jira.apiUrl', 'nothing after it'],
    [{ apiUrl: GATEWAY, cloudId: OTHER_ID }, 'jira.apiUrl', `expected jira.cloudId, ${OTHER_ID}, at its end`],
    [{ cloudId: 'acme' }, 'jira.cloudId', '/_edge/tenant_info'],
    [{ site: GATEWAY }, 'jira.site', 'belongs into jira.apiUrl'],
    [{ site: 'https://acme.atlassian.net/jira' }, 'jira.site', 'with nothing after its name'],
    [{ site: 'https://acme.atlassian.net/?a=b' }, 'jira.site', 'with nothing after its name'],
    [{ deployment: 'Data Center', apiUrl: GATEWAY }, 'jira.apiUrl', 'take it out'],
    [{ deployment: 'Data Center', cloudId: CLOUD_ID }, 'jira.cloudId', 'take it out'],
    [{ deployment: 'Server' }, 'jira.deployment', 'Data Center'],
    [{ formerSites: ['https://old.atlassian.net'] }, 'jira.formerSites.0', 'without https://'],
    [{ formerSites: ['old.atlassian.net#1'] }, 'jira.formerSites.0', 'without https://'],
  ])('are refused as %j with the words that mend it', (jira, path, words) => {
    const [problem, ...more] = problemsOf({ site: 'https://acme.atlassian.net', ...jira });
    expect([problem?.startsWith(`${path}:`), problem, more]).toEqual([true, expect.stringContaining(words), []]);
  });
});

describe('a renamed site', () => {
  const jira = jiraOf({
    site: 'https://new.atlassian.net',
    formerSites: ['first.atlassian.net', 'second.atlassian.net'],
    cloudId: CLOUD_ID,
  });
  const names = ['first.atlassian.net', 'second.atlassian.net', 'new.atlassian.net', CLOUD_ID];

  it('keeps the oldest name in records, so that what is under way has the same', () => {
    expect(nameOfSite(jira)).toBe('first.atlassian.net');
  });

  it.each(names)('is found by every name that it has or had: %s', (name) => {
    expect(alsoNamed(name, jira)).toEqual(names);
  });

  it('takes no name of a stranger', () => {
    expect(alsoNamed('stranger.atlassian.net', jira)).toEqual(['stranger.atlassian.net']);
  });

  it.each([
    ['jira', 'first.atlassian.net', 'https://new.atlassian.net/browse/SEC-1'],
    ['jira', 'stranger.atlassian.net', 'https://first.atlassian.net/browse/SEC-1'],
    ['holdfast-json', 'first.atlassian.net', 'https://first.atlassian.net/browse/SEC-1'],
  ])('is linked to at its present address: a ticket of %s on %s', (source, site, url) => {
    const incident = { source, site, key: 'SEC-1', url: 'https://first.atlassian.net/browse/SEC-1' };
    expect(atPresentAddress({ incident }, jira)).toEqual({ incident: { ...incident, url } });
  });
});

describe('several sites', () => {
  const finance = { site: 'https://finance.atlassian.net' };
  const project = { project: 'SEC', issueTypes: ['Incident'] };

  it('may have projects of the same key', () => {
    const projects = [project, { ...project, site: 'finance' }];
    expect(
      parseConfig({ jira: { sites: { finance } }, incidents: { jira: { projects } } }).incidents.jira.projects,
    ).toEqual(projects);
  });

  it.each([
    [{ jira: { sites: { finance: {} } } }, 'jira.sites.finance.site:'],
    [{ jira: { sites: { Finance: finance } } }, 'expected a name of lower-case letters'],
    [{ jira: { site: finance.site, sites: { finance } } }, 'finance.atlassian.net is a name of another one, too'],
    [
      {
        jira: { sites: { finance, hr: { site: 'https://hr.atlassian.net', formerSites: ['finance.atlassian.net'] } } },
      },
      'jira.sites.hr:',
    ],
    [
      { jira: { sites: { finance } }, incidents: { jira: { projects: [{ ...project, site: 'hr' }] } } },
      'expected the name of one of jira.sites: finance',
    ],
    [
      {
        jira: { sites: { finance } },
        incidents: { jira: { projects: [1, 2].map(() => ({ ...project, site: 'finance' })) } },
      },
      'expected "SEC on finance" only once',
    ],
  ])('are refused as %j', (input, words) => {
    expect(() => parseConfig(input)).toThrow(words);
  });
});
