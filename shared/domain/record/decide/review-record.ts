import { beginRemediation } from '../../remediation/decide/begin.ts';
import { mustAcceptForAWhile } from '../../remediation/decide/risk.ts';
import type { BeginningRules } from '../../remediation/decide/rules.ts';
import { priorityOf, type Recommendation } from '../../remediation/recommendation.ts';
import { knownSources, type SourceRules } from '../../verification/known-sources.ts';
import type { RecommendationId } from '../../words/identifiers.ts';
import { type Author, isSameHuman, type Person } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import { isRestricted } from '../../words/tlp.ts';
import { type CompletenessRules, completenessOf } from '../completeness.ts';
import type { RecordEvent } from '../events/record-events.ts';
import type { PostMortem } from '../post-mortem.ts';
import { sourcesNamed } from '../proposals-ready.ts';
import type { PostMortemPolicy } from '../record-policy.ts';
import { templateFor } from '../template.ts';
import { mustBeInReview, mustBeOpen, mustNotBeAuthor } from './record-rules.ts';

type SubmissionRules = CompletenessRules & { postMortem: PostMortemPolicy };
type Rules = BeginningRules & SubmissionRules;

export function submit(record: PostMortem, by: Author, rules: SubmissionRules): RecordEvent[] {
  mustBeOpen(record);
  const template = templateFor(record, rules.postMortem.templates);
  const { missing } = completenessOf(record, template, rules);
  if (missing.length > 0) {
    throw new Refusal(
      'incomplete',
      `the record is not complete: ${missing.length === 1 ? 'one thing is' : `${missing.length} things are`} missing`,
      missing,
    );
  }
  return [{ type: 'Post-Mortem Submitted', data: { postMortemId: record.id, revision: record.revision, by } }];
}

export function returnToAuthors(record: PostMortem, reason: string, by: Person): RecordEvent[] {
  mustBeInReview(record);
  mustNotBeAuthor(record, by);
  return [{ type: 'Post-Mortem Returned', data: { postMortemId: record.id, reason, by } }];
}

/** An approver may decline single recommendations of a record in review; the others go with the approval. */
export function declineRecommendation(
  record: PostMortem,
  id: RecommendationId,
  reason: string,
  by: Person,
): RecordEvent[] {
  const before = toBeJudged(record, id, by);
  if (before.status === 'declined') return [];
  const recommendation = { ...before, status: 'declined' as const, declinedBecause: reason };
  return [{ type: 'Recommendation Declined', data: { postMortemId: record.id, recommendation, by } }];
}

/** Puts a recommendation off, with something in its place, until the date at which it is carried out after all. */
export function acceptRecommendationRisk(
  record: PostMortem,
  id: RecommendationId,
  request: { until: string; reason: string; compensatingControl: string },
  by: Person,
  now: string,
  rules: Rules,
): RecordEvent[] {
  const before = toBeJudged(record, id, by);
  mustAcceptForAWhile(request.until, priorityOf(before), now, rules);
  const recommendation = { ...before, status: 'risk accepted' as const, acceptance: { ...request, by, at: now } };
  return [{ type: 'Recommendation Risk Accepted', data: { postMortemId: record.id, recommendation, by } }];
}

/** The accepted time is over: the recommendation is carried out. Nothing, when there is nothing to do. */
export function endRecommendationAcceptance(
  record: PostMortem,
  id: RecommendationId,
  now: string,
  rules: Rules,
): RecordEvent[] {
  const found = record.recommendations.find((one) => one.id === id);
  const until = found?.status === 'risk accepted' ? found.acceptance?.until : undefined;
  const isApproved = record.status === 'approved' || record.status === 'closed';
  if (found === undefined || until === undefined || !isApproved || Date.parse(until) > Date.parse(now)) return [];
  return [approvedRecommendation(record, withoutDateBefore(now, found), now, rules)];
}

/**
 * One person's word for exactly the content that they read. The last word that the template asks for approves the
 * record, and with it every recommendation that was proposed.
 *
 *     content changed at revision 7 ── read 8 ── another approver's word makes it 9 ── approve 8 ✓ the content is the same
 *     content changed at revision 7 ── read 7 ── a recommendation declined, 8 ──────── approve 7 ✗ read it again
 */
export function approve(record: PostMortem, revision: number, by: Person, now: string, rules: Rules): RecordEvent[] {
  mustBeInReview(record);
  mustNotBeAuthor(record, by);
  if (revision < (record.judgedRevision ?? record.contentRevision) || revision > record.revision) {
    throw new Refusal(
      'stale revision',
      `you read revision ${revision}, the record is at ${record.revision}; read it again before you approve`,
    );
  }
  if (record.approvals.some((approval) => isSameHuman(approval.by, by))) {
    throw new Refusal('four eyes', 'you approved this already; somebody else has to be the next');
  }
  mustNameSources(record, rules);
  const postMortemId = record.id;
  const { approvers } = templateFor(record, rules.postMortem.templates);
  const stillNeeded = approvers - record.approvals.length - 1;
  if (stillNeeded > 0) {
    return [{ type: 'Approval Given', data: { postMortemId, revision, by, at: now, stillNeeded } }];
  }
  return [
    { type: 'Post-Mortem Approved', data: { postMortemId, revision, by, at: now } },
    ...record.recommendations
      .filter(({ status }) => status === 'proposed')
      .map((recommendation) => approvedRecommendation(record, recommendation, now, rules)),
  ];
}

/** A record may have been submitted before plans had to name their sources, or when the configuration knew others. */
function mustNameSources(record: PostMortem, rules: SourceRules): void {
  const missing = sourcesNamed(record, knownSources(rules));
  if (missing.length === 0) return;
  const paths = missing.map(({ path }) => path).join(', ');
  throw new Refusal(
    'incomplete',
    `a plan does not name the sources that decide: return the record to its authors, or decline the recommendation (${paths})`,
    missing,
  );
}

/** A date within the accepted time was put off with it. */
function withoutDateBefore(now: string, recommendation: Recommendation): Recommendation {
  const { dueAt, ...rest } = recommendation;
  return dueAt !== undefined && Date.parse(dueAt) <= Date.parse(now) ? rest : recommendation;
}

function approvedRecommendation(record: PostMortem, before: Recommendation, now: string, rules: Rules): RecordEvent {
  const begun = beginRemediation(record.id, before, { now, tlp: record.tlp }, rules);
  const recommendation = { ...before, status: 'approved' as const, dueAt: begun.dueAt };
  const remediation = isRestricted(record.tlp) ? { ...begun, isRestricted: true as const } : begun;
  return { type: 'Recommendation Approved', data: { postMortemId: record.id, recommendation, remediation } };
}

function toBeJudged(record: PostMortem, id: RecommendationId, by: Person): Recommendation {
  mustBeInReview(record);
  mustNotBeAuthor(record, by);
  const recommendation = record.recommendations.find((one) => one.id === id);
  if (recommendation === undefined) {
    throw new Refusal('unknown part', `there is no recommendation ${id} in this record`);
  }
  if (recommendation.status !== 'approved') return recommendation;
  throw new Refusal('wrong state', 'this recommendation was approved before, and has its remediation');
}
