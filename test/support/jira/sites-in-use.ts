import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { germanClassic } from '../../../local/jira-simulator/sites/german-classic.ts';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { serviceManagement } from '../../../local/jira-simulator/sites/service-management.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import { teamManaged } from '../../../local/jira-simulator/sites/team-managed.ts';
import { withoutResolution } from '../../../local/jira-simulator/sites/without-resolution.ts';

/** A site, where its incidents are, and the statuses that one goes through until it is done, and back. */
export type SiteInUse = {
  readonly site: SiteDescription;
  readonly project: string;
  readonly issueType: string;
  readonly toDone: readonly string[];
  readonly back: string;
};

/** The six kinds of sites, as a team uses them. */
export const SITES_IN_USE: readonly SiteInUse[] = [
  {
    site: classicEnglish,
    project: 'SEC',
    issueType: 'Security Incident',
    toDone: ['In Progress', 'Resolved'],
    back: 'Reopened',
  },
  { site: teamManaged, project: 'OPS', issueType: 'Incident', toDone: ['Done'], back: 'In Progress' },
  { site: germanClassic, project: 'SIV', issueType: 'Sicherheitsvorfall', toDone: ['Fertig'], back: 'In Arbeit' },
  {
    site: serviceManagement,
    project: 'SUP',
    issueType: '[System] Incident',
    toDone: ['Resolved'],
    back: 'Waiting for support',
  },
  {
    site: lockedDownEnterprise,
    project: 'SEC',
    issueType: 'Security Incident',
    toDone: ['In Treatment', 'Remediated'],
    back: 'In Treatment',
  },
  { site: withoutResolution, project: 'SEC', issueType: 'Incident', toDone: ['Doing', 'Shipped'], back: 'Backlog' },
];

/** For `describe.each`: each site under its name. */
export const EACH_SITE = SITES_IN_USE.map((inUse) => [inUse.site.name, inUse] as const);
