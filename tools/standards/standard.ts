/** Answers to a demand of a standard, besides fields: things that Holdfast does. */
export const BEHAVIOURS = {
  'one record per incident': {
    means:
      'an incident ticket that closes opens one record, however often it is told, and carries it on when it reopens',
    where: 'shared/intake/open-post-mortem.ts',
  },
  'deadline of the review': {
    means: 'a record is due by its severity, and reports name it when it is late',
    where: 'shared/domain/record/decide/open-record.ts',
  },
  'templates by severity': {
    means: 'what a record has to have depends on its kind, category and severity',
    where: 'shared/domain/record/template.ts',
  },
  completeness: {
    means: 'a record is submitted when everything required is there; what is missing is named',
    where: 'shared/domain/record/completeness.ts',
  },
  'human factor never skipped': {
    means: 'a human or procedural cause, or the word of somebody who looked',
    where: 'shared/domain/record/completeness.ts',
  },
  'every cause answered': {
    means: 'each root cause and what went badly has a recommendation, or a reason for none',
    where: 'shared/domain/record/completeness.ts',
  },
  'four eyes': {
    means: 'nobody approves what they wrote, nor attests a fix that they made',
    where: 'shared/domain/record/decide/record-rules.ts',
  },
  'tickets for recommendations': {
    means: 'an approved recommendation becomes a ticket with an owner team and a deadline',
    where: 'shared/tickets/create-ticket.ts',
  },
  verification: {
    means: 'a ticket that says Done is a claim; checks on a schedule make it a fix',
    where: 'shared/domain/verification/verdict/verdict-of.ts',
  },
  reopening: {
    means: 'a fix that does not hold reopens the same ticket, with the evidence',
    where: 'shared/tickets/reopen-ticket.ts',
  },
  'lessons with owner and review': {
    means: 'a lesson names the document that has to say it, and is asked for again',
    where: 'shared/domain/record/content/lesson.ts',
  },
  'clocks of notifications': {
    means: 'the time until which a duty has to be met follows from its regime and stage',
    where: 'shared/domain/record/content/notification.ts',
  },
  'audit log': {
    means: 'every change is an entry of a hash chain, anchored daily where nobody can change it',
    where: 'shared/domain/history/audit-chain.ts',
  },
  'custody of evidence': {
    means: 'a file is held with the hash that was announced before it travelled',
    where: 'shared/domain/record/content/evidence.ts',
  },
  reports: {
    means: 'what is overdue, what was proven and what did not hold, on a schedule',
    where: 'shared/report/validation-report.ts',
  },
  'TLP marks': { means: 'a record says who may learn of it', where: 'shared/domain/words/tlp.ts' },
  hints: {
    means: 'wording that blames, and criteria that nobody can decide, are pointed at',
    where: 'shared/domain/hints/blame.ts',
  },
  'periodic reviews': {
    means: 'a record may look at many incidents, a near miss or an exercise',
    where: 'shared/domain/record/post-mortem.ts',
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
