import { webUrl } from '../document/links.ts';
import { mergeThatClaims } from '../domain/remediation/merge-that-claims.ts';
import type { PlannedTicket } from '../domain/remediation/planned-ticket.ts';
import { Recommendation, rankOf } from '../domain/remediation/recommendation.ts';
import { RemediationCommon } from '../domain/remediation/remediation.ts';
import type { RemediationPolicy } from '../domain/remediation/remediation-policy.ts';
import type { Check } from '../domain/verification/plan.ts';
import { isReadable } from '../domain/words/readable.ts';
import { type Audience, WITHHELD_URL, withoutWords } from '../domain/words/without-words.ts';
import { checkInTicket, resultInTicket } from './checks-in-ticket.ts';
import { proseBlocks } from './prose.ts';
import type { TicketDraft } from './ticket-system.ts';
import { bulletList, heading, link, paragraph, strong, type TicketText, text, wholeTextAt } from './ticket-text.ts';

export type FormerTicket = { key: string; url: string | undefined; isGone: boolean };

export type TicketContent = {
  remediation: RemediationCommon;
  /** True when the ticket may tell no more of the record than `policy.restrictedTickets`. */
  isRestricted: boolean;
  recommendation: Recommendation;
  /** The address of the record, which explains it all. */
  recordUrl: string;
  policy: Pick<RemediationPolicy, 'labels' | 'restrictedTickets'>;
  /** Route and day that the configuration of now has for it. */
  plan: Pick<PlannedTicket, 'route' | 'dueOn'>;
  /** Ticket that could not be reopened, for which this one is the follow-up; `url`: as people browse it; `isGone`: it is not shown any more. */
  former?: FormerTicket | undefined;
  /** Incident that it follows from, as people browse it; undefined where the record was opened without a ticket. */
  incident: { key: string; url: string } | undefined;
};

/** Drafts the ticket of a remediation. */
export function ticketDraft({ remediation, recommendation, recordUrl, policy, ...more }: TicketContent): TicketDraft {
  const isRestricted = more.isRestricted || remediation.isRestricted === true;
  const audience = audienceOf(policy);
  const told = isRestricted
    ? { ...withoutWords(Recommendation, recommendation, audience), why: RESTRICTED }
    : recommendation;
  const fix = isRestricted ? withoutWords(RemediationCommon, remediation, audience) : remediation;
  // The route is the config's: its names are no words of the record.
  const { plan, incident, former } = more;
  const { route, dueOn } = plan;
  const { priority, id, postMortemId } = remediation;
  return {
    mark: { postMortemId, remediationId: id },
    route,
    title: `${former === undefined ? '' : FOLLOW_UP}${isRestricted && audience === 'everybody' ? `Restricted recommendation ${id}` : titleOf(told)}`,
    description: description(told, fix, {
      before: former === undefined ? [] : followedUp(former, fix.followsUp),
      recordUrl,
      origin: isRestricted ? undefined : { incident, ownerTeam: told.ownerTeam },
    }),
    priority,
    dueOn,
    labels: [...policy.labels, ...(route.labels ?? [])],
    facts: {
      severity: priority,
      why: told.why,
      criterion: told.successCriterion,
      record: recordUrl,
      ...(isRestricted ? {} : { 'owner team': recommendation.ownerTeam }),
      ...(isRestricted || incident === undefined ? {} : { incident: incident.key }),
    },
  };
}

/** Titles of blanks were once taken, and approved. Jira makes no issue without a summary, and so none of those. */
const titleOf = ({ id, title }: Recommendation): string => (isReadable(title) ? title : `Recommendation ${id}`);

/** Readers that the tickets of restricted records are written for. */
export const audienceOf = ({ restrictedTickets }: Pick<RemediationPolicy, 'restrictedTickets'>): Audience =>
  restrictedTickets === 'instruction' ? 'ticket' : 'everybody';

const RESTRICTED =
  'It follows from an incident whose record is restricted. Those who may read it find the reason there.';

/** Where a fix comes from, which the ticket of a restricted record does not tell. */
type Origin = { incident: TicketContent['incident']; ownerTeam: string };

