import { createHmac, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Cause } from '../../../shared/domain/events/recorded-event.ts';
import * as review from '../../../shared/domain/record/decide/review-record.ts';
import * as decide from '../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { RecommendationDraft } from '../../../shared/domain/remediation/recommendation.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { TicketRef } from '../../../shared/domain/ticket/incident-ticket.ts';
import { PartId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import type { Person } from '../../../shared/domain/words/person.ts';
import { siteName } from '../../../shared/jira/site.ts';
import { ANNA, BEN } from './people.ts';
import { aDraft } from './records.ts';
import { WEBHOOK_SECRET, type World } from './world.ts';

export const aCause = (actor: Cause['actor'] = { kind: 'system', id: 'test' }): Cause => ({
  actor,
  correlationId: 'test',
  hops: 0,
});

/** An API Gateway event that carries a signed Jira webhook. */
export function webhookRequest(
  body: unknown,
  {
    id = randomUUID(),
    secret = WEBHOOK_SECRET,
    source = 'jira',
  }: { id?: string; secret?: string; source?: string } = {},
): APIGatewayProxyEventV2 {
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  const signature = `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;
  return z.custom<APIGatewayProxyEventV2>().parse({
    rawPath: `/webhooks/${source}`,
    headers: { 'x-hub-signature': signature, 'x-atlassian-webhook-identifier': id },
    body: raw,
    isBase64Encoded: false,
  });
}

/** A security incident in the simulator, worked on and closed. */
export function closedIncident(
  world: World,
  summary = 'Employees phished',
  description = 'Seen: T1566.002',
): TicketRef {
  const { simulator } = world;
  const issue = simulator.createIssue({
    project: 'SEC',
    issueType: 'Security Incident',
    summary,
    description,
    priority: 'High',
  });
  simulator.transition(issue.key, 'In Progress', { by: 'Mia Okafor' });
  simulator.transition(issue.key, 'Done', { by: 'Mia Okafor' });
  return { source: 'jira', site: siteName(world.config), ticketId: issue.id, key: issue.key };
}

export async function openedRecord(world: World, ticket = closedIncident(world)): Promise<PostMortem> {
  const closedAt = world.now();
  await world.handOver(world.event({ type: 'Incident Ticket Closed', data: { ticket, closedAt } }));
  const id = await world.store.postMortemOfTicket(ticket);
  const record = id && (await world.store.postMortem(id));
  if (record === undefined) throw new Error(`no record was opened: ${world.failures.join(', ')}`);
  return record;
}

/** A record that Anna filled in and submitted, with a recommendation for each draft. */
export async function submittedRecord(world: World, ...drafts: Partial<RecommendationDraft>[]): Promise<PostMortem> {
  return submittedAs(world, await openedRecord(world), drafts);
}

async function submittedAs(
  world: World,
  { id }: PostMortem,
  drafts: readonly Partial<RecommendationDraft>[],
): Promise<PostMortem> {
  const cause = PartId.parse(world.newId());
  const write = (decision: (record: PostMortem, by: Person) => RecordEvent[]) =>
    world.store.changePostMortem(id, (record) => decision(record, ANNA), aCause(ANNA));
  const content = {
    summary: { text: 'Two people entered their passwords on a false sign-in page.' },
    impact: { description: 'Two mailboxes were read.', assets: [], services: ['mail'], dataKinds: ['e-mail'] },
    detection: { how: 'A colleague asked about the mail.', whyNotSooner: 'No filter, no report button.' },
    response: { firstAction: 'Security operations reset the passwords.', procedures: [] },
  };
  await write((record, by) => decide.classify(record, { category: 'phishing' }, by, world.config));
  await write((record, by) => decide.writeSection(record, { section: 'summary', content: content.summary }, by));
  await write((record, by) => decide.writeSection(record, { section: 'impact', content: content.impact }, by));
  await write((record, by) => decide.writeSection(record, { section: 'detection', content: content.detection }, by));
  await write((record, by) => decide.writeSection(record, { section: 'response', content: content.response }, by));
  await write((record, by) =>
    decide.addRootCause(
      record,
      { id: cause, kind: 'human', statement: 'Nobody was trained', whys: ['Training ended long ago.'] },
      by,
    ),
  );
  for (const draft of drafts.length === 0 ? [{}] : drafts) {
    await write((record, by) =>
      decide.proposeRecommendation(
        record,
        RecommendationId.parse(world.newId()),
        aDraft({ answers: [cause], ...draft }),
        by,
      ),
    );
  }
  return write((record, by) => review.submit(record, by, world.config));
}

/** The same, approved by Ben; its tickets are not created before `world.deliver()`. */
export async function approvedRecord(world: World, ...drafts: Partial<RecommendationDraft>[]): Promise<PostMortem> {
  return approvedAs(world, await openedRecord(world), ...drafts);
}

/** A record that was opened, filled in, submitted and approved. */
export async function approvedAs(
  world: World,
  opened: PostMortem,
  ...drafts: Partial<RecommendationDraft>[]
): Promise<PostMortem> {
  const record = await submittedAs(world, opened, drafts);
  return world.store.changePostMortem(
    record.id,
    (current) => review.approve(current, record.revision, BEN, world.now(), world.config),
    aCause(BEN),
  );
}

/** The same, with its tickets. @returns the remediation of the first recommendation */
export async function ticketedRemediation(
  world: World,
  ...drafts: Partial<RecommendationDraft>[]
): Promise<Extract<Remediation, { state: 'open' }>> {
  const { id } = await approvedRecord(world, ...drafts);
  await world.deliver();
  const [remediation] = await world.store.remediations(id);
  if (remediation?.state !== 'open') throw new Error(`expected an open remediation, found ${remediation?.state}`);
  return remediation;
}

/** The remediation as it is now. */
export async function latest(world: World, { postMortemId, id }: Remediation): Promise<Remediation> {
  const found = await world.store.remediation(postMortemId, id);
  if (found === undefined) throw new Error(`remediation ${id} is gone`);
  return found;
}
