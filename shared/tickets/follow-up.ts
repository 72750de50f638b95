import type { Cause } from '../domain/events/recorded-event.ts';
import { wantFollowUp, wantFollowUpOfMissing } from '../domain/remediation/decide/reopening.ts';
import { awaitsFollowUp, type Remediation } from '../domain/remediation/remediation.ts';
import { type CreateDependencies, createUnderLease, leaseCreation } from './create-ticket.ts';

/** Why a ticket is not moved that its system does not show. */
export const GONE = 'the ticket is not shown any more: it was deleted, or hidden from our account';

/** `none`: the fix wants no follow-up any more. `notMade`: why there is none yet; the sweep of creations goes on with it. */
export type FollowUpOutcome = { outcome: 'none' } | { outcome: 'wanted'; notMade?: unknown };

/**
 * Gives a fix whose ticket stays done another one, once. From the record of it on the fix waits for a ticket as it did after its approval:
 * whoever stops there is followed by the sweep of creations.
 *
 * @param notReopened why, in the words of the system; `GONE` where it does not show the ticket, which stands in the record then
 */
export async function followUp(
  deps: CreateDependencies,
  { postMortemId, id }: Pick<Remediation, 'postMortemId' | 'id'>,
  notReopened: string,
  cause: Cause,
): Promise<FollowUpOutcome> {
  const { store, config, now } = deps;
  const want = (state: Remediation | undefined) => {
    if (state === undefined) return [];
    const decide = notReopened === GONE ? wantFollowUpOfMissing : wantFollowUp;
    return decide(state, now(), config, notReopened);
  };
  const { remediation: waiting } = await store.changeRemediation(postMortemId, id, want, cause);
  if (waiting === undefined || !lacksFollowUp(waiting)) return { outcome: 'none' };
  try {
    await makeFollowUp(deps, waiting, cause);
    return { outcome: 'wanted' };
  } catch (notMade) {
    return { outcome: 'wanted', notMade };
  }
}

/** Its ticket could not be moved out of done, and there is no other yet, nor a doubt whether there is. */
export const lacksFollowUp = (remediation: Remediation): boolean =>
  remediation.state === 'requested' && awaitsFollowUp(remediation);

/** Nothing, while somebody else is at it. @throws the system's error, after it stands in the record */
export async function makeFollowUp(deps: CreateDependencies, waiting: Remediation, cause: Cause): Promise<void> {
  const leased = await leaseCreation(deps, waiting, cause);
  if (leased !== undefined) await createUnderLease(deps, leased, cause);
}
