import * as z from 'zod';
import { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { TICKET_PROPERTY } from '../../jira/create-request.ts';
import type { JiraIssue } from '../../jira/issue-reading.ts';
import type { TicketMark } from '../ticket-system.ts';

const Mark = z.object({ postMortemId: PostMortemId, remediationId: RecommendationId });

/**
 * Reads the mark of a ticket: a property of the issue, set in the request that created it. People who copy a ticket copy
 * its labels, and not this.
 */
export const markOf = ({ properties }: JiraIssue): TicketMark | undefined => markIn(properties[TICKET_PROPERTY]);

/** Reads the value of that property. */
export const markIn = (value: unknown): TicketMark | undefined => Mark.safeParse(value).data;
