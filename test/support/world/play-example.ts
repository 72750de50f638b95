import { handIn } from '../../../shared/domain/hints/hand-in.ts';
import { LessonReference } from '../../../shared/domain/record/content/lesson.ts';
import * as review from '../../../shared/domain/record/decide/review-record.ts';
import { confirmLesson, putLessonInPlace } from '../../../shared/domain/record/decide/settle-lesson.ts';
import * as settling from '../../../shared/domain/record/decide/settle-record.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { attest } from '../../../shared/domain/remediation/decide/attestation.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { Signal } from '../../../shared/domain/verification/signal.ts';
import { PartId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import type { Person } from '../../../shared/domain/words/person.ts';
import { siteName } from '../../../shared/jira/site.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import type { Act, WorkedExample } from '../../../tools/examples/worked-example.ts';
import { decisionsOf } from '../../../tools/examples/write-example.ts';
import { ANNA, BEN } from './people.ts';
import { aCause } from './stories.ts';
import type { World } from './world.ts';

/** The second of two approvers. */
const CARLA: Person = { kind: 'person', id: 'carla', name: 'Carla Approver', email: 'carla@example.com' };

type StateAfter = { at: string; fix: string; wanted: string; found: string | undefined };

/** Plays an example through the store, the workers and the simulator, by its own clock. */
export async function playExample(world: World, example: WorkedExample) {
  const id = await openedFrom(world, example);
  const change = (by: Person, decide: (record: PostMortem) => RecordEvent[]) =>
    world.store.changePostMortem(id, decide, aCause(by));

  const { decisions, idOf } = decisionsOf(example, ANNA, world.config, world.newId);
  for (const decide of decisions) await change(ANNA, decide);
  const submitted = await change(ANNA, (record) => handIn(record, ANNA, world.config));

  advanceTo(world, example.approvedAt);
  for (const { key, judged } of example.recommendations) {
    const recommendation = RecommendationId.parse(idOf(key));
    if (judged === undefined) continue;
    await change(BEN, (record) =>
      'declinedBecause' in judged
        ? review.declineRecommendation(record, recommendation, judged.declinedBecause, BEN)
        : review.acceptRecommendationRisk(record, recommendation, judged.riskAccepted, BEN, world.now(), world.config),
    );
  }
  let approved = submitted;
  for (const approver of [BEN, CARLA]) {
    if (approved.status === 'approved') break;
    approved = await change(approver, (record) =>
      review.approve(record, record.revision, approver, world.now(), world.config),
    );
  }
  await world.deliver();
  await world.sweep();

  const states: StateAfter[] = [];
  for (const act of example.course) {
    advanceTo(world, act.at);
    await perform(world, id, act, idOf);
    for (const [fix, wanted] of Object.entries(act.after ?? {})) {
      const found = (await world.store.remediation(id, RecommendationId.parse(idOf(fix))))?.state;
      states.push({ at: act.at, fix, wanted, found });
    }
  }
  await world.deliver();
  const closed = await world.store.postMortem(id);
  if (closed === undefined) throw new Error(`record ${id} is gone`);
  return { submitted, approved, states, closed, fixes: await world.store.remediations(id) };
}

async function openedFrom(world: World, { ticket }: WorkedExample) {
  const { simulator } = world;
  advanceTo(world, ticket.openedAt);
  const { summary, description, priority } = ticket;
  const issue = simulator.createIssue({
    project: 'SEC',
    issueType: 'Security Incident',
    summary,
    description,
    priority,
  });
  for (const { by, text } of ticket.comments) simulator.addComment(issue.key, text, { by });
  advanceTo(world, ticket.closedAt);
  simulator.transition(issue.key, 'Done', { by: 'Amara Silva' });
  const ref = { source: 'jira' as const, site: siteName(world.config), ticketId: issue.id, key: issue.key };
  await world.handOver(world.event({ type: 'Incident Ticket Closed', data: { ticket: ref, closedAt: world.now() } }));
  const id = await world.store.postMortemOfTicket(ref);
  if (id === undefined) throw new Error(`no record was opened: ${world.failures.join(', ')}`);
  return id;
}

async function perform(world: World, id: PostMortem['id'], act: Act, idOf: (key: string) => string): Promise<void> {
  switch (act.does) {
    case 'ticket done': {
      const fix = await ticketOf(world, id, RecommendationId.parse(idOf(act.fix)));
      world.simulator.transition(fix.ticket.key, 'Done', { by: act.by });
      await world.sweep();
      return;
    }
    case 'signal': {
      const { subject, outcome, source, detail } = act;
      const signal = Signal.parse({ id: world.newId(), subject, outcome, source, detail, observedAt: act.at });
      await storeSignal(world.table, signal, world.event({ type: 'Signal Recorded', data: { signal } }));
      return;
    }
    case 'attest': {
      const { check, outcome, note } = act;
      const word = { id: PartId.parse(world.newId()), check, outcome, note, by: BEN, at: world.now() };
      await world.store.changeRemediation(
        id,
        RecommendationId.parse(idOf(act.fix)),
        (state) => (state === undefined ? [] : attest(state, word)),
        aCause(BEN),
      );
      return;
    }
    case 'check':
      await world.verify();
      await world.deliver();
      return;
    case 'lesson in place': {
      const reference = LessonReference.parse(act.reference);
      await world.store.changePostMortem(
        id,
        (record) => putLessonInPlace(record, PartId.parse(idOf(act.lesson)), reference, ANNA, world.now()),
        aCause(ANNA),
      );
      return;
    }
    case 'lesson confirmed':
      await world.store.changePostMortem(
        id,
        (record) => confirmLesson(record, PartId.parse(idOf(act.lesson)), BEN, world.now()),
        aCause(BEN),
      );
      return;
    case 'notification sent': {
      const sent = { sentAt: act.at, reference: act.reference };
      await world.store.changePostMortem(
        id,
        (record) => settling.notificationSent(record, PartId.parse(idOf(act.notification)), sent, ANNA),
        aCause(ANNA),
      );
    }
  }
}

async function ticketOf(world: World, id: PostMortem['id'], fix: RecommendationId) {
  const remediation: Remediation | undefined = await world.store.remediation(id, fix);
  if (remediation === undefined || !isTicketed(remediation)) throw new Error(`there is no ticket for ${fix}`);
  return remediation;
}

export function advanceTo(world: World, at: string): void {
  const seconds = (Date.parse(at) - Date.parse(world.now())) / 1_000;
  if (seconds < 0) throw new Error(`${at} is before ${world.now()}`);
  if (seconds > 0) world.clock.advance(`PT${seconds}S`);
}
