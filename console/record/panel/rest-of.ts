/** What is left to send of a text of which a part was sent while somebody typed on. Where they changed that part, it is all theirs. */
export const restOf = (now: string, sent: string): string => (now.startsWith(sent) ? now.slice(sent.length) : now);
