import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import type { ServerPage } from '../lists/gather-page.ts';
import { isKeptClose } from '../marks/tlp.tsx';

export type InRecord<Part> = {
  part: Part;
  record: Pick<Schemas['Record'], 'id' | 'tlp' | 'incident' | 'etags' | 'status'>;
};
type Parts = Pick<Schemas['Record'], 'temporaryMeasures' | 'notifications'>;

/** Records that are read at the same time. */
const AT_ONCE = 4;
/** Records that are looked through for a page. */
const RECORDS = 24;

/**
 * Parts that no list of the API has, out of the records that are under way. Those that few may read are left out: to
 * open one is a look that the log keeps.
 */
export async function readFromRecords<Part>(
  pick: (parts: Parts) => readonly Part[],
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ServerPage<InRecord<Part>>> {
  const query = {
    status: ['open', 'in review', 'approved'] as const satisfies readonly string[],
    limit: RECORDS,
    ...(cursor === undefined ? {} : { cursor }),
  };
  const { data } = got(
    await api.GET('/post-mortems', { params: { query: { ...query, status: [...query.status] } }, signal }),
  );
  const open = data.postMortems.filter((line) => 'incident' in line && !isKeptClose(line.tlp));
  const lines: InRecord<Part>[] = [];
  for (let from = 0; from < open.length; from += AT_ONCE) {
    const read = await Promise.all(
      open
        .slice(from, from + AT_ONCE)
        .map(async ({ id }) => got(await api.GET('/post-mortems/{id}', { params: { path: { id } }, signal })).data),
    );
    lines.push(...read.flatMap((record) => pick(record).map((part) => ({ part, record }))));
  }
  return { lines, next: data.next, looked: { at: data.postMortems.length } };
}
