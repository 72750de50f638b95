import { type TeamDirectory, unknownTeam } from '../../remediation/team-directory.ts';
import { type Missing, Refusal } from '../../words/refusal.ts';
import type { Part } from '../content/parts.ts';

type Rules = { teams: TeamDirectory };

/**
 * Who writes a recommendation or a lesson gives it to a team that there is. Asked of what people and programs write now, and
 * of what comes in to be judged here; never of what stands in a record, is approved, or comes in as history.
 *
 * @throws Refusal
 */
export function mustBeAssignable(part: Part, rules: Rules): void {
  refuse(assignmentFaults(part, rules));
}

/** Faults of the part's assignment, each with its path in the part. */
export function assignmentFaults({ kind, content }: Part, { teams }: Rules): Missing[] {
  if (kind !== 'recommendation' && kind !== 'lesson') return [];
  const message = unknownTeam(content.ownerTeam, teams);
  return message === undefined ? [] : [{ path: 'ownerTeam', message }];
}

/** @throws Refusal when there are any */
export function refuse(faults: readonly Missing[]): void {
  if (faults.length === 0) return;
  throw new Refusal('unknown part', faults.map(({ path, message }) => `${path}: ${message}`).join('; '), faults);
}
