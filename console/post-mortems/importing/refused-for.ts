import { Refusal } from '../../data/refusal.ts';

/** What is wrong with a record, and where in it. */
export type RecordFault = { place: string; words: string };

/** Said of the record: it is not JSON that the API takes, stands for another content, is too large, or breaks a rule. */
const OF_THE_RECORD = [400, 409, 413, 422];

/** @returns undefined where the answer is not about the record: no connection, a role that is not enough, a race with somebody else */
export function refusedFor(error: unknown): RecordFault[] | undefined {
  if (!(error instanceof Refusal) || !OF_THE_RECORD.includes(error.status)) return undefined;
  const { errors = [], reason } = error.problem ?? {};
  if (error.status === 409 && reason === undefined) return undefined;
  if (errors.length === 0) return [{ place: '', words: error.message }];
  return errors.map(({ pointer = '', detail }) => ({ place: placeOf(pointer), words: detail }));
}

/** As a person writes it: within the record, and without the escapes of RFC 6901. */
const placeOf = (pointer: string): string =>
  pointer
    .replace(/^\/record\/?/, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
