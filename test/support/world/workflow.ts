import fc from 'fast-check';
import type { HoldfastConfig } from '../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../shared/domain/record/apply-post-mortem.ts';
import { completenessOf } from '../../../shared/domain/record/completeness.ts';
import { absorb, carryOn, mergeInto, waive } from '../../../shared/domain/record/decide/open-record.ts';
import {
  acceptRecommendationRisk,
  approve,
  declineRecommendation,
  endRecommendationAcceptance,
  returnToAuthors,
  submit,
} from '../../../shared/domain/record/decide/review-record.ts';
import {
  confirmLesson,
  lessonDue,
  putLessonInPlace,
  refuseLesson,
  reopenLesson,
} from '../../../shared/domain/record/decide/settle-lesson.ts';
import { notificationDue, notificationSent, settle } from '../../../shared/domain/record/decide/settle-record.ts';
import * as write from '../../../shared/domain/record/decide/write-record.ts';
import { isRecordEvent, type RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { templateFor } from '../../../shared/domain/record/template.ts';
import { applyToRemediation } from '../../../shared/domain/remediation/apply-remediation.ts';
import { ticketCreated } from '../../../shared/domain/remediation/decide/creation.ts';
import { acceptRisk, cancel, expireAcceptance } from '../../../shared/domain/remediation/decide/risk.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { isRemediationEvent, type RemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import type { RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import type { Person } from '../../../shared/domain/words/person.ts';
import { Refusal } from '../../../shared/domain/words/refusal.ts';
import { supply } from './fill-in.ts';
import { ANNA, BEN } from './people.ts';
import { aDraft, aLesson, aNotification, aPartId, aProof, aRecommendationId, aRecord, NOW, TICKET } from './records.ts';

const CARL: Person = { kind: 'person', id: 'carl', name: 'Carl', email: 'carl@example.com' };
const DORA: Person = { kind: 'person', id: 'dora', name: 'Dora', email: 'dora@example.com' };
const PEOPLE = [ANNA, BEN, CARL, DORA];

type CaseEvent = RecordEvent | RemediationEvent;

/** A record with its remediations at a time, and everything that happened. */
export type Case = {
  record: PostMortem;
  remediations: ReadonlyMap<RecommendationId, Remediation>;
  log: readonly CaseEvent[];
  now: string;
};

type Rules = Pick<
  HoldfastConfig,
  'postMortem' | 'remediation' | 'verification' | 'teams' | 'programs' | 'evidenceSources' | 'jira' | 'schedules'
>;
/** Actor, and a number that picks among what there is. */
type Move = { who: Person; pick: number; rules: Rules };
type Act = (at: Case, move: Move) => CaseEvent[];

const other = aRecord();
const one = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % Math.max(1, items.length)];
const words = { reason: 'The vendor is late.', compensatingControl: 'Mails are checked by hand.' };
const until = (now: string) => addDuration(now, Duration.parse('P10D'));

/** It ends the walk, so it is done seldom. */
const isRare = (pick: number): boolean => pick % 7 === 0;

/** Everything that people, tickets and time do to a record, allowed or not. */
const ACTS: Record<string, Act> = {
  'fill in': ({ record }, { who, rules }) => filledIn(record, who, rules),
  'write a section': ({ record }, { who, pick }) =>
    write.writeSection(record, { section: 'summary', content: { text: `This is version ${pick} of it` } }, who),
  'add a timeline entry': ({ record, now }, { who }) =>
    write.addTimelineEntry(record, { id: aPartId(), at: now, what: 'Seen', kind: 'action', origin: 'person' }, who),
  'add an observation': ({ record }, { who }) =>
    write.addObservation(record, { id: aPartId(), kind: 'got lucky', statement: 'It was a Sunday.' }, who),
  'add a lesson': ({ record }, { who }) => write.addPart(record, { kind: 'lesson', content: aLesson() }, who),
  'add a notification': ({ record, now }, { who }) =>
    write.addPart(record, { kind: 'notification', content: aNotification({ clockStartedAt: now }) }, who),
  'propose a recommendation': ({ record }, { who }) =>
    write.proposeRecommendation(record, aRecommendationId(), aDraft(), who),
  'remove a recommendation': ({ record }, { who, pick }) =>
    write.removePart(record, 'recommendation', one(record.recommendations, pick)?.id ?? '', who),
  'mark it RED': ({ record }, { who, rules }) => write.classify(record, { tlp: 'RED' }, who, rules),
  submit: ({ record }, { who, rules }) => submit(record, who, rules),
  return: ({ record }, { who }) => returnToAuthors(record, 'Say more, please.', who),
  approve: ({ record, now }, { who, rules }) => approve(record, record.revision, who, now, rules),
  'Ben approves': ({ record, now }, { rules }) => approve(record, record.revision, BEN, now, rules),
  'Dora approves': ({ record, now }, { rules }) => approve(record, record.revision, DORA, now, rules),
  'approve what was read before': ({ record, now }, { who, pick, rules }) =>
    approve(record, Math.max(1, record.revision - (pick % 4)), who, now, rules),
  decline: ({ record }, { who, pick }) =>
    declineRecommendation(record, one(record.recommendations, pick)?.id ?? aRecommendationId(), 'Too dear.', who),
  'accept a risk': ({ record, now }, { who, pick, rules }) => {
    const id = one(record.recommendations, pick)?.id ?? aRecommendationId();
    return acceptRecommendationRisk(record, id, { until: until(now), ...words }, who, now, rules);
  },
  'end accepted risks': ({ record, now }, { rules }) =>
    record.recommendations.flatMap(({ id }) => endRecommendationAcceptance(record, id, now, rules)),
  waive: ({ record, now }, { who, pick }) => (isRare(pick) ? waive(record, 'It was a test.', who, now) : []),
  absorb: ({ record, now }, { who }) => absorb(record, other, who, now),
  'merge away': ({ record, now }, { who, pick }) =>
    isRare(pick) ? mergeInto(record, other.id, 'The same mails.', who, now) : [],
  'reopen the incident': ({ record, now }, { rules }) => carryOn(record, TICKET, now, now, rules),
  'put a lesson in place': ({ record, now }, { who, pick }) =>
    putLessonInPlace(record, one(record.lessons, pick)?.id ?? aPartId(), aProof(), who, now),
  'confirm a lesson': ({ record, now }, { who, pick }) =>
    confirmLesson(record, one(record.lessons, pick)?.id ?? aPartId(), who, now),
  'Ben confirms a lesson': ({ record, now }, { pick }) =>
    confirmLesson(record, one(record.lessons, pick)?.id ?? aPartId(), BEN, now),
  'refuse a lesson': ({ record, now }, { who, pick }) =>
    refuseLesson(record, one(record.lessons, pick)?.id ?? aPartId(), 'It is not on that page.', who, now),
  'find that a lesson no longer holds': ({ record, now }, { who, pick }) => {
    const found = { reason: 'Nobody follows it any more.', dueAt: until(now) };
    return reopenLesson(record, one(record.lessons, pick)?.id ?? aPartId(), found, who, now);
  },
  'look for lessons that are due': ({ record, now }) => record.lessons.flatMap(({ id }) => lessonDue(record, id, now)),
  'look for notifications that are due': ({ record, now }, { rules }) =>
    record.notifications.flatMap(({ id }) => notificationDue(record, id, now, rules)),
  'send a notification': ({ record, now }, { who, pick }) =>
    notificationSent(record, one(record.notifications, pick)?.id ?? aPartId(), { sentAt: now }, who),
  'create a ticket': (at, { pick }) =>
    onFix(at, pick, (fix) => ticketCreated(fix, { site: 'jira.test', issueId: fix.id, key: 'PLAT-1' }, false)),
  'accept the risk of a fix': (at, { who, pick, rules }) =>
    onFix(at, pick, (fix) => acceptRisk(fix, { until: until(at.now), ...words }, who, at.now, rules)),
  'end the acceptance of a fix': (at, { pick }) => onFix(at, pick, (fix) => expireAcceptance(fix, at.now)),
  'cancel a fix': (at, { who, pick }) => onFix(at, pick, (fix) => cancel(fix, 'It was switched off.', who, at.now)),
  settle: ({ record, remediations, now }) => settle(record, [...remediations.values()], now),
};

