import type { RemediationCommon } from '../domain/remediation/remediation.ts';
import { isRestricted } from '../domain/words/tlp.ts';
import type { RecordStore } from '../store/records/record-store.ts';

/**
 * True when the words of a remediation's record stay out of Jira and of our logs: the record was restricted at its approval,
 * is restricted by now, or has no mark that anybody could read.
 */
export async function isRestrictedNow(
  store: Pick<RecordStore, 'head'>,
  remediation: Pick<RemediationCommon, 'postMortemId' | 'isRestricted'>,
): Promise<boolean> {
  if (remediation.isRestricted === true) return true;
  const head = await store.head(remediation.postMortemId);
  return head === undefined || isRestricted(head.tlp);
}
