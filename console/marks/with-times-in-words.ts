import { timeInWords } from './time-in-words.ts';

/** A text of Holdfast's own with its instants as people read them, in the zone that the person chose. */
export const withTimesInWords = (text: string): string =>
  text.replaceAll(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (at) => timeInWords(at));
