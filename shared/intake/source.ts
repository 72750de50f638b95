import * as z from 'zod';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { TimelineEntry } from '../domain/record/content/timeline.ts';
import { type IncidentTicket, TicketRef } from '../domain/ticket/incident-ticket.ts';
import type { LongSearch, SearchPage } from '../domain/ticket/long-search.ts';
import type { SharedLimits } from '../domain/ticket/shared-limits.ts';
import type { SourceName } from '../domain/ticket/source-names.ts';
import type { TicketEvent } from '../domain/ticket/ticket-events.ts';
import type { ToldIncident } from '../domain/ticket/told-incident.ts';
import type { UnmappedValue } from '../domain/ticket/unmapped-value.ts';
import { Instant } from '../domain/words/identifiers.ts';
import type { Look } from '../domain/words/look.ts';
import type { Tlp } from '../domain/words/tlp.ts';
import type { InTime } from '../in-time.ts';
import type { Proof } from '../proof/prove.ts';

/*
 * The contract of a system that incidents come from. It has two halves, so that receiving a webhook loads no client of any
 * system: `IncidentSource` says how the system reaches Holdfast and what its messages mean, `SourceConnection` asks it.
 *
 *     IncidentSource     reaches ─▶ infra: routes, rules, secrets, rights │ proof → identityIn → read ─▶ event
 *     SourceConnection   details, poll, wasClosed, look, linkBack, check
 *
 * docs/sources has a page for each.
 */

/** Settings of a system, known before it is asked anything. */
export type IncidentSource<Name extends SourceName = SourceName> = {
  readonly name: Name;
  /** How the system reaches Holdfast under this configuration. The stack is derived from it. Empty: it is not used. */
  reaches(config: HoldfastConfig): readonly Reach[];
  /** The secret with which Holdfast calls the system; undefined when Holdfast never calls it. */
  readonly credentials: SecretTemplate | undefined;
  /** Keys of the instances in use, of a source that may have several: each has a secret of its own. Without it there is one, without a key. */
  instances?(config: HoldfastConfig): readonly string[];
};

export type Reach =
  /** It sends. The stack makes a route, `POST /webhooks/<name>` or `/webhooks/<name>/<at>`, and a secret that the sender signs with. */
  | { readonly by: 'webhook'; readonly at?: string; readonly webhook: Webhook }
  /** It puts events on the account's default bus. The stack makes a rule; the policy of the bus proves the sender. */
  | { readonly by: 'bus rule'; readonly rule: BusRule }
  /** It is asked by `sweep-incidents`, on the schedule of that, with its credentials. */
  | { readonly by: 'poll' };

/** A secret as the stack makes it: JSON with a random value, and what a person puts in its place. */
export type SecretTemplate = {
  /** Shown in the AWS console. */
  readonly description: string;
  readonly template: Readonly<Record<string, string>>;
  readonly generatedKey: string;
};

export type BusRule = {
  /** The `source` of the events, such as `aws.security-ir`. No two sources of incidents share one. */
  readonly source: string;
  readonly detailTypes: readonly string[];
  /** Other accounts that may put these events on the bus of this one, by their ids. The policy of the bus lets them. */
  readonly accounts?: readonly string[];
  /**
   * Reads what the event means. Its `id` names the delivery.
   *
   * @throws ZodError when it is no event of this system
   */
  read(event: unknown, receivedAt: string): Meaning;
};

export type Webhook = {
  /** Instruction for the sender about the secret, for the AWS console. */
  readonly secretFor: string;
  /** How the sender proves itself, before anything in the body is believed. */
  readonly proof: Proof;
  /** How far the signed time of sending may be from ours, in milliseconds. Within it, the inbox tells a repetition. */
  readonly windowMs: number;
  /** Time of sending in the body, in milliseconds since 1970, of a system that signs no header with it. Never throws. */
  sentAtMs?(message: unknown): number | undefined;
  /**
   * Names a message: the same for every repetition of it, and different for every other. Never throws.
   *
   * @param signedId id in a header, where the signature covers it
   * @returns undefined for one that can only be told by its bytes
   */
  identityIn(message: unknown, signedId: string | undefined): string | undefined;
  /** Different changes may have the same bytes, so that none is taken for the repetition of another. */
  readonly isNeverRepetition?: true;
  /**
   * Reads what the message means.
   *
   * @param body the parsed JSON
   * @throws ZodError when it is no message of this system
   */
  read(body: unknown, receivedAt: string): Meaning;
};

/**
 * An event, with what the system told of the incident where it cannot be asked for it later; or nothing, with the reason as
 * the end of a metric's name; or what contradicts itself.
 */
export type Meaning =
  | {
      readonly event: TicketEvent;
      readonly told?: ToldIncident;
      /** The event is one only of a ticket that Holdfast has a record or a remediation of. Of any other it is ignored for this. */
      readonly unlessKnown?: Ignored;
      /** The event is one only where the system told another state of the ticket before. Of the same one it is ignored for this. */
      readonly unlessTold?: Ignored;
    }
  /** Something about the incident changed, and the message does not say what, or is not to be believed: the ticket is read. */
  | { readonly look: TicketRef; readonly at: string }
  | { readonly ignored: Ignored }
  | { readonly malformed: string };

export type Ignored =
  | 'OtherEvent'
  | 'UnknownProject'
  | 'UnknownSite'
  | 'UnknownType'
  | 'UnknownState'
  | 'NoStatusChange'
  | 'NothingFollowed';

