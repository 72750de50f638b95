import type { Part } from '../record/content/parts.ts';
import { assignmentFaults, refuse } from '../record/decide/assignment.ts';
import type { TeamDirectory } from '../remediation/team-directory.ts';
import { endStatus, type Import } from './import.ts';
import type { ImportIds } from './import-ids.ts';
import { importedPartsByPath } from './import-parts.ts';

/**
 * What is to be judged or done here goes to a team that there is. History keeps the teams of its time: nobody follows it.
 *
 * @throws Refusal with each place in the file
 */
export function mustHaveTeamsHere(wanted: Import, ids: ImportIds, rules: { teams: TeamDirectory }): void {
  if (endStatus(wanted) !== 'open') return;
  const faults = importedPartsByPath(wanted, ids)
    .filter(([, part]) => !isSettled(part))
    .flatMap(([place, part]) =>
      assignmentFaults(part, rules).map(({ path, message }) => ({ path: `${place}.${path}`, message })),
    );
  refuse(faults);
}

const isSettled = ({ kind, content }: Part): boolean =>
  (kind === 'recommendation' && content.status === 'declined') || (kind === 'lesson' && content.status === 'in place');
