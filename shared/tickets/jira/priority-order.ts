import type { TicketPriority } from '../../domain/remediation/remediation.ts';
import type { JiraGateway } from '../../jira/gateway.ts';

/** Administrators reorder priorities rarely. */
const REMEMBERED_MS = 3_600_000;

/**
 * Asks for the order of the priorities of a site, once in a while. Names are translated, and say nothing of what is more urgent.
 *
 * @returns undefined where Jira does not tell now: a change of the priority is then one of no direction
 */
export function rememberedOrder(
  jira: Pick<JiraGateway, 'prioritiesInOrder'>,
  nowMs: () => number,
): () => Promise<readonly TicketPriority[] | undefined> {
  let known: { atMs: number; order: Promise<readonly TicketPriority[] | undefined> } | undefined;
  const forget = (): undefined => {
    known = undefined;
  };
  return () => {
    if (known === undefined || nowMs() - known.atMs >= REMEMBERED_MS) {
      known = { atMs: nowMs(), order: jira.prioritiesInOrder().catch(forget) };
    }
    return known.order;
  };
}
