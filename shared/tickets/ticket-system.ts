import type { PlannedRoute } from '../domain/remediation/choose-route.ts';
import type { TicketReading } from '../domain/remediation/decide/ticket-reading.ts';
import type { RemediationTicket } from '../domain/remediation/remediation.ts';
import type { MovingDecision, NamedRoute } from '../domain/remediation/route.ts';
import type { FieldSource } from '../domain/remediation/route-field.ts';
import type { TicketChange } from '../domain/remediation/ticket-change.ts';
import type { TicketRef } from '../domain/ticket/incident-ticket.ts';
import type { LongSearch, SearchPage } from '../domain/ticket/long-search.ts';
import type { TicketOutcome } from '../domain/ticket/ticket-outcome.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import type { Look } from '../domain/words/look.ts';
import type { Severity } from '../domain/words/severity.ts';
import type { TicketText } from './ticket-text.ts';

/*
 * The contract of a system where teams work on fixes, which is one site: of several, each has one of its own (`ticket-sites.ts`).
 * Everything in this folder is written against it; a kind of system is one folder beside these files, and Jira is the first.
 *
 *     create, createMany ─▶ ticket ─▶ show, reading ─▶ claim ─▶ comment, reopen
 *     withNameOf: did that creation arrive?      changedWithin: what did no webhook tell?      ours: audit
 *
 * Searches may be behind by `searchLagMs`. `show` never is.
 */

