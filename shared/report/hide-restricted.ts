import type * as z from 'zod';
import { FixLine } from '../domain/lists/fix-listing.ts';
import { PostMortemHead } from '../domain/record/post-mortem.ts';
import { Recommendation } from '../domain/remediation/recommendation.ts';
import { isFailed, isWatched, Remediation } from '../domain/remediation/remediation.ts';
import { siteNamed } from '../domain/ticket/jira-site.ts';
import type { PostMortemId } from '../domain/words/identifiers.ts';
import { isRestricted } from '../domain/words/tlp.ts';
import { withoutWords } from '../domain/words/without-words.ts';
import { Outcome } from '../store/queues/outcomes.ts';
import { ChangeInTicket } from '../store/queues/ticket-changes.ts';
import type { ClaimedOrFailed } from './claims/claims-now.ts';
import { ListedLesson } from './listed-lesson.ts';
import { LessonDuty, MeasureDuty, NotificationDuty, type ReportInput } from './report-input.ts';

/**
 * Hides the words of restricted records. Reports tell that there is something, of which record, how severe and how late.
 * It is done to the input of the reports, so that no form of them can tell what they were never told. Each field is named
 * here: one that is added to the input does not compile before somebody has said whose words it has.
 */
export function hideRestricted(input: ReportInput): ReportInput {
  const heads = new Map([...input.heads.values(), ...input.reviews].map((head) => [head.id, head]));
  /** In the place of its words. A record whose mark nobody knows is treated as a restricted one. */
  const nameOf = (id: PostMortemId): string | undefined => {
    const tlp = heads.get(id)?.tlp;
    if (tlp === undefined) return `Record ${id}`;
    return isRestricted(tlp) ? `Restricted record ${id} (TLP:${tlp})` : undefined;
  };
  /** A thing of a record as it is, or without its words and under the record's name. */
  const each = <One extends OfRecord>(
    schema: z.ZodType<One>,
    all: readonly One[],
    rename: (one: One, name: string, whole: One) => One,
  ): One[] =>
    all.map((one) => {
      const name = nameOf(one.postMortemId);
      return name === undefined ? one : rename(withTeam(withoutWords(schema, one), one, input), name, one);
    });
  const titled = <One extends { title: string }>(one: One, title: string): One => ({ ...one, title });
  const told = <One extends { what: string }>(one: One, what: string): One => ({ ...one, what });
  /** The same with its ticket where it is, so that its link does not lead to another Jira. */
  const placed = <One extends { title: string; ticket?: { site: string } | undefined }>(
    one: One,
    title: string,
    whole: One,
  ): One => titled(withSite(one, whole, input), title);
  return {
    now: input.now,
    period: input.period,
    title: input.title,
    jira: input.jira,
    recordUrl: input.recordUrl,
    templates: input.templates,
    teams: input.teams,
    intakeDowns: input.intakeDowns,
    // The configuration's, and no word of a record. Whether a fix names its lead is for the report to decide.
    directory: input.directory,
    overdue: each(Remediation, input.overdue, placed),
    acceptances: each(Remediation, input.acceptances, placed),
    known: each(Remediation, input.known, placed),
    upcoming: each(Remediation, input.upcoming, placed),
    isMoreUpcoming: input.isMoreUpcoming,
    claims: { ...input.claims, attention: each(Remediation, input.claims.attention, placed).filter(isClaimedOrFailed) },
    outcomes: each(Outcome, input.outcomes, (one, title) => ({ ...one, title, results: [] })),
    changes: each(ChangeInTicket, input.changes, titled),
    reviews: input.reviews.map((head) => (isRestricted(head.tlp) ? quietHead(head, input) : head)),
    heads: new Map([...input.heads].map(([id, head]) => [id, isRestricted(head.tlp) ? quietHead(head, input) : head])),
    first: each(FixLine, input.first, placed),
    firstTeamsLeftOut: input.firstTeamsLeftOut,
    lessons: each(LessonDuty, input.lessons, told),
    // Teams of restricted records that the configuration does not name were withheld where they were counted.
    lessonsNow: { ...input.lessonsNow, listed: each(ListedLesson, input.lessonsNow.listed, told) },
    notifications: each(NotificationDuty, input.notifications, told),
    temporaryMeasures: each(MeasureDuty, input.temporaryMeasures, told),
    acceptedRecommendations: input.acceptedRecommendations.map(({ postMortemId, recommendation }) => {
      const title = nameOf(postMortemId);
      if (title === undefined) return { postMortemId, recommendation };
      const quiet = withTeam(withoutWords(Recommendation, recommendation), recommendation, input);
      return { postMortemId, recommendation: { ...quiet, title } };
    }),
  };
}

const isClaimedOrFailed = (one: Remediation): one is ClaimedOrFailed => isWatched(one) || isFailed(one);

type OfRecord = { postMortemId: PostMortemId; ownerTeam?: string };

/** Names of the config are an enumeration: the team still finds its row. A team that the config does not name is words. */
function withTeam<One extends { ownerTeam?: string }>(quiet: One, { ownerTeam }: One, { teams }: ReportInput): One {
  return ownerTeam !== undefined && teams.includes(ownerTeam) ? { ...quiet, ownerTeam } : quiet;
}

/** A site of the configuration is nobody's word. Another one is. */
function withSite<One extends { ticket?: { site: string } | undefined }>(
  quiet: One,
  { ticket }: One,
  { jira }: ReportInput,
): One {
  const isKnown = ticket !== undefined && siteNamed(ticket.site, jira) !== undefined;
  return isKnown && quiet.ticket !== undefined ? { ...quiet, ticket: { ...quiet.ticket, site: ticket.site } } : quiet;
}

/** The category, which no report shows, picks the template: it stays when a template names it. */
function quietHead(head: PostMortemHead, { templates }: ReportInput): PostMortemHead {
  const quiet = withoutWords(PostMortemHead, head);
  const { category } = head;
  const isOfTemplate = category !== undefined && templates.some((one) => one.appliesTo.categories?.includes(category));
  return {
    ...quiet,
    ...(isOfTemplate ? { category } : {}),
    incident: { ...quiet.incident, key: head.id, url: '', title: `TLP:${head.tlp}`, description: '' },
  };
}
