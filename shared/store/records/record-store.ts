import * as z from 'zod';
import { type Cause, ChainedEvent, type Clock, type IdSource, recorded } from '../../domain/events/recorded-event.ts';
import { type ChainHead, GENESIS, link } from '../../domain/history/audit-chain.ts';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { applyToPostMortem } from '../../domain/record/apply-post-mortem.ts';
import { type SectionName, Sections } from '../../domain/record/content/sections.ts';
import type { TimelineEntry } from '../../domain/record/content/timeline.ts';
import { mustFit } from '../../domain/record/decide/record-size.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortem, PostMortemHead } from '../../domain/record/post-mortem.ts';
import { applyToRemediation } from '../../domain/remediation/apply-remediation.ts';
import { Recommendation } from '../../domain/remediation/recommendation.ts';
import { isTicketed, Remediation } from '../../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { isRestricted, type Tlp } from '../../domain/words/tlp.ts';
import { sha256 } from '../../sha256.ts';
import { NotFound, ReadConflict, VersionConflict } from '../errors.ts';
import { keys } from '../keys.ts';
import { outcomeItem } from '../queues/outcomes.ts';
import { getItem, getTogether, type Item, itemsUnder, queryPage, type Table } from '../table.ts';
import { append, type Change, isRemoved } from './append.ts';
import { listItems } from './listings.ts';
import { HeadItem, readRecord } from './read-record.ts';
import { headFields, PART_KEY, partsOf, reviewDeadline } from './record-items.ts';
import { remediationItem } from './remediation-item.ts';
import { timelineChanges } from './timeline-items.ts';
import {
  type TimelinePage,
  type TimelinePosition,
  timelineEntry,
  timelinePage,
  wholeTimeline,
} from './timeline-pages.ts';

/** A writer who loses this many races in a row gives up; the queue brings the work back. */
const RACE_LIMIT = 12;

export type StoreDependencies = {
  table: Table;
  rules: Pick<HoldfastConfig, 'remediation'>;
  now: Clock;
  newId: IdSource;
  /** Waits between two tries; `attempt` counts from 1. */
  backOff: (attempt: number) => Promise<void>;
};

const TicketPointer = z.object({ postMortemId: PostMortemId });
const JiraPointer = z.object({ postMortemId: PostMortemId, remediationId: RecommendationId });
const RemediationItem = z.object({ remediation: Remediation });
const RecommendationPart = z.object({ part: z.object({ kind: z.literal('recommendation'), content: Recommendation }) });
const EventItem = z.object({ event: ChainedEvent });

export type RecordStore = ReturnType<typeof recordStore>;

