import type { HoldfastConfig } from '../../domain/policy/policy.ts';

export type IssuePlace = {
  readonly project: string;
  readonly issueType: { readonly id?: string | undefined; readonly name: string };
};

/** Tells what `incidents.jira` calls an incident. Types are named, or given by their ids where names repeat. */
export function incidentPlaces({ incidents }: Pick<HoldfastConfig, 'incidents'>): (place: IssuePlace) => boolean {
  const { projects } = incidents.jira;
  return ({ project, issueType: { id, name } }) =>
    projects.some(
      (incident) =>
        incident.project === project &&
        incident.issueTypes.some((type) => type === id || type.trim().toLowerCase() === name.trim().toLowerCase()),
    );
}