/** Description for the engineer who gets the ticket: why, when is it good, who shows it, where does it come from. */
function description(
  recommendation: Recommendation,
  fix: Pick<RemediationCommon, 'checks' | 'steps' | 'existingWork' | 'followsUp'>,
  { before, recordUrl, origin }: { before: TicketText; recordUrl: string; origin: Origin | undefined },
): TicketText {
  const { checks, steps } = fix;
  const rank = `impact ${recommendation.impact} × feasibility ${recommendation.feasibility} = ${rankOf(recommendation)}`;
  return [
    ...before,
    ...alreadyDone(fix),
    heading('Why'),
    ...proseBlocks(recommendation.why),
    heading('Done means'),
    ...proseBlocks(recommendation.successCriterion),
    heading('How it will be verified'),
    paragraph(text(`${claimOf(fix)} It is checked ${readableSteps(steps)} after that:`)),
    bulletList(checks.map(checkInTicket)),
    ...whoShowsIt(checks, recommendation.id, recordUrl),
    paragraph(text('If a check fails, this ticket is reopened with the evidence in a comment.')),
    heading('Where it comes from'),
    bulletList([
      ...(origin?.incident === undefined
        ? []
        : [[strong('Incident: '), link(origin.incident.key, origin.incident.url)]]),
      ...(origin === undefined ? [] : [[strong('Owner team: '), text(origin.ownerTeam)]]),
      [strong('Record: '), link('the post-mortem', recordUrl), text(` · ${recommendation.kind} · ${rank}`)],
    ]),
    wholeTextAt(recordUrl),
  ];
}

const claimOf = (fix: Pick<RemediationCommon, 'existingWork' | 'checks' | 'followsUp'>): string =>
  mergeThatClaims(fix) === undefined
    ? 'Moving this ticket to done is a claim.'
    : 'That its pull request is merged is a claim, from the approval on.';

const FOLLOW_UP = 'Follow-up: ';

/** Says which ticket this one takes the place of, and why: what was found there, or that the time of an accepted risk is over. */
function followedUp({ key, url, isGone }: FormerTicket, failure: RemediationCommon['followsUp']): TicketText {
  const why = failure === undefined ? PUT_AWAY : NOT_HOLDING;
  const told = [
    strong('Follow-up of '),
    url === undefined ? strong(key) : link(key, url),
    text(`. ${why} ${isGone ? OUT_OF_SIGHT : NO_WAY_OUT}, so the work goes on here.`),
  ];
  if (failure === undefined) return [paragraph(...told)];
  return [paragraph(...told, text(' What was found:')), bulletList(failure.results.map(resultInTicket))];
}

const PUT_AWAY =
  'Holdfast moved that ticket to done while its risk was accepted. That time is over, and this fix is wanted.';
const NO_WAY_OUT = 'Its workflow lets Holdfast take no way out of done';
const OUT_OF_SIGHT = 'It was deleted since, or hidden from Holdfast';
const NOT_HOLDING = 'The fix was claimed, but the evidence says that it does not hold.';

/**
 * What the fix names now: an approver may have changed it since the recommendation was written. A pull request of which a restricted
 * record tells nothing has another address here, or none.
 */
function alreadyDone(fix: Pick<RemediationCommon, 'existingWork' | 'checks' | 'followsUp'>): TicketText {
  if (fix.existingWork?.kind !== 'pull request') return [];
  const { url } = fix.existingWork;
  const isWithheld = url === WITHHELD_URL || webUrl(url) === undefined;
  const claims = mergeThatClaims(fix) !== undefined;
  if (isWithheld && !claims) return [];
  return [
    paragraph(
      strong('Already done: '),
      isWithheld ? text('a pull request, which the record names') : link('this pull request', url),
      text(claims ? COUNTS_AS_DONE : LOOK_AND_MOVE),
    ),
  ];
}

const COUNTS_AS_DONE =
  '. It counts as done, and is checked. Move this ticket to done where you see that it does what stands below; close it as what will not be done where it does not.';
const LOOK_AND_MOVE =
  '. See that it is merged and does what stands below, then move this ticket to done. Do not do it twice.';

/** Says what of the proof comes by itself, and where a person gives their word. */
function whoShowsIt(checks: readonly Check[], id: string, recordUrl: string): TicketText {
  const sources = checks.flatMap((check) => (check.kind === 'signal' ? (check.sources ?? []) : []));
  const isSent = checks.some(({ kind }) => kind === 'signal');
  const from = sources.length === 0 ? 'a source of evidence' : readableList([...new Set(sources)]);
  return [
    ...(isSent ? [paragraph(text(`Signals are sent by ${from}; you send nothing yourself.`))] : []),
    ...(checks.some(({ kind }) => kind === 'attestation')
      ? [paragraph(text('Attestations are given in '), link('the record', recordUrl), text(`, for the fix ${id}.`))]
      : []),
  ];
}

const UNIT_WORDS: Record<string, string> = { W: 'week', D: 'day', H: 'hour', M: 'minute', S: 'second' };

/** ISO 8601 durations as people say them: "7 days, 30 days and 90 days". */
export function readableSteps(steps: readonly string[]): string {
  const words = steps.map((step) =>
    [...step.matchAll(/(\d+)([WDHMS])/g)]
      .map(([, count, unit]) => `${count} ${UNIT_WORDS[unit ?? ''] ?? ''}${count === '1' ? '' : 's'}`)
      .join(' '),
  );
  return readableList(words);
}

function readableList(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
