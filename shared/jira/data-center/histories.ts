import * as z from 'zod';
import { ChangeItem, isStatusChange, JiraTime } from '../issue-reading.ts';
import { listIn } from '../odd-elements.ts';
import type { AskDataCenter } from './ask-data-center.ts';

const isTime = (text: string): boolean => JiraTime.safeParse(text).success;
/** What the order and the category want of a change. */
const History = z.object({
  id: z.coerce.string().catch(''),
  created: z.string().refine(isTime),
  items: z.array(z.unknown()).catch([]),
});
type History = z.infer<typeof History>;
const WithHistories = z.object({ changelog: z.object({ histories: z.array(z.unknown()) }) });

const Status = z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }) });

/** Categories of all statuses by their ids. */
export type StatusCategories = () => Promise<ReadonlyMap<string, string>>;

/**
 * The whole changelog, the oldest entry first, and at the end what cannot be read: to pass it over is for whoever asked. It comes with the
 * issue, and in no other way.
 *
 * @returns undefined when the issue came without it
 */
export async function historiesOf(ask: AskDataCenter, issueIdOrKey: string): Promise<unknown[] | undefined> {
  const url = `/rest/api/3/issue/${issueIdOrKey}`;
  const histories = historiesIn(
    await ask({ url, method: 'GET', searchParams: { fields: 'status', expand: 'changelog' } }),
  );
  return histories && inOrder(histories);
}

/** @returns undefined when the issue came without its changelog */
export const historiesIn = (issue: unknown): unknown[] | undefined =>
  WithHistories.safeParse(issue).data?.changelog.histories;

function inOrder(histories: readonly unknown[]): unknown[] {
  const read = histories.map((given) => ({ given, history: History.safeParse(given).data }));
  const known = read.flatMap(({ given, history }) => (history === undefined ? [] : [{ given, history }]));
  const odd = read.filter(({ history }) => history === undefined);
  return [...known.toSorted((a, b) => byTime(a.history, b.history)), ...odd].map(({ given }) => given);
}

const timeOf = ({ created }: History): number => Date.parse(JiraTime.parse(created));
const byTime = (a: History, b: History): number => timeOf(a) - timeOf(b) || Number(a.id) - Number(b.id);

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
  const url = '/rest/api/3/status';
  const statuses = listIn(`GET ${url}`, 'statuses', await ask({ url, method: 'GET' }));
  const known = statuses.flatMap((status) => Status.safeParse(status).data ?? []);
  return new Map(known.map(({ id, statusCategory }) => [id, statusCategory.key]));
}

/**
 * When the category of the status changed last, which Cloud has as a field; undefined when it never did. A status that is
 * gone has no category any more, and a move from it counts as a change. A change that cannot be read counts as none.
 */
export function categoryChangedAt(
  histories: readonly unknown[],
  categories: ReadonlyMap<string, string>,
): string | undefined {
  const category = (id: string | null | undefined) => categories.get(id ?? '') ?? `gone ${id}`;
  return histories
    .flatMap((given) => History.safeParse(given).data ?? [])
    .toSorted(byTime)
    .findLast(({ items }) =>
      items
        .flatMap((item) => ChangeItem.safeParse(item).data ?? [])
        .some((item) => isStatusChange(item) && category(item.from) !== category(item.to)),
    )?.created;
}
