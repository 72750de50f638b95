import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import {
  awaitsFollowUp,
  type FailedRemediation,
  isCancelledUntold,
  isDueDateOwed,
  isToBeBroughtBack,
  isUnproven,
  type Remediation,
} from '../../domain/remediation/remediation.ts';
import { addDuration, type Duration } from '../../domain/words/duration.ts';
import { keys, queueShard } from '../keys.ts';
import { END_OF_TIME } from '../queues/due.ts';
import type { Item } from '../table.ts';

type Due = { deadlineQueue?: string; deadlineAt?: string; nextActionQueue?: string; nextActionAt?: string };

/**
 * A remediation as an item, standing in the queue in which its state wants it to be found.
 *
 * @param changedAt when it changed last, by `FIX_CHANGES`; undefined: before that was kept
 */
export function remediationItem(
  remediation: Remediation,
  rules: Pick<HoldfastConfig, 'remediation'>,
  changedAt?: string,
): Item {
  return {
    ...keys.remediation(remediation.postMortemId, remediation.id),
    remediation,
    ...(changedAt === undefined ? {} : { changedAt }),
    ...due(remediation, rules),
  };
}

/**
 * Queues of people (`byDeadline`): remediation, quiet remediation, acceptance. Queues of the system (`byNextAction`): verify, create,
 * reopen, in which due dates to put back stand as well. The last two are safety nets: their workers are told by events, and sweeps find what the events missed. What
 * hangs in them keeps its deadline, so that the reports show it when nobody repairs it.
 */
function due(remediation: Remediation, { remediation: { create } }: Pick<HoldfastConfig, 'remediation'>): Due {
  const toBeDone = deadline(
    isLatenessToTell(remediation) ? 'remediation' : 'quiet remediation',
    remediation,
    remediation.dueAt,
  );
  switch (remediation.state) {
    case 'requested':
      return { ...toBeDone, ...nextAction('create', remediation, remediation.leaseExpiresAt) };
    case 'ambiguous':
      return { ...toBeDone, ...nextAction('create', remediation, remediation.nextSearchAt) };
    case 'open':
      return isToBeBroughtBack(remediation)
        ? { ...toBeDone, ...nextAction('reopen', remediation, bringBackAt(remediation, create.lease)) }
        : { ...toBeDone, ...dueDateOwed(remediation, create.lease) };
    case 'claimed':
    case 'verifying':
    case 'verified':
      return {
        ...(isUnproven(remediation) ? toBeDone : {}),
        // Also one that time alone does not change stands among the claims, at their end.
        ...nextAction('verify', remediation, remediation.nextCheckAt ?? END_OF_TIME),
      };
    case 'ineffective':
    case 'regressed':
      return { ...toBeDone, ...nextAction('reopen', remediation, reopenAt(remediation, create.lease)) };
    case 'accepted':
      return {
        ...deadline('acceptance', remediation, remediation.acceptance.until),
        ...dueDateOwed(remediation, create.lease),
      };
    case 'cancelled':
      // Nothing is due. Among the claims that time alone does not change, its ticket is looked for until it can be told.
      return isCancelledUntold(remediation) ? nextAction('verify', remediation, END_OF_TIME) : {};
  }
}

/** Whoever looks for what became late reads no item of which that is told already, however many there are. */
function isLatenessToTell(remediation: Remediation): boolean {
  const { state, dueAt, overdueTold, overdueSince } = remediation;
  const isToBeDone = state === 'open' || awaitsFollowUp(remediation) || isUnproven(remediation);
  return isToBeDone && overdueTold !== dueAt && overdueSince !== dueAt;
}

/** Its worker has been told; the sweep looks only when that may have come to nothing. */
function reopenAt({ failure, leaseExpiresAt }: FailedRemediation, lease: Duration): string {
  return leaseExpiresAt ?? addDuration(failure.at, lease);
}

function bringBackAt({ lastAcceptance, dueAt }: Remediation, lease: Duration): string {
  return addDuration(lastAcceptance?.until ?? dueAt, lease);
}

/** The worker that puts it back was told when the ticket was read. What became of that is looked at until the record says so. */
function dueDateOwed(remediation: Remediation, lease: Duration): Due {
  if (!isDueDateOwed(remediation)) return {};
  const seenAt = remediation.ticket.updatedAt ?? remediation.requestedAt;
  return nextAction('reopen', remediation, addDuration(seenAt, lease));
}

function deadline(queue: string, { id }: Remediation, at: string): Due {
  return { deadlineQueue: queueShard(queue, id), deadlineAt: at };
}

function nextAction(queue: string, { id }: Remediation, at: string): Due {
  return { nextActionQueue: queueShard(queue, id), nextActionAt: at };
}
