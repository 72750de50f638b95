import type { Part } from '../record/content/parts.ts';
import { type AssignmentFault, type AssignmentRules, assignmentFaults, refuse } from '../record/decide/assignment.ts';
import { endStatus, type Import } from './import.ts';
import type { ImportIds } from './import-ids.ts';
import { importedPartsByPath } from './import-parts.ts';

/**
 * What is to be judged or done here goes to a team that there is, for a date that may be set. History keeps the teams and dates
 * of its time: nobody follows it. A temporary measure in force is a block of now, whenever its incident was.
 *
 * @throws Refusal with each place in the file
 */
export function mustBeAssignableHere(wanted: Import, ids: ImportIds, rules: AssignmentRules): void {
  const isOpen = endStatus(wanted) === 'open';
  const faults = importedPartsByPath(wanted, ids)
    .filter(([, part]) => (isOpen || part.kind === 'temporary measure') && !isSettled(part))
    .flatMap(([place, part]) =>
      assignmentFaults(part, wanted.at, rules).map((fault) => ({ ...fault, path: `${place}.${fault.path}` })),
    );
  refuse([...faults, ...removalsToCome(wanted)]);
}

/** What somebody will undo is in force. A file alone does not know when it is read. */
const removalsToCome = ({ file, at: now }: Import): AssignmentFault[] =>
  file.temporaryMeasures.flatMap(({ removal }, index) =>
    removal === undefined || Date.parse(removal.at) <= Date.parse(now)
      ? []
      : [
          {
            reason: 'incomplete' as const,
            path: `temporaryMeasures.${index}.removal.at`,
            message: `${removal.at} is to come, and it is removed already`,
          },
        ],
  );

const isSettled = ({ kind, content }: Part): boolean =>
  (kind === 'recommendation' && content.status === 'declined') ||
  (kind === 'lesson' && content.status !== 'open') ||
  (kind === 'temporary measure' && content.status === 'removed');
