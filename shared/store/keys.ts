import { EVENT_PREFIX, itemNames, LOOK_PREFIX } from '../domain/history/item-names.ts';
import type { TicketRef } from '../domain/ticket/incident-ticket.ts';
import type { Subject } from '../domain/verification/signal.ts';
import { type EventId, PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import type { Author } from '../domain/words/person.ts';

/** The name of a section among the parts of a record. */
export const sectionPart = (name: string): string => `SECTION#${name}`;

/** Name of the dismissed hints among the parts of a record: one item has them all. Stored keys contain it: never change it. */
export const DISMISSED_HINTS = 'DISMISSEDHINTS';

/** End of the sort key of how a thread of comments was settled. Stored keys contain it: never change it. */
export const RESOLVED = '#RESOLVED';

/** Beginnings of keys. Stored keys contain them: never change one. */
export const PREFIX = {
  record: itemNames.record(''),
  ticket: 'TICKET#',
  inbox: 'INBOX#',
  told: 'TOLD#',
  noRecord: 'NORECORD#',
  unmapped: 'UNMAPPED#',
  part: `${itemNames.head}#`,
  dismissedHints: `${itemNames.head}#${DISMISSED_HINTS}`,
  section: `${itemNames.head}#${sectionPart('')}`,
  event: EVENT_PREFIX,
  look: LOOK_PREFIX,
  remediation: itemNames.remediation(''),
  timelineEntry: `${itemNames.timeline}#`,
  ticketPack: 'TICKETLINE#',
  comment: `${itemNames.comments}#`,
} as const;

/** Partitions that are read as a whole. */
export const partitions = {
  words: ({ type, id }: Subject) => `WORD#${type}#${id}`,
  lastWords: ({ type, id }: Subject) => `LAST#${type}#${id}`,
  /** Signals from before words were kept by source and resource. They are read, and none is added. */
  signals: ({ type, id }: Subject) => `SIGNAL#${type}#${id}`,
  watchers: ({ type, id }: Subject) => `WATCH#${type}#${id}`,
  askedFor: ({ type, id }: Subject) => `ASKEDFOR#${type}#${id}`,
  sameWords: (hash: string) => `SAME#${hash}`,
  outcomes: (day: string) => `OUTCOME#${day}`,
  ticketChanges: (day: string) => `TICKETCHANGE#${day}`,
  claimsOfPerson: (site: string, accountId: string) => `CLAIMER#${site}#${accountId}`,
  quarantine: (source: string) => `ASIDE#${source}`,
  limits: (site: string) => `LIMIT#${site}`,
  turn: (site: string, name: string) => `TURN#${site}#${name}`,
  changed: itemNames.changed,
  looked: itemNames.looked,
  drafts: (id: PostMortemId) => `DRAFTS#${id}`,
  presences: (id: PostMortemId) => `PRESENCE#${id}`,
  list: 'LIST',
  lines: (list: readonly string[]) => `LINES#${list.map(encodeURIComponent).join('#')}`,
  /** Words that begin alike lie together, so that the beginning of one finds them. */
  searchWords: (word: string) => `FIND#${Array.from(word).slice(0, 2).join('')}`,
  counts: 'COUNTS',
} as const;

/**
 * Partitions of the two indexes in which things lie by the time of their arrival, and not by what is due. One each: what arrives comes
 * through the API, which is throttled far below what a partition takes. Stored items contain them: never change a value.
 */
export const arrivals = {
  signals: 'ARRIVED#SIGNAL',
  signalsOf: ({ type, id }: Subject) => `ARRIVED#SIGNAL#${type}#${id}`,
  reports: 'ARRIVED#REPORT',
} as const;

/**
 * Partitions of the index `byDeadline` in which records and fixes lie by their last change. Stored items contain them: never change a
 * value.
 */
export const changes = {
  records: (status: string, severity: string) => `CHANGED#RECORD#${status}#${severity}`,
  fixes: (state: string, team?: string) =>
    `CHANGED#FIX#${state}${team === undefined ? '' : `#${encodeURIComponent(team)}`}`,
} as const;

export const isRecordHead = ({ pk, sk }: { pk: string; sk: string }): boolean =>
  sk === itemNames.head && pk.startsWith(PREFIX.record);

export const postMortemIdIn = (pk: string): PostMortemId => PostMortemId.parse(pk.slice(PREFIX.record.length));

export const remediationIdIn = (sk: string): RecommendationId =>
  RecommendationId.parse(sk.slice(PREFIX.remediation.length));

/** Number of partitions that a queue is spread over. Raising it needs a drain of the old ones first. */
export const SHARDS = 4;

/**
 * The keys of the one table.
 *
 *     PM#<id>                RECORD, RECORD#<part>…, REMEDIATION#<id>, EVENT#<sequence>
 *                            TIMELINE#<at>#<id>, TICKETLINE#<pack>: what happened; no part of RECORD#, it may be long
 *                            COMMENT#<id>, COMMENT#<id>#RESOLVED: what people say of it, and whether it is settled
 *                            LOOKS, LOOK#<sequence>: who read it while it was restricted, a chain of its own: docs/decisions/0053
 *     TICKET#<source>#<site>#<ticket id> TICKET  → the post-mortem of an incident ticket, unique
 *     TICKET#<source>#<key>  TICKET              → the same by what people call it, the newest
 *     RENEWAL#<hash of a refresh token> RENEWAL  → the renewal of a session, under way or a minute ago: docs/decisions/0057
 *     JIRA#<site>#<issue id> JIRA                → the remediation of a Jira issue
 *     INBOX#<source>#<id>    INBOX               a webhook that was accepted, once
 *     ASIDE#<source>         <hash of the body>  a signed webhook that was not taken in
 *     TOLD#<source>#<site>#<ticket id> TOLD      what a system that cannot be asked said last of an incident
 *     NORECORD#<source>#<site>#<ticket id> NORECORD  the newest closure of an incident that opened no record, and why
 *     UNMAPPED#<source>      UNMAPPED            values of its tickets that the configuration maps to nothing, for the doctor
 *     WORD#<type>#<id>       <source and resource>#<at>#<identity>  what a source said of a resource of the subject, for ever
 *     LAST#<type>#<id>       <source and resource>  where its words changed: docs/decisions/0019
 *     SIGNAL#<type>#<id>     <observed at>#<id>  evidence about a subject, from before it was kept as words
 *     WATCH#<type>#<id>      <post-mortem id>#<remediation id>  a fix that was claimed, and is checked against the subject
 *     ASKEDFOR#<type>#<id>   <post-mortem id>    a record with a recommendation that asks for the subject: who may see signals about it
 *     SAME#<hash of team and words> <post-mortem id>#<remediation id>  a fix whose title has these words
 *     OUTCOME#<day>          <at>#<event id>     what verification found that day
 *     TICKETCHANGE#<day>     <at>#<event id>     what people changed in the ticket of a fix, as it was seen that day
 *     CLAIMER#<site>#<account id> <done at>#<remediation id>  a claim of a person, for a while: whether it was one of many
 *     REPORT#<kind>          <run id>            a report that was published
 *     ASKED#REPORT           <kind>#<mailed or not>  when such a report was asked for last, and started
 *     CURSOR#<name>          CURSOR              how far a sweep has come, or what the doctor knew
 *     ONCE#<who>#<key>       ONCE                what an Idempotency-Key made
 *     CALLS#<who>            <minute>            what a caller used of its allowance in that minute: docs/decisions/0052
 *     DRAFTS#<post-mortem id> <path>             what is unfinished, for 30 days: no part of the record, and not in its log
 *     BEGUN#<post-mortem id> BEGUN               another version with each draft that is begun, so that they are counted one after the other
 *     PRESENCE#<post-mortem id> <kind>#<who>     who is at the record, and where in it, for a minute
 *     LIST                   <opened at>#<id>    a record as a line of the list of all: docs/decisions/0009
 *     LINES#<list>           <at>#<id>           a record, a fix or a lesson as a line of a list: docs/decisions/0049
 *     FIND#<two letters>     <word>#<opened at>#<post-mortem id>#<part>  a record that has this word
 *     COUNTS                 <list>              how many lines the list has, by the mark of their records
 *     LISTED#<post-mortem id> <part>             what the lists say of a record or a fix
 *     LISTED#<post-mortem id> CHANGED, <remediation id>#CHANGED, …#TEAM  its line in the order of last changes: docs/decisions/0056
 *     CHANGED#<day>          <post-mortem id>    the newest head of a record that changed that day
 *     LOOKED#<day>           <post-mortem id>    the newest look at a record that was looked at that day
 *     INTAKE#BEATS           INTAKE              the newest beat of the intake of evidence, and when it was down
 *     INTAKE#DOWN            <from>              that it was down, as it was told
 *     LIMIT#<site>           <scope>             before when nothing of the scope is sent to the site: docs/decisions/0040
 *     TURN#<site>#<ticket id>#<marker> TURN      until when one run may write that comment: docs/decisions/0043
 *     FAILURE#<message id>   FAILURE             why a message of a queue could not be handled
 */
export const keys = {
  record: (id: PostMortemId) => ({ pk: itemNames.record(id), sk: itemNames.head }),
  part: (id: PostMortemId, part: string) => ({ pk: itemNames.record(id), sk: `${PREFIX.part}${part}` }),
  section: (id: PostMortemId, name: string) => ({ pk: itemNames.record(id), sk: `${PREFIX.section}${name}` }),
  timelineEntry: (id: PostMortemId, { at, id: entryId }: { at: string; id: string }) => ({
    pk: itemNames.record(id),
    sk: `${PREFIX.timelineEntry}${at}#${entryId}`,
  }),
  /** Entries that came with the ticket travel in packs, so that opening a record stays one transaction. */
  ticketPack: (id: PostMortemId, pack: number) => ({
    pk: itemNames.record(id),
    sk: `${PREFIX.ticketPack}${String(pack).padStart(4, '0')}`,
  }),
  comment: (id: PostMortemId, commentId: string) => ({
    pk: itemNames.record(id),
    sk: `${PREFIX.comment}${commentId}`,
  }),
  /** Beside the comment: who settles a thread does not write the words of another anew. */
  resolution: (id: PostMortemId, commentId: string) => ({
    pk: itemNames.record(id),
    sk: `${PREFIX.comment}${commentId}${RESOLVED}`,
  }),
  calls: (who: string, minute: string) => ({ pk: `CALLS#${who}`, sk: minute }),
  once: (who: string, key: string) => ({ pk: `ONCE#${who}#${key}`, sk: 'ONCE' }),
  remediation: (id: PostMortemId, remediationId: RecommendationId) => ({
    pk: itemNames.record(id),
    sk: itemNames.remediation(remediationId),
  }),
  event: (id: PostMortemId, sequence: number) => ({
    pk: itemNames.record(id),
    sk: itemNames.event(sequence),
  }),
  renewal: (tokenHash: string) => ({ pk: `RENEWAL#${tokenHash}`, sk: 'RENEWAL' }),
  looks: (id: PostMortemId) => ({ pk: itemNames.record(id), sk: itemNames.looks }),
  look: (id: PostMortemId, sequence: number) => ({ pk: itemNames.record(id), sk: itemNames.look(sequence) }),
  ticketByKey: (source: string, key: string) => ({ pk: `${PREFIX.ticket}${source}#${key}`, sk: 'TICKET' }),
  ticketById: ({ source, site, ticketId }: TicketRef) => ({
    pk: `${PREFIX.ticket}${source}#${site}#${ticketId}`,
    sk: 'TICKET',
  }),
  jiraIssue: (site: string, issueId: string) => ({ pk: `JIRA#${site}#${issueId}`, sk: 'JIRA' }),
  inbox: (source: string, deliveryId: string) => ({ pk: `${PREFIX.inbox}${source}#${deliveryId}`, sk: 'INBOX' }),
  quarantined: (source: string, id: string) => ({ pk: partitions.quarantine(source), sk: id }),
  told: ({ source, site, ticketId }: TicketRef) => ({
    pk: `${PREFIX.told}${source}#${site}#${ticketId}`,
    sk: 'TOLD',
  }),
  noRecord: ({ source, site, ticketId }: TicketRef) => ({
    pk: `${PREFIX.noRecord}${source}#${site}#${ticketId}`,
    sk: 'NORECORD',
  }),
  unmapped: (source: string) => ({ pk: `${PREFIX.unmapped}${source}`, sk: 'UNMAPPED' }),
  word: (subject: Subject, sourceKey: string, at: string, identity: string) => ({
    pk: partitions.words(subject),
    sk: `${sourceKey}#${at}#${identity}`,
  }),
  lastWords: (subject: Subject, sourceKey: string) => ({ pk: partitions.lastWords(subject), sk: sourceKey }),
  watcher: (subject: Subject, id: PostMortemId, remediationId: RecommendationId) => ({
    pk: partitions.watchers(subject),
    sk: `${id}#${remediationId}`,
  }),
  askedFor: (subject: Subject, id: PostMortemId) => ({ pk: partitions.askedFor(subject), sk: id }),
  sameWords: (hash: string, id: PostMortemId, remediationId: RecommendationId) => ({
    pk: partitions.sameWords(hash),
    sk: `${id}#${remediationId}`,
  }),
  outcome: (at: string, eventId: EventId) => ({ pk: partitions.outcomes(at.slice(0, 10)), sk: `${at}#${eventId}` }),
  ticketChange: (at: string, eventId: EventId) => ({
    pk: partitions.ticketChanges(at.slice(0, 10)),
    sk: `${at}#${eventId}`,
  }),
  claimOfPerson: (site: string, accountId: string, at: string, remediationId: RecommendationId) => ({
    pk: partitions.claimsOfPerson(site, accountId),
    sk: `${at}#${remediationId}`,
  }),
  presence: (id: PostMortemId, { kind, id: who }: Author) => ({ pk: partitions.presences(id), sk: `${kind}#${who}` }),
  draftsBegun: (id: PostMortemId) => ({ pk: `BEGUN#${id}`, sk: 'BEGUN' }),
  draft: (id: PostMortemId, path: string) => ({ pk: partitions.drafts(id), sk: path }),
  report: (kind: string, runId: string) => ({ pk: `REPORT#${kind}`, sk: runId }),
  reportAsked: ({ kind, isMailed }: { kind: string; isMailed: boolean }) => ({
    pk: 'ASKED#REPORT',
    sk: `${kind}#${isMailed ? 'MAILED' : 'QUIET'}`,
  }),
  cursor: (name: string) => ({ pk: `CURSOR#${name}`, sk: 'CURSOR' }),
  listed: (openedAt: string, id: PostMortemId) => ({ pk: partitions.list, sk: `${openedAt}#${id}` }),
  listLine: (list: readonly string[], at: string, id: string) => ({ pk: partitions.lines(list), sk: `${at}#${id}` }),
  searchWord: (word: string, openedAt: string, id: PostMortemId, part: string) => ({
    pk: partitions.searchWords(word),
    sk: `${word}#${openedAt}#${id}#${part}`,
  }),
  count: (list: readonly string[]) => ({ pk: partitions.counts, sk: list.map(encodeURIComponent).join('#') }),
  listMark: (id: PostMortemId, part: string) => ({ pk: `LISTED#${id}`, sk: part }),
  changed: (day: string, id: PostMortemId) => ({ pk: itemNames.changed(day), sk: id }),
  looked: (day: string, id: PostMortemId) => ({ pk: itemNames.looked(day), sk: id }),
  intakeBeats: () => ({ pk: 'INTAKE#BEATS', sk: 'INTAKE' }),
  intakeDown: (from: string) => ({ pk: 'INTAKE#DOWN', sk: from }),
  turn: (site: string, name: string) => ({ pk: partitions.turn(site, name), sk: 'TURN' }),
  limit: (site: string, scope: string) => ({ pk: partitions.limits(site), sk: scope }),
  failure: (messageId: string) => ({ pk: `FAILURE#${messageId}`, sk: 'FAILURE' }),
} as const;

/** A queue is a sparse index partition: `<queue>#<shard>`. The last character of a ULID is random, so it spreads. */
export function queueShard(queue: string, ulid: string): string {
  return `${queue}#${Number.parseInt(ulid.slice(-1), 36) % SHARDS}`;
}

export function queueShards(queue: string): string[] {
  return Array.from({ length: SHARDS }, (_, shard) => `${queue}#${shard}`);
}
