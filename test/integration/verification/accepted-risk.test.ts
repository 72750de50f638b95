import { describe, expect, it } from 'vitest';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { latest, ticketedRemediation } from '../../support/world/stories.ts';

const { world, as, ben } = apiForEachTest();
const eva = as({ kind: 'person', id: 'eva', name: 'Eva Approver', email: 'eva@example.com' }, 'approver');
const subject = { type: 'technique' as const, id: 'T1566.002' };

async function says(outcome: 'pass' | 'fail'): Promise<void> {
  const { table, newId, now, event } = world();
  const signal = { id: newId(), subject, outcome, observedAt: now(), source: 'scanner', detail: 'of 20 test mails' };
  await storeSignal(table, signal, event({ type: 'Signal Recorded', data: { signal } }));
  await world().deliver();
}

const move = async (fix: Remediation, to: string): Promise<void> => {
  world().simulator.transition('ticket' in fix ? (fix.ticket?.key ?? '') : '', to, { by: 'Mia Okafor' });
  await world().sweep();
  await world().deliver();
};
const pass = async (time: string): Promise<void> => {
  world().clock.advance(time);
  await world().verify();
  await world().deliver();
};

async function verified() {
  const fix = await ticketedRemediation(world());
  await move(fix, 'Done');
  await says('pass');
  for (const time of ['P7D', 'P23D', 'P60D']) {
    await pass(time);
    await says('pass');
  }
  expect((await latest(world(), fix)).state).toBe('verified');
  return fix;
}

async function accept(fix: Remediation, time: string, by = ben) {
  const path = `/post-mortems/${fix.postMortemId}/remediations/${fix.id}`;
  const read = await by('GET', path);
  const until = addDuration(world().now(), Duration.parse(time));
  const words = { reason: 'The vendor delivers in spring.', compensatingControl: 'We read the log.' };
  return by('POST', `${path}/risk-acceptance`, { until, ...words }, { 'if-match': read.headers.etag ?? '' });
}

const expire = async (): Promise<void> => {
  await world().sweep();
  await world().deliver();
};
/** Comments in its ticket, without those that say what people decided. */
const commentsIn = (fix: Remediation): number =>
  (world().simulator.issue('ticket' in fix ? (fix.ticket?.key ?? '') : '')?.comments ?? []).filter(
    ({ body }) => !plainText(body).startsWith('Put off. '),
  ).length;
const statusOf = (fix: Remediation) =>
  world().simulator.issue('ticket' in fix ? (fix.ticket?.key ?? '') : '')?.status.name;

