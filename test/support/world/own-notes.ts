import type { EventData, EventOf, EventType } from '../../../shared/domain/events/events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';

type Has<T extends EventType, Field extends string> = Field extends keyof EventData<T> ? true : false;

/** Facts about a record that name nobody: Holdfast notes them by itself, at any moment. */
export type OwnRecordNote = {
  [T in EventType]: [Has<T, 'postMortemId'>, Has<T, 'remediationId'>, Has<T, 'by'>] extends [true, false, false]
    ? T
    : never;
}[EventType];

/** Facts about a remediation that are nobody's decision: its ticket, its checks, its dates. */
export type OwnRemediationNote = Exclude<
  { [T in EventType]: Has<T, 'remediationId'> extends true ? T : never }[EventType],
  | 'Remediation Attested'
  | 'Remediation Check Asked For'
  | 'Remediation Existing Work Changed'
  | 'Risk Accepted'
  | 'Remediation Cancelled'
>;

const AT = '2026-11-22T10:00:00.000Z';

/** One of each, as it could befall the record now; undefined where it cannot. A new event is an error here until it has one. */
export const OWN_RECORD_NOTES: {
  [T in OwnRecordNote]: (record: PostMortem, remediations: readonly Remediation[]) => EventOf<T> | undefined;
} = {
  'Incident Ticket Linked': ({ id, incident: { source, site, ticketId, key } }) => ({
    type: 'Incident Ticket Linked',
    data: { postMortemId: id, ticket: { source, site, ticketId, key } },
  }),
  'Post-Mortem Closed': ({ id, status }) =>
    status === 'approved' ? { type: 'Post-Mortem Closed', data: { postMortemId: id, at: AT } } : undefined,
  'Post-Mortem Resumed': ({ id, status }) =>
    status === 'closed'
      ? { type: 'Post-Mortem Resumed', data: { postMortemId: id, at: AT, because: 'a fix broke' } }
      : undefined,
  'Post-Mortem Carried On': ({ id, incident: { source, site, ticketId, key } }) => ({
    type: 'Post-Mortem Carried On',
    data: { postMortemId: id, ticket: { source, site, ticketId, key }, at: AT, dueAt: '2026-12-24T10:00:00.000Z' },
  }),
  'Notification Due': ({ id, notifications: [one] }) =>
    one && {
      type: 'Notification Due',
      data: { postMortemId: id, notificationId: one.id, regime: one.regime, stage: one.stage, dueAt: AT },
    },
  'Temporary Measure Due': ({ id, temporaryMeasures: [one] }) =>
    one && {
      type: 'Temporary Measure Due',
      data: {
        ...{ postMortemId: id, measureId: one.id, kind: one.kind, what: one.what, ownerTeam: one.ownerTeam },
        dueAt: one.until,
      },
    },
  'Lesson Due': ({ id, lessons: [one] }) =>
    one && {
      type: 'Lesson Due',
      data: { postMortemId: id, lessonId: one.id, document: one.document, ownerTeam: one.ownerTeam, dueAt: one.dueAt },
    },
  'Evidence Refused': ({ id, evidence: [one] }) =>
    one && {
      type: 'Evidence Refused',
      data: { postMortemId: id, evidenceId: one.id, because: 'another hash', versionId: 'v2', at: AT },
    },
  'Evidence Received': ({ id, evidence: [one] }) =>
    one && {
      type: 'Evidence Received',
      data: { postMortemId: id, evidenceId: one.id, sha256: one.sha256, versionId: 'v1', at: AT },
    },
  'Recommendation Approved': ({ id, status, recommendations }, remediations) => {
    const ended = recommendations.find((one) => one.status === 'risk accepted');
    const [like] = remediations;
    if (status !== 'approved' || ended === undefined || like === undefined) return undefined;
    const recommendation = { ...ended, status: 'approved' as const, dueAt: AT };
    const { title, ownerTeam, priority, route, dueAt, requestedAt, checks, steps } = like;
    const common = { title, ownerTeam, priority, route, dueAt, requestedAt, checks, steps };
    return {
      type: 'Recommendation Approved',
      data: {
        postMortemId: id,
        recommendation,
        remediation: { ...common, id: ended.id, postMortemId: id, attestations: [], reopenCount: 0 },
      },
    };
  },
};