/** The records of post-mortems and their remediations on DynamoDB: read, decide, append; nothing else writes them. */
export function recordStore(dependencies: StoreDependencies) {
  const { table, rules } = dependencies;

  async function query(pk: string, prefix: string): Promise<Item[]> {
    const items = await itemsUnder(table, pk, prefix);
    return z.array(ItemShape).parse(items.filter((item) => !isRemoved(item)));
  }

  /**
   * The head first, then the parts: what is written in between shows as parts that are newer than the head, and an
   * append on that head is refused. The other way round, old parts would pass under a new head.
   */
  async function loadRecord(id: PostMortemId): Promise<{ head: HeadItem; record: PostMortem } | undefined> {
    const first = await getItem(table, keys.record(id));
    if (first === undefined) return undefined;
    const head = HeadItem.parse(first);
    return { head, record: readRecord(head, await query(keys.record(id).pk, 'RECORD#')) };
  }

  async function loadRemediation(
    id: PostMortemId,
    remediationId: RecommendationId,
  ): Promise<{ head: HeadItem; remediation: Remediation | undefined }> {
    const [head, found] = await getTogether(table, [keys.record(id), keys.remediation(id, remediationId)]);
    if (head === undefined) throw new NotFound(`post-mortem ${id}`);
    return {
      head: HeadItem.parse(head),
      remediation: found === undefined ? undefined : RemediationItem.parse(found).remediation,
    };
  }

  /** @param marks the record's TLP marks before and after: the stricter one counts */
  function chain(
    head: ChainHead,
    id: PostMortemId,
    events: readonly (RecordEvent | RemediationEvent)[],
    cause: Cause,
    ...marks: Tlp[]
  ): ChainedEvent[] {
    const restricted = marks.some(isRestricted) ? { isRestricted: true as const } : {};
    const log: ChainedEvent[] = [];
    for (const event of events) {
      const last = log.at(-1);
      const previous = last === undefined ? head : { sequence: last.sequence, lastHash: last.hash };
      const entry = { ...recorded(event, 'holdfast', cause, dependencies), ...restricted, postMortemId: id };
      log.push(link(previous, entry, sha256));
    }
    return log;
  }

  /** Lost a race: read again and decide anew, a few times. */
  async function retried<Result>(attemptOnce: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await attemptOnce();
      } catch (error) {
        if (!(error instanceof VersionConflict || error instanceof ReadConflict) || attempt >= RACE_LIMIT) throw error;
        await dependencies.backOff(attempt);
      }
    }
  }

  /** An approval brings its remediations with it, in the same transaction: none can get lost on the way to Jira. */
  function newRemediations(events: readonly RecordEvent[]): Item[] {
    return events
      .filter((event) => event.type === 'Recommendation Approved')
      .map((event) => applyToRemediation(undefined, event))
      .flatMap((remediation) => (remediation === undefined ? [] : [remediationItem(remediation, rules)]));
  }

  async function remediationsOf(id: PostMortemId): Promise<Remediation[]> {
    const items = await query(keys.record(id).pk, 'REMEDIATION#');
    return items.map((item) => RemediationItem.parse(item).remediation);
  }

  /** What `decide` reads, it reads after the head: whatever is newer than the head makes the append fail. */
  function changeRecord(
    id: PostMortemId,
    decide: (record: PostMortem) => Promise<RecordEvent[]>,
    cause: Cause,
    once: readonly Item[] = [],
  ): Promise<PostMortem> {
    return retried(async () => {
      const loaded = await loadRecord(id);
      if (loaded === undefined) throw new NotFound(`post-mortem ${id}`);
      const events = await decide(loaded.record);
      const changed = fold(loaded.record, events);
      mustFit(loaded.record, changed, events);
      const change = recordChange(
        loaded,
        changed,
        events,
        chain(loaded.head, id, events, cause, loaded.record.tlp, changed.tlp),
      );
      await append(table, {
        ...change,
        items: [...change.items, ...newRemediations(events)],
        pointers: once,
      });
      return changed;
    });
  }

  return {
    /** @returns the record, or undefined when there is none with this id */
    async postMortem(id: PostMortemId): Promise<PostMortem | undefined> {
      return (await loadRecord(id))?.record;
    },

    /** What every read wants to know first: its mark, its status, who wrote in it. */
    async head(id: PostMortemId): Promise<PostMortemHead | undefined> {
      const item = await getItem(table, keys.record(id));
      return item === undefined ? undefined : HeadItem.parse(item).head;
    },

    /** A recommendation as it stands now. */
    async recommendation(id: PostMortemId, recommendationId: RecommendationId): Promise<Recommendation | undefined> {
      const item = await getItem(table, keys.part(id, `${PART_KEY.recommendation}#${recommendationId}`));
      return item === undefined ? undefined : RecommendationPart.parse(item).part.content;
    },

    /** One section alone. */
    async section<Name extends SectionName>(id: PostMortemId, name: Name): Promise<Sections[Name] | undefined> {
      const item = await getItem(table, keys.part(id, `SECTION#${name}`));
      return item === undefined ? undefined : Sections.parse({ [name]: item.content })[name];
    },

    async remediation(id: PostMortemId, remediationId: RecommendationId): Promise<Remediation | undefined> {
      const item = await getItem(table, keys.remediation(id, remediationId));
      return item === undefined ? undefined : RemediationItem.parse(item).remediation;
    },

    remediations: remediationsOf,

    /** The number of the newest entry of its audit log. */
    async sequence(id: PostMortemId): Promise<number> {
      const item = await getItem(table, keys.record(id));
      if (item === undefined) throw new NotFound(`post-mortem ${id}`);
      return HeadItem.parse(item).sequence;
    },

    /**
     * A page of the audit log, in order.
     *
     * @param after the sequence of the last entry of the page before, 0 for none
     * @param until the sequence of the last entry that is wanted; without it, all that there are
     */
    async eventsPage(
      id: PostMortemId,
      { after, limit, until = Number.POSITIVE_INFINITY }: { after: number; limit: number; until?: number | undefined },
    ): Promise<{ events: ChainedEvent[]; next: number | undefined }> {
      if (after >= until) return { events: [], next: undefined };
      const { items, next } = await queryPage(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': keys.record(id).pk,
          ':first': keys.event(id, after + 1).sk,
          ':last': keys.event(id, Math.min(after + limit + 1, until)).sk,
        },
      });
      const events = items.slice(0, limit).map((item) => EventItem.parse(item).event);
      // A page that is cut at DynamoDB's 1 MB just ends sooner.
      const isLast = items.length <= limit && next === undefined;
      return { events, next: isLast ? undefined : events.at(-1)?.sequence };
    },

    /** The audit log, in order. */
    async events(id: PostMortemId): Promise<ChainedEvent[]> {
      const items = await query(keys.record(id).pk, 'EVENT#');
      return items.map((item) => EventItem.parse(item).event);
    },

    async postMortemOfTicket(ticket: TicketRef): Promise<PostMortemId | undefined> {
      const item = await getItem(table, keys.ticketById(ticket));
      return item === undefined ? undefined : TicketPointer.parse(item).postMortemId;
    },

    async postMortemOfKey(source: string, key: string): Promise<PostMortemId | undefined> {
      const item = await getItem(table, keys.ticketByKey(source, key));
      return item === undefined ? undefined : TicketPointer.parse(item).postMortemId;
    },

    async remediationOfIssue(site: string, issueId: string): Promise<z.infer<typeof JiraPointer> | undefined> {
      const item = await getItem(table, keys.jiraIssue(site, issueId));
      return item === undefined ? undefined : JiraPointer.parse(item);
    },

    /** A page of the timeline, by time. */
    timelinePage(
      id: PostMortemId,
      wanted: { after?: TimelinePosition | undefined; limit: number },
    ): Promise<TimelinePage> {
      return timelinePage(table, id, wanted);
    },

    wholeTimeline(id: PostMortemId): Promise<TimelineEntry[]> {
      return wholeTimeline(table, id);
    },

    /** One entry of the timeline. */
    timelineEntry(id: PostMortemId, position: TimelinePosition): Promise<TimelineEntry | undefined> {
      return timelineEntry(table, id, position);
    },

    /**
     * Opens the record of an incident ticket.
     *
     * @param once written with it, where nothing stands: a second call with the same one is refused
     * @throws AlreadyExists when the ticket has one, or `once` is there
     */
    async open(
      id: PostMortemId,
      ticket: TicketRef,
      events: readonly RecordEvent[],
      cause: Cause,
      once: readonly Item[] = [],
    ): Promise<PostMortem> {
      const record = fold(undefined, events);
      const log = chain({ sequence: 0, lastHash: GENESIS }, id, events, cause, record.tlp);
      await append(table, {
        postMortemId: id,
        expectedSequence: undefined,
        events: log,
        head: { ...headFields(record), ...reviewDeadline(record) },
        items: [
          ...partsOf(record).values(),
          ...listItems(undefined, record),
          ...timelineChanges(id, events).items,
          // What people say. Not unique: a project that is made again counts its keys from 1 again.
          { ...keys.ticketByKey(ticket.source, ticket.key), postMortemId: id },
        ],
        removals: [],
        pointers: [{ ...keys.ticketById(ticket), postMortemId: id }, ...once],
      });
      return record;
    },

    /**
     * Changes a record: reads it, asks `decide` what happens, and appends that. `decide` runs again when somebody else
     * was faster, so it must not do anything itself.
     *
     * @param once written with it, where nothing stands: a second call with the same one is refused
     * @returns the record as it is now
     * @throws NotFound, AlreadyExists, whatever `decide` throws, Refusal when the record grows too large, VersionConflict after too many lost races
     */
    changePostMortem(
      id: PostMortemId,
      decide: (record: PostMortem) => RecordEvent[],
      cause: Cause,
      once: readonly Item[] = [],
    ): Promise<PostMortem> {
      return changeRecord(id, (record) => Promise.resolve(decide(record)), cause, once);
    },

    /** The same, for a decision that looks at an entry of the timeline, too. */
    changeTimelineEntry(
      id: PostMortemId,
      position: TimelinePosition,
      decide: (record: PostMortem, entry: TimelineEntry | undefined) => RecordEvent[],
      cause: Cause,
    ): Promise<PostMortem> {
      return changeRecord(id, async (record) => decide(record, await timelineEntry(table, id, position)), cause);
    },

    /** The same, for a decision that looks at the record's remediations, too. */
    changeWithRemediations(
      id: PostMortemId,
      decide: (record: PostMortem, remediations: Remediation[]) => RecordEvent[],
      cause: Cause,
    ): Promise<PostMortem> {
      return changeRecord(id, async (record) => decide(record, await remediationsOf(id)), cause);
    },

    /**
     * Changes one remediation, in the log of its post-mortem.
     *
     * @returns the remediation as it is now, and what happened: no events when `decide` saw nothing to do
     */
    changeRemediation(
      id: PostMortemId,
      remediationId: RecommendationId,
      decide: (remediation: Remediation | undefined) => RemediationEvent[],
      cause: Cause,
      once: readonly Item[] = [],
    ): Promise<{ remediation: Remediation | undefined; events: RemediationEvent[] }> {
      return retried(async () => {
        const { head, remediation: before } = await loadRemediation(id, remediationId);
        const events = decide(before);
        const after = events.reduce(applyToRemediation, before);
        if (after === undefined || events.length === 0) return { remediation: before, events };
        const log = chain(head, id, events, cause, head.head.tlp);
        await append(table, {
          postMortemId: id,
          expectedSequence: head.sequence,
          events: log,
          head: {},
          items: [remediationItem(after, rules), ...log.flatMap((event) => outcomeItem(event, after))],
          removals: [],
          pointers: [...newTicketPointer(before, after), ...once],
        });
        return { remediation: after, events };
      });
    },
  };
}

