import type { TimelineEntry } from '../record/content/timeline.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import type { Recommendation } from '../remediation/recommendation.ts';
import { claimToJudge, type Remediation, renewalsOf } from '../remediation/remediation.ts';
import type { RemediationStanding } from '../remediation/remediation-standing.ts';
import { isReadable } from '../words/readable.ts';
import { withEvidenceNamed } from './file-lesson.ts';
import { FILE_FORMAT, type PostMortemFile } from './post-mortem-file.ts';

/** A record as a file of `holdfast.post-mortem/1`. */
export function exportRecord(
  record: PostMortem,
  timeline: readonly TimelineEntry[],
  remediations: readonly Remediation[],
): PostMortemFile {
  const { incident, kind, severity, category, tlp, scope, sections } = record;
  const evidence = record.evidence
    .filter(({ status }) => status === 'held' || status === 'elsewhere')
    .map(({ status: _, versionId: _v, receivedAt: _r, refusedBecause: _b, ...rest }) => rest);
  /** What had not arrived is not in the file, so nothing there may name it. */
  const nameInFile = (name: string) => evidence.find(({ id }) => id === name)?.id;
  return {
    format: FILE_FORMAT,
    id: record.importedFrom?.id ?? record.id,
    kind,
    // A ticket without a summary once gave its record a blank title, which no file may have.
    title: isReadable(incident.title) ? incident.title : incident.key,
    description: incident.description,
    severity,
    category,
    tlp,
    beganAt: incident.openedAt,
    endedAt: incident.closedAt,
    url: incident.url,
    scope,
    // Its story is told by the record that goes on.
    status: record.status === 'merged' ? ('waived' as const) : record.status,
    sections,
    timeline: [...timeline],
    rootCauses: record.rootCauses,
    contributingFactors: record.contributingFactors,
    observations: record.observations,
    recommendations: record.recommendations.map((one) => recommendationOf(one, remediations)),
    lessons: record.lessons.map(({ announcedDueAt: _, ...lesson }) => withEvidenceNamed(lesson, nameInFile)),
    notifications: record.notifications.map(({ announcedDueAt: _, ...notification }) => notification),
    evidence,
    corrections: record.corrections,
    temporaryMeasures: record.temporaryMeasures.map(({ announcedDueAt: _, ...measure }) => measure),
    history: historyOf(record),
  };
}

function recommendationOf(
  { stood: previousStatus, ...recommendation }: Recommendation,
  remediations: readonly Remediation[],
): PostMortemFile['recommendations'][number] {
  const remediation = remediations.find(({ id }) => id === recommendation.id);
  return { ...recommendation, remediation: remediation === undefined ? previousStatus : standingOf(remediation) };
}

function standingOf(remediation: Remediation): RemediationStanding {
  const ticket = 'ticket' in remediation ? remediation.ticket?.key : undefined;
  return {
    state: remediation.state,
    ticket,
    dueAt: remediation.dueAt,
    claimedAt: claimToJudge(remediation)?.claim.at,
    verifiedAt: remediation.state === 'verified' ? remediation.verifiedAt : undefined,
    ...(remediation.state === 'accepted'
      ? { acceptedUntil: remediation.acceptance.until, renewals: renewalsOf(remediation) }
      : {}),
  };
}

function historyOf(record: PostMortem): PostMortemFile['history'] {
  const { source, site, ticketId, key, techniques } = record.incident;
  return {
    revision: record.revision,
    openedAt: record.openedAt,
    openedBy: record.openedBy,
    dueAt: record.dueAt,
    authors: record.authors,
    submittedBy: record.submittedBy,
    approvals: record.approvals,
    approvedAt: record.approvedAt,
    closedAt: record.closedAt,
    carriedOn: record.carriedOn,
    carriedOnAt: record.carriedOnAt,
    ended: record.ended,
    absorbed: record.absorbed,
    importedFrom: record.importedFrom,
    ticket: source === 'holdfast' ? undefined : { source, site, ticketId, key, techniques },
  };
}