/** Parts that a source is connected with. Each takes what it needs. */
export type SourceTools = {
  readonly config: HoldfastConfig;
  /** The content of the secret of the source, or of one of its instances, asked anew each time: it may have been changed. */
  credentials<Schema extends z.ZodType>(
    source: SourceName,
    schema: Schema,
    instance?: string,
  ): Promise<z.output<Schema>>;
  /** Milliseconds that the run has left. */
  readonly timeLeftMs: () => number;
  /** The run that the caller belongs to: what stays the same in it is asked once. Undefined outside of one. */
  readonly run: () => object | undefined;
  /** Told of each element of a list that cannot be read, and is passed over. Never a word of the ticket. */
  readonly onOdd: (odd: { kind: string; id: string; because: string }) => void;
  /** Last report on an incident by a system that cannot be asked. */
  readonly told: (ticket: TicketRef) => Promise<ToldIncident | undefined>;
  readonly newId: () => string;
  /** What all functions share of the limits of a site. Without it, requests leave at once. */
  readonly limitsOf?: (site: string) => SharedLimits;
};

/** Questions that a system can be asked. One that it cannot answer is `undefined`, in so many words. */
export type SourceConnection = {
  /**
   * Everything that the ticket knows and a post-mortem wants: who, when, what was said.
   *
   * @returns undefined when the incident is no longer closed: there is nothing to review then
   * @throws when the system does not show a ticket of which it said that it is closed
   */
  details(ticket: TicketRef): Promise<IncidentDetails | undefined>;
  readonly poll: Poll | undefined;
  /**
   * Looks whether incidents in this status, by its id, are closed on the site of the ticket.
   *
   * @returns undefined for a status that the system does not know, or not any more
   */
  readonly wasClosed: ((ticket: TicketRef, statusId: string) => Promise<boolean | undefined>) | undefined;
  /** Reads how one incident stands now; `gone` where the system shows none of this id that is in scope. */
  readonly look: ((ticket: TicketRef) => Promise<LookedAtTicket | 'gone'>) | undefined;
  /** Links the ticket to its record. Repeated, it leaves one link. */
  readonly linkBack: ((ticket: TicketRef, record: RecordLink) => Promise<'linked' | 'gone'>) | undefined;
  /**
   * Looks whether the system shows what the configuration names, each thing by itself.
   *
   * @param inTime for each of them, so that one that hangs hides no other
   * @throws when the system cannot be reached, or does not know us
   */
  check(inTime?: InTime): Promise<readonly Look[]>;
};

export type IncidentDetails = {
  incident: IncidentTicket;
  timeline: TimelineEntry[];
  /** How it was closed, in words of the system, where that says that there is nothing to learn from: no record opens then. */
  closedAs?: string | undefined;
  /** Least that its record is marked with, where the system shows the ticket to some only. */
  leastTlp?: Tlp | undefined;
  /** Word of the system: the record is filed under it where it is one of `postMortem.categories`. */
  category?: string | undefined;
  /** What the ticket says and the configuration maps to nothing. Names of a list of the system, and nothing that people write. */
  unmapped?: readonly UnmappedValue[] | undefined;
};

export type Poll = {
  /** How far a window reaches back behind the one before it: the longest time for which the system hides a change. */
  readonly overlapMs: number;
  /** What is asked by itself, such as the incidents of one project: where one cannot be asked, the others go on. */
  readonly scopes: readonly PolledScope[];
};

export type PolledScope = {
  /** Its place is kept under this name: one that changes begins anew. */
  readonly name: string;
  /**
   * Incidents in scope that changed, page by page, those that changed last first, so that none moves past a page while people work; a few
   * too many are welcome, one too few is a lost lesson.
   */
  moves(window: MoveWindow): AsyncIterable<readonly MovedTicket[]>;
  /**
   * The same for a search that takes several runs, in an order that does not move while people work.
   *
   * @param closedSince of closed incidents, only those that were closed at this time or later
   * @throws SearchPlaceUnknown
   */
  movesSince(search: LongSearch, closedSince: string): AsyncIterable<SearchPage<MovedTicket>>;
  /** Time at which an incident last went from closed to open; undefined when it never did, or is gone. */
  lastReopening(ticket: TicketRef): Promise<string | undefined>;
};

/** Moves that a source is asked for; instants are ISO 8601 UTC. */
export type MoveWindow = {
  /** Of closed incidents, only those that were closed at this time or later. */
  readonly closedSince: string;
  /** Changes that must be found: tickets that changed at this time or later, whatever the change was. */
  readonly changedSince: string;
  readonly now: string;
};

/** An incident as the source shows it when asked, since when it is closed, or open, and when it changed last, whatever that was. */
export const MovedTicket = z.object({ ticket: TicketRef, isClosed: z.boolean(), at: Instant, changedAt: Instant });
export type MovedTicket = Readonly<z.infer<typeof MovedTicket>>;

export type LookedAtTicket = MovedTicket & {
  /** Asked where `at` may be a later move than the one from closed to open. Without it, `at` of an open incident is that move. */
  readonly lastReopening?: () => Promise<string | undefined>;
};

export type RecordLink = { readonly globalId: string; readonly url: string; readonly title: string };

export type Connect = (tools: SourceTools) => SourceConnection;
