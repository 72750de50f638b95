import { webUrl } from '../document/links.ts';
import type { Remediation } from '../domain/remediation/remediation.ts';
import type { CheckResult } from '../domain/verification/check-result.ts';
import { gradeOf } from '../domain/verification/grade.ts';
import type { Outcome } from '../store/queues/outcomes.ts';
import type { Standing, StoryEntry, StoryEvent } from './report-data.ts';

/** Story of one fix, from its outcomes in the order of time. `known`: the remediation as it is now. */
export function storyOf(outcomes: readonly Outcome[], known: Remediation | undefined): StoryEntry[] {
  const story: StoryEntry[] = [];
  for (const outcome of outcomes) {
    const event = eventOf(outcome, wasProvenBefore(outcome.at, story, known));
    const entry = { at: outcome.at, event, times: 1, results: outcome.results.map(withSafeLinks) };
    const last = story.at(-1);
    if (last?.event === event) story.splice(-1, 1, { ...entry, times: last.times + 1 });
    else story.push(entry);
  }
  return story;
}

const IS_FAILURE = new Set<StoryEvent>(['ineffective', 'regressed', 'held']);
const IS_VERDICT = new Set<StoryEvent>(['ineffective', 'regressed', 'held', 'proven', 'still holds']);

/**
 * Standing of a fix after its story, and since when. A failure stays until evidence outweighs it: moving the ticket to
 * done once more does not.
 *
 *     claimed ─▶ ineffective ─▶ reopened ─▶ claimed            did not hold
 *     claimed ─▶ ineffective ─▶ reopened ─▶ claimed ─▶ proven  proven
 */
export function standingOf(story: readonly StoryEntry[]): { standing: Standing; since: string } | undefined {
  const verdict = story.findLast(({ event }) => IS_VERDICT.has(event));
  const decisive = verdict !== undefined && IS_FAILURE.has(verdict.event) ? verdict : story.at(-1);
  return decisive && { standing: standingAfter(decisive), since: decisive.at };
}

function standingAfter({ event, results }: StoryEntry): Standing {
  const standing = STANDING_AFTER[event];
  if (event === 'regraded') return regradedTo(results);
  return standing === 'proven' ? gradeOf(results) : standing;
}

/** Standing of a fix from before verdicts, after its first one. */
function regradedTo(results: StoryEntry['results']): Standing {
  if (results.some(({ outcome }) => outcome === 'unsettled')) return 'in doubt';
  // That evidence is late, and no longer only awaited, the fix itself says.
  return results.some(({ outcome }) => outcome === 'stale' || outcome === 'unknown') ? 'passing' : gradeOf(results);
}

const STANDING_AFTER: Record<StoryEvent, Standing> = {
  claimed: 'claimed',
  'passed a step': 'passing',
  'in doubt': 'in doubt',
  excused: 'passing',
  late: 'late',
  unproven: 'unproven',
  'set back': 'passing',
  held: 'did not hold',
  proven: 'proven',
  'still holds': 'proven',
  regraded: 'proven',
  ineffective: 'did not hold',
  regressed: 'did not hold',
  reopened: 'reopened',
};

/** From a claim to the proof of it, when both are known. */
export function claimToProofMs(story: readonly StoryEntry[], known: Remediation | undefined): number | undefined {
  const proof = story.findLastIndex(({ event, results }) => event === 'proven' && gradeOf(results) === 'proven');
  const provenAt = story[proof]?.at;
  if (provenAt === undefined) return undefined;
  const claim = story.slice(0, proof).findLast(({ event }) => event === 'claimed');
  const isThatClaim = known?.state === 'verified' && known.verifiedAt === provenAt;
  const claimedAt = claim?.at ?? (isThatClaim ? known.claim.at : undefined);
  return claimedAt === undefined ? undefined : Math.max(0, Date.parse(provenAt) - Date.parse(claimedAt));
}

function eventOf({ type }: Outcome, wasProven: boolean): StoryEvent {
  switch (type) {
    case 'Remediation Claimed':
      return 'claimed';
    case 'Remediation Check Passed':
      return wasProven ? 'still holds' : 'passed a step';
    case 'Remediation Silence Excused':
      return 'excused';
    // From before silence had rungs.
    case 'Remediation Check Inconclusive':
    case 'Remediation Evidence Late':
      return 'late';
    case 'Remediation Unproven':
      return 'unproven';
    case 'Remediation Doubted':
      return 'in doubt';
    case 'Remediation Set Back':
      return 'set back';
    case 'Remediation Held':
      return 'held';
    case 'Remediation Verified':
      return 'proven';
    case 'Remediation Regraded':
      return 'regraded';
    case 'Remediation Ineffective':
      return 'ineffective';
    case 'Remediation Regressed':
      return 'regressed';
    case 'Remediation Reopened':
      return 'reopened';
  }
}

/** A passed check of a fix that was proven already says that it still holds, which the outcome alone does not tell. */
function wasProvenBefore(at: string, story: readonly StoryEntry[], known: Remediation | undefined): boolean {
  const turn = story.findLast(({ event }) => event !== 'passed a step' && event !== 'late');
  if (turn?.event === 'regraded') return known?.state === 'verified';
  if (turn !== undefined) return turn.event === 'proven' || turn.event === 'still holds';
  return known?.state === 'verified' && Date.parse(known.verifiedAt) < Date.parse(at);
}

/** Sources name their own addresses; only those that lead to the web are kept. */
function withSafeLinks(result: CheckResult): CheckResult {
  const evidence = result.evidence.map(({ what, at, url }) => {
    const safe = url === undefined ? undefined : webUrl(url);
    return { what, at, ...(safe !== undefined && { url: safe }) };
  });
  return { ...result, evidence };
}
