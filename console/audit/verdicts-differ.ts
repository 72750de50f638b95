import type { Followed } from './chain.ts';

/** How a log ends by what was computed here, or by what the server says. */
export type LogEnd = Pick<Followed, 'entries' | 'head'>;

/**
 * What is to be said where both call a log whole and do not mean the same log. A log only grows: one that was read later may have more
 * entries. Of the same length, it has to end the same.
 */
export function verdictsDiffer(computed: LogEnd, server: LogEnd): { isGrave: boolean; words: string } | undefined {
  if (computed.entries === server.entries) {
    return computed.head === server.head
      ? undefined
      : { isGrave: true, words: 'The same number of entries, and another end than was computed here.' };
  }
  return {
    isGrave: false,
    words: `Computed here were ${computed.entries.toLocaleString('en')}, and the server counts ${server.entries.toLocaleString('en')}: something was written in between, or one of them did not see all. Compute again.`,
  };
}
