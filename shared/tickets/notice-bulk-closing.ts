import type { Cause } from '../domain/events/recorded-event.ts';
import { doneAt } from '../domain/remediation/claim.ts';
import { BULK, claimsInBulk, closedInBulk } from '../domain/remediation/decide/bulk-closing.ts';
import type { RemediationEventOf } from '../domain/remediation/transitions.ts';
import type { TicketPerson } from '../domain/words/person.ts';
import { runAll } from '../run-all.ts';
import { type Claimer, type ClaimOfPerson, doerOf } from '../store/queues/claims-of-person.ts';
import type { RecordStore } from '../store/records/record-store.ts';

export type BulkClosingDependencies = {
  store: Pick<RecordStore, 'changeRemediation'>;
  claimsAround: (
    claimer: Claimer,
    claim: Pick<ClaimOfPerson, 'at' | 'remediationId'>,
    how: { withinMs: number; each: number },
  ) => Promise<ClaimOfPerson[]>;
  now: () => string;
};

/** So many claims on either side are looked at, and counted. */
const LOOKED_AT = 25;

/**
 * So many on either side are told of. A claim makes no other one of a bulk but the four fixes next to it; twice as many, because one
 * fix may have been claimed again and again.
 */
const TOLD = 2 * (BULK.tickets - 1);

type Closing = RemediationEventOf<
  'Remediation Claimed' | 'Remediation Vouched For' | 'Remediation Closed Without Claim'
>;

/** When a ticket was closed, and by whom, where that is known: as a claim, or as what claims nothing, such as Won't Do. */
const closingIn = (event: Closing): { at: string; by: TicketPerson | undefined } =>
  event.type === 'Remediation Closed Without Claim'
    ? { at: event.data.closed.at, by: event.data.closed.by }
    : { at: doneAt(event.data.claim), by: doerOf(event.data.claim) };

/**
 * Tells each fix whose ticket was closed in bulk, as soon as that is known: whichever of the claims is heard of last finds the others.
 * What it costs does not grow with the size of the bulk.
 *
 *     heard of:  A, B, C, D: nothing │ E: A, B, C, D and E are told │ F: F is told │ F once more: nothing
 *
 * @throws AggregateError with all that failed: heard of again, the claim finds the rest
 */
export async function noticeBulkClosing(
  { store, claimsAround, now }: BulkClosingDependencies,
  event: Closing,
  cause: Cause,
): Promise<void> {
  const { at, by } = closingIn(event);
  if (by === undefined) return;
  const { remediationId } = event.data;
  const { site } = event.data.ticket;
  const claims = await claimsAround(
    { site, accountId: by.accountId },
    { at, remediationId },
    { withinMs: BULK.withinMs, each: LOOKED_AT },
  );
  const itself = claims.findIndex((one) => one.at === at && one.remediationId === remediationId);
  const next = new Set(claims.slice(Math.max(0, itself - TOLD), itself + TOLD + 1));
  await runAll(
    claimsInBulk(claims)
      .filter(({ claim: one }) => next.has(one) && !one.isTold)
      .map(({ claim: one, bulk }) => ({
        name: `remediation ${one.remediationId}`,
        run: async () => {
          await store.changeRemediation(
            one.postMortemId,
            one.remediationId,
            (state) => (state ? closedInBulk(state, { claimAt: one.at, site, by, bulk }, now()) : []),
            cause,
          );
        },
      })),
  );
}
