import type { EventType } from '../../shared/domain/events/events.ts';
import { FIX_CHANGES, FIX_MOVES, RECORD_CHANGES } from '../../shared/domain/lists/changes.ts';
import { MAY_SETTLE } from '../../shared/domain/record/decide/settle-record.ts';
import type { FunctionName } from '../function-names.ts';

/** The facts that each worker acts on. The rules of the bus, the workers and the tests read them here. */
export const HEARD_BY = {
  'open-post-mortem': ['Incident Ticket Closed', 'Incident Ticket Reopened', 'Incident Ticket Changed'],
  'close-post-mortem': MAY_SETTLE,
  'create-remediation': ['Recommendation Approved'],
  'sync-remediation': ['Remediation Ticket Changed'],
  'judge-remediation': [
    'Signal Recorded',
    'Remediation Claimed',
    'Remediation Vouched For',
    'Remediation Closed Without Claim',
    'Remediation Attested',
    'Risk Acceptance Expired',
  ],
  'ask-source': ['Remediation Source Asked'],
  'reopen-remediation': [
    'Remediation Ticket Created',
    'Remediation Ineffective',
    'Remediation Regressed',
    'Remediation Closed Without Claim',
    'Remediation Evidence Late',
    'Remediation Regraded',
    'Remediation Unproven',
    'Remediation Set Back',
    'Remediation Held',
    'Remediation Reopened',
    'Remediation Due Date Pushed',
    'Remediation Ticket Found Again',
    'Risk Accepted',
    'Risk Acceptance Expired',
    'Remediation Cancelled',
    'Remediation Verified',
  ],
  'keep-lists': [...new Set([...RECORD_CHANGES, ...FIX_CHANGES, ...FIX_MOVES])],
} as const satisfies Partial<Record<FunctionName, readonly EventType[]>>;

/** A function that works through the facts of a rule. */
export type BusWorker = keyof typeof HEARD_BY;

export type HeardBy<Worker extends BusWorker> = (typeof HEARD_BY)[Worker][number];

export const BUS_WORKERS = Object.keys(HEARD_BY) as BusWorker[];
