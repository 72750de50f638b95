import type { Schemas } from '../data/api.ts';
import type { MarkName } from '../marks/standings.ts';

/** A moment of a fix in words, with where the fix stands after it. */
export type MomentWords = {
  head: string;
  words: string;
  mark?: MarkName;
  after?: MarkName;
  isMinor?: boolean;
  /** Said again in a row, it is one moment. */
  isRepeated?: boolean;
  results?: Schemas['CheckResult'][];
};
