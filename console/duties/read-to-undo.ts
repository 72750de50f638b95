import { api } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import type { MyWork } from '../today/work-groups.ts';
import type { NotAll } from './in-record.ts';

/** What the teams of the person have to undo. Where that cannot be read, the rest of the page is there. */
export async function readToUndo(): Promise<{ lines: MyWork['toUndo']['lines']; notAll: readonly NotAll[] }> {
  try {
    const { lines, more } = (await readMyWork()).toUndo;
    return { lines, notAll: more ? [{ notAll: MORE }] : [] };
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return {
      lines: [],
      notAll: [{ notAll: `What your teams have to undo of past incidents could not be read: ${because}` }],
    };
  }
}

const MORE =
  'Your teams have more to undo than is read at once: of past incidents, what ends first is here. More comes once some of it is undone.';

const readMyWork = () =>
  queries.fetchQuery({
    queryKey: ['my-work'],
    queryFn: async ({ signal }) => got(await api.GET('/my-work', { signal })).data,
  });
