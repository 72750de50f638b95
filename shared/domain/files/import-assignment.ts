import type { Part } from '../record/content/parts.ts';
import { type AssignmentRules, assignmentFaults, refuse } from '../record/decide/assignment.ts';
import { endStatus, type Import } from './import.ts';
import type { ImportIds } from './import-ids.ts';
import { importedPartsByPath } from './import-parts.ts';

/**
 * What is to be judged or done here goes to a team that there is, for a date that may be set. History keeps the teams and dates
 * of its time: nobody follows it.
 *
 * @throws Refusal with each place in the file
 */
export function mustBeAssignableHere(wanted: Import, ids: ImportIds, rules: AssignmentRules): void {
  if (endStatus(wanted) !== 'open') return;
  const faults = importedPartsByPath(wanted, ids)
    .filter(([, part]) => !isSettled(part))
    .flatMap(([place, part]) =>
      assignmentFaults(part, wanted.at, rules).map((fault) => ({ ...fault, path: `${place}.${fault.path}` })),
    );
  refuse(faults);
}

const isSettled = ({ kind, content }: Part): boolean =>
  (kind === 'recommendation' && content.status === 'declined') || (kind === 'lesson' && content.status !== 'open');