describe('a fix of which the risk is accepted', () => {
  it('is not reopened by a fail, which is shown, and is reopened when the time is over', async () => {
    const fix = await verified();
    expect((await accept(fix, 'P30D')).status).toBe(200);
    await pass('P1D');
    await says('fail');
    await pass('P2D');
    expect([await latest(world(), fix), statusOf(fix)]).toMatchObject([
      { state: 'accepted', kept: { doubt: { source: 'scanner' } } },
      'Done',
    ]);
    world().clock.advance('P28D');
    await expire();
    expect([await latest(world(), fix), statusOf(fix)]).toMatchObject([{ state: 'open', reopenCount: 1 }, 'To Do']);
  });

  it('that failed just now is not reopened by the message that comes after it, but when the time is over', async () => {
    const fix = await ticketedRemediation(world());
    await move(fix, 'Done');
    world().clock.advance('P1D');
    await says('fail');
    world().clock.advance('PT1H');
    await world().verify();
    const failed = (await latest(world(), fix)).state;
    await accept(fix, 'P30D');
    await world().deliver();
    await pass('PT10M');
    await world().sweep();
    const comments = () => commentsIn(fix);
    expect([failed, (await latest(world(), fix)).state, statusOf(fix), comments()]).toEqual([
      'ineffective',
      'accepted',
      'Done',
      0,
    ]);
    world().clock.advance('P30D');
    await expire();
    expect([await latest(world(), fix), statusOf(fix), comments()]).toMatchObject([
      { state: 'open', reopenCount: 1 },
      'To Do',
      1,
    ]);
  });

  it('is verified again without a word in its ticket when its evidence proves it at the end', async () => {
    const fix = await verified();
    const comments = () => commentsIn(fix);
    const before = comments();
    await accept(fix, 'P30D');
    await pass('P29D');
    await says('pass');
    await pass('P1D');
    await expire();
    expect([await latest(world(), fix), statusOf(fix)]).toMatchObject([{ state: 'verified', reopenCount: 0 }, 'Done']);
    expect(comments()).toBe(before);
  });

  it('is judged by the schedule when nobody hears that its time is over', async () => {
    const fix = await verified();
    await accept(fix, 'P30D');
    await pass('P29D');
    await says('pass');
    world().clock.advance('P1D');
    await world().sweep();
    const before = (await latest(world(), fix)).state;
    await world().verify();
    expect([before, (await latest(world(), fix)).state]).toEqual(['verifying', 'verified']);
  });

  it('is judged by the schedule then, also when its time is over before the fix is due', async () => {
    const fix = await ticketedRemediation(world());
    await move(fix, 'Done');
    // The walk through all fixes after an upgrade is through.
    for (let hour = 0; hour < 3; hour += 1) await pass('PT1H');
    await accept(fix, 'P1D');
    await world().deliver();
    await says('fail');
    world().clock.advance('P2D');
    await world().sweep();
    const before = (await latest(world(), fix)).state;
    await world().verify();
    expect([before, (await latest(world(), fix)).state]).toEqual(['claimed', 'ineffective']);
  });

  it('lets its record be closed, also when its ticket moves, and takes it up when it breaks after that', async () => {
    const fix = await ticketedRemediation(world());
    const statusNow = async () => (await world().store.head(fix.postMortemId))?.status;
    await accept(fix, 'P30D');
    await world().deliver();
    const statuses = [await statusNow()];
    for (const to of ['Done', 'To Do']) {
      await move(fix, to);
      statuses.push(await statusNow());
    }
    world().clock.advance('P30D');
    await expire();
    expect([...statuses, await statusNow(), (await latest(world(), fix)).state]).toEqual([
      'closed',
      'closed',
      'closed',
      'approved',
      'open',
    ]);
  });

  it('asks what is to become of a ticket that was closed as Won’t Do meanwhile, when the time is over and not before', async () => {
    const fix = await ticketedRemediation(world());
    await accept(fix, 'P30D');
    world().simulator.transition(fix.ticket.key, 'Done', { by: 'Mia Okafor', resolution: "Won't Do" });
    await world().sweep();
    await world().deliver();
    const comments = () => commentsIn(fix);
    const before = comments();
    world().clock.advance('P30D');
    await expire();
    expect([before, comments(), await latest(world(), fix)]).toMatchObject([
      0,
      1,
      { state: 'open', closedWithoutClaim: { outcome: "Done as Won't Do" } },
    ]);
  });

  it('is renewed twice by one approver, and a third time by another', async () => {
    const fix = await verified();
    const answers = [await accept(fix, 'P30D'), await accept(fix, 'P60D'), await accept(fix, 'P90D')];
    answers.push(await accept(fix, 'P90D', eva), await accept(fix, 'P90D'));
    expect(answers.map(({ status, body }) => [status, Object(body).reason ?? Object(body).acceptanceCount])).toEqual([
      [200, 1],
      [200, 2],
      [403, 'four eyes'],
      [200, 3],
      [200, 4],
    ]);
  });

  it('ends a day late at the most though its ticket cannot be read, and what is known of it counts', async () => {
    const fix = await ticketedRemediation(world());
    await move(fix, 'Done');
    world().clock.advance('P1D');
    expect((await accept(fix, 'P10D')).status).toBe(200);
    await says('fail');
    const issue = 'ticket' in fix ? fix.ticket?.issueId : undefined;
    const path = `/rest/api/3/issue/${issue}`;
    world().simulator.faults.add({ kind: 'status', status: 403, method: 'GET', path, probability: 1 });
    // The ticket cannot be followed either, which the sweep says, and passes over after a day, too.
    world().clock.advance('P10D');
    await expect(world().sweep()).rejects.toThrow(/10001/);
    const within = await latest(world(), fix);
    world().clock.advance('P1D');
    await world().sweep();
    await world().deliver();
    expect(within.state).toBe('accepted');
    expect(await latest(world(), fix)).toMatchObject({ state: 'ineffective' });
  });

  it('brings no date nearer that is further away than its end', async () => {
    const fix = await ticketedRemediation(world());
    expect((await accept(fix, 'P1D')).status).toBe(200);
    world().clock.advance('P2D');
    await expire();
    const after = await latest(world(), fix);
    expect([after.state, after.dueAt, 'overdueSince' in after]).toEqual(['open', fix.dueAt, false]);
  });
});
