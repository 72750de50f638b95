import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { germanClassic } from '../../../local/jira-simulator/sites/german-classic.ts';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { serviceManagement } from '../../../local/jira-simulator/sites/service-management.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import { teamManaged } from '../../../local/jira-simulator/sites/team-managed.ts';
import { withoutResolution } from '../../../local/jira-simulator/sites/without-resolution.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { RecommendationDraft } from '../../../shared/domain/remediation/recommendation.ts';
import type { Severity } from '../../../shared/domain/words/severity.ts';
import { siteName } from '../../../shared/jira/site.ts';
import { approvedAs, openedRecord } from './stories.ts';
import type { World } from './world.ts';

type Remediation = NonNullable<HoldfastConfigInput['remediation']>;
type Route = NonNullable<Remediation['defaultRoute']>;

/** How a team on one of the described sites would set up Holdfast, and how its people work there. */
export type SitePlan = {
  readonly site: SiteDescription;
  readonly incident: { readonly project: string; readonly issueType: string };
  /** Where the priorities of incidents have other names than Jira ships. */
  readonly severityByPriority?: Readonly<Record<string, Severity>>;
  /** Where every incident has a security level, and its record is for the whole company all the same. */
  readonly tlpWithSecurityLevel?: 'AMBER';
  /** Statuses through which people take an incident to its end. */
  readonly incidentEnds: readonly string[];
  readonly route: Route;
  readonly claims?: Remediation['claims'];
  /** Statuses through which people take the ticket of a fix to done. */
  readonly workEnds: readonly string[];
};

export const SITE_PLANS: readonly SitePlan[] = [
  {
    site: classicEnglish,
    incident: { project: 'SEC', issueType: 'Security Incident' },
    incidentEnds: ['In Progress', 'Resolved'],
    route: { project: 'PLAT', issueType: 'Task', component: 'Firewall' },
    workEnds: ['Done'],
  },
  {
    site: teamManaged,
    incident: { project: 'OPS', issueType: 'Incident' },
    incidentEnds: ['Done'],
    route: { project: 'APP', issueType: '10122' },
    workEnds: ['Done'],
  },
  {
    site: germanClassic,
    incident: { project: 'SIV', issueType: 'Sicherheitsvorfall' },
    severityByPriority: { Höchste: 'critical', Hoch: 'high', Mittel: 'medium', Niedrig: 'low', Niedrigste: 'low' },
    incidentEnds: ['Fertig'],
    route: {
      project: 'NET',
      issueType: 'Aufgabe',
      duplicateLink: 'Duplikat',
      incidentLink: 'Bezieht sich auf',
      close: { resolution: 'Duplikat' },
      fields: { customfield_10220: { option: 'Rechenzentrum' } },
    },
    claims: [{ statuses: ['Fertig'], resolutions: ['Fertig', null] }],
    workEnds: ['Fertig'],
  },
  {
    site: serviceManagement,
    incident: { project: 'SUP', issueType: '[System] Incident' },
    severityByPriority: { P1: 'critical', P2: 'high', P3: 'medium', P4: 'low' },
    incidentEnds: ['In Progress', 'Resolved'],
    route: {
      project: 'ENG',
      issueType: 'Task',
      priority: { critical: 'P1', high: 'P2', medium: 'P3', low: 'P4' },
      incidentLink: 'Problem/Incident',
    },
    workEnds: ['Done'],
  },
  {
    site: lockedDownEnterprise,
    incident: { project: 'SEC', issueType: 'Security Incident' },
    tlpWithSecurityLevel: 'AMBER',
    incidentEnds: ['Remediated'],
    route: {
      project: 'SEC',
      issueType: 'Remediation',
      component: 'Network',
      fields: { customfield_10050: { option: 'Confidential' }, customfield_10051: { number: 4711 } },
      reopen: { fields: { customfield_10062: { from: 'reason' } } },
      close: { transition: 'Remediate', fields: { customfield_10061: { text: 'A second ticket of the same fix' } } },
      duplicateLink: 'Relates',
    },
    claims: [{ statuses: ['Remediated', 'Verified'], resolutions: ['Done'] }],
    workEnds: ['Remediated'],
  },
  {
    site: withoutResolution,
    incident: { project: 'SEC', issueType: 'Incident' },
    incidentEnds: ['Doing', 'Shipped'],
    route: { project: 'WEB', issueType: 'Task', assignee: '712020:mia', duplicateLink: 'none', incidentLink: 'none' },
    claims: [{ statuses: ['Shipped', 'Verified'], resolutions: [null] }],
    workEnds: ['Doing', 'Shipped'],
  },
];

/** Configuration of a team on this site. */
export function configOn(
  { incident, severityByPriority, tlpWithSecurityLevel, route, claims }: SitePlan,
  with_: Partial<Remediation> = {},
): HoldfastConfigInput {
  return {
    // Strict sites take more requests, and a busy machine more time for each.
    jira: { timeoutMs: 2_000 },
    incidents: {
      jira: {
        projects: [{ project: incident.project, issueTypes: [incident.issueType] }],
        ...(severityByPriority === undefined ? {} : { severityByPriority }),
        ...(tlpWithSecurityLevel === undefined ? {} : { tlpWithSecurityLevel }),
      },
    },
    remediation: { defaultRoute: route, ...(claims === undefined ? {} : { claims }), ...with_ },
  };
}

/** A record that was opened for an incident of this site, with an approved recommendation for each draft. */
export async function approvedOn(
  world: World,
  { incident, incidentEnds }: SitePlan,
  ...drafts: Partial<RecommendationDraft>[]
): Promise<PostMortem> {
  const { id: ticketId, key } = world.simulator.createIssue({ ...incident, summary: 'Employees phished' });
  for (const status of incidentEnds) world.simulator.transition(key, status, { by: 'Mia Okafor' });
  const ticket = { source: 'jira' as const, site: siteName(world.config), ticketId, key };
  return approvedAs(world, await openedRecord(world, ticket), ...drafts);
}
