import type { RemediationEventOf } from '../domain/remediation/transitions.ts';
import { type Grade, gradeOf } from '../domain/verification/grade.ts';
import { link, paragraph, strong, type TicketText, text } from './ticket-text.ts';

/** Decisions about a fix that change what is wanted of those who have its ticket, moves of its date, and its proof. */
export type DecisionTold = RemediationEventOf<
  | 'Risk Accepted'
  | 'Risk Acceptance Expired'
  | 'Remediation Cancelled'
  | 'Remediation Reopened'
  | 'Remediation Verified'
>;

/** A comment, and what it is about: it is said once. */
export type DecisionComment = { readonly marker: string; readonly text: TicketText };

/**
 * `dayOf`: the day that the team's calendar shows at a time. `claimedAt`: when the fix was claimed, by its ticket's clock where that is done: a fix
 * may lose its proof and get it again, and the ticket is told once.
 */
type Facts = {
  readonly dayOf: (at: string) => string;
  readonly recordUrl: string;
  readonly claimedAt: string | undefined;
  /** Its pull request claims, and the ticket is not done. */
  readonly isTicketOpen: boolean;
};

/** Says in words what was decided. */
export function decisionInWords(
  event: DecisionTold,
  { dayOf, recordUrl, claimedAt, isTicketOpen }: Facts,
): DecisionComment | undefined {
  switch (event.type) {
    case 'Risk Accepted': {
      const { at, until } = event.data.acceptance;
      const what = `An approver put this fix off until ${dayOf(until)}; until then nobody has to work on it. Why stands in `;
      return { marker: `risk accepted ${at}`, text: saying('Put off. ', what, recordUrl) };
    }
    case 'Risk Acceptance Expired': {
      const { dueAt, acceptance } = event.data;
      const what = `The time for which the risk was accepted is over: this fix is wanted, and due ${dayOf(dueAt)}. Its story stands in `;
      return {
        marker: `acceptance over ${acceptance?.until ?? dueAt}`,
        text: saying('Wanted again. ', what, recordUrl),
      };
    }
    case 'Remediation Cancelled': {
      const what =
        'Nobody has to work on this ticket any more; close it in the way in which your team closes what it will not do. Why stands in ';
      return { marker: `cancelled ${event.data.decision.at}`, text: saying('Cancelled. ', what, recordUrl) };
    }
    case 'Remediation Verified': {
      const { grade, results } = event.data;
      const shown = grade ?? gradeOf(results);
      const what = `${[VERIFIED[shown], ...leftToDo(shown, isTicketOpen)].join(' ')} It is looked at again for as long as it is followed. Its story stands in `;
      return { marker: `verified ${claimedAt}`, text: saying('Verified. ', what, recordUrl) };
    }
    case 'Remediation Reopened':
      // Its own comment says why it was.
      return undefined;
  }
}

const saying = (headline: string, what: string, recordUrl: string): TicketText => [
  paragraph(strong(headline), text(what), link('the record', recordUrl), text('.')),
];

function leftToDo(grade: Grade, isTicketOpen: boolean): string[] {
  if (isTicketOpen) return ['Move this ticket to done; nothing more is wanted of you.'];
  return grade === 'done, not tested' ? [] : ['Nothing more is wanted of you.'];
}

const VERIFIED: Record<Grade, string> = {
  proven: 'The evidence shows that this fix works.',
  attested: 'Another person gave their word that this fix works.',
  'done, not tested': 'Nothing but this ticket says that this fix works: it counts as done, not tested.',
};

/** Says the new due date of a fix whose ticket has no field for one, where no other comment does. */
export function newDateInWords(
  event: DecisionTold,
  { dayOf, recordUrl }: Pick<Facts, 'dayOf' | 'recordUrl'>,
): DecisionComment | undefined {
  if (event.type !== 'Remediation Reopened') return undefined;
  const { dueAt, firstDueAt = dueAt } = event.data;
  if (dueAt === firstDueAt) return undefined;
  return {
    marker: `due ${dueAt}`,
    text: saying('Due. ', `This fix is due ${dayOf(dueAt)}. Why stands in `, recordUrl),
  };
}
