import type { DomainEvent } from './events.ts';
import type { Author } from './person.ts';
import type { PostMortem } from './post-mortem.ts';
import { isRestricted } from './tlp.ts';

/** A look at a restricted record stands in its log; at any other, it leaves no trace. */
export function lookAt(record: PostMortem, what: string, by: Author, now: string): DomainEvent[] {
  return isRestricted(record.tlp)
    ? [{ type: 'Record Read', data: { postMortemId: record.id, what, by, at: now } }]
    : [];
}