const OFTEN = [
  'fill in',
  'submit',
  'Ben approves',
  'Dora approves',
  'cancel a fix',
  'put a lesson in place',
  'Ben confirms a lesson',
];

/** One thing that somebody does, some days after the one before. */
export const moves = fc.record({
  act: fc.constantFrom(...Object.keys(ACTS), ...OFTEN, ...OFTEN, ...OFTEN),
  // Mostly Anna: who writes cannot judge, and a record that all have written in cannot be approved.
  who: fc.constantFrom(ANNA, ANNA, ANNA, ANNA, ANNA, ANNA, CARL, ...PEOPLE),
  pick: fc.nat(20),
  days: fc.nat(6),
});
export type OneMove = typeof moves extends fc.Arbitrary<infer M> ? M : never;

export const begin = (): Case => {
  const record = aRecord();
  const { id: postMortemId, incident, openedAt, dueAt, tlp } = record;
  const opened: RecordEvent = {
    type: 'Post-Mortem Opened',
    data: { postMortemId, incident, timeline: [], openedAt, dueAt, tlp },
  };
  return { record, remediations: new Map(), log: [opened], now: NOW };
};

/** Makes a move. @returns no events when the rules forbid it */
export function after(before: Case, { act, who, pick, days }: OneMove, rules: Rules): Case & { events: CaseEvent[] } {
  const now = addDuration(before.now, Duration.parse(`P${days}D`));
  const at = { ...before, now };
  let events: CaseEvent[] = [];
  try {
    events = ACTS[act]?.(at, { who, pick, rules }) ?? [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return { ...applied(at, events), events };
}

export function applied(at: Case, events: readonly CaseEvent[]): Case {
  const remediations = new Map(at.remediations);
  for (const event of events.filter(isRemediationEvent)) {
    const fix = applyToRemediation(remediations.get(idOf(event)), event);
    if (fix !== undefined) remediations.set(fix.id, fix);
  }
  const record = events.filter(isRecordEvent).reduce(applyToPostMortem, at.record);
  return { ...at, record, remediations, log: [...at.log, ...events] };
}

const idOf = (event: RemediationEvent): RecommendationId =>
  event.type === 'Recommendation Approved' ? event.data.recommendation.id : event.data.remediationId;

function onFix(
  { remediations }: Case,
  pick: number,
  decide: (fix: Remediation) => RemediationEvent[],
): RemediationEvent[] {
  const fix = one([...remediations.values()], pick);
  return fix === undefined ? [] : decide(fix);
}

function filledIn(record: PostMortem, who: Person, rules: Rules): RecordEvent[] {
  const events: RecordEvent[] = [];
  let now = record;
  for (;;) {
    const [next] = completenessOf(now, templateFor(now, rules.postMortem.templates), rules).missing;
    if (next === undefined) return events;
    if (events.length > 200) throw new Error(`nothing that is supplied is enough at ${next.path}: ${next.message}`);
    const written = supply(now, next, who);
    events.push(...written);
    now = written.reduce(applyToPostMortem, now);
  }
}
