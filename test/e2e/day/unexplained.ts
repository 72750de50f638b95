import type { ChainedEvent } from '../../../shared/domain/events/recorded-event.ts';
import type { Remediation, RemediationTicket } from '../../../shared/domain/remediation/remediation.ts';
import type { OurWrite, WriteKind } from './our-writes.ts';

type Log = readonly Pick<ChainedEvent, 'type' | 'data'>[];

const MAKES_A_TICKET = 'Remediation Follow-Up Wanted';

/**
 * Events that explain one write of a kind each. Labels are counted by ticket. Tickets and the links between them name no issue that was there
 * before: both are counted over all fixes, and only a follow-up makes one, for a ticket that is deleted or hidden when its fix fails.
 */
const EXPLAINED_BY: Partial<
  Record<WriteKind, readonly (ChainedEvent['type'] | 'Reopened By Holdfast' | 'Push To Be Put Back')[]>
> = {
  comment: [
    'Remediation Ineffective',
    'Remediation Regressed',
    'Remediation Due Date Put Back',
    'Remediation Closed Without Claim',
    'Remediation Evidence Late',
    'Remediation Unproven',
    'Remediation Set Back',
    'Remediation Held',
    'Remediation Verified',
    'Risk Accepted',
    'Risk Acceptance Expired',
    'Remediation Cancelled',
  ],
  // A push that is to be put back explains its write, which another push may follow before the answer is recorded.
  'due date': [
    'Push To Be Put Back',
    'Remediation Due Date Put Back',
    'Reopened By Holdfast',
    'Risk Accepted',
    'Risk Acceptance Expired',
  ],
  created: [MAKES_A_TICKET],
  link: [MAKES_A_TICKET],
  move: ['Remediation Ineffective', 'Remediation Regressed', 'Risk Accepted', 'Remediation Cancelled'],
};

const MOST_LABELLED = 3;

type Explaining = {
  fixes: readonly Remediation[];
  log: Log;
  /** Of the day alone. */
  writes: readonly OurWrite[];
};

/** Writes of ours of which no event of a record says why, one line for each ticket and kind. */
export function unexplained({ fixes, log, writes }: Explaining): string[] {
  const ofFix = Map.groupBy(log, ({ data }) => String(Object(data).remediationId));
  const byIssue = new Map(fixes.flatMap((fix) => ticketsOf(fix).map(({ issueId }) => [issueId, fix])));
  const grouped = Map.groupBy(writes, ({ kind, issue }) => `${kind} in ${issue}`);
  return [...grouped].flatMap(([name, some]) => {
    const [{ kind, issue } = { kind: 'other' as const, issue: undefined }] = some;
    const fix = issue === undefined ? undefined : byIssue.get(issue);
    const isOfSeveral = issue === undefined && (kind === 'created' || kind === 'link');
    if (fix === undefined && !isOfSeveral) return [`${some.length} × ${name}: it is the ticket of no fix`];
    const events = fix === undefined ? log : (ofFix.get(fix.id) ?? []);
    const most = kind === 'label' ? MOST_LABELLED : events.filter((event) => explains(kind, event)).length;
    const told = events.map(({ type }) => type).join(', ');
    return some.length <= most ? [] : [`${some.length} × ${name}, and ${most} are explained by what happened: ${told}`];
  });
}

const ticketsOf = (fix: Remediation): RemediationTicket[] => [
  ...(fix.formerTickets ?? []),
  ...('ticket' in fix && fix.ticket ? [fix.ticket] : []),
];

function explains(kind: WriteKind, { type, data }: Log[number]): boolean {
  const isByUs = type === 'Remediation Reopened' && Object(data).isByHoldfast === true;
  const isPush = type === 'Remediation Due Date Pushed' && Object(data).answer !== 'left';
  const name = isByUs ? 'Reopened By Holdfast' : isPush ? 'Push To Be Put Back' : type;
  return EXPLAINED_BY[kind]?.includes(name) ?? false;
}
