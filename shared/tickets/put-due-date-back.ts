import type { Cause } from '../domain/events/recorded-event.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { dayInTicket } from '../domain/remediation/day-in-ticket.ts';
import {
  dueDateNotPutBack,
  dueDatePutBack,
  dueDateRestored,
  ticketMissing,
} from '../domain/remediation/decide/in-step.ts';
import { isDueDateOwed, isTicketed, type TicketedRemediation } from '../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../domain/remediation/remediation-events.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import type { CreateDependencies } from './create-ticket.ts';
import { syncShown } from './sync-ticket.ts';
import { takeInFirst } from './take-in-first.ts';
import type { ShownTicket, TicketSystem } from './ticket-system.ts';
import { link, paragraph, strong, type TicketText, text } from './ticket-text.ts';

type PutBackDependencies = Pick<CreateDependencies, 'store' | 'ticketSites' | 'config' | 'now'>;

export type PutBackOutcome = 'put back' | 'restored' | 'not taken' | 'not so any more' | 'missing ticket';

/**
 * Gives a ticket its due date back that somebody pushed, and says so in a comment: once in the life of a fix, because whoever moves
 * it a second time has read that.
 *
 *     pushed: owed ─▶ date set ─▶ comment ─▶ recorded: done
 *                        │           └─ crash: the same again; the date is as it should be, the comment is there already
 *                        └─ refused ─▶ recorded: left for good
 *
 * While the ticket is done, or not shown, it stays owed, and whoever hears that it was reopened comes back to it. What a lost message or a
 * long outage left owed is found by the sweep.
 *
 * @throws the system's error when it limits, or nobody knows what it did: the queue brings the work back
 */
export async function putDueDateBack(
  deps: PutBackDependencies,
  { postMortemId, remediationId }: { postMortemId: PostMortemId; remediationId: RecommendationId },
  cause: Cause,
): Promise<PutBackOutcome> {
  const { store, ticketSites, config, now } = deps;
  const fix = await store.remediation(postMortemId, remediationId);
  if (fix === undefined || !isDueDateOwed(fix)) return 'not so any more';
  const dueOn = dayInTicket(fix, config);
  if (dueOn === undefined) return 'not so any more';
  const record = (decide: (state: TicketedRemediation) => RemediationEvent[]) =>
    store.changeRemediation(
      postMortemId,
      remediationId,
      (state) => (state !== undefined && isTicketed(state) ? decide(state) : []),
      cause,
    );
  const tickets = ticketSites.named(fix.ticket.site);
  try {
    const show = () => tickets.show(fix.ticket.issueId, fix.ticket.key);
    // One answer may be wrong: so it is asked again.
    const shown = (await show()) ?? (await show());
    if (shown === undefined) {
      await record((state) => ticketMissing(state, now()));
      return 'missing ticket';
    }
    // Done meanwhile: nobody works towards the date. When it is open again, it is put back.
    if (shown.isDone) return 'not so any more';
    const restored = await dateOfPeople(tickets, shown, dueOn);
    if (restored !== undefined) {
      await syncShown({ store, tickets, config, now }, shown, cause);
      await record((state) => dueDateRestored(state, restored, now()));
      return 'restored';
    }
    await takeInFirst({ store, tickets, config, now }, shown, dueOn, cause);
    if (!(await tickets.moveDueDate(fix.ticket.issueId, dueOn))) {
      await record((state) => dueDateNotPutBack(state, NOT_TAKEN, now()));
      return 'not taken';
    }
    const untold = await tell(tickets, fix, commentOn(dueOn, recordUrlOf(config.postMortem, postMortemId)));
    await record((state) => dueDatePutBack(state, dueOn, now(), untold));
    return 'put back';
  } catch (error) {
    if (ticketSites.failureOf(error) === 'no such ticket') return 'missing ticket';
    throw error;
  }
}

/**
 * Date that people set before we came to it, ours or a nearer one. Ours may also be what we wrote in a run that came to no end: who set it is asked for,
 * and where nobody tells, it was us.
 */
async function dateOfPeople(tickets: TicketSystem, shown: ShownTicket, ours: string): Promise<string | undefined> {
  const { dueOn } = (await shown.reading()).ticket;
  if (dueOn === null || dueOn === undefined || dueOn > ours) return undefined;
  if (dueOn < ours) return dueOn;
  const by = (await shown.changedBy?.(['due date']))?.['due date']?.by;
  return by === undefined || by.accountId === (await tickets.account()) ? undefined : dueOn;
}

const NOT_TAKEN =
  'no screen of the ticket has a due date, our account may not edit the ticket, or Jira says that it did and the ticket stays as it was';

/** @returns why there is no comment: the date is put back all the same */
async function tell(tickets: TicketSystem, { ticket }: TicketedRemediation, comment: TicketText) {
  try {
    await tickets.commentOnce(ticket.issueId, 'due date put back', comment);
    return undefined;
  } catch (error) {
    if (tickets.failureOf(error) === 'refused') return 'our account may not comment there';
    throw error;
  }
}

const commentOn = (dueOn: string, recordUrl: string): TicketText => [
  paragraph(
    strong('Due date put back. '),
    text(
      `This fix is due ${dueOn}, and a date that is moved here changes nothing of that. Whoever needs more time asks an approver to ` +
        'accept the risk until then. A second time the date is left as you set it, and the reports show it. Its story stands in ',
    ),
    link('the record', recordUrl),
    text('.'),
  ),
];
