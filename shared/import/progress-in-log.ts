import { parseEvent } from '../domain/events/events.ts';
import { type ImportProgress, importProgress, NO_PROGRESS } from '../domain/files/import-record.ts';
import type { PostMortemId } from '../domain/words/identifiers.ts';
import type { RecordStore } from '../store/records/record-store.ts';

const ENTRIES_OF_A_PAGE = 1_000;

/** How far the import of a record came: the first look reads its whole log, and each later one only what came since. */
export function progressInLog({ eventsPage }: Pick<RecordStore, 'eventsPage'>, id: PostMortemId) {
  let after = 0;
  let progress = NO_PROGRESS;
  return async (): Promise<ImportProgress> => {
    for (;;) {
      const { events, next } = await eventsPage(id, { after, limit: ENTRIES_OF_A_PAGE });
      // DynamoDB may show the end of a transaction before its beginning. What is behind a gap is read again.
      const inOrder = events.filter(({ sequence }, index) => sequence === after + index + 1);
      const log = inOrder.map(({ type, data }) => parseEvent(type, data));
      progress = importProgress(log, progress);
      after += inOrder.length;
      if (next === undefined || inOrder.length < events.length) return progress;
    }
  };
}
