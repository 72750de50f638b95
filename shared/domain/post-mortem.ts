import * as z from 'zod';
import { Instant, PostMortemId } from './identifiers.ts';
import { IncidentTicket, TimelineEntry } from './incident.ts';
import { Person } from './person.ts';
import { Recommendation } from './recommendation.ts';
import { ContributingFactor, RootCause, Sections } from './sections.ts';

/** The structured review of one incident. `revision` counts its changes: what an approver approves is one revision. */
export const PostMortem = z.object({
  id: PostMortemId,
  status: z.enum(['open', 'in review', 'approved']),
  revision: z.int().positive(),
  incident: IncidentTicket,
  openedAt: Instant,
  dueAt: Instant,
  isLinkedToTicket: z.boolean(),
  /** Everybody who wrote in it. None of them may approve it. */
  authors: z.array(Person),
  submittedBy: Person.optional(),
  approvedBy: Person.optional(),
  approvedAt: Instant.optional(),
  returnedBecause: z.string().optional(),
  sections: Sections,
  timeline: z.array(TimelineEntry),
  rootCauses: z.array(RootCause),
  contributingFactors: z.array(ContributingFactor),
  recommendations: z.array(Recommendation),
});
export type PostMortem = z.infer<typeof PostMortem>;
