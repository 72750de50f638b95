import * as z from 'zod';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { TICKET_PROPERTY } from '../../../shared/jira/create-request.ts';

const Mark = z.object({ remediationId: RecommendationId });

/** The remediation that a ticket says it belongs to: by its label, or by its mark where somebody overwrote the labels. */
export function ownerOf({ labels, properties }: Issue): RecommendationId | undefined {
  const named = labels.map((label) => label.replace(/^holdfast-/, '').toUpperCase());
  const id = named.find((label) => RecommendationId.safeParse(label).success);
  if (id !== undefined) return RecommendationId.parse(id);
  return Mark.safeParse(properties[TICKET_PROPERTY]).data?.remediationId;
}
