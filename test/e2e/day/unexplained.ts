import type { ChainedEvent } from '../../../shared/domain/events/recorded-event.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { OurWrite, WriteKind } from './our-writes.ts';

type Log = readonly Pick<ChainedEvent, 'type' | 'data'>[];

/**
 * Events that explain one write of a kind each. Labels are counted by ticket. Nothing explains a ticket or a link: all are from before the day,
 * and whatever is done here can be taken out of done, so that nothing has to follow up.
 */
const EXPLAINED_BY: Partial<Record<WriteKind, readonly (ChainedEvent['type'] | 'Reopened By Holdfast')[]>> = {
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
  'due date': ['Remediation Due Date Put Back', 'Reopened By Holdfast', 'Risk Accepted', 'Risk Acceptance Expired'],
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
  const byIssue = new Map(fixes.flatMap((fix) => ('ticket' in fix && fix.ticket ? [[fix.ticket.issueId, fix]] : [])));
  const grouped = Map.groupBy(writes, ({ kind, issue }) => `${kind} in ${issue}`);
  return [...grouped].flatMap(([name, some]) => {
    const [{ kind, issue } = { kind: 'other' as const, issue: undefined }] = some;
    const fix = issue === undefined ? undefined : byIssue.get(issue);
    if (fix === undefined) return [`${some.length} × ${name}: it is the ticket of no fix`];
    const events = ofFix.get(fix.id) ?? [];
    const most = kind === 'label' ? MOST_LABELLED : events.filter((event) => explains(kind, event)).length;
    return some.length <= most ? [] : [`${some.length} × ${name}, and ${most} are explained by what happened`];
  });
}

function explains(kind: WriteKind, { type, data }: Log[number]): boolean {
  const isByUs = type === 'Remediation Reopened' && Object(data).isByHoldfast === true;
  return EXPLAINED_BY[kind]?.includes(isByUs ? 'Reopened By Holdfast' : type) ?? false;
}
