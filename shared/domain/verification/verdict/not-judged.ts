/** A source did not look, or could not tell, and said why. Milliseconds since 1970. */
export type NotJudgedWord = { readonly at: number; readonly outcome: 'not judged'; readonly reason?: string };

/** Words by which a source did not judge since the last by which it did, the oldest first, and the reason of the newest. */
export type NotJudged = { readonly times: readonly number[]; readonly reason?: string };

export const NONE_UNJUDGED: NotJudged = { times: [] };

/** Times that are kept. A count that comes to so many is one of at least so many: what a source says every hour fills no item. */
export const MOST_UNJUDGED = 50;

/** Adds a word. The order in which they are heard, and how often, changes nothing. */
export function withUnjudged({ times, reason }: NotJudged, word: NotJudgedWord): NotJudged {
  const newest = times.at(-1) ?? Number.NEGATIVE_INFINITY;
  const all = times.includes(word.at) ? times : [...times, word.at].toSorted((a, b) => a - b);
  const reasonNow = word.at === newest ? firstOf(reason, word.reason) : word.at > newest ? word.reason : reason;
  return { times: all.slice(-MOST_UNJUDGED), ...(reasonNow === undefined ? {} : { reason: reasonNow }) };
}

/** Those after a time. The newest are kept, so that none of them is missing. */
export function unjudgedAfter({ times, reason }: NotJudged, at: number): NotJudged {
  const later = times.filter((time) => time > at);
  return { times: later, ...(later.length === 0 || reason === undefined ? {} : { reason }) };
}

/** Of two reasons of the same instant the first one by its letters, whichever was heard first. */
function firstOf(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
