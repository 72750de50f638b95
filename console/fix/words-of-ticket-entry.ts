import { timeInWords } from '../marks/time-in-words.ts';
import type { MomentWords } from './moment-words.ts';
import type { ToldOfFix } from './told.ts';

const on = (at: string | undefined): string => (at === undefined ? 'later' : timeInWords(at));

/** What happened to the ticket of a fix. Nothing of it proves or disproves anything. */
export function wordsOfTicketEntry(type: string, told: ToldOfFix): MomentWords | undefined {
  return wordsOfCreation(type, told) ?? wordsOfReopening(type, told) ?? wordsOfChange(type, told);
}

function wordsOfCreation(type: string, told: ToldOfFix): MomentWords | undefined {
  const { because, ticket } = told;
  switch (type) {
    case 'Recommendation Approved':
      return {
        head: 'Approved',
        words: `Its recommendation was approved. Due ${on(told.remediation?.dueAt)}.`,
        after: 'requested',
      };
    case 'Remediation Requested':
      return {
        head: 'Ticket asked for',
        words: `Jira is asked to create it${(told.lease?.attempt ?? 1) > 1 ? `, attempt ${told.lease?.attempt}` : ''}.`,
        mark: 'requested',
        isMinor: true,
      };
    case 'Remediation Not Created':
      return {
        head: 'No ticket',
        isRepeated: true,
        words: `Jira refused to create it: ${because ?? 'without a word'}. Tried again ${on(told.retryAt)}.`,
        after: 'requested',
      };
    case 'Remediation Ambiguous':
      return {
        head: 'Creation unsure',
        isRepeated: true,
        words: `Jira was asked to create it; no answer came. Looking for it again ${on(told.nextSearchAt)}. Nothing is created twice.`,
        after: 'unsure',
      };
    case 'Remediation Ticket Created':
      return {
        head: told.isExisting === true ? 'Ticket taken' : told.isAdopted === true ? 'Ticket found' : 'Ticket created',
        words: `${ticket?.key ?? 'The ticket'} is ${told.isExisting === true ? 'the one that the recommendation names' : told.isAdopted === true ? 'there: it was made, and found by its label' : 'there'}. Nobody says yet that it is done.`,
        after: 'open',
      };
    case 'Remediation Existing Work Changed':
      return {
        head: 'Other work named',
        words:
          told.existingWork === undefined
            ? 'It gets a ticket of its own.'
            : `It is done by ${told.existingWork.kind === 'ticket' ? told.existingWork.ticket : told.existingWork.url}.`,
        mark: 'requested',
      };
    default:
      return undefined;
  }
}

function wordsOfReopening(type: string, told: ToldOfFix): MomentWords | undefined {
  const { because } = told;
  switch (type) {
    case 'Remediation Reopening Begun':
      return {
        head: 'Reopening begun',
        words: 'Holdfast is about to reopen the ticket in Jira.',
        mark: 'reopened',
        isMinor: true,
      };
    case 'Remediation Not Reopened':
      return {
        head: 'Not reopened yet',
        isRepeated: true,
        words: `The ticket could not be reopened: ${because ?? 'without a word'}. Tried again ${on(told.retryAt)}.`,
        mark: 'reopened',
      };
    case 'Remediation Follow-Up Wanted':
      return {
        head: 'Follow-up wanted',
        words: `${told.former?.key ?? 'The ticket'} stays done: ${told.notReopened ?? because ?? 'Jira refuses every way out'}. A new ticket is made.`,
        after: 'requested',
      };
    case 'Remediation Ticket Put Away':
      return {
        head: 'Ticket put away',
        words: 'Holdfast moved it to done while the risk is accepted. Nobody claims anything by that.',
        mark: 'accepted',
        isMinor: true,
      };
    case 'Remediation Ticket Brought Back':
      return { head: 'Ticket brought back', words: 'It is out of done again.', mark: 'open', isMinor: true };
    case 'Remediation Closed In Bulk':
      return {
        head: 'Closed in bulk',
        words: `It was one of ${told.tickets ?? 'several'} tickets that one person moved to done within a minute.`,
        mark: 'claimed',
      };
    default:
      return undefined;
  }
}

function wordsOfChange(type: string, told: ToldOfFix): MomentWords | undefined {
  const { because } = told;
  const minor = (head: string, words: string): MomentWords => ({ head, words, mark: 'open', isMinor: true });
  switch (type) {
    case 'Remediation Ticket Updated':
      return minor('Ticket changed', 'Something in the ticket was changed that decides nothing.');
    case 'Remediation Due Date Pushed':
      return {
        head: 'Due date pushed',
        words: `In Jira its date was moved from ${told.from ?? 'none'} to ${told.to ?? 'none'}. It is due ${told.ours ?? 'as before'} all the same.`,
        mark: 'late',
      };
    case 'Remediation Due Date Put Back':
      return minor('Due date put back', `Holdfast set the date in Jira back to ${told.dueOn ?? 'ours'}.`);
    case 'Remediation Due Date Not Put Back':
      return minor('Due date left', `Jira does not let Holdfast set the date: ${because ?? 'without a word'}.`);
    case 'Remediation Due Date Restored':
    case 'Remediation Due Date Set':
      return minor('Due date set', `The date in Jira is ${told.dueOn ?? 'ours'}.`);
    case 'Remediation Priority Lowered':
      return minor('Priority lowered', 'Somebody gave the ticket a lower priority. That of the fix stays.');
    case 'Remediation Ticket Moved Out':
      return minor(
        'Ticket moved',
        `It was ${told.fromKey ?? 'elsewhere'}, and is ${told.ticket?.key ?? 'in another project'} now. It is followed there.`,
      );
    case 'Remediation Ticket Missing':
      return {
        head: 'Ticket not shown',
        words: 'It was deleted, or is hidden from Holdfast. Its fix stays as it is; a person decides.',
        mark: 'late',
      };
    case 'Remediation Ticket Found Again':
      return { head: 'Ticket found again', words: 'Jira shows it again.', mark: 'open' };
    case 'Remediation Ticket Not Told':
      return minor(
        'Ticket takes no word',
        `It takes no ${told.notTold?.about ?? 'comment'} of ours: ${told.notTold?.because ?? 'without a word'}.`,
      );
    case 'Remediation Ticket Told':
      return minor('Ticket told', `It takes our word on ${told.about ?? 'it'} now.`);
    case 'Remediation Source Asked':
      return minor(
        'Source asked',
        `${told.asking?.source ?? 'A source'} is asked${told.asking?.because === 'fail' ? ' again, after a fail' : ' ahead of a check'}.`,
      );
    case 'Remediation Source Gave No Answer':
      return {
        head: 'No answer',
        isRepeated: true,
        words: `${told.asking?.source ?? 'A source'} was asked, and what came is no evidence: ${because ?? told.result ?? 'nothing'}.`,
        mark: 'late',
      };
    case 'Remediation Check Rescheduled':
      return minor('Looked at later', `The next look is ${on(told.nextCheckAt)}.`);
    default:
      return undefined;
  }
}
