import {
  type Cause,
  type ChainedEvent,
  type Clock,
  type IdSource,
  recorded,
} from '../../domain/events/recorded-event.ts';
import { type ChainHead, chained } from '../../domain/history/audit-chain.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { isRestricted, type Tlp } from '../../domain/words/tlp.ts';
import { sha256 } from '../../sha256.ts';

/**
 * The entries of a record's audit log for what happened, each linked to the one before.
 *
 * @param head of the log as it is now
 * @param marks the record's TLP marks before and after: the stricter one counts
 */
export function chainEvents(
  head: ChainHead,
  id: PostMortemId,
  events: readonly (RecordEvent | RemediationEvent)[],
  cause: Cause,
  marks: readonly Tlp[],
  sources: { now: Clock; newId: IdSource },
): ChainedEvent[] {
  const restricted = marks.some(isRestricted) ? { isRestricted: true as const } : {};
  const log: ChainedEvent[] = [];
  for (const event of events) {
    const last = log.at(-1);
    const previous = last === undefined ? head : { sequence: last.sequence, lastHash: last.hash };
    const entry = { ...recorded(event, 'holdfast', cause, sources), ...restricted, postMortemId: id };
    log.push(chained(previous, entry, sha256));
  }
  return log;
}
