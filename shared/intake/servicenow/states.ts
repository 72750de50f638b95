import type { ServiceNowStates, ServiceNowTableSettings } from '../../domain/ticket/servicenow-incidents.ts';
import { type StateSet, setOf } from '../../domain/ticket/state-sets.ts';

/** What ServiceNow says of the state of an incident: a number, and the name that it has in this table. */
export type SeenState = {
  readonly state: string | undefined;
  /** One name, or that of each language. */
  readonly name: string | readonly string[] | undefined;
  /** Value and label. */
  readonly closeCode: readonly string[];
};

/**
 * The set that a state is in. `unmapped`: its number is in the configuration with another name, or its name with another number, or only one of them
 * is known. The same number means other things in other tables, and in other processes: it is reported, and never guessed.
 */
export function stateInTable({ state, name, closeCode }: SeenState, sets: ServiceNowStates): StateSet | 'unmapped' {
  if (name === undefined) return 'unmapped';
  const set = setOf({ state, name, closeCode }, sets);
  if (set !== 'open') return set;
  const isHalf = [...sets.opens, ...sets.nothingToReview].some(
    (row) => row.state !== undefined && row.name !== undefined && has(row.state, state) !== has(row.name, name),
  );
  return isHalf ? 'unmapped' : 'open';
}

function has(wanted: readonly (string | null)[], given: string | readonly string[] | undefined): boolean {
  const names = [given ?? []].flat().map((name) => name.trim().toLowerCase());
  return wanted.some((one) => one !== null && names.includes(one.toLowerCase()));
}

/** Names of a field: value and label. Undefined where it was not told. */
export type Told = readonly string[] | undefined;

/** Whether a record of a table is an incident for Holdfast. What was not told is left to whoever reads the record. */
export function isInScope(
  { category, assignmentGroup }: { readonly category: Told; readonly assignmentGroup: Told },
  { only }: Pick<ServiceNowTableSettings, 'only'>,
): boolean {
  return isOneOf(category, only.categories) && isOneOf(assignmentGroup, only.assignmentGroups);
}

const isOneOf = (told: Told, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || told === undefined || told.some((one) => has(wanted, one));
