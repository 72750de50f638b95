import { JiraError } from '../../../local/jira-simulator/api/jira-error.ts';
import type { Jira } from '../../../local/jira-simulator/jira.ts';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { germanClassic } from '../../../local/jira-simulator/sites/german-classic.ts';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';

type Remediation = NonNullable<HoldfastConfigInput['remediation']>;
type JiraIncidents = NonNullable<NonNullable<HoldfastConfigInput['incidents']>['jira']>;

/** Jira in which a storm takes place: how it is set up, and the words by which people move its issues. */
export type StormSite = {
  readonly name: string;
  /** Missing for the site that the simulator has by itself. */
  readonly description?: SiteDescription;
  readonly api?: { readonly apiUrl: string };
  readonly incident: { readonly project: string; readonly issueType: string };
  /** Priorities that people give incidents. None where the screen has no priority. */
  readonly priorities: readonly string[];
  readonly incidents: JiraIncidents;
  readonly remediation: Pick<Remediation, 'defaultRoute' | 'routes' | 'claims'>;
  /** False where no screen has a field for them. */
  readonly hasLabels: boolean;
  /** What the tickets of people are, where those of fixes are. */
  readonly work: { readonly project: string; readonly issueType: string };
  /** Projects between which tickets of fixes are moved. */
  readonly projects: readonly [string, string];
  /** Project to which no route leads. None where every project has a route, or hides its issues. */
  readonly outside?: string;
  /** Statuses to move to, by what they mean. An issue goes to the first that its workflow offers. */
  readonly opens: readonly string[];
  readonly closes: readonly string[];
  readonly declines: readonly { readonly status: string; readonly resolution?: string }[];
};

const DEFAULT_SITE: StormSite = {
  name: 'default',
  incident: { project: 'SEC', issueType: 'Security Incident' },
  priorities: ['Highest', 'High', 'Medium', 'Low'],
  incidents: {},
  remediation: {
    defaultRoute: { project: 'PLAT', issueType: 'Task' },
    routes: { identity: { project: 'IAM', issueType: 'Task' } },
  },
  hasLabels: true,
  work: { project: 'PLAT', issueType: 'Task' },
  projects: ['PLAT', 'IAM'],
  outside: 'SEC',
  opens: ['In Progress', 'To Do'],
  closes: ['Done'],
  declines: [{ status: 'Done', resolution: "Won't Do" }],
};

const inNetwork = {
  issueType: 'Aufgabe',
  duplicateLink: 'Duplikat',
  close: { resolution: 'Duplikat' },
  fields: { customfield_10220: { option: 'Rechenzentrum' } },
};

/** Names are German, and a done ticket may have no resolution. */
const GERMAN: StormSite = {
  name: germanClassic.name,
  description: germanClassic,
  incident: { project: 'SIV', issueType: 'Sicherheitsvorfall' },
  priorities: ['Höchste', 'Hoch', 'Mittel', 'Niedrig'],
  incidents: {
    projects: [{ project: 'SIV', issueTypes: ['Sicherheitsvorfall'] }],
    severityByPriority: { Höchste: 'critical', Hoch: 'high', Mittel: 'medium', Niedrig: 'low', Niedrigste: 'low' },
  },
  remediation: {
    defaultRoute: { project: 'NET', ...inNetwork },
    routes: { identity: { project: 'SIV', ...inNetwork } },
    claims: [{ statuses: ['Fertig'], resolutions: ['Fertig', null] }],
  },
  hasLabels: true,
  work: { project: 'NET', issueType: 'Aufgabe' },
  projects: ['NET', 'SIV'],
  opens: ['In Arbeit', 'Zu erledigen'],
  closes: ['Fertig'],
  declines: [{ status: 'Fertig', resolution: 'Wird nicht erledigt' }],
};

const toRisk = {
  issueType: 'Remediation',
  component: 'Network',
  fields: { customfield_10050: { option: 'Confidential' }, customfield_10051: { number: 4711 } },
  duplicateLink: 'Relates',
};
const inRiskWorkflow = {
  reopen: { fields: { customfield_10062: { from: 'reason' as const } } },
  close: { transition: 'Remediate', fields: { customfield_10061: { text: 'A second ticket of the same fix' } } },
};

/** At the gateway, with required fields on screens and transitions, two workflows, and a resolution that reopening leaves. */
const ENTERPRISE: StormSite = {
  name: lockedDownEnterprise.name,
  description: lockedDownEnterprise,
  api: { apiUrl: 'https://jira.test/ex/jira/5e1d0a7c-4b2f-4a53-9f0e-7c3b1d2a6e98' },
  incident: { project: 'SEC', issueType: 'Security Incident' },
  priorities: [],
  incidents: { projects: [{ project: 'SEC', issueTypes: ['Security Incident'] }], severityOtherwise: 'high' },
  remediation: {
    defaultRoute: { project: 'SEC', ...toRisk, ...inRiskWorkflow },
    routes: { identity: { project: 'IF', ...toRisk } },
    claims: [{ statuses: ['Remediated', 'Verified', 'Done'], resolutions: ['Done'] }],
  },
  hasLabels: false,
  work: { project: 'SEC', issueType: 'Remediation' },
  projects: ['SEC', 'IF'],
  opens: ['In Treatment', 'In Progress', 'To Do'],
  closes: ['Remediated', 'Done'],
  declines: [{ status: 'Risk Accepted' }, { status: 'Done', resolution: "Won't Do" }],
};

export const OTHER_SITES: readonly StormSite[] = [GERMAN, ENTERPRISE];
const STORM_SITES: readonly StormSite[] = [DEFAULT_SITE, ...OTHER_SITES];

/** @throws Error with the names that there are */
export function stormSiteCalled(name = DEFAULT_SITE.name): StormSite {
  const found = STORM_SITES.find((site) => site.name === name);
  if (found !== undefined) return found;
  throw new Error(`no storm takes place on "${name}"; there are: ${STORM_SITES.map((site) => site.name).join(', ')}`);
}

type Doer = { readonly by: string };

/** People at the site, who know its words. */
export function peopleAt(site: StormSite, jira: Pick<Jira, 'issue' | 'transition'>) {
  /** @returns whether the workflow offers one of these ways from where the issue is */
  const moveTo = (key: string, ways: StormSite['declines'], { by }: Doer): boolean =>
    ways.some(({ status, resolution }) => {
      try {
        jira.transition(key, status, { by, resolution });
        return true;
      } catch (error) {
        if (error instanceof JiraError) return false;
        throw error;
      }
    });
  const { claims = [{ statuses: ['Done'], resolutions: ['Done'] }] } = site.remediation;
  const named = (statuses: readonly string[]) => statuses.map((status) => ({ status }));
  return {
    /** Whether an issue says, by its status and resolution, that the work was done. */
    isClaim: ({ status, resolution }: Issue): boolean =>
      status.category === 'done' &&
      claims.some(
        ({ statuses, resolutions }) => statuses.includes(status.name) && resolutions.includes(resolution?.name ?? null),
      ),
    close: (key: string, doer: Doer) => moveTo(key, named(site.closes), doer),
    decline: (key: string, doer: Doer) => moveTo(key, site.declines, doer),
    open: (key: string, doer: Doer, first?: string) =>
      moveTo(key, named(first === undefined ? site.opens : [first, ...site.opens]), doer),
  };
}
