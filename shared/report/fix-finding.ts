import { counted } from '../document/counted.ts';
import {
  type EvidenceGroup,
  type EvidenceResult,
  type Finding,
  type Inline,
  inlineLink,
  mark,
  minute,
  second,
  type Tone,
} from '../document/document.ts';
import { withReadableInstants } from '../document/time-in-words.ts';
import { checkInWords, notJudgedInWords, wantedInWords } from '../domain/verification/check-in-words.ts';
import type { CheckResult, NotJudgedSince } from '../domain/verification/check-result.ts';
import { gradeOf } from '../domain/verification/grade.ts';
import type { Fix, StoryEntry, StoryEvent } from './report-data.ts';
import { STANDING_WORDS } from './standing-words.ts';

/** A fix with the evidence that decided. What failed or could not be answered is open to the reader at once. */
export function finding(fix: Fix): Finding {
  return {
    title: fix.title,
    ticket: inlineLink(fix.key, fix.ticketUrl),
    facts: [
      ...(fix.priority === undefined ? [] : [[mark(fix.priority, fix.priority)]]),
      [fix.ownerTeam],
      [inlineLink('Record', fix.recordUrl)],
      ...(fix.nextCheckAt === undefined ? [] : [['next check ', minute(fix.nextCheckAt)]]),
    ],
    story: fix.story.map(storyStep),
    notes: notes(fix),
    evidence: fix.story.filter(({ results }) => results.length > 0).map(evidenceGroup),
    isOpen: ['did not hold', 'unproven', 'late', 'in doubt'].includes(fix.standing),
  };
}

function notes({ standing, story, wanted, untestedBecause }: Fix): Finding['notes'] {
  const last = story.at(-1)?.event;
  const now = standing === 'did not hold' && last !== undefined ? SINCE_FAILURE[last] : undefined;
  return [
    ...(now === undefined ? [] : [{ name: 'Since then', text: now }]),
    ...(untestedBecause === undefined ? [] : [{ name: 'Not tested, because', text: untestedBecause }]),
    ...(wanted.length === 0 ? [] : [{ name: 'Wanted', text: wanted.map(wantedInWords).join('; ') }]),
  ];
}

/** Outcome of a fix that did not hold. Whatever it is, it is no proof yet. */
const SINCE_FAILURE: Partial<Record<StoryEvent, string>> = {
  reopened: 'the same ticket is open again.',
  claimed: 'claimed once more, not proven.',
  'passed a step': 'claimed once more and passed a step, not proven.',
  late: 'claimed once more, without the evidence to decide.',
  unproven: 'claimed once more, without the evidence to decide.',
  'in doubt': 'claimed once more, and a source says fail.',
  held: 'closed once more; the claim counts when nothing has failed for a while.',
};

const EVENT_WORDS: Record<StoryEvent, { text: string; tone: Tone }> = {
  claimed: { text: 'claimed', tone: 'neutral' },
  'passed a step': { text: 'passed a step', tone: 'progress' },
  'in doubt': { text: 'a source says fail', tone: 'doubt' },
  late: { text: 'evidence late', tone: 'warn' },
  unproven: { text: 'unproven', tone: 'unproven' },
  excused: { text: 'evidence missing while our own intake was down', tone: 'neutral' },
  'set back': { text: 'failed for a while; steps counted anew', tone: 'doubt' },
  held: { text: 'held: came back again and again', tone: 'bad' },
  proven: { text: 'proven', tone: 'good' },
  'still holds': { text: 'still holds', tone: 'good' },
  regraded: { text: 'judged anew after the upgrade', tone: 'neutral' },
  ineffective: { text: 'did not hold', tone: 'bad' },
  regressed: { text: 'proven before, stopped holding', tone: 'bad' },
  reopened: { text: 'reopened', tone: 'withdrawn' },
};

/** Words and colour of an entry. A fix of which no source was asked is not called proven. */
function wordsOf({ event, results }: StoryEntry): { text: string; tone: Tone } {
  const grade = event === 'proven' ? gradeOf(results) : undefined;
  return grade === undefined || grade === 'proven'
    ? EVENT_WORDS[event]
    : { text: grade, tone: STANDING_WORDS[grade].tone };
}

function storyStep(entry: StoryEntry): Inline[] {
  const { times, at } = entry;
  const { text, tone } = wordsOf(entry);
  return [
    mark(times === 1 ? text : `${text} ${counted(times, 'time')}`, tone),
    times === 1 ? ' ' : ' last ',
    second(at),
  ];
}

function evidenceGroup(entry: StoryEntry): EvidenceGroup {
  const { at, results } = entry;
  const { text, tone } = wordsOf(entry);
  return { heading: [mark(text, tone), ' ', second(at)], results: failedFirst(results).map(evidenceResult) };
}

const OUTCOME_TONES: Record<CheckResult['outcome'], Tone> = {
  pass: 'good',
  fail: 'bad',
  unknown: 'warn',
  stale: 'warn',
  unsettled: 'doubt',
  untested: 'untested',
};

function evidenceResult({ check, outcome, because, evidence, notJudged }: CheckResult): EvidenceResult {
  return {
    mark: mark(outcome, OUTCOME_TONES[outcome]),
    check: checkInWords(check),
    because: withReadableInstants(because),
    seen: [
      ...evidence.map(({ what, at, url }) => [
        ...(what === because ? [] : [`${what}, `]),
        'seen ',
        second(at),
        ...(url === undefined ? [] : [' · ', inlineLink('open the evidence', url)]),
      ]),
      ...(notJudged === undefined ? [] : [unjudged(notJudged)]),
    ],
  };
}

/** Words that decided nothing, and tell why nothing was decided. */
function unjudged(notJudged: NotJudgedSince): Inline[] {
  const { at, reason } = notJudged.newest;
  return [`${notJudgedInWords(notJudged)}, `, second(at), ...(reason === undefined ? [] : [`: ${reason}`])];
}

function failedFirst(results: readonly CheckResult[]): CheckResult[] {
  return results.toSorted((a, b) => Number(b.outcome === 'fail') - Number(a.outcome === 'fail'));
}
