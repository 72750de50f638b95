import type { EventData } from '../domain/events/events.ts';
import { isFailed, isTicketDone, isToBeBroughtBack } from '../domain/remediation/remediation.ts';
import type { OwnAccounts } from '../store/queues/own-accounts.ts';
import type { RecordStore } from '../store/records/record-store.ts';

type EchoDependencies = {
  store: Pick<RecordStore, 'remediationOfIssue' | 'remediation'>;
  accounts: Pick<OwnAccounts, 'on'>;
};

/**
 * Whether a change is one of ours that comes back, and tells nothing that the record does not know: then the site is not asked. A move by
 * our account that nobody recorded is read all the same: another program may share the account.
 */
export async function isOwnEcho(
  { store, accounts }: EchoDependencies,
  { site, issueId, change, by, isDone }: EventData<'Remediation Ticket Changed'>,
): Promise<boolean> {
  if (by === undefined || change === 'deleted' || (await accounts.on(site)) !== by) return false;
  const pointer = await store.remediationOfIssue(site, issueId);
  const fix = pointer && (await store.remediation(pointer.postMortemId, pointer.remediationId));
  if (fix === undefined) return false;
  // Whoever reopens it records that.
  if (isFailed(fix) || isToBeBroughtBack(fix) || fix.state === 'cancelled') return true;
  return isDone === undefined || isDone === isTicketDone(fix);
}
