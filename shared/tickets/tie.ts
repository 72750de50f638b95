import * as z from 'zod';
import { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { TICKET_PROPERTY } from '../jira/create-request.ts';
import type { JiraIssue } from '../jira/issue-reading.ts';

const Tie = z.object({ postMortemId: PostMortemId, remediationId: RecommendationId });
export type Tie = z.infer<typeof Tie>;

/**
 * The record that a ticket was created for: a property of the issue, set in the request that created it. People who copy
 * a ticket copy its labels, and not this.
 */
export function tieOf({ properties }: JiraIssue): Tie | undefined {
  const tie = Tie.safeParse(properties[TICKET_PROPERTY]);
  return tie.success ? tie.data : undefined;
}
