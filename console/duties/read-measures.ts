import { api, type Schemas } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import type { ServerPage } from '../lists/gather-page.ts';
import type { InRecord, UnreadRecord } from './in-record.ts';
import { partsOf, readFromRecords } from './record-duties.ts';
import { recordsBeside } from './records-beside.ts';

type Measure = Schemas['TemporaryMeasure'];

const inForce = ({ temporaryMeasures }: { temporaryMeasures: readonly Measure[] }) =>
  temporaryMeasures.filter(({ status }) => status === 'in force');

/** A page of the temporary measures that are in force. With the first come those in the work of the person, wherever they stand. */
export async function readMeasures(
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ServerPage<InRecord<Measure> | UnreadRecord>> {
  if (cursor !== undefined) return readFromRecords(inForce, cursor, signal);
  const [page, work] = await Promise.all([readFromRecords(inForce, cursor, signal), readMyWork()]);
  const beside = await partsOf(recordsBeside(page.lines, work.toUndo.lines), inForce, signal);
  return { ...page, lines: [...page.lines, ...beside] };
}

const readMyWork = () =>
  queries.fetchQuery({
    queryKey: ['my-work'],
    retry: false,
    queryFn: async ({ signal }) => got(await api.GET('/my-work', { signal })).data,
  });
