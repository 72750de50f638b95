import type { HoldfastConfigInput } from '../../shared/domain/policy/policy.ts';
import type { JiraSimulator } from '../jira-simulator/simulator.ts';
import type { SiteDescription } from '../jira-simulator/sites/site-description.ts';

type Settings<Name extends keyof HoldfastConfigInput> = NonNullable<HoldfastConfigInput[Name]>;

/** Jira beside which the demo runs: how a team there would set up Holdfast, and the words by which its people work. */
export type DemoPlan = {
  /** Missing for the site that the simulator has by itself. */
  readonly site?: SiteDescription;
  readonly incident: { readonly project: string; readonly issueType: string };
  /** False where no screen of an incident has a description: it is told in a comment. */
  readonly hasDescription?: boolean;
  /** Priority of a grave incident, where people give one. */
  readonly incidentPriority?: string;
  /** Statuses through which people take an incident to its end, and the one to which it comes back. */
  readonly incidentEnds: readonly string[];
  readonly incidentBack: string;
  /** Statuses through which people take the ticket of a fix to done. */
  readonly workEnds: readonly string[];
  readonly incidents?: Settings<'incidents'>;
  readonly remediation: Pick<Settings<'remediation'>, 'defaultRoute' | 'routes' | 'claims'>;
};

export const DEFAULT_PLAN: DemoPlan = {
  incident: { project: 'SEC', issueType: 'Security Incident' },
  incidentPriority: 'High',
  incidentEnds: ['In Progress', 'Done'],
  incidentBack: 'In Progress',
  workEnds: ['Done'],
  remediation: {
    defaultRoute: { project: 'PLAT', issueType: 'Task' },
    routes: { identity: { project: 'IAM', issueType: 'Task' } },
  },
};

/** Takes an issue through statuses, one after the other, from wherever on that way it is. */
export function takeThrough(
  jira: Pick<JiraSimulator, 'issue' | 'transition'>,
  key: string,
  statuses: readonly string[],
  by: string,
): void {
  const reached = statuses.indexOf(jira.issue(key)?.status.name ?? '');
  for (const status of statuses.slice(reached + 1)) jira.transition(key, status, { by });
}
