import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { isClaimedByPullRequest, isWatched, type WatchedRemediation } from '../domain/remediation/remediation.ts';
import { REMEDIATION_EVENTS } from '../domain/remediation/remediation-events.ts';
import { escalationInWords, escalationOf, type TeamDirectory } from '../domain/remediation/team-directory.ts';
import type { RemediationEventOf } from '../domain/remediation/transitions.ts';
import { notJudgedInWords, notJudgedTimes } from '../domain/verification/check-in-words.ts';
import type { CheckResult } from '../domain/verification/check-result.ts';
import { shortened } from '../domain/words/shorten.ts';
import { type Audience, withoutWords } from '../domain/words/without-words.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { checkInTicket } from './checks-in-ticket.ts';
import { dayOfTeam } from './day-of-team.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import { sayInTicket } from './say-in-ticket.ts';
import { audienceOf } from './ticket-draft.ts';
import type { TicketSites } from './ticket-sites.ts';
import {
  bulletList,
  link,
  paragraph,
  strong,
  type TextRun,
  type TicketText,
  text,
  wholeTextAt,
} from './ticket-text.ts';

export type TellDependencies = {
  store: Pick<RecordStore, 'remediation' | 'head' | 'changeRemediation'>;
  ticketSites: TicketSites;
  now: () => string;
  config: Pick<HoldfastConfig, 'postMortem' | 'remediation' | 'teams' | 'schedules'>;
};

/** Changes of a claim that the owner of its ticket is told of. A fix that failed is told by its reopening. */
export type StandingTold = RemediationEventOf<
  'Remediation Evidence Late' | 'Remediation Unproven' | 'Remediation Set Back' | 'Remediation Held'
>;

/** Late evidence that the first verdict after an upgrade found; undefined when it found none. */
export function lateness({
  data,
}: RemediationEventOf<'Remediation Regraded'>): RemediationEventOf<'Remediation Evidence Late'> | undefined {
  const { silence } = data.watch;
  if (silence === undefined) return undefined;
  return { type: 'Remediation Evidence Late', data: { ...data, expectedAt: silence.expectedAt } };
}

/** `not told`: the ticket takes no comment, and the record says so. */
export type TellOutcome = 'told' | 'not told' | 'not so any more' | 'missing ticket';

/**
 * Says in the ticket of a claimed fix what became of its proof, so that who works there learns it where they work. Once for each
 * change, though two deliveries at the same moment may both say it.
 *
 * @throws the system's error when it limits, or nobody knows what it did: the queue brings the work back
 */
export async function tellStanding(deps: TellDependencies, event: StandingTold, cause: Cause): Promise<TellOutcome> {
  const { store, ticketSites, config } = deps;
  const { postMortemId, remediationId } = event.data;
  const remediation = await store.remediation(postMortemId, remediationId);
  if (remediation === undefined || !isWatched(remediation) || !isStillSo(remediation, event)) return 'not so any more';
  const hidesFrom = (await isRestrictedNow(store, remediation)) ? audienceOf(config.remediation) : undefined;
  const recordUrl = recordUrlOf(config.postMortem, postMortemId);
  const comment = [
    ...wordsFor(event, remediation, { due: dayOfTeam(config, remediation.ownerTeam, remediation.dueAt), hidesFrom }),
    ...turnTo(event, remediation, { teams: config.teams, hidesFrom }),
    whereToRead(recordUrl),
    wholeTextAt(recordUrl),
  ];
  try {
    const note = { about: 'standing' as const, marker: markerOf(event), comment };
    return await sayInTicket(deps, remediation, remediation.ticket, note, cause);
  } catch (error) {
    if (ticketSites.failureOf(error) === 'no such ticket') return 'missing ticket';
    throw error;
  }
}

function isStillSo({ silence, heldUntil, setBackTo }: WatchedRemediation, event: StandingTold): boolean {
  switch (event.type) {
    case 'Remediation Evidence Late':
      return silence?.rung === 'late' && silence.expectedAt === event.data.expectedAt;
    case 'Remediation Unproven':
      return silence?.rung === 'unproven' && silence.expectedAt === event.data.expectedAt;
    case 'Remediation Held':
      return heldUntil !== undefined;
    case 'Remediation Set Back':
      return setBackTo === event.data.failedTo;
  }
}

/** A hold that grows longer with each fail is told once: its comment says what ends it. */
function markerOf(event: StandingTold): string {
  switch (event.type) {
    case 'Remediation Evidence Late':
      return `evidence late ${event.data.expectedAt}`;
    case 'Remediation Unproven':
      return `unproven ${event.data.expectedAt}`;
    case 'Remediation Held':
      return 'held';
    case 'Remediation Set Back':
      return `set back ${event.data.failedTo}`;
  }
}

