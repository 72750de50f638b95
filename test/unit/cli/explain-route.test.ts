import { describe, expect, it } from 'vitest';
import { explainRoute } from '../../../cli/route/explain-route.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { RouteFacts } from '../../../shared/domain/remediation/choose-route.ts';

const facts: RouteFacts = { team: 'network', kind: 'detect', controls: [], tlp: 'AMBER', severity: 'high' };
const policy = parseConfig({
  teams: { network: { owner: 'a@acme.com', lead: 'b@acme.com', timezone: 'Asia/Tokyo' } },
  remediation: {
    labels: ['post-mortem'],
    routes: [
      { name: 'audits', when: { control: 'AC-2' }, project: 'AUD', issueType: 'Task' },
      {
        name: 'network detection',
        when: { team: 'network', kind: ['detect', 'respond'] },
        project: 'NET',
        issueType: '10202',
        priority: { critical: 'P1', high: 'P2' },
        fields: { customfield_10050: { option: 'Internal' }, customfield_10060: { from: 'criterion' } },
        reopen: { transition: 'Back', fields: { customfield_10062: { from: 'reason' } } },
        duplicateLink: 'none',
      },
    ],
  },
});

describe('the explanation of a route', () => {
  it('says which route it is, why those before it are not, and what is sent', () => {
    expect(explainRoute(facts, policy, { explain: true, asJson: false }).split('\n')).toEqual([
      'network detection (remediation.routes[1]): 10202 in NET',
      '  not audits: no control is AC-2',
      '  sent, as far as the screen of the project has it:',
      '    priority: P2',
      '    due: the calendar day in Asia/Tokyo',
      '    labels: holdfast, holdfast-<id>, post-mortem',
      '    customfield_10050: Internal',
      '    customfield_10060: from criterion',
      '    reopened: by Back, customfield_10062 from reason',
      '    link of a duplicate: none',
      '    link to the incident: Relates, where the site has it',
      '',
    ]);
  });

  it('names the site, where it is another than that of most tickets', () => {
    const elsewhere = parseConfig({
      jira: { sites: { finance: { site: 'https://jira.acme.com', deployment: 'Data Center' } } },
      remediation: { defaultRoute: { site: 'finance', project: 'FIN', issueType: 'Task' } },
    });
    expect(explainRoute(facts, elsewhere, { explain: false, asJson: false })).toBe(
      'remediation.defaultRoute: Task in FIN on finance, https://jira.acme.com\n',
    );
  });

  it('is a line without being asked for more, and an object for programs', () => {
    expect(explainRoute(facts, policy, { explain: false, asJson: false })).toBe(
      'network detection (remediation.routes[1]): 10202 in NET\n',
    );
    expect(JSON.parse(explainRoute(facts, policy, { explain: true, asJson: true }))).toMatchObject({
      route: { name: 'network detection', project: 'NET' },
      facts,
      passedOver: [{ name: 'audits', path: 'remediation.routes[0]', because: 'no control is AC-2' }],
    });
  });
});
