import * as z from 'zod';
import type { PostMortemHead } from '../record/post-mortem.ts';
import { rankedAt, rankOfFix } from '../remediation/rank.ts';
import {
  isTicketed,
  isUnproven,
  REMEDIATION_STATES,
  type Remediation,
  type RemediationState,
} from '../remediation/remediation.ts';
import { GRADES, type Grade } from '../verification/grade.ts';
import { Instant, PostMortemId, RecommendationId } from '../words/identifiers.ts';
import { identifier, TICKET_KEY } from '../words/marks.ts';
import { Severity } from '../words/severity.ts';
import { Tlp } from '../words/tlp.ts';
import { type ListEntry, type Listing, type ListPath, listing } from './list-entry.ts';

/** A fix as a line of a list. It changes far less often than the fix. */
export const FixLine = z.object({
  id: RecommendationId,
  postMortemId: PostMortemId,
  state: z.enum(REMEDIATION_STATES),
  /** How good its proof is; absent while it is not verified, and in fixes from before it was kept. */
  grade: z.enum(GRADES).optional(),
  title: z.string(),
  ownerTeam: z.string(),
  priority: Severity,
  rank: z.int().min(1).max(25).optional().describe('Impact × feasibility; missing in lines from before it was kept'),
  requestedAt: Instant.optional(),
  wantedAgainAt: Instant.optional().describe('When the last acceptance of its risk ended: its age counts from there'),
  cameBackAt: Instant.optional().describe(
    'When evidence last showed that it does not hold, or its ticket was reopened for that, until somebody says again that it is done, whatever becomes of that; missing in lines from before it was kept',
  ),
  dueAt: Instant,
  overdueSince: Instant.optional(),
  /** True when evidence was wanted for so long that it counts as overdue. */
  isUnproven: z.literal(true).optional(),
  ticket: z.object({ site: z.string(), key: identifier(z.string(), TICKET_KEY) }).optional(),
  incident: z.string().describe('Key of the incident that it came of'),
  tlp: Tlp.describe('Mark of its record'),
  sameWords: z
    .array(z.object({ id: RecommendationId, postMortemId: PostMortemId, ticket: z.string().optional() }))
    .optional()
    .describe('Open fixes of the same team that say the same; with `sort=rank` alone, and none of a restricted record'),
  changedAt: Instant.optional().describe('When it changed last; with `sort=changed` alone'),
});
export type FixLine = z.infer<typeof FixLine>;

/** Orders in which all fixes are listed. */
export const FIX_SORTS = ['due', 'priority', 'rank', 'changed'] as const;

/** What is not verified, and not given up: to be done, or to be proven. */
export const UNSETTLED: readonly RemediationState[] = [
  'requested',
  'ambiguous',
  'open',
  'claimed',
  'verifying',
  'ineffective',
  'regressed',
];

/** Lists of fixes, the earliest due first; those by rank have the time of `rankedAt` instead. */
export const fixLists = {
  state: (state: RemediationState, team?: string): ListPath => [
    'fix',
    'state',
    state,
    ...(team === undefined ? [] : [team]),
  ],
  grade: (grade: Grade, team?: string): ListPath => ['fix', 'grade', grade, ...(team === undefined ? [] : [team])],
  /** Those of a state once more, by their priority. As many as there are in the state, so that they are not counted. */
  priority: (priority: Severity, state: RemediationState): ListPath => ['fix', 'priority', priority, state],
  /** Those that are not settled once more, by rank and age; not counted either. */
  rank: (state: RemediationState, team?: string): ListPath => [
    'fix',
    'rank',
    state,
    ...(team === undefined ? [] : [team]),
  ],
};

/** What the lists of fixes say of one. */
export function fixListing(fix: Remediation, head: Pick<PostMortemHead, 'tlp' | 'incident'>): Listing {
  const line = fixLine(fix, head);
  const { state, ownerTeam, grade } = line;
  const lists = [
    fixLists.state(state),
    fixLists.state(state, ownerTeam),
    ...(grade === undefined ? [] : [fixLists.grade(grade), fixLists.grade(grade, ownerTeam)]),
  ];
  const entryIn = (list: ListPath): ListEntry => ({ list, at: fix.dueAt, id: fix.id, line, rank: line.priority });
  const { entries, counts } = listing(lists.map(entryIn), head.tlp);
  return { entries: [...entries, entryIn(fixLists.priority(line.priority, state)), ...rankEntries(fix, line)], counts };
}

function rankEntries(fix: Remediation, line: FixLine): ListEntry[] {
  const { id, state, ownerTeam, rank } = line;
  if (rank === undefined || !UNSETTLED.includes(state)) return [];
  const at = rankedAt(rank, { ...fix, wantedAgainAt: line.wantedAgainAt });
  return [fixLists.rank(state), fixLists.rank(state, ownerTeam)].map((list) => ({ list, at, id, line }));
}

/**
 * What failed is open again once its ticket is, or waits for another ticket, and then looks like what nobody ever claimed. A claim that came after
 * makes what evidence said before it old, also once it was taken back.
 */
function cameBackAt(fix: Remediation): Pick<FixLine, 'cameBackAt'> {
  switch (fix.state) {
    case 'ineffective':
    case 'regressed':
      return { cameBackAt: fix.failure.at };
    case 'requested':
    case 'ambiguous':
      return fix.followsUp === undefined ? reopenedUnclaimed(fix, undefined) : { cameBackAt: fix.followsUp.at };
    case 'open':
      return reopenedUnclaimed(fix, fix.endedClaimAt);
    default:
      return {};
  }
}

/** @param endedClaimAt tells of the last claim in fixes from before that was kept; it is also the time of a closing that was none */
function reopenedUnclaimed(
  { evidenceReopenedAt, lastClaimAt }: Remediation,
  endedClaimAt: string | undefined,
): Pick<FixLine, 'cameBackAt'> {
  const last = evidenceReopenedAt?.at(-1);
  const claimAt = lastClaimAt ?? endedClaimAt;
  return last === undefined || (claimAt !== undefined && claimAt > last) ? {} : { cameBackAt: last };
}

export function fixLine(
  fix: Remediation,
  { tlp, incident: { key: incident } }: Pick<PostMortemHead, 'tlp' | 'incident'>,
): FixLine {
  const { id, postMortemId, state, title, ownerTeam, priority, requestedAt, dueAt, overdueSince } = fix;
  const rank = rankOfFix(fix);
  const grade = fix.state === 'verified' ? fix.grade : undefined;
  return {
    ...{ id, postMortemId, state, title, ownerTeam, priority, requestedAt, dueAt, incident, tlp },
    ...(rank === undefined ? {} : { rank }),
    ...(fix.lastAcceptance === undefined ? {} : { wantedAgainAt: fix.lastAcceptance.until }),
    ...(grade === undefined ? {} : { grade }),
    ...cameBackAt(fix),
    ...(overdueSince === undefined ? {} : { overdueSince }),
    ...(isUnproven(fix) ? { isUnproven: true as const } : {}),
    ...(isTicketed(fix) ? { ticket: { site: fix.ticket.site, key: fix.ticket.key } } : {}),
  };
}
