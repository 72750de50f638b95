import { type ChangelogEntry, isStatusChange, type JiraIssue } from './issue-reading.ts';

/** Jira stamps the change of the category and the entry of the log in one transaction, and rarely with the same millisecond. */
const SAME_MOMENT_MS = 5_000;

/**
 * The change that moved an issue into its category, or out of it: the one whose time is `statuscategorychangedate`. The last
 * change of the status may be another, made by somebody else:
 *
 *     10:00 Jonas: In Progress → Resolved   the category changes
 *     10:01 Mia:   Resolved → Closed        done before and after
 *
 * @param movedAt when the category changed; undefined where Jira does not say
 * @returns the last change of the status where none is of that moment: the log may be cut, or the time be of another field
 */
export function changeOfCategory(
  changelog: readonly ChangelogEntry[],
  movedAt: string | null | undefined,
): ChangelogEntry | undefined {
  const moves = changelog.filter(({ items }) => items.some(isStatusChange));
  if (movedAt == null) return moves.at(-1);
  const apart = ({ created }: ChangelogEntry): number => Math.abs(Date.parse(created) - Date.parse(movedAt));
  // Of two in the same millisecond the later one: a rule may answer a move at once.
  const [nearest] = moves.toReversed().toSorted((a, b) => apart(a) - apart(b));
  return nearest !== undefined && apart(nearest) <= SAME_MOMENT_MS ? nearest : moves.at(-1);
}

/**
 * The change that moved an issue into done. Data Center does not stamp it: there the statuses of the site tell which of the changes it
 * was, since the last of them may lead from one status of done to another.
 */
export async function moveIntoDone(
  jira: { statusCategories(): Promise<ReadonlyMap<string, string>> },
  { fields: { statuscategorychangedate, resolutiondate } }: JiraIssue,
  changelog: readonly ChangelogEntry[],
): Promise<ChangelogEntry | undefined> {
  if (statuscategorychangedate != null) return changeOfCategory(changelog, statuscategorychangedate);
  if (!changelog.some(({ items }) => items.some(isStatusChange))) return undefined;
  const categories = await jira.statusCategories();
  const isIn = (id: string | null | undefined): boolean => categories.get(id ?? '') === 'done';
  const intoDone = changelog.findLast(({ items }) =>
    items.some((item) => isStatusChange(item) && !isIn(item.from) && isIn(item.to)),
  );
  return intoDone ?? changeOfCategory(changelog, resolutiondate);
}
