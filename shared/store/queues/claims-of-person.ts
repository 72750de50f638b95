import * as z from 'zod';
import { type Claim, doneAt } from '../../domain/remediation/claim.ts';
import type { TimedClaim } from '../../domain/remediation/decide/bulk-closing.ts';
import { isOfExistingTicket, type Remediation } from '../../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import { Instant, PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import type { TicketPerson } from '../../domain/words/person.ts';
import { keys } from '../keys.ts';
import { type Item, queryPages, type Table } from '../table.ts';

/** So long a claim is compared with others that are heard of later. */
const KEPT_FOR_MS = 90 * 86_400_000;

const ClaimItem = z.object({
  claim: z.object({
    postMortemId: PostMortemId,
    remediationId: RecommendationId,
    at: Instant,
    /** True when the log of its fix says that it was one of many. */
    isTold: z.boolean(),
  }),
});

/** A claim as it stands among the others of its person. */
export type ClaimOfPerson = z.infer<typeof ClaimItem>['claim'];

/** Who claims on which site: ids of people are those of a site. */
export type Claimer = { readonly site: string; readonly accountId: string };

/**
 * The item by which a claim, or a closing that claims nothing, is found beside others of its person, written with it in its transaction; and once more with the
 * event that tells that it was made in bulk. A ticket that was done before its fix was asked for is no haste, and has none.
 */
export function claimOfPersonItems(events: readonly RemediationEvent[], after: Remediation, now: string): Item[] {
  return events.flatMap((event) => {
    if (event.type === 'Remediation Claimed' || event.type === 'Remediation Vouched For') {
      const { claim, ticket } = event.data;
      const by = doerOf(claim);
      return by === undefined
        ? []
        : [claimItem({ site: ticket.site, ...by }, claimOf(after, doneAt(claim)), false, now)];
    }
    if (event.type === 'Remediation Closed Without Claim') {
      const { closed, ticket } = event.data;
      const wasDoneBefore = isOfExistingTicket(after) && Date.parse(closed.at) < Date.parse(after.requestedAt);
      if (closed.by === undefined || wasDoneBefore) return [];
      return [claimItem({ site: ticket.site, ...closed.by }, claimOf(after, closed.at), false, now)];
    }
    if (event.type === 'Remediation Closed In Bulk') {
      const { by, site, claimAt } = event.data;
      return [claimItem({ site, ...by }, claimOf(after, claimAt), true, now)];
    }
    return [];
  });
}

/** Whoever moved the ticket to done after its fix was asked for, where that is known. */
export const doerOf = ({ at, by, ticketDoneAt }: Claim): TicketPerson | undefined =>
  ticketDoneAt === undefined || Date.parse(ticketDoneAt) > Date.parse(at) ? by : undefined;

const claimOf = ({ postMortemId, id: remediationId }: Remediation, at: string): TimedClaim => ({
  postMortemId,
  remediationId,
  at,
});

function claimItem({ site, accountId }: Claimer, claim: TimedClaim, isTold: boolean, now: string): Item {
  return {
    ...keys.claimOfPerson(site, accountId, claim.at, claim.remediationId),
    claim: { ...claim, isTold },
    expiresAt: Math.ceil((Date.parse(now) + KEPT_FOR_MS) / 1_000),
  };
}

/**
 * Claims of a person around one of theirs, as they are now and in order: the nearest to it on either side, itself in the middle.
 *
 * @returns nothing for a claim that has no item
 */
export async function claimsAround(
  table: Table,
  { site, accountId }: Claimer,
  { at, remediationId }: Pick<TimedClaim, 'at' | 'remediationId'>,
  { withinMs, each }: { withinMs: number; each: number },
): Promise<ClaimOfPerson[]> {
  const { pk, sk } = keys.claimOfPerson(site, accountId, at, remediationId);
  const moment = (ms: number): string => new Date(Date.parse(at) + ms).toISOString();
  const between = async (from: string, to: string, limits: { Limit: number; ScanIndexForward: boolean }) => {
    const items: Record<string, unknown>[] = [];
    const pages = queryPages(table, {
      ...limits,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
    });
    for await (const page of pages) {
      items.push(...page);
      if (items.length >= limits.Limit) break;
    }
    return items.map((item) => ClaimItem.parse(item).claim);
  };
  const [upToIt, after] = await Promise.all([
    between(moment(-withinMs), sk, { Limit: each + 1, ScanIndexForward: false }),
    between(`${sk}~`, `${moment(withinMs)}~`, { Limit: each, ScanIndexForward: true }),
  ]);
  const [itself] = upToIt;
  return itself?.at === at && itself.remediationId === remediationId ? [...upToIt.toReversed(), ...after] : [];
}