/** Nobody can attest before somebody answers for the pull request. */
const wantsVouching = (fix: WatchedRemediation): boolean =>
  isClaimedByPullRequest(fix) && fix.checks.some(({ kind }) => kind === 'attestation');

const VOUCH = 'Its pull request is merged: move this ticket to done, and another person can attest the fix.';

function wordsFor(
  event: StandingTold,
  fix: WatchedRemediation,
  { due, hidesFrom }: { due: string; hidesFrom: Audience | undefined },
): TicketText {
  switch (event.type) {
    case 'Remediation Evidence Late':
      return [
        paragraph(
          strong('Evidence is late. '),
          text(
            `This fix cannot be shown to hold: evidence was expected by ${minuteOf(event.data.expectedAt)}, and none came. ` +
              `Have the check run, or look why its result does not arrive. ${wantsVouching(fix) ? VOUCH : 'Nothing else is wanted of you.'}`,
          ),
        ),
        ...missing(event, hidesFrom),
      ];
    case 'Remediation Unproven':
      return [
        paragraph(
          strong('Unproven. '),
          text(
            `Evidence has been missing since ${minuteOf(event.data.expectedAt)}. Without it the claim is not believed: ` +
              `the fix counts as overdue from its due date, ${due}, until evidence comes.${wantsVouching(fix) ? ` ${VOUCH}` : ''}`,
          ),
        ),
        ...missing(event, hidesFrom),
      ];
    case 'Remediation Held':
      return [
        paragraph(
          strong('Held. '),
          text(
            'This fix came back again and again, so its claim is not taken as one yet. It counts when nothing has failed until ' +
              `${minuteOf(event.data.heldUntil)}; each fail until then makes the time longer. The ticket is not moved.`,
          ),
        ),
      ];
    case 'Remediation Set Back': {
      const { failedFrom, failedTo } = event.data;
      return [
        paragraph(
          strong('It failed for a while. '),
          text(
            `We learnt late that the check failed from ${minuteOf(failedFrom)} to ${minuteOf(failedTo)}. It has passed since, so ` +
              'nothing is reopened; the steps of its verification are counted anew from then.',
          ),
        ),
      ];
    }
  }
}

/**
 * Says who answers next. A ticket of a restricted record that tells no word of it does not say either whose lead has to know of it.
 */
function turnTo(
  { type }: StandingTold,
  { ownerTeam }: WatchedRemediation,
  { teams, hidesFrom }: { teams: TeamDirectory; hidesFrom: Audience | undefined },
): TicketText {
  const next = escalationOf(teams, ownerTeam);
  if (type !== 'Remediation Unproven' || next === undefined || hidesFrom === 'everybody') return [];
  return [paragraph(text(`Next to turn to: ${escalationInWords(next)}.`))];
}

type Silent = Extract<StandingTold, { type: 'Remediation Evidence Late' | 'Remediation Unproven' }>;

/** Checks that lack evidence. Of a restricted record no more than its readers may know. */
function missing(event: Silent, hidesFrom: Audience | undefined): TicketText {
  const { data } = REMEDIATION_EVENTS[event.type];
  const { results } = hidesFrom === undefined ? event.data : withoutWords(data, event.data, hidesFrom);
  const lacking = results.filter(({ outcome }) => outcome === 'unknown' || outcome === 'stale');
  const isTold = hidesFrom === undefined;
  return lacking.length === 0
    ? []
    : [bulletList(lacking.map(({ check, notJudged }) => [...checkInTicket(check), ...unjudged(notJudged, isTold)]))];
}

/** A source that does speak, and does not judge, is the first place to look. Senders chose its name, its resource and its reason. */
function unjudged(notJudged: CheckResult['notJudged'], isTold: boolean): TextRun[] {
  if (notJudged === undefined) return [];
  const { at, reason } = notJudged.newest;
  const what = isTold ? notJudgedInWords(notJudged) : notJudgedTimes(notJudged);
  const why = isTold && reason !== undefined ? `: ${shortened(reason, REASON_LIMIT)}` : '';
  return [text(` — ${what}, ${minuteOf(at)}${why}`)];
}

const REASON_LIMIT = 300;

const whereToRead = (recordUrl: string) =>
  paragraph(link('The record', recordUrl), text(' has the story of this fix.'));

const minuteOf = (expectedAt: string): string => `${expectedAt.slice(0, 16).replace('T', ' ')} UTC`;
