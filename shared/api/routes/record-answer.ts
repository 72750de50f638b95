import * as z from 'zod';
import { ticketUrl } from '../../document/links.ts';
import type { SameWords } from '../../domain/hints/same-words.ts';
import { type Completeness, completenessOf } from '../../domain/record/completeness.ts';
import { PostMortem } from '../../domain/record/post-mortem.ts';
import { templateFor } from '../../domain/record/template.ts';
import { plannedTicket } from '../../domain/remediation/planned-ticket.ts';
import { priorityOf, QUADRANTS, quadrantOf, Recommendation, rankOf } from '../../domain/remediation/recommendation.ts';
import { isTicketed, REMEDIATION_STATES, type Remediation } from '../../domain/remediation/remediation.ts';
import { atPresentAddress, type JiraSites } from '../../domain/ticket/jira-site.ts';
import { Day } from '../../domain/words/day.ts';
import { Instant, PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { Severity } from '../../domain/words/severity.ts';
import type { ApiDependencies } from '../api-dependencies.ts';
import { readableScope, ScopeView } from './covered-records.ts';
import { etagsIn } from './part-etags.ts';
import { actsOn, RecordAct } from './record-actions.ts';
import type { AnyCall } from './record-calls.ts';
import { sameWordsOf } from './same-words.ts';

/** How far a recommendation has come, once it is approved. */
const Progress = z.object({
  state: z.enum(REMEDIATION_STATES),
  ticket: z.object({ key: z.string(), url: z.string() }).optional(),
  dueAt: Instant,
  overdueSince: Instant.optional(),
});

/** What follows if the last approval of a recommendation is given now. Nothing is made where work is named that has a ticket. */
const PlannedTicketView = z.object({
  project: z.string().optional(),
  issueType: z.string().optional(),
  site: z.string().optional(),
  dueAt: Instant,
  dueOn: Day.optional(),
});

/** A recommendation with what follows from it. `ticketed`: approved, and its ticket is in Jira. */
export const RecommendationView = z.object({
  ...Recommendation.shape,
  state: z.enum([...Recommendation.shape.status.options, 'ticketed']),
  rank: z.int().describe('Impact × feasibility: the order in which to work.'),
  quadrant: z.enum(QUADRANTS),
  priority: Severity.describe('The priority of its ticket.'),
  remediation: Progress.optional(),
  ifApproved: PlannedTicketView.optional(),
  sameWords: z
    .array(z.object({ postMortemId: PostMortemId, recommendationId: RecommendationId, ticket: z.string().optional() }))
    .optional()
    .describe('While the record is in review: what has the same words, in it or among open fixes of the same team.'),
});
export type RecommendationView = z.infer<typeof RecommendationView>;

const CompletenessView = z.object({
  template: z.string(),
  score: z
    .int()
    .min(0)
    .max(100)
    .describe('How much of what is required is there; 100 exactly when nothing is missing.'),
  met: z.int(),
  required: z.int(),
  missing: z.array(z.object({ path: z.string(), message: z.string() })),
}) satisfies z.ZodType<Completeness>;

/** A record as the API shows it. */
export const RecordView = z.object({
  ...PostMortem.shape,
  scope: ScopeView.optional(),
  recommendations: z.array(RecommendationView),
  completeness: CompletenessView,
  etags: z
    .object({ sections: z.record(z.string(), z.string()), parts: z.record(z.string(), z.string()) })
    .describe('For If-Match: the version of each section by its name, and of each part by its id.'),
  acts: z.array(RecordAct).describe('What the caller may do with the record as it is now.'),
});
export type RecordView = z.infer<typeof RecordView>;

/** The record as an answer shows it to the caller. */
export async function recordView(
  record: PostMortem,
  { caller, deps }: Pick<AnyCall, 'caller' | 'deps'>,
): Promise<RecordView> {
  const scope = await readableScope({ caller, deps }, record);
  const told = await recordForAnybody(record, deps);
  return { ...told, ...(scope === undefined ? {} : { scope }), acts: actsOn(record, { caller, deps }) };
}

/** The record with what follows from it: what it lacks, where its fixes stand, its versions. */
export async function recordForAnybody(
  record: PostMortem,
  { store, config, now }: Pick<ApiDependencies, 'store' | 'config' | 'now'>,
): Promise<Omit<RecordView, 'acts'>> {
  const hasFixes = record.recommendations.some(({ status }) => status === 'approved');
  const remediations = hasFixes ? await store.remediations(record.id) : [];
  // For whoever hands it in, and for who judges it; while it is written, the hints say it.
  const sameWords =
    record.status === 'in review' ? await sameWordsOf({ store }, record) : new Map<RecommendationId, SameWords[]>();
  return {
    ...atPresentAddress(record, config.jira),
    recommendations: record.recommendations.map((one) => {
      const remediation = remediations.find(({ id }) => id === one.id);
      const same = sameWords.get(one.id);
      const view = recommendationView(one, remediation, config.jira);
      const isToBeApproved = record.status === 'in review' && one.status === 'proposed';
      return {
        ...view,
        ...(isToBeApproved ? { ifApproved: ifApprovedAt(now(), one, record, config) } : {}),
        ...(same === undefined ? {} : { sameWords: [...same] }),
      };
    }),
    completeness: completenessOf(record, templateFor(record, config.postMortem.templates), config),
    etags: etagsIn(record),
  };
}

function ifApprovedAt(
  now: string,
  recommendation: Recommendation,
  { tlp }: PostMortem,
  config: ApiDependencies['config'],
): z.infer<typeof PlannedTicketView> {
  const { route, dueAt, dueOn } = plannedTicket(recommendation, { now, tlp }, config);
  if (recommendation.existingWork?.kind === 'ticket') return { dueAt };
  const { jira } = config;
  const site = route.site === undefined ? jira.site : jira.sites[route.site]?.site;
  return {
    ...{ project: route.project, issueType: route.issueType, dueAt },
    ...(Object.keys(jira.sites).length === 0 || site === undefined ? {} : { site }),
    ...(dueOn === undefined ? {} : { dueOn }),
  };
}

export function recommendationView(
  recommendation: Recommendation,
  remediation: Remediation | undefined,
  jira: JiraSites,
): RecommendationView {
  const ticket = remediation !== undefined && isTicketed(remediation) ? remediation.ticket : undefined;
  return {
    ...recommendation,
    state: ticket === undefined ? recommendation.status : 'ticketed',
    rank: rankOf(recommendation),
    quadrant: quadrantOf(recommendation),
    priority: priorityOf(recommendation),
    ...(remediation === undefined
      ? {}
      : {
          remediation: {
            state: remediation.state,
            ...(ticket === undefined ? {} : { ticket: { key: ticket.key, url: ticketUrl({ jira }, ticket) } }),
            dueAt: remediation.dueAt,
            ...(remediation.overdueSince === undefined ? {} : { overdueSince: remediation.overdueSince }),
          },
        }),
  };
}
