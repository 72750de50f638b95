import type { Schemas } from '../data/api.ts';
import { timeInWords } from '../marks/time-in-words.ts';
import { ofResource } from './check-words.ts';
import type { MomentWords } from './moment-words.ts';
import { type ToldOfFix, toldIn } from './told.ts';
import { wordsOfTicketEntry } from './words-of-ticket-entry.ts';

const on = (at: string | undefined): string => (at === undefined ? 'later' : timeInWords(at));
const resultsIn = ({ results }: ToldOfFix) => (results === undefined ? {} : { results });
const step = ({ step: number }: ToldOfFix): string => (number === undefined ? 'a step' : `step ${number + 1}`);

/** An entry of the log as people say it. Undefined: it says nothing about where the fix stands, or is of a release to come. */
export function wordsOfEntry(entry: Schemas['AuditEntry'], isProven: boolean): MomentWords | undefined {
  const told = toldIn(entry);
  return (
    wordsOfVerdict(entry.type, told, isProven) ??
    wordsOfDecision(entry.type, told) ??
    wordsOfTicketEntry(entry.type, told)
  );
}

function wordsOfVerdict(type: string, told: ToldOfFix, isProven: boolean): MomentWords | undefined {
  switch (type) {
    case 'Remediation Check Passed':
      return isProven
        ? {
            head: 'Still holds',
            words: 'It was looked at again, and every check passed.',
            after: 'proven',
            ...resultsIn(told),
          }
        : {
            head: 'Passed a step',
            words: `Every check of ${step(told)} passed.`,
            after: 'passing',
            ...resultsIn(told),
          };
    case 'Remediation Verified':
      return verified(told);
    case 'Remediation Regraded':
      return {
        head: 'Judged anew',
        words: `By the rules of a newer release it is: ${told.found ?? 'unknown'}.`,
        after: told.found === undefined || told.found === 'awaiting' ? 'passing' : told.found,
        ...resultsIn(told),
      };
    case 'Remediation Ineffective':
    case 'Remediation Regressed':
      return failed(type, told);
    case 'Remediation Doubted':
      return { head: 'In doubt', words: doubtWords(told), after: 'in doubt' };
    case 'Remediation Doubt Ended':
      return {
        head: 'Doubt over',
        words: 'The source took its fail back before it counted, or has spoken again.',
        after: isProven ? 'proven' : 'passing',
      };
    case 'Remediation Evidence Late':
    case 'Remediation Check Inconclusive':
      return {
        head: 'Could not be decided',
        words: `${silence(told)}. Until it comes, this is a claim.`,
        after: 'late',
        ...resultsIn(told),
      };
    case 'Remediation Silence Excused':
      return {
        head: 'Could not be decided',
        words: `${silence(told)}, and may have been lost while Holdfast took in no evidence. Nobody is blamed for it.`,
        after: 'late',
        ...resultsIn(told),
      };
    case 'Remediation Unproven':
      return {
        head: 'Unproven',
        words: `${silence(told)}. The claim no longer stops the clock.`,
        after: 'unproven',
        ...resultsIn(told),
      };
    case 'Remediation Set Back':
      return {
        head: 'Set back',
        words: `${told.source ?? 'A source'} told late of a fail from ${on(told.failedFrom)} to ${on(told.failedTo)}. Nothing is reopened; the steps are counted anew.`,
        after: 'passing',
      };
    case 'Remediation Held':
      return {
        head: 'Held back',
        words: `It came back again and again. The claim counts when nothing fails until ${on(told.heldUntil)}.`,
        mark: 'late',
      };
    default:
      return undefined;
  }
}

function verified(told: ToldOfFix): MomentWords {
  const { grade = 'proven' } = told;
  const words = {
    proven: 'Every check of the last step passed, on evidence from after the claim.',
    attested: 'A second person gave their word on every check. No source of evidence was asked.',
    'done, not tested': 'The ticket is closed as done, and nothing else was looked at. That is no proof.',
  }[grade];
  const head = grade === 'done, not tested' ? 'Done, not tested' : grade === 'attested' ? 'Attested' : 'Proven';
  return { head, words, after: grade, ...resultsIn(told) };
}

