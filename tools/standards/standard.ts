/** Answers to a demand of a standard, besides fields: things that Holdfast does, and the test that shows each. */
export const BEHAVIOURS = {
  'one record per incident': {
    means:
      'an incident ticket that closes opens one record, however often it is told, and carries it on when it reopens',
    where: 'shared/intake/open-post-mortem.ts',
    shownBy: [
      'test/integration/intake/holdfast-json.test.ts',
      'carries its record on when it is reopened, and opens no second one when it is closed again',
    ],
  },
  'deadline of the review': {
    means: 'a record is due by its severity, and reports name it when it is late',
    where: 'shared/domain/record/decide/open-record.ts',
    shownBy: ['test/unit/domain/record/post-mortem.test.ts', 'is due as the policy of its severity says'],
  },
  'templates by severity': {
    means: 'what a record has to have depends on its kind, category and severity',
    where: 'shared/domain/record/template.ts',
    shownBy: [
      'test/unit/domain/record/template.test.ts',
      'is the first that applies: what it does not name matches everything',
    ],
  },
  completeness: {
    means: 'a record is submitted when everything required is there; what is missing is named',
    where: 'shared/domain/record/completeness.ts',
    shownBy: [
      'test/unit/domain/record/completeness.test.ts',
      'is 100 exactly when nothing is missing, and when the record can be submitted',
    ],
  },
  'human factor never skipped': {
    means: 'a human cause or factor, or the word of somebody who looked',
    where: 'shared/domain/record/completeness.ts',
    shownBy: [
      'test/unit/domain/record/post-mortem.test.ts',
      'is content without a human cause when somebody says why there is none',
    ],
  },
  'every cause answered': {
    means: 'each root cause and what went badly has a recommendation, or a reason for none',
    where: 'shared/domain/record/completeness.ts',
    shownBy: ['test/unit/domain/record/post-mortem.test.ts', 'wants a recommendation for every root cause'],
  },
  'four eyes': {
    means: 'nobody approves what they wrote, nor attests a fix that they made',
    where: 'shared/domain/record/decide/record-rules.ts',
    shownBy: ['test/unit/domain/record/post-mortem.test.ts', 'is approved by nobody who wrote in it or submitted it'],
  },
  'tickets for recommendations': {
    means: 'an approved recommendation becomes a ticket with an owner team and a deadline',
    where: 'shared/tickets/create-ticket.ts',
    shownBy: [
      'test/integration/tickets/tickets-on-six-sites.test.ts',
      'creates the ticket of an approved recommendation, with all that its owner has to know',
    ],
  },
  verification: {
    means: 'a ticket that says Done is a claim; checks on a schedule make it a fix',
    where: 'shared/domain/verification/verdict/verdict-of.ts',
    shownBy: [
      'test/unit/domain/verification/verdict/verdict-properties.test.ts',
      'is “proven” exactly when each step had evidence of its own, and it is fresh',
    ],
  },
  reopening: {
    means: 'a fix that does not hold reopens the same ticket, with the evidence',
    where: 'shared/tickets/reopen-ticket.ts',
    shownBy: [
      'test/integration/verification/follow-and-verify.test.ts',
      'reopens the same ticket with the evidence when a check fails, once',
    ],
  },
  'lessons with owner and review': {
    means: 'a lesson names the document that has to say it, is confirmed by a second person, and is asked for again',
    where: 'shared/domain/record/content/lesson.ts',
    shownBy: [
      'test/integration/sweep/due-parts.test.ts',
      'is announced again for a new date, when nobody confirms it, and for its review, but not for new words',
    ],
  },
  'clocks of notifications': {
    means: 'the time until which a duty has to be met follows from its regime and stage',
    where: 'shared/domain/record/content/notification.ts',
    shownBy: [
      'test/unit/domain/record/notification.test.ts',
      'never before its clock started, by any law and from any moment',
    ],
  },
  'audit log': {
    means: 'every change is an entry of a hash chain, anchored daily where nobody can change it',
    where: 'shared/domain/history/audit-chain.ts',
    shownBy: ['test/integration/audit/verify-chain.test.ts', 'names the first entry that was edited'],
  },
  'custody of evidence': {
    means: 'a file is held with the hash that was announced before it travelled',
    where: 'shared/domain/record/content/evidence.ts',
    shownBy: ['test/unit/domain/record/evidence.test.ts', 'is held when size and hash are those that were announced'],
  },
  reports: {
    means: 'what is overdue, what was proven and what did not hold, on a schedule',
    where: 'shared/report/validation-report.ts',
    shownBy: [
      'test/unit/report/overdue-report.test.ts',
      'groups by team, the team that waited longest first, and inside a team the latest first',
    ],
  },
  'TLP marks': {
    means: 'a record says who may learn of it, and is there for nobody else',
    where: 'shared/domain/words/tlp.ts',
    shownBy: [
      'test/integration/api/api-restricted.test.ts',
      'is there for an analyst who takes part in it, by hand or by address, and for no other',
    ],
  },
  hints: {
    means: 'wording that blames, and criteria that nobody can decide, are answered or dismissed before the submission',
    where: 'shared/domain/hints/hand-in.ts',
    shownBy: [
      'test/unit/domain/hints/hand-in.test.ts',
      'is refused while hints are neither answered nor dismissed, with each and what to do',
    ],
  },
  'periodic reviews': {
    means: 'a record may look at many incidents, a near miss or an exercise',
    where: 'shared/domain/record/post-mortem.ts',
    shownBy: [
      'test/integration/cli/record-commands.test.ts',
      'opens a review of a period, with the records that it looks at',
    ],
  },
} as const;
export type Behaviour = keyof typeof BEHAVIOURS;

export type Demand = {
  /** Number in the standard. */
  id: string;
  /** In our words. */
  asks: string;
  /** Paths of a record, such as `sections.response.procedures`; `timeline` and `remediations` stand beside it. */
  fields: readonly string[];
  does?: readonly Behaviour[];
  /** Part that Holdfast leaves to the team. */
  left?: string;
};

export type Standard = { name: string; about: string; url: string; demands: readonly Demand[] };
