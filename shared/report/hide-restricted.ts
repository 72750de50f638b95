import type { PostMortemHead } from '../domain/record/post-mortem.ts';
import type { Recommendation } from '../domain/remediation/recommendation.ts';
import type { Acceptance, Remediation } from '../domain/remediation/remediation.ts';
import type { Check } from '../domain/verification/plan.ts';
import type { PostMortemId } from '../domain/words/identifiers.ts';
import { isRestricted } from '../domain/words/tlp.ts';
import type { ReportInput } from './report-input.ts';

/**
 * What reports may know of restricted records: that there is something, of which record, how severe and how late.
 * It is done to the input of the reports, so that no form of them can tell what they were never told.
 */
export function hideRestricted(input: ReportInput): ReportInput {
  const hidden = new Map(
    [...input.heads].filter(([, { tlp }]) => isRestricted(tlp)).map(([id, one]) => [id, nameOf(one)]),
  );
  if (hidden.size === 0) return input;
  /** As it is, or without its words when its record is restricted. */
  const each = <One extends { postMortemId: PostMortemId }>(
    all: readonly One[],
    withoutWords: (one: One, name: string) => One,
  ): One[] =>
    all.map((one) => {
      const name = hidden.get(one.postMortemId);
      return name === undefined ? one : withoutWords(one, name);
    });
  return {
    ...input,
    overdue: each(input.overdue, quietRemediation),
    acceptances: each(input.acceptances, quietRemediation),
    known: each(input.known, quietRemediation),
    upcoming: each(input.upcoming, quietRemediation),
    outcomes: each(input.outcomes, (one, title) => ({ ...one, title, results: [] })),
    reviews: input.reviews.map((head) => (hidden.has(head.id) ? quietHead(head) : head)),
    lessons: each(input.lessons, (one, what) => ({ ...one, what })),
    notifications: each(input.notifications, (one, what) => ({ ...one, what })),
    acceptedRecommendations: each(input.acceptedRecommendations, ({ postMortemId, recommendation }, title) => ({
      postMortemId,
      recommendation: quietRecommendation(recommendation, title),
    })),
  };
}

const nameOf = ({ id, tlp }: PostMortemHead): string => `Restricted record ${id} (TLP:${tlp})`;

const HIDDEN = 'Only the record says.';

function quietHead(head: PostMortemHead): PostMortemHead {
  return { ...head, incident: { ...head.incident, key: head.id, url: '', title: `TLP:${head.tlp}`, description: '' } };
}

/** Its ticket stays: whoever works on it sees what stands there. */
function quietRemediation(remediation: Remediation, title: string): Remediation {
  const checks = remediation.checks.map(
    (check): Check => (check.kind === 'attestation' ? { ...check, statement: HIDDEN } : check),
  );
  return remediation.state === 'accepted'
    ? { ...remediation, title, checks, acceptance: quietAcceptance(remediation.acceptance) }
    : { ...remediation, title, checks };
}

function quietRecommendation(recommendation: Recommendation, title: string): Recommendation {
  const { acceptance } = recommendation;
  return { ...recommendation, title, ...(acceptance && { acceptance: quietAcceptance(acceptance) }) };
}

function quietAcceptance(acceptance: Acceptance): Acceptance {
  return { ...acceptance, reason: HIDDEN, compensatingControl: HIDDEN };
}
