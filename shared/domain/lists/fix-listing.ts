import * as z from 'zod';
import type { PostMortemHead } from '../record/post-mortem.ts';
import {
  isTicketed,
  isUnproven,
  REMEDIATION_STATES,
  type Remediation,
  type RemediationState,
} from '../remediation/remediation.ts';
import { GRADES, type Grade } from '../verification/grade.ts';
import { Instant, PostMortemId, RecommendationId } from '../words/identifiers.ts';
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
  dueAt: Instant,
  overdueSince: Instant.optional(),
  /** True when evidence was wanted for so long that it counts as overdue. */
  isUnproven: z.literal(true).optional(),
  ticket: z.object({ site: z.string(), key: z.string() }).optional(),
  incident: z.string().describe('Key of the incident that it came of'),
  tlp: Tlp.describe('Mark of its record'),
  changedAt: Instant.optional().describe('When it changed last; with `sort=changed` alone'),
});
export type FixLine = z.infer<typeof FixLine>;

/** Orders in which all fixes are listed. */
export const FIX_SORTS = ['due', 'priority', 'changed'] as const;

/** Lists of fixes, the earliest due first. */
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
  return { entries: [...entries, entryIn(fixLists.priority(line.priority, state))], counts };
}

export function fixLine(
  fix: Remediation,
  { tlp, incident: { key: incident } }: Pick<PostMortemHead, 'tlp' | 'incident'>,
): FixLine {
  const { id, postMortemId, state, title, ownerTeam, priority, dueAt, overdueSince } = fix;
  const grade = fix.state === 'verified' ? fix.grade : undefined;
  return {
    ...{ id, postMortemId, state, title, ownerTeam, priority, dueAt, incident, tlp },
    ...(grade === undefined ? {} : { grade }),
    ...(overdueSince === undefined ? {} : { overdueSince }),
    ...(isUnproven(fix) ? { isUnproven: true as const } : {}),
    ...(isTicketed(fix) ? { ticket: { site: fix.ticket.site, key: fix.ticket.key } } : {}),
  };
}
