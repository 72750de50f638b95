import type { Schemas } from '../data/api.ts';
import type { ServerPage } from '../lists/gather-page.ts';
import type { InRecord, NotAll, UnreadRecord } from './in-record.ts';
import { readToUndo } from './read-to-undo.ts';
import { partsOf, readFromRecords } from './record-duties.ts';
import { recordsBeside } from './records-beside.ts';

type Measure = Schemas['TemporaryMeasure'];

const inForce = ({ temporaryMeasures }: { temporaryMeasures: readonly Measure[] }) =>
  temporaryMeasures.filter(({ status }) => status === 'in force');

/** A page of the temporary measures that are in force. With the first come those in the work of the person, wherever they stand. */
export async function readMeasures(
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ServerPage<InRecord<Measure> | UnreadRecord | NotAll>> {
  if (cursor !== undefined) return readFromRecords(inForce, cursor, signal);
  const [page, toUndo] = await Promise.all([readFromRecords(inForce, cursor, signal), readToUndo()]);
  const beside = await partsOf(recordsBeside(page.lines, toUndo.lines), inForce, signal);
  return { ...page, lines: [...page.lines, ...beside, ...toUndo.notAll] };
}
