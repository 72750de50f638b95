import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { samplesIn } from '../../support/samples/samples.ts';
import { closedIncident } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const closed = (ticket: ReturnType<typeof closedIncident>) =>
  world.event({ type: 'Incident Ticket Closed', data: { ticket, closedAt: world.now() } });

/** To all that fits, up to the last whole character. */
const isCutTo = (limit: number, text = ''): boolean =>
  text.isWellFormed() && text.endsWith('…') && text.length <= limit && text.length > limit - 14;

/** A ticket that somebody still writes in. */
function incidentInProgress(summary: string, description: string) {
  const issue = world.simulator.createIssue({
    ...{ project: 'SEC', issueType: 'Security Incident' },
    summary,
    description,
  });
  const site = new URL(world.simulator.url).host;
  return { source: 'jira' as const, site, ticketId: issue.id, key: issue.key };
}

async function openings(): Promise<number> {
  return (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened').length;
}

describe('open-post-mortem', () => {
  it('prefills the record from the ticket', async () => {
    const issue = world.simulator.createIssue(
      {
        project: 'SEC',
        issueType: 'Security Incident',
        summary: 'Phished',
        description: 'Mails with a false sign-in page (T1566.002)',
        priority: 'Highest',
        assignee: 'Jonas Berg',
      },
      { by: 'Mia Okafor' },
    );
    world.clock.advance('PT1H');
    world.simulator.addComment(issue.key, 'Passwords reset; valid accounts were used: T1078', { by: 'Jonas Berg' });
    world.clock.advance('PT1H');
    world.simulator.transition(issue.key, 'Done', { by: 'Jonas Berg' });
    world.clock.advance('PT1M');
    const ticket = {
      source: 'jira' as const,
      site: new URL(world.simulator.url).host,
      ticketId: issue.id,
      key: issue.key,
    };

    await world.handOver(closed(ticket));

    const id = await world.store.postMortemOfTicket(ticket);
    const record = id && (await world.store.postMortem(id));
    const jonas = { accountId: '712020:jonas', name: 'Jonas Berg' };
    expect(record).toMatchObject({
      status: 'open',
      openedAt: '2026-11-21T12:01:00.000Z',
      dueAt: '2026-11-26T12:01:00.000Z',
      isLinkedToTicket: true,
      incident: {
        ...ticket,
        url: `${world.simulator.url}/browse/SEC-1`,
        title: 'Phished',
        severity: 'critical',
        openedAt: '2026-11-21T10:00:00.000Z',
        closedAt: '2026-11-21T12:00:00.000Z',
        techniques: ['T1566.002', 'T1078'],
        people: [
          { role: 'reporter', person: { accountId: '712020:mia', name: 'Mia Okafor' } },
          { role: 'assignee', person: jonas },
          { role: 'closer', person: jonas },
          { role: 'commenter', person: jonas },
        ],
      },
    });
    expect(
      (id === undefined ? [] : await world.store.wholeTimeline(id)).map(({ at, what, kind }) => [at, what, kind]),
    ).toEqual([
      ['2026-11-21T10:00:00.000Z', 'Ticket opened: Phished', 'detection'],
      ['2026-11-21T11:00:00.000Z', 'Passwords reset; valid accounts were used: T1078', 'communication'],
      ['2026-11-21T12:00:00.000Z', 'Status: To Do → Done', 'action'],
    ]);
    expect(world.simulator.issue(issue.key)?.remoteLinks).toHaveLength(1);
  });

  it('opens one post-mortem when the same closure arrives five times at once', async () => {
    const event = closed(closedIncident(world));
    await Promise.all(Array.from({ length: 5 }, () => world.handOver(event)));
    await world.handOver(event);
    expect(await openings()).toBe(1);
  });

  it('opens one post-mortem for closed, reopened, closed', async () => {
    const ticket = closedIncident(world);
    await world.handOver(closed(ticket));
    world.simulator.transition(ticket.key, 'In Progress');
    await world.handOver(world.event({ type: 'Incident Ticket Reopened', data: { ticket, reopenedAt: world.now() } }));
    world.simulator.transition(ticket.key, 'Done');
    await world.handOver(closed(ticket));
    expect(await openings()).toBe(1);
  });

  it('opens one post-mortem when the ticket is moved to another project in between', async () => {
    const ticket = closedIncident(world);
    await world.handOver(closed(ticket));
    world.simulator.moveIssue(ticket.key, 'IAM');
    await world.handOver(closed({ ...ticket, key: 'IAM-1' }));
    expect(await openings()).toBe(1);
  });

  it('opens nothing for a ticket that is open again by the time it is read', async () => {
    const ticket = closedIncident(world);
    world.simulator.transition(ticket.key, 'In Progress');
    await world.handOver(closed(ticket));
    expect([await openings(), world.counted()]).toEqual([0, { ClosureWithoutNewPostMortem: 1 }]);
  });

  it('does not give up a closed incident that Jira does not show', async () => {
    const ticket = closedIncident(world);
    world.simulator.hideIssue(ticket.key);
    const event = closed(ticket);
    const back = await world.handOver(event);
    world.simulator.showIssue(ticket.key);
    await world.handOver(event);
    expect([back, String(world.failures[0]), await openings()]).toEqual([
      [event.id],
      expect.stringContaining('SEC-1 (issue 10000) is closed, but Jira does not show it: give the account'),
      1,
    ]);
  });

  it('opens the record of an incident that is told in a script of many bytes', async () => {
    const words = '攻撃者が正規のアカウントで侵入した。'.repeat(500);
    const issue = world.simulator.createIssue({
      ...{ project: 'SEC', issueType: 'Security Incident', summary: '長い夜' },
      description: words,
    });
    for (let comment = 0; comment < 250; comment += 1) world.simulator.addComment(issue.key, words);
    world.simulator.transition(issue.key, 'Done');
    const site = new URL(world.simulator.url).host;
    await world.handOver(closed({ source: 'jira', site, ticketId: issue.id, key: issue.key }));
    expect([await openings(), world.failures]).toEqual([1, []]);
  });

  it('opens the record wherever an emoji stands on the cut of a comment, of a description or of the title of the link', async () => {
    const emojis = ['😀', '👩‍❤️‍💋‍👨', '🇩🇪', 'e\u0301'];
    const offsets = Array.from({ length: 16 }, (_item, index) => index - 13);
    const tickets = emojis.flatMap((emoji) =>
      offsets.map((offset) => {
        const upTo = (limit: number) => `${'a'.repeat(limit + offset)}${emoji}`;
        const ticket = incidentInProgress(upTo(241).padEnd(254, 'z'), `${upTo(30_000)} and so on, and on`);
        world.simulator.addComment(ticket.key, `${upTo(1_000)} and so on, and on`);
        world.simulator.transition(ticket.key, 'Done');
        return ticket;
      }),
    );
    for (const ticket of tickets) await world.handOver(closed(ticket));

    expect(world.failures).toEqual([]);
    for (const ticket of tickets) {
      const id = await world.store.postMortemOfTicket(ticket);
      const record = id && (await world.store.postMortem(id));
      const timeline = id === undefined ? [] : await world.store.wholeTimeline(id);
      const comment = timeline.find(({ kind }) => kind === 'communication')?.what;
      const [link] = world.simulator.issue(ticket.key)?.remoteLinks ?? [];
      expect({ description: isCutTo(30_000, record?.incident.description), comment: isCutTo(1_000, comment) }).toEqual({
        description: true,
        comment: true,
      });
      expect(String(Object(link?.object).title)).toMatch(/^Post-mortem: a{220,242}[^a]*z*…?$/u);
    }
  });

  it('opens the record of a ticket whose summary nobody can read, under its key', async () => {
    const ticket = incidentInProgress('\u200b\u3164', 'Two mails');
    world.simulator.transition(ticket.key, 'Done');
    await world.handOver(closed(ticket));
    const id = await world.store.postMortemOfTicket(ticket);
    const [link] = world.simulator.issue(ticket.key)?.remoteLinks ?? [];
    expect([id && (await world.store.postMortem(id))?.incident.title, Object(link?.object).title]).toEqual([
      'SEC-1',
      'Post-mortem: SEC-1',
    ]);
  });

  it('opens the record of a ticket that holds half of a character, and says where it was', async () => {
    const ticket = incidentInProgress('Phished \ud83d', 'Two \ude00 mails');
    world.simulator.addComment(ticket.key, 'It was late \ud83d');
    world.simulator.transition(ticket.key, 'Done');
    await world.handOver(closed(ticket));
    const id = await world.store.postMortemOfTicket(ticket);
    const record = id && (await world.store.postMortem(id));
    expect([record?.incident.title, record?.incident.description, record?.isLinkedToTicket, world.failures]).toEqual([
      'Phished \ufffd',
      'Two \ufffd mails',
      true,
      [],
    ]);
  });

  it('makes up for the link when Jira failed on it, and links once', async () => {
    const ticket = closedIncident(world);
    world.simulator.faults.add({ kind: 'status', status: 503, method: 'POST', path: '/rest/api/3/issue/*/remotelink' });
    const event = closed(ticket);
    const back = await world.handOver(event);
    const linksThen = world.simulator.issue(ticket.key)?.remoteLinks.length;
    await world.handOver(event);
    await world.handOver(event);
    const linksAsked = world.simulator
      .requests()
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/remotelink'));
    expect([back, linksThen, world.simulator.issue(ticket.key)?.remoteLinks.length, linksAsked.length]).toEqual([
      [event.id],
      0,
      1,
      2,
    ]);
    expect(await openings()).toBe(1);
  });

  it('gives the message back while Jira cannot be read, and opens the record after', async () => {
    const event = closed(closedIncident(world));
    world.simulator.faults.add({ kind: 'status', status: 503, method: 'GET' });
    const back = await world.handOver(event);
    const before = await openings();
    await world.handOver(event);
    expect([back, before, await openings()]).toEqual([[event.id], 0, 1]);
  });

  it('keeps a long story short enough for one item, its beginning and its end', async () => {
    const issue = world.simulator.createIssue({
      project: 'SEC',
      issueType: 'Security Incident',
      summary: 'Long night',
    });
    for (let comment = 1; comment <= 260; comment += 1)
      world.simulator.addComment(issue.key, `${comment} ${'x'.repeat(5_000)}`);
    world.clock.advance('PT1M');
    world.simulator.transition(issue.key, 'Done');
    const ticket = {
      source: 'jira' as const,
      site: new URL(world.simulator.url).host,
      ticketId: issue.id,
      key: issue.key,
    };
    await world.handOver(closed(ticket));
    const id = await world.store.postMortemOfTicket(ticket);
    const timeline = id === undefined ? [] : await world.store.wholeTimeline(id);
    expect([
      timeline.length,
      timeline.at(0)?.what,
      timeline.at(-1)?.what,
      Math.max(...timeline.map(({ what }) => what.length)),
    ]).toEqual([176, 'Ticket opened: Long night', 'Status: To Do → Done', 1_000]);
  });

  it('opens a record for an incident in whatever words somebody tells it', async () => {
    const Veris = z.looseObject({ summary: z.string().prefault('') });
    const titles: string[] = [];
    for (const { name, text } of samplesIn({ own: 'veris', reference: 'data/vcdb' }, /\.json$/)) {
      const { summary } = Veris.parse(JSON.parse(text));
      const title = (summary.split(/[\n.]/)[0] ?? '').trim().slice(0, 200) || name;
      titles.push(title);
      await world.handOver(closed(closedIncident(world, title, summary || 'no summary')));
    }
    const opened = (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened');
    expect(opened.map(({ data }) => Object(data).incident.title)).toEqual(titles);
  });
});
