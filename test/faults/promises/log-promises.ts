import { isDeepStrictEqual } from 'node:util';
import { parseEvent } from '../../../shared/domain/events/events.ts';
import type { ChainedEvent } from '../../../shared/domain/events/recorded-event.ts';
import { firstBrokenLink } from '../../../shared/domain/history/audit-chain.ts';
import { FIX_CHANGES, lastChange } from '../../../shared/domain/lists/changes.ts';
import { applyToPostMortem } from '../../../shared/domain/record/apply-post-mortem.ts';
import { isRecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { timelineOf } from '../../../shared/domain/record/timeline-of.ts';
import { applyToRemediation } from '../../../shared/domain/remediation/apply-remediation.ts';
import { isWatched, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { isRemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { remediationItem } from '../../../shared/store/records/remediation-item.ts';
import type { Remains } from './remains.ts';
import type { Violation } from './violation.ts';

export function chainsAreIntact({ records }: Remains): Violation[] {
  return records.flatMap(({ id, log }) => {
    const broken = firstBrokenLink(log, sha256);
    const promise = 'the chain of every audit log is intact';
    return broken === undefined
      ? []
      : [{ promise, because: `${id}, entry ${broken.sequence}: ${broken.because}`, about: [id] }];
  });
}

export function stateEqualsReplay({ records, storm }: Remains): Violation[] {
  const promise = 'the state is what the replay of its log gives';
  const items = new Map(storm.table.all().map((item) => [`${item.pk}|${item.sk}`, item]));
  return records.flatMap(({ id, postMortem, timeline, remediations, log }): Violation[] => {
    try {
      const events = log.map(({ type, data }) => parseEvent(type, data));
      const facts = events.filter(isRecordEvent);
      const replayed = facts.reduce<PostMortem | undefined>(applyToPostMortem, undefined);
      if (!isDeepStrictEqual(replayed, postMortem))
        return [{ promise, because: `the record ${id} differs`, about: [id] }];
      if (!isDeepStrictEqual(timelineOf(facts), timeline))
        return [{ promise, because: `the timeline of ${id} differs`, about: [id] }];
      return remediations.flatMap((remediation) => {
        const own = events
          .filter(isRemediationEvent)
          .filter(
            ({ data }) =>
              Object(data).remediationId === remediation.id ||
              Object(Object(data).recommendation).id === remediation.id,
          );
        const state = own.reduce<Remediation | undefined>(applyToRemediation, undefined);
        const item = remediationItem(remediation, storm.config, lastChangeOf(log, remediation));
        if (!isDeepStrictEqual(withoutNextLook(state), withoutNextLook(remediation)))
          return [{ promise, because: `the remediation ${remediation.id} differs`, about: [remediation.id] }];
        return isDeepStrictEqual(items.get(`${item.pk}|${item.sk}`), item)
          ? []
          : [{ promise, because: `${remediation.id} stands in the wrong queue`, about: [remediation.id] }];
      });
    } catch (error) {
      return [{ promise, because: `the log of ${id} cannot be replayed: ${String(error)}`, about: [id] }];
    }
  });
}

/** When a fix changed last, by its log. */
export const lastChangeOf = (log: readonly ChainedEvent[], { id }: Pick<Remediation, 'id'>): string | undefined =>
  lastChange(
    FIX_CHANGES,
    log.filter(({ data }) => data.remediationId === id || Object(data.recommendation).id === id),
  );

/** The next look at a watched fix follows from facts, and is none. */
function withoutNextLook(fix: Remediation | undefined): unknown {
  if (fix === undefined || !isWatched(fix)) return fix;
  const { nextCheckAt: _, ...facts } = fix;
  return facts;
}