function failed(type: string, { failure, results = failure?.results }: ToldOfFix): MomentWords {
  const fails = (results ?? []).filter(({ outcome }) => outcome === 'fail').length;
  const count =
    results === undefined ? '' : ` ${fails} of ${results.length} ${results.length === 1 ? 'check' : 'checks'} failed.`;
  return {
    head: type === 'Remediation Regressed' ? 'Stopped holding' : 'Did not hold',
    words:
      (type === 'Remediation Regressed'
        ? 'It was proven, and does not hold any more.'
        : 'It was claimed; the evidence says otherwise.') + count,
    after: 'did not hold',
    ...(results === undefined ? {} : { results }),
  };
}

const doubtWords = ({ source = 'A source', resource, observedAt }: ToldOfFix): string =>
  `${source} says fail${ofResource(resource)}, seen ${on(observedAt)}. It counts when that is confirmed.`;

const silence = ({ expectedAt, step: number }: ToldOfFix): string =>
  `Evidence${number === undefined ? '' : ` for step ${number + 1}`} was expected by ${on(expectedAt)} and did not come`;

function wordsOfDecision(type: string, told: ToldOfFix): MomentWords | undefined {
  const { attestation, acceptance, decision, because, claim } = told;
  switch (type) {
    case 'Remediation Claimed':
      return {
        head: 'Claimed',
        words:
          claim?.isOfPullRequest === true
            ? 'The record names a merged pull request that does the work. A claim proves nothing yet.'
            : `The ticket went to ${claim?.status ?? 'done'}. A claim proves nothing yet.`,
        after: 'claimed',
      };
    case 'Remediation Vouched For':
      return {
        head: 'Claim taken over',
        words: 'The ticket went to done: the claim of the pull request is a person’s now.',
        mark: 'claimed',
      };
    case 'Remediation Closed Without Claim':
      return {
        head: 'Closed without a claim',
        words: `The ticket was closed as “${told.closed?.outcome ?? 'not done'}”, which claims nothing. Its clock runs on; a person decides.`,
        mark: 'open',
        after: 'open',
      };
    case 'Remediation Reopened':
      return told.isByHoldfast === true
        ? {
            head: 'Reopened',
            words: `The same ticket is open again: ${because ?? 'a check failed'}.`,
            mark: 'reopened',
            after: 'did not hold',
          }
        : {
            head: 'Claim withdrawn',
            words: `The ticket was moved out of done: ${because ?? 'by a person in Jira'}.`,
            after: 'reopened',
          };
    case 'Remediation Attested':
      return {
        head: attestation?.outcome === 'fail' ? 'Attested: fail' : 'Attested: pass',
        words: `On check ${(attestation?.check ?? 0) + 1}: “${attestation?.note ?? ''}”`,
        mark: attestation?.outcome === 'fail' ? 'did not hold' : 'attested',
      };
    case 'Risk Accepted':
      return {
        head: 'Risk accepted',
        words: `Until ${on(acceptance?.until)}, because: ${acceptance?.reason ?? ''} In its place: ${acceptance?.compensatingControl ?? ''}`,
        after: 'accepted',
      };
    case 'Risk Acceptance Expired':
      return {
        head: 'Acceptance over',
        words: 'The accepted time is over: a fix with a claim is judged, any other is wanted again.',
        mark: 'accepted',
        after: 'open',
      };
    case 'Remediation Cancelled':
      return { head: 'Cancelled', words: decision?.reason ?? told.reason ?? 'Given up.', after: 'cancelled' };
    case 'Remediation Overdue':
      return { head: 'Overdue', words: `It was due ${on(told.dueAt)}, and nobody says that it is done.`, mark: 'late' };
    case 'Remediation Check Asked For':
      return {
        head: 'Check asked for',
        words: 'Somebody asked where the claim stands; it was judged at once.',
        mark: 'claimed',
        isMinor: true,
      };
    default:
      return undefined;
  }
}
