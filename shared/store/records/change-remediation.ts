import type { Cause } from '../../domain/events/recorded-event.ts';
import { FIX_CHANGES, lastChange } from '../../domain/lists/changes.ts';
import { applyToRemediation } from '../../domain/remediation/apply-remediation.ts';
import type { Remediation } from '../../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import type { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { claimOfPersonItems } from '../queues/claims-of-person.ts';
import { outcomeItem } from '../queues/outcomes.ts';
import { wordsItems } from '../queues/same-words.ts';
import { ticketChangeItem } from '../queues/ticket-changes.ts';
import { watcherItems } from '../queues/watchers.ts';
import type { Item } from '../table.ts';
import { append } from './append.ts';
import { chainEvents } from './chain-events.ts';
import { freedIssuePointers, newIssuePointers } from './record-links.ts';
import { loadRemediation } from './record-reads.ts';
import { remediationItem } from './remediation-item.ts';
import { retryRace } from './retry-race.ts';
import type { StoreDependencies } from './store-dependencies.ts';

/**
 * Changes one remediation, in the log of its post-mortem.
 *
 * @returns the remediation as it is now, and what happened: no events when `decide` saw nothing to do
 */
export function changeRemediation(
  deps: StoreDependencies,
  id: PostMortemId,
  remediationId: RecommendationId,
  decide: (remediation: Remediation | undefined) => RemediationEvent[],
  cause: Cause,
  once: readonly Item[],
): Promise<{ remediation: Remediation | undefined; events: RemediationEvent[] }> {
  const { table, rules, backOff } = deps;
  return retryRace(backOff, async () => {
    const { head, remediation: before, changedAt } = await loadRemediation(table, id, remediationId);
    const events = decide(before);
    const after = events.reduce(applyToRemediation, before);
    if (after === undefined || events.length === 0) return { remediation: before, events };
    const log = chainEvents(head, id, events, cause, [head.head.tlp], deps);
    await append(table, {
      postMortemId: id,
      expectedSequence: head.sequence,
      events: log,
      head: {},
      items: [
        remediationItem(after, rules, lastChange(FIX_CHANGES, log, changedAt)),
        ...log.flatMap((event) => outcomeItem(event, after)),
        ...log.flatMap((event) => ticketChangeItem(event, after)),
        ...claimOfPersonItems(events, after, deps.now()),
        ...watcherItems(events, before, after),
        ...wordsItems(events, after),
      ],
      removals: freedIssuePointers(before, after, rules),
      pointers: [...newIssuePointers(before, after, rules), ...once],
    });
    return { remediation: after, events };
  });
}
