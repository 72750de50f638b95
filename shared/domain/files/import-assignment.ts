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
  refuse([...faults, ...wordsToCome(wanted)]);
}

/** What somebody will undo is in force, and nobody has said yet what they will say. A file alone does not know when it is read. */
const wordsToCome = ({ file, at: now }: Import): AssignmentFault[] => [
  ...file.temporaryMeasures.flatMap(({ removal }, index) =>
    toCome(`temporaryMeasures.${index}.removal.at`, removal?.at, now, 'it is removed already'),
  ),
  ...file.lessons.flatMap(({ claim, inPlace, reopened, heldUntil }, index) => [
    ...toCome(`lessons.${index}.claim.at`, claim?.at, now, 'it is claimed already'),
    ...toCome(`lessons.${index}.inPlace.at`, inPlace?.at, now, 'it is in place already'),
    ...toCome(`lessons.${index}.inPlace.confirmed.at`, inPlace?.confirmed?.at, now, 'it is confirmed already'),
    ...toCome(`lessons.${index}.inPlace.reviewed.at`, inPlace?.reviewed?.at, now, 'it is reviewed already'),
    ...toCome(`lessons.${index}.reopened.at`, reopened?.at, now, 'it is open again already'),
    ...toCome(`lessons.${index}.heldUntil`, heldUntil, now, 'it did not hold any more then'),
  ]),
];

const toCome = (path: string, at: string | undefined, now: string, but: string): AssignmentFault[] =>
  at === undefined || Date.parse(at) <= Date.parse(now)
    ? []
    : [{ reason: 'incomplete', path, message: `${at} is to come, and ${but}` }];

const isSettled = ({ kind, content }: Part): boolean =>
  (kind === 'recommendation' && content.status === 'declined') ||
  (kind === 'lesson' && content.status !== 'open') ||
  (kind === 'temporary measure' && content.status === 'removed');
