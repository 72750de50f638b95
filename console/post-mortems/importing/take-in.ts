import { api } from '../../data/api.ts';
import { got } from '../../data/refusal.ts';
import type { FoundRecord } from './found-records.ts';
import { type RecordFault, refusedFor } from './refused-for.ts';

export type Ending = 'as it says' | 'open' | 'closed';

/** What became of a record, or would. */
export type TakenIn = {
  outcome: 'imported' | 'there already' | 'would be imported' | 'refused';
  postMortemId?: string;
  completeness?: number;
  /** Of a refused one: what is wrong, each with its place in the record. */
  faults: readonly RecordFault[];
};

/** The API takes 256 KB in one call. */
const LONGEST = 250_000;

/**
 * Has the API look at one record of a file, or take it in. The same again makes nothing new.
 *
 * @throws what is not about this record: no connection, a throttled API, a role that is not enough, a lost race
 */
export async function takeIn(
  { format, record }: FoundRecord,
  { ending, isRehearsal }: { ending: Ending; isRehearsal: boolean },
): Promise<TakenIn> {
  const body = { format, record, isRehearsal, ...(ending === 'as it says' ? {} : { status: ending }) };
  if (new TextEncoder().encode(JSON.stringify(body)).length > LONGEST) {
    return refused([{ place: '', words: 'it is larger than one call may be: take it in on the command line' }]);
  }
  try {
    const { data } = got(await api.POST('/imports', { body }));
    return { ...data, faults: [] };
  } catch (error) {
    const faults = refusedFor(error);
    if (faults === undefined) throw error;
    return refused(faults);
  }
}

export const NOT_ANSWERED: TakenIn = {
  outcome: 'refused',
  faults: [{ place: '', words: 'no answer: take it in on the command line' }],
};

const refused = (faults: TakenIn['faults']): TakenIn => ({ outcome: 'refused', faults });
