import { describe, expect, it, onTestFinished } from 'vitest';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import { withoutResolution } from '../../../local/jira-simulator/sites/without-resolution.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { jiraConnection } from '../../../shared/intake/jira/connection.ts';
import { jiraGateway } from '../../../shared/jira/gateway.ts';
import { jiraTransport } from '../../../shared/jira/transport.ts';
import { jiraTickets } from '../../../shared/tickets/jira/jira-tickets.ts';
import { startSite } from '../../support/jira/simulated-site.ts';
import { testClock } from '../../support/world/clock.ts';
import { testIds } from '../../support/world/ids.ts';

/** A status of done, and another one after it, by which an automation tidies up. */
const SITES = [
  {
    site: classicEnglish,
    project: 'SEC',
    issueType: 'Security Incident',
    to: ['In Progress', 'Resolved'],
    later: 'Closed',
  },
  { site: withoutResolution, project: 'SEC', issueType: 'Incident', to: ['Doing', 'Shipped'], later: 'Verified' },
];

async function read(site: SiteDescription) {
  const clock = testClock();
  const { jira } = await startSite(site, { clock: clock.date });
  onTestFinished(() => jira.close());
  const isDataCenter = site.deployment === 'Data Center';
  const config = parseConfig({
    jira: { site: jira.apiUrl, timeoutMs: 2_000, ...(isDataCenter ? { deployment: 'Data Center' } : {}) },
  });
  const login = isDataCenter ? { personalAccessToken: jira.credentials.apiToken } : jira.credentials;
  const gateway = jiraGateway(jiraTransport({ ...config.jira, credentials: () => Promise.resolve(login) }));
  const newId = testIds();
  return { jira, clock, tickets: jiraTickets(gateway, config), incidents: jiraConnection(gateway, { config, newId }) };
}

describe.each(SITES.flatMap((one) => [one, { ...one, site: onDataCenter(one.site) }]))(
  'whoever moved an issue into done on $site.name',
  ({ site, project, issueType, to, later }) => {
    it('is who claimed it, and who closed the incident, though an automation moved it on and people wrote after that', async () => {
      const { jira, clock, tickets, incidents } = await read(site);
      const { id: ticketId, key } = jira.createIssue({ project, issueType, summary: 'Leaked key' });
      for (const status of to) jira.transition(key, status, { by: 'Jonas Berg' });
      const movedAt = clock.now();
      clock.advance('PT1M');
      jira.transition(key, later, { by: 'Mia Okafor' });
      clock.advance('P1D');
      jira.addComment(key, 'Thanks', { by: 'Mia Okafor' });
      const reading = await (await tickets.show(key))?.reading();
      const details = await incidents.details({ source: 'jira', site: 'jira.test', ticketId, key });
      const closers = details?.incident.people.filter(({ role }) => role === 'closer').map(({ person }) => person.name);
      expect([reading?.claim.by?.name, reading?.movedAt, closers, details?.incident.closedAt]).toEqual([
        'Jonas Berg',
        movedAt,
        ['Jonas Berg'],
        movedAt,
      ]);
    });
  },
);