const ticketFor = ({ postMortemId, id }: Remediation) => ({
  site: 'jira.test',
  issueId: `${postMortemId}-${id}`,
  key: 'PLAT-1',
});
const CLAIM = { at: AT, status: 'Done', by: { accountId: 'mia', name: 'Mia Okafor', email: 'mia@example.com' } };
const ASKING = { number: 1, check: 0, source: 'scanner', resource: '*', because: 'fail' as const, at: AT };
const RETRY_AT = '2026-11-23T10:00:00.000Z';

/** Notes about a remediation. Which of them can follow is for its state machine to say. */
export const OWN_REMEDIATION_NOTES: { [T in OwnRemediationNote]: (remediation: Remediation) => EventOf<T> } = {
  'Remediation Requested': (remediation) => ({
    type: 'Remediation Requested',
    data: { ...of(remediation), remediation, lease: { attempt: 1, leaseExpiresAt: RETRY_AT } },
  }),
  'Remediation Not Created': (remediation) => ({
    type: 'Remediation Not Created',
    data: { ...of(remediation), because: 'busy', retryAt: RETRY_AT },
  }),
  'Remediation Ambiguous': (remediation) => ({
    type: 'Remediation Ambiguous',
    data: { ...of(remediation), since: AT, nextSearchAt: RETRY_AT, because: 'no answer' },
  }),
  'Remediation Ticket Created': (remediation) => ({
    type: 'Remediation Ticket Created',
    data: { ...of(remediation), ticket: ticketFor(remediation), isAdopted: false },
  }),
  'Remediation Ticket Updated': (remediation) => ({
    type: 'Remediation Ticket Updated',
    data: { ...of(remediation), ticket: { ...ticketFor(remediation), key: 'IAM-1' } },
  }),
  'Remediation Due Date Pushed': (remediation) => ({
    type: 'Remediation Due Date Pushed',
    data: {
      ...{ ...of(remediation), ticket: { ...ticketFor(remediation), dueOn: null } },
      ...{ from: '2026-12-05', to: null, ours: '2026-12-05', answer: 'put back', at: AT },
    },
  }),
  'Remediation Due Date Put Back': (remediation) => ({
    type: 'Remediation Due Date Put Back',
    data: { ...of(remediation), dueOn: '2026-12-05', at: AT },
  }),
  'Remediation Due Date Not Put Back': (remediation) => ({
    type: 'Remediation Due Date Not Put Back',
    data: { ...of(remediation), because: 'no screen of the ticket has a due date', at: AT },
  }),
  'Remediation Due Date Restored': (remediation) => ({
    type: 'Remediation Due Date Restored',
    data: { ...of(remediation), dueOn: '2026-12-05', at: AT },
  }),
  'Remediation Due Date Set': (remediation) => ({
    type: 'Remediation Due Date Set',
    data: { ...of(remediation), dueOn: '2026-12-05', at: AT },
  }),
  'Remediation Priority Lowered': (remediation) => ({
    type: 'Remediation Priority Lowered',
    data: {
      ...{ ...of(remediation), ticket: ticketFor(remediation) },
      ...{ from: { id: '2', name: 'High' }, to: { id: '5', name: 'Lowest' }, at: AT },
    },
  }),
  'Remediation Ticket Moved Out': (remediation) => ({
    type: 'Remediation Ticket Moved Out',
    data: { ...of(remediation), ticket: { ...ticketFor(remediation), key: 'BIN-1' }, fromKey: 'PLAT-1', at: AT },
  }),
  'Remediation Closed In Bulk': (remediation) => ({
    type: 'Remediation Closed In Bulk',
    data: {
      ...{ ...of(remediation), claimAt: AT, site: 'jira.test', by: { accountId: '712020:mia', name: 'Mia Okafor' } },
      ...{ tickets: 5, from: AT, to: AT, at: AT },
    },
  }),
  'Remediation Ticket Missing': (remediation) => ({
    type: 'Remediation Ticket Missing',
    data: { ...of(remediation), ticket: ticketFor(remediation), at: AT },
  }),
  'Remediation Ticket Found Again': (remediation) => ({
    type: 'Remediation Ticket Found Again',
    data: { ...of(remediation), ticket: ticketFor(remediation), missingSince: AT, at: AT },
  }),
  'Remediation Ticket Put Away': (remediation) => ({
    type: 'Remediation Ticket Put Away',
    data: { ...of(remediation), ticket: ticketFor(remediation), status: 'Done', at: AT },
  }),
  'Remediation Ticket Brought Back': (remediation) => ({
    type: 'Remediation Ticket Brought Back',
    data: { ...of(remediation), putAwayAt: AT, isByHoldfast: true, at: AT },
  }),
  'Remediation Claimed': (remediation) => ({
    type: 'Remediation Claimed',
    data: { ...of(remediation), ticket: ticketFor(remediation), claim: CLAIM, nextCheckAt: RETRY_AT },
  }),
  'Remediation Vouched For': (remediation) => ({
    type: 'Remediation Vouched For',
    data: { ...of(remediation), ticket: ticketFor(remediation), claim: { ...CLAIM, ticketDoneAt: AT } },
  }),
  'Remediation Closed Without Claim': (remediation) => ({
    type: 'Remediation Closed Without Claim',
    data: { ...of(remediation), ticket: ticketFor(remediation), closed: { at: AT, outcome: 'Closed as Won’t Do' } },
  }),
  'Remediation Reopened': (remediation) => ({
    type: 'Remediation Reopened',
    data: { ...of(remediation), because: 'reopened in Jira', isByHoldfast: false, at: AT, dueAt: RETRY_AT },
  }),
  'Remediation Reopening Begun': (remediation) => ({
    type: 'Remediation Reopening Begun',
    data: { ...of(remediation), leaseExpiresAt: RETRY_AT },
  }),
  'Remediation Not Reopened': (remediation) => ({
    type: 'Remediation Not Reopened',
    data: { ...of(remediation), because: 'no transition', retryAt: RETRY_AT },
  }),
  'Remediation Follow-Up Wanted': (remediation) => ({
    type: 'Remediation Follow-Up Wanted',
    data: {
      ...of(remediation),
      because: 'got through',
      notReopened: 'no transition',
      former: ticketFor(remediation),
      at: AT,
      dueAt: RETRY_AT,
      firstDueAt: remediation.dueAt,
      evidenceReopenedAt: [AT],
    },
  }),
  'Remediation Ticket Not Told': (remediation) => ({
    type: 'Remediation Ticket Not Told',
    data: { ...of(remediation), notTold: { about: 'failure', because: 'no permission', at: AT } },
  }),
  'Remediation Ticket Told': (remediation) => ({
    type: 'Remediation Ticket Told',
    data: { ...of(remediation), about: 'failure', at: AT },
  }),
  'Remediation Overdue': (remediation) => ({
    type: 'Remediation Overdue',
    data: { ...of(remediation), dueAt: remediation.dueAt },
  }),
  'Remediation Doubted': (remediation) => ({
    type: 'Remediation Doubted',
    data: {
      ...of(remediation),
      subject: { type: 'control', id: 'waf' },
      source: 'scanner',
      observedAt: AT,
      nextCheckAt: RETRY_AT,
    },
  }),
  'Remediation Doubt Ended': (remediation) => ({
    type: 'Remediation Doubt Ended',
    data: { ...of(remediation), at: AT, nextCheckAt: RETRY_AT },
  }),
  'Remediation Source Asked': (remediation) => ({
    type: 'Remediation Source Asked',
    data: { ...of(remediation), at: AT, claimAt: CLAIM.at, asking: ASKING, watch: { step: 0, nextCheckAt: RETRY_AT } },
  }),
  'Remediation Source Gave No Answer': (remediation) => ({
    type: 'Remediation Source Gave No Answer',
    data: { ...of(remediation), asking: ASKING, at: AT, result: 'timed out', because: 'no answer within 10000 ms' },
  }),
  'Remediation Check Passed': (remediation) => ({
    type: 'Remediation Check Passed',
    data: { ...of(remediation), step: 0, results: [], at: AT, nextCheckAt: RETRY_AT },
  }),
  'Remediation Check Inconclusive': (remediation) => ({
    type: 'Remediation Check Inconclusive',
    data: { ...of(remediation), step: 0, results: [], at: AT, retryAt: RETRY_AT },
  }),
  'Remediation Check Rescheduled': (remediation) => ({
    type: 'Remediation Check Rescheduled',
    data: { ...of(remediation), at: AT, nextCheckAt: RETRY_AT, watch: { step: 0, nextCheckAt: RETRY_AT } },
  }),
  'Remediation Silence Excused': (remediation) => ({
    type: 'Remediation Silence Excused',
    data: {
      ...{ ...of(remediation), step: 0, results: [], at: AT, expectedAt: AT },
      watch: { step: 0, excused: { expectedAt: AT } },
    },
  }),
  'Remediation Evidence Late': (remediation) => ({
    type: 'Remediation Evidence Late',
    data: {
      ...{ ...of(remediation), step: 0, results: [], at: AT, expectedAt: AT },
      watch: { step: 0, silence: { rung: 'late', expectedAt: AT } },
    },
  }),
  'Remediation Unproven': (remediation) => ({
    type: 'Remediation Unproven',
    data: {
      ...{ ...of(remediation), step: 0, results: [], at: AT, expectedAt: AT },
      watch: { step: 0, silence: { rung: 'unproven', expectedAt: AT } },
    },
  }),
  'Remediation Set Back': (remediation) => ({
    type: 'Remediation Set Back',
    data: {
      ...{ ...of(remediation), at: AT, source: 'scanner', resource: '*', failedFrom: AT, failedTo: AT },
      watch: { step: 0, setBackTo: AT },
    },
  }),
  'Remediation Held': (remediation) => ({
    type: 'Remediation Held',
    data: { ...of(remediation), at: AT, heldUntil: RETRY_AT, watch: { step: 0, heldUntil: RETRY_AT } },
  }),
  'Remediation Verified': (remediation) => ({
    type: 'Remediation Verified',
    data: { ...of(remediation), step: 1, results: [], at: AT, nextCheckAt: RETRY_AT },
  }),
  'Remediation Regraded': (remediation) => ({
    type: 'Remediation Regraded',
    data: {
      ...{ ...of(remediation), step: 2, results: [], at: AT, upgradedAt: AT, found: 'proven' },
      watch: { step: 2, nextCheckAt: RETRY_AT },
    },
  }),
  'Remediation Ineffective': (remediation) => ({
    type: 'Remediation Ineffective',
    data: { ...of(remediation), failure: { at: AT, step: 0, results: [] } },
  }),
  'Remediation Regressed': (remediation) => ({
    type: 'Remediation Regressed',
    data: { ...of(remediation), failure: { at: AT, step: 0, results: [] } },
  }),
  'Risk Acceptance Expired': (remediation) => ({
    type: 'Risk Acceptance Expired',
    data: { ...of(remediation), dueAt: AT },
  }),
};

const of = ({ postMortemId, id }: Remediation) => ({ postMortemId, remediationId: id });