export type TicketSystem = {
  /** Host of the system, as records keep it beside the ticket. */
  readonly site: string;
  /** All names under which records may keep it: it was renamed. `site` is one of them. */
  readonly names: readonly string[];
  /** Its name in `jira.sites`, by which routes call it; undefined for the site of `jira`. */
  readonly key: string | undefined;
  /** Longest time in milliseconds for which a search hides a change. */
  readonly searchLagMs: number;
  /** Id of our own account there. */
  account(): Promise<string>;

  /**
   * Waits, for seconds at the most, until the system takes a creation of so many tickets.
   *
   * @throws when it takes longer: nothing was asked of it
   */
  turnToCreate(count: number): Promise<void>;
  /**
   * Waits, for seconds at the most, until the system takes a comment on a ticket and a move of it, and looks whether it answers.
   *
   * @throws when it takes longer, or does not answer: nothing was written
   */
  turnToReopen(ticketId: string): Promise<void>;
  /** Creates a ticket with its mark in the same request, so that a lost answer loses no ticket. @throws see `failureOf` */
  create(draft: TicketDraft): Promise<MadeTicket>;
  /** Most drafts that `createMany` takes. */
  readonly mostAtOnce: number;
  /**
   * Creates several tickets in one request. Some may be refused while others are created.
   *
   * @returns for each draft its ticket, or the error that says what became of it
   * @throws when the request as a whole failed: see `failureOf`
   */
  createMany(drafts: readonly TicketDraft[]): Promise<readonly (CreatedTicket | Error)[]>;

  /**
   * @param ticketId its id or its key
   * @param lastKey its key when it was last seen, for a caller who acts on a ticket that is gone
   * @returns undefined when the ticket is gone, or hidden from our account
   * @throws with a `lastKey`, also when all of its project is hidden: then nothing is known of the ticket
   */
  show(ticketId: string, lastKey?: string): Promise<ShownTicket | undefined>;
  /** Those of many tickets that the system still shows, by id. */
  shown(ticketIds: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Those of many tickets that can be read, by id, whatever labels they carry, in as few requests as the system allows. What their `reading` wants beside
   * is asked for once for all of them.
   */
  showMany(ticketIds: readonly string[]): Promise<ShownTicket[]>;
  /** Most tickets that one request of it shows. */
  readonly mostShown: number;
  /**
   * Tickets that carry the name or the mark of a remediation, the oldest first: also copies that people made, which have no
   * mark, and tickets of other people that claim to be it.
   *
   * @param sinceMs for how many milliseconds there may have been a ticket
   */
  withNameOf(remediation: RecommendationId, sinceMs: number): Promise<ShownTicket[]>;
  /**
   * Ids of what changed in the last so many milliseconds and may be a ticket of ours, page by page, the latest change first, so that
   * none moves past a page while people work. One may be on two pages.
   */
  changedWithin(ms: number): AsyncIterable<readonly string[]>;
  /**
   * The same for a search that takes several runs, in an order that does not move while people work. A few too many are welcome.
   *
   * @throws SearchPlaceUnknown
   */
  changedSince(search: LongSearch): AsyncIterable<SearchPage<string>>;
  /** Tickets of ours, the oldest first, page by page. @param days only those that were created in the last so many days */
  ours(days?: number): AsyncIterable<readonly ShownTicket[]>;

  /**
   * Says in a new ticket what no field of it had a place for. Repeated, it says it once.
   *
   * @returns whether there was anything to say
   */
  tellRest(ticketId: string, draft: TicketDraft): Promise<boolean>;

  /**
   * Moves the due date of a ticket that was made here, where its screen has one.
   *
   * @param dueOn YYYY-MM-DD
   * @returns false when it takes none, or stays as it was
   */
  moveDueDate(ticketId: string, dueOn: string): Promise<boolean>;

  /**
   * Moves a ticket out of done. Where the system has several ways and refuses one, another is tried.
   *
   * @param route that the ticket was made with
   * @param reason for a system that wants one: it tells nothing of the record
   * @returns false when it was not done, so nothing was moved
   * @throws a refusal when the system has no way back, or the ticket is an incident
   */
  reopen(ticketId: string, route: NamedRoute, reason: string): Promise<boolean>;
  /** Moves a ticket of ours to done. @throws a refusal when the system has no way there, or the ticket is not ours to close */
  close(ticketId: string, route: NamedRoute): Promise<void>;
  /**
   * Moves a ticket of ours after a decision about its fix, where its route says how. What people closed stays as they closed it.
   *
   * @returns whether it was moved
   * @throws a refusal when the system has no such way, or the ticket is not ours to move
   */
  moveAfter(decision: MovingDecision, ticketId: string, route: NamedRoute): Promise<boolean>;
  /**
   * Links a ticket to the one that it repeats. Repeated, it leaves one link.
   *
   * @returns why there is no link, where the system has none of the kind or does not let us
   */
  linkDuplicate(duplicate: string, original: string, route: NamedRoute): Promise<string | undefined>;
  /** The same for a ticket that follows up on one which could not be reopened. */
  linkFollowUp(followUp: string, former: string, route: NamedRoute): Promise<string | undefined>;
  /**
   * Links a ticket to the incident that it follows from, where the incident lives in the same system. Repeated, it leaves one link.
   *
   * @returns why there is no link, where the system has none of the kind or does not let us
   */
  linkToIncident(ticket: NewTicket, incident: TicketRef, route: NamedRoute): Promise<IncidentLinked>;
  /**
   * Comments once for each `marker`, however often it is called, but not by two at once: neither sees the other's.
   *
   * @param beforeWriting throws when the caller may not write any more: to look first takes a while
   */
  commentOnce(ticketId: string, marker: string, comment: TicketText, beforeWriting?: () => void): Promise<void>;

  /**
   * Gives a ticket of ours the name back by which searches find it, where its screen has a place for one.
   *
   * @param route that the ticket was made with
   * @returns false when it takes none
   */
  giveName(ticket: NewTicket, remediation: RecommendationId, route: NamedRoute): Promise<boolean>;

  /** Says what an error of this system means for the request; undefined for an error that is none of its own. */
  failureOf(error: unknown): TicketFailure | undefined;
  /** Copies an error of this system without the system's words, which may quote the ticket: for logs. */
  withoutWords(error: Error): Error;

  /**
   * Looks at what all routes share, such as the statuses that claims name.
   *
   * @throws when the system cannot be reached, or does not know us
   */
  checkSite(): Promise<readonly Look[]>;
  /** Looks whether tickets can be made by this route and followed. Never throws for what the system says or does not say. */
  checkRoute(route: PlannedRoute, severities: readonly Severity[]): Promise<readonly Look[]>;
  /**
   * Short name for what decides how a ticket of this route is created: its settings, and what the system tells of the place.
   * After a refusal another name is a reason to try again.
   *
   * @returns undefined where the system does not tell now
   */
  outlook(route: PlannedRoute): Promise<string | undefined>;
};

/**
 * `refused`: it said no, and says no again. `limited`: it did nothing for now: it wants us to wait, somebody changed the same
 * ticket in that moment, or it does not know us while a person mends the login. `unknown`: nobody knows if it
 * carried the request out. `no such ticket`: gone, or hidden from our account.
 */
export type TicketFailure = 'refused' | 'limited' | 'unknown' | 'no such ticket';

/** `not wanted`: the incident lives elsewhere, or the route wants no link. */
export type IncidentLinked = 'linked' | 'not wanted' | { readonly because: string };

export type NewTicket = { readonly issueId: string; readonly key: string };

/** A new ticket, with what it was created with: people's changes are told from that. What its system did not take is absent. */
export type MadeTicket = NewTicket & Pick<RemediationTicket, 'title' | 'dueOn' | 'priority'>;
/** `isShown`: the system has shown it to our account since. Without it, nothing is known of that. */
export type CreatedTicket = MadeTicket & { readonly isShown?: true };

/**
 * Tickets were created, and the project hides them from the account that did it: which one is whose, nobody can tell us.
 * Whether ours is among them is unknown.
 */
export class TicketsOutOfSight extends Error {
  readonly ticket: NewTicket;

  constructor(ticket: NewTicket) {
    super(`${ticket.key} was created, and is hidden from our account: whose ticket it is nobody can tell us`);
    this.name = 'TicketsOutOfSight';
    this.ticket = ticket;
  }
}

/** Remediation that a ticket was made for. */
export type TicketMark = { readonly postMortemId: PostMortemId; readonly remediationId: RecommendationId };

/** A ticket to create. The system shortens the title to what it takes. */
export type TicketDraft = {
  readonly mark: TicketMark;
  readonly route: PlannedRoute;
  readonly title: string;
  readonly description: TicketText;
  readonly priority: Severity;
  /** Day on which it is due, YYYY-MM-DD, in the time zone of its team; undefined where its route wants none. */
  readonly dueOn: string | undefined;
  /** Labels that the configuration adds to those that the system needs to find its tickets. */
  readonly labels: readonly string[];
  /** What fields of the system may be filled with, as far as the ticket may tell it. */
  readonly facts: Readonly<Partial<Record<FieldSource, string>>>;
};

/** A ticket as the system shows it. */
export type ShownTicket = NewTicket & {
  /** Project, or what the system has for it, in which it is now. */
  readonly project: string;
  /** Names by which routes still call that project, where it was renamed. */
  readonly projectInRoutes?: readonly string[];
  /** Projects out of which people moved it. It may take one more request. */
  readonly formerProjects?: () => Promise<readonly string[]>;
  /** Due date that it was made with, whatever people have set since: YYYY-MM-DD, or null for none. Not known from every source. */
  readonly madeDueOn?: () => Promise<string | null>;
  /**
   * Who changed these fields last, and when: of changes from before the ticket was shown. It may take one more request. Not known from
   * every source.
   */
  readonly changedBy?: (fields: readonly TicketChange['field'][]) => Promise<NonNullable<TicketReading['changedBy']>>;
  /** Its type, by all names that a route may have for it. */
  readonly types: readonly string[];
  /** True when our own account created it. Marks and labels can be put on any ticket, by everybody who may edit it. */
  readonly isOurs: boolean;
  /** True when it carries the name by which searches find it. Anybody may take it off. */
  readonly isNamed: boolean;
  /** True for what the configuration calls an incident. */
  readonly isIncident: boolean;
  readonly isDone: boolean;
  /** Name of its status. */
  readonly status: string;
  /** The status and the resolution as `remediation.claims` may name them. */
  readonly outcome: TicketOutcome;
  /** ISO 8601 UTC. */
  readonly updatedAt: string;
  /** Set when the ticket was created. A copy that somebody made has none. */
  readonly mark: TicketMark | undefined;
  /** Facts that the record keeps of the ticket. Who moved it to done may take one more request. */
  reading(): Promise<TicketReading>;
};
