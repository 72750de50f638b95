/**
 * Entries of the log by which a record counts as changed: what is written in it, decided of it, or received for it. Comments stand
 * beside the content, and reminders say that nothing changed.
 */
export const RECORD_CHANGES = [
  'Post-Mortem Opened',
  'Incident Ticket Linked',
  'Record Classified',
  'Section Written',
  'Timeline Entry Added',
  'Timeline Entries Added',
  'Timeline Entry Changed',
  'Timeline Entry Removed',
  'Root Cause Added',
  'Contributing Factor Added',
  'Recommendation Proposed',
  'Recommendation Approved',
  'Recommendation Risk Accepted',
  'Recommendation Declined',
  'Part Added',
  'Part Changed',
  'Part Removed',
  'Hints Dismissed',
  'Hints Reopened',
  'Lesson Put In Place',
  'Lesson Claimed',
  'Lesson Confirmed',
  'Lesson Claim Refused',
  'Lesson Reviewed',
  'Lesson No Longer Holds',
  'Temporary Measure Removed',
  'Temporary Measure Extended',
  'Notification Sent',
  'Evidence Received',
  'Post-Mortem Submitted',
  'Approval Given',
  'Post-Mortem Returned',
  'Post-Mortem Approved',
  'Post-Mortem Closed',
  'Post-Mortem Resumed',
  'Post-Mortem Carried On',
  'Post-Mortem Waived',
  'Post-Mortem Absorbed',
  'Post-Mortem Merged',
  'Import Finished',
] as const;

/**
 * Entries of the log by which a fix counts as changed: its state, its proof, its deadline, and what people did to its ticket. What
 * Holdfast does to find that out, and what it writes into the ticket, is none.
 */
export const FIX_CHANGES = [
  'Recommendation Approved',
  'Remediation Requested',
  'Remediation Not Created',
  'Remediation Ambiguous',
  'Remediation Ticket Created',
  'Remediation Existing Work Changed',
  'Remediation Ticket Updated',
  'Remediation Ticket Moved Out',
  'Remediation Ticket Missing',
  'Remediation Ticket Found Again',
  'Remediation Due Date Set',
  'Remediation Due Date Pushed',
  'Remediation Priority Lowered',
  'Remediation Claimed',
  'Remediation Vouched For',
  'Remediation Closed Without Claim',
  'Remediation Reopened',
  'Remediation Follow-Up Wanted',
  'Remediation Overdue',
  'Remediation Doubted',
  'Remediation Attested',
  'Remediation Check Passed',
  'Remediation Check Inconclusive',
  'Remediation Silence Excused',
  'Remediation Evidence Late',
  'Remediation Unproven',
  'Remediation Set Back',
  'Remediation Held',
  'Remediation Verified',
  'Remediation Regraded',
  'Remediation Ineffective',
  'Remediation Regressed',
  'Risk Accepted',
  'Risk Acceptance Expired',
  'Remediation Cancelled',
] as const;

/**
 * Entries after which a fix may stand in another list, though nobody did anything to it: what Holdfast finds out may tell that a verdict is
 * no longer one, or is one again.
 */
export const FIX_MOVES = [
  'Remediation Source Asked',
  'Remediation Check Rescheduled',
  'Remediation Doubt Ended',
] as const;

/**
 * When a thing changed last.
 *
 * @param before when it had changed last before these entries. It never goes back, also where the clocks of two functions differ:
 *   a list in this order is gone through from above, and would show the thing twice
 */
export function lastChange(
  counting: readonly string[],
  entries: readonly { type: string; occurredAt: string }[],
  before?: string,
): string | undefined {
  const times = entries.filter(({ type }) => counting.includes(type)).map(({ occurredAt }) => occurredAt);
  return [...times, ...(before === undefined ? [] : [before])].toSorted().at(-1);
}