const ItemShape = z.looseObject({ pk: z.string(), sk: z.string() });

function fold(state: PostMortem | undefined, events: readonly RecordEvent[]): PostMortem {
  const record = events.reduce<PostMortem | undefined>(applyToPostMortem, state);
  if (record === undefined) throw new Error('a record begins with the event that opens it');
  return record;
}

function recordChange(
  before: { head: HeadItem; record: PostMortem },
  after: PostMortem,
  events: readonly RecordEvent[],
  log: readonly ChainedEvent[],
): Change {
  const old = partsOf(before.record);
  const parts = partsOf(after);
  const deadline = reviewDeadline(after);
  const timeline = timelineChanges(after.id, events);
  return {
    postMortemId: after.id,
    expectedSequence: before.head.sequence,
    events: log,
    head: { ...headFields(after), deadlineQueue: deadline?.deadlineQueue, deadlineAt: deadline?.deadlineAt },
    items: [
      ...[...parts]
        .filter(([name, item]) => JSON.stringify(old.get(name)) !== JSON.stringify(item))
        .map(([, item]) => item),
      ...listItems(before.record, after),
      ...timeline.items,
      ...ticketPointers(after.id, events),
    ],
    removals: [
      ...[...old].filter(([name]) => !parts.has(name)).map(([, { pk, sk }]) => ({ pk, sk })),
      ...timeline.removals,
    ],
    pointers: [],
  };
}

/** A ticket whose record was merged into this one, by itself or in another one, leads here from now on. */
function ticketPointers(postMortemId: PostMortemId, events: readonly RecordEvent[]): Item[] {
  return events
    .filter((event) => event.type === 'Post-Mortem Absorbed')
    .flatMap(({ data }) => [data.ticket, ...(data.alsoTickets ?? []).map(({ ticket }) => ticket)])
    .flatMap((ticket) => [
      { ...keys.ticketById(ticket), postMortemId },
      { ...keys.ticketByKey(ticket.source, ticket.key), postMortemId },
    ]);
}

/** The issue id points back to its remediation from the moment that it is known. */
function newTicketPointer(before: Remediation | undefined, after: Remediation): Item[] {
  const isNew = (before === undefined || !isTicketed(before)) && isTicketed(after);
  if (!isNew) return [];
  const { postMortemId, id: remediationId, ticket } = after;
  return [{ ...keys.jiraIssue(ticket.site, ticket.issueId), postMortemId, remediationId }];
}
