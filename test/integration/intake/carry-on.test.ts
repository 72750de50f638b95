import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { absorb, mergeInto } from '../../../shared/domain/record/decide/open-record.ts';
import { approve, submit } from '../../../shared/domain/record/decide/review-record.ts';
import { proposeRecommendation } from '../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { TicketRef } from '../../../shared/domain/ticket/incident-ticket.ts';
import { type PostMortemId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aDraft } from '../../support/world/records.ts';
import { aCause, approvedRecord, openedRecord, submittedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const change = (id: PostMortemId, decide: (record: PostMortem) => RecordEvent[]) =>
  world.store.changePostMortem(id, decide, aCause(BEN));
const ticketOf = ({ incident: { source, site, ticketId, key } }: PostMortem): TicketRef => ({
  source,
  site,
  ticketId,
  key,
});
const reopened = (record: PostMortem, reopenedAt = world.now()) =>
  world.event({ type: 'Incident Ticket Reopened', data: { ticket: ticketOf(record), reopenedAt } });
const closed = (record: PostMortem) =>
  world.event({ type: 'Incident Ticket Closed', data: { ticket: ticketOf(record), closedAt: world.now() } });
const stateOf = async ({ id }: PostMortem) => {
  const record = await world.store.postMortem(id);
  return [record?.status, record?.carriedOn];
};
async function merge(source: PostMortem, target: PostMortem): Promise<void> {
  const other = await world.store.postMortem(source.id);
  if (other === undefined) throw new Error(`there is no record ${source.id}`);
  await change(target.id, (current) => absorb(current, other, BEN, world.now()));
  await change(source.id, (current) => mergeInto(current, target.id, 'The same mails.', BEN, world.now()));
}
const remediationTickets = () => world.simulator.issues().filter(({ project }) => project.key === 'PLAT');

describe('an incident that comes back', () => {
  it('opens its approved record again, and leaves what was approved as it is', async () => {
    const record = await approvedRecord(world);
    await world.deliver();
    const before = await world.store.remediations(record.id);
    world.clock.advance('PT1H');
    await world.handOver(reopened(record));
    const carriedOn = await world.store.postMortem(record.id);
    expect([carriedOn?.status, carriedOn?.carriedOn, carriedOn?.recommendations.map(({ status }) => status)]).toEqual([
      'open',
      1,
      ['approved'],
    ]);
    expect([await world.store.remediations(record.id), remediationTickets().length]).toEqual([before, 1]);
  });

  it('gets more recommendations, and a ticket for the new ones alone', async () => {
    const record = await approvedRecord(world);
    await world.deliver();
    world.clock.advance('PT1H');
    await world.handOver(reopened(record));
    const answers = record.rootCauses.map(({ id }) => id);
    const draft = aDraft({ title: 'Train everybody in payroll', answers });
    await change(record.id, (current) =>
      proposeRecommendation(current, RecommendationId.parse(world.newId()), draft, ANNA),
    );
    await change(record.id, (current) => submit(current, ANNA, world.config));
    await change(record.id, (current) => approve(current, current.revision, BEN, world.now(), world.config));
    await world.handOver(closed(record));
    await world.deliver();
    expect([
      await stateOf(record),
      remediationTickets()
        .map(({ summary }) => summary)
        .toSorted(),
    ]).toEqual([
      ['approved', 1],
      ['Train everybody in payroll', 'Turn on mail filtering for look-alike domains'],
    ]);
    const opened = (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened');
    expect([opened.length, world.simulator.issue(record.incident.key)?.remoteLinks.length]).toEqual([1, 1]);
  });

  it('does nothing when it is told again, even after the next approval', async () => {
    const record = await approvedRecord(world);
    world.clock.advance('PT1H');
    const news = reopened(record);
    await world.handOver(news);
    await world.handOver(news);
    const once = await stateOf(record);
    await change(record.id, (current) => submit(current, ANNA, world.config));
    await change(record.id, (current) => approve(current, current.revision, BEN, world.now(), world.config));
    await world.handOver(news);
    await world.handOver(reopened(record, '2026-11-21T10:30:00.000Z'));
    expect([once, await stateOf(record)]).toEqual([
      ['open', 1],
      ['approved', 1],
    ]);
  });

  it('does nothing when the news of a time before the record comes late', async () => {
    const record = await approvedRecord(world);
    await world.handOver(reopened(record, '2026-11-21T09:00:00.000Z'));
    expect(await stateOf(record)).toEqual(['approved', 0]);
  });

  it('is heard while its record is still open, so that old news takes back no later approval', async () => {
    const record = await openedRecord(world);
    world.clock.advance('PT1H');
    await world.handOver(reopened(record));
    await world.handOver(reopened(record));
    expect(await stateOf(record)).toEqual(['open', 1]);
  });

  it('carries on the record that its own was merged into', async () => {
    const target = await submittedRecord(world);
    const merged = await openedRecord(world);
    await merge(merged, target);
    await change(target.id, (current) => approve(current, current.revision, BEN, world.now(), world.config));
    world.clock.advance('PT1H');
    await world.handOver(reopened(merged));
    await world.handOver(closed(merged));
    expect([await stateOf(target), await stateOf(merged)]).toEqual([
      ['open', 1],
      ['merged', 0],
    ]);
  });

  it('carries on the last of a chain of merges, whichever was merged first', async () => {
    const [first, second, third] = [await openedRecord(world), await openedRecord(world), await openedRecord(world)];
    await merge(first, second);
    await merge(second, third);
    world.clock.advance('PT1H');
    await world.handOver(reopened(first));
    expect([
      await stateOf(third),
      await world.store.postMortemOfKey('jira', first.incident.key),
      (await world.store.postMortem(third.id))?.absorbed.map(({ postMortemId }) => postMortemId),
    ]).toEqual([['open', 1], third.id, [second.id, first.id]]);
  });

  it('gets the time that its severity has for a review, anew', async () => {
    const record = await approvedRecord(world);
    world.clock.advance('P30D');
    await world.handOver(reopened(record));
    expect([record.dueAt, (await world.store.postMortem(record.id))?.dueAt]).toEqual([
      '2026-12-01T10:00:00.000Z',
      '2026-12-31T10:00:00.000Z',
    ]);
  });
});
