import {
  isClaimedByPullRequest,
  isClosedWithoutClaim,
  isUnproven,
  type Remediation,
} from '../domain/remediation/remediation.ts';
import { type Escalation, escalationOf } from '../domain/remediation/team-directory.ts';
import { isRestricted } from '../domain/words/tlp.ts';
import type { ReportInput } from './report-input.ts';

/** Obstacle that keeps a late fix from its team, or the reason why its claim is not believed; undefined: there is none. */
export function hangsOn(remediation: Remediation): string | undefined {
  const isWorkedIn = remediation.state === 'open' || isClaimedByPullRequest(remediation);
  if (isWorkedIn && remediation.ticket.missingSince !== undefined) return MISSING;
  if (isClosedWithoutClaim(remediation)) return CLOSED_WITHOUT_CLAIM;
  return isUnproven(remediation) ? UNPROVEN : HANGS[remediation.state];
}

/** Silence escalates to the team's lead. Of a restricted record, or one whose mark nobody knows, no more is told than what is late. */
export function escalation(
  remediation: Remediation,
  { directory, heads }: Pick<ReportInput, 'directory' | 'heads'>,
): Escalation | undefined {
  const tlp = heads.get(remediation.postMortemId)?.tlp;
  if (!isUnproven(remediation) || tlp === undefined || isRestricted(tlp)) return undefined;
  return escalationOf(directory, remediation.ownerTeam);
}

const UNPROVEN = 'it was claimed, and evidence has been missing for so long that this is not believed';

const MISSING = 'its ticket is not shown any more: it was deleted, or hidden from our account';

/** The words of its status are Jira's, and stay there. */
const CLOSED_WITHOUT_CLAIM = 'its ticket is closed, and not as done: cancel the fix, accept the risk, or have it done';

/** Late, and it is not the team's doing: our own work on the ticket is not finished. */
const HANGS: Partial<Record<Remediation['state'], string>> = {
  requested: 'the ticket could not be created yet',
  ambiguous: 'Jira did not say whether it created the ticket',
  ineffective: 'the fix did not hold; its ticket is not reopened yet',
  regressed: 'the fix stopped holding; its ticket is not reopened yet',
};
