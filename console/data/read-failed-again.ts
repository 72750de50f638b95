import { queries } from './query.ts';

/** Reads once more what is shown and could not be read. */
export const readFailedAgain = (): Promise<void> =>
  queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
