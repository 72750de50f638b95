import * as z from 'zod';
import { ChangeItem, isStatusChange, JiraTime } from '../issue-reading.ts';
import type { AskDataCenter } from './ask-data-center.ts';

const History = z.looseObject({ id: z.string(), created: z.string(), items: z.array(z.unknown()).prefault([]) });
const WithHistories = z.object({ changelog: z.object({ histories: z.array(History) }) });
type History = z.infer<typeof History>;

const Status = z.looseObject({ id: z.string(), statusCategory: z.object({ key: z.string() }) });

/** Categories of all statuses by their ids. */
export type StatusCategories = () => Promise<ReadonlyMap<string, string>>;

/** The whole changelog, the oldest entry first. It comes with the issue, and in no other way. */
export async function historiesOf(ask: AskDataCenter, issueIdOrKey: string): Promise<History[]> {
  const url = `/rest/api/3/issue/${issueIdOrKey}`;
  return oldestFirst(await ask({ url, method: 'GET', searchParams: { fields: 'status', expand: 'changelog' } }));
}

export function oldestFirst(issue: unknown): History[] {
  const { histories } = WithHistories.parse(issue).changelog;
  return histories.toSorted((a, b) => timeOf(a) - timeOf(b) || Number(a.id) - Number(b.id));
}

const timeOf = ({ created }: History): number => Date.parse(JiraTime.parse(created));

/** Statuses change when an administrator changes them: once for each client is often enough. */
export function categoriesOfStatuses(ask: AskDataCenter): StatusCategories {
  let known: Promise<ReadonlyMap<string, string>> | undefined;
  return () => {
    known ??= askStatuses(ask).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

async function askStatuses(ask: AskDataCenter): Promise<ReadonlyMap<string, string>> {
  const statuses = z.array(Status).parse(await ask({ url: '/rest/api/3/status', method: 'GET' }));
  return new Map(statuses.map(({ id, statusCategory }) => [id, statusCategory.key]));
}

/**
 * When the category of the status changed last, which Cloud has as a field; undefined when it never did. A status that is
 * gone has no category any more, and a move from it counts as a change.
 */
export function categoryChangedAt(
  histories: readonly History[],
  categories: ReadonlyMap<string, string>,
): string | undefined {
  const category = (id: string | null | undefined) => categories.get(id ?? '') ?? `gone ${id}`;
  return histories.findLast(({ items }) =>
    items
      .flatMap((item) => ChangeItem.safeParse(item).data ?? [])
      .some((item) => isStatusChange(item) && category(item.from) !== category(item.to)),
  )?.created;
}
