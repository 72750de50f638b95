import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditTicketsHandler } from '../../../functions/audit-tickets/handler.ts';
import { classify } from '../../../shared/domain/record/decide/write-record.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { JiraRefused } from '../../../shared/jira/jira-errors.ts';
import { ticketDraft } from '../../../shared/tickets/ticket-draft.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA } from '../../support/world/people.ts';
import { aPostMortemId, aRecommendation, aRoute } from '../../support/world/records.ts';
import { aCause, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const audit = async (all = false) => (await auditTicketsHandler(world)({ all })).findings;

/** A ticket as the create protocol makes it, for a remediation that may have one. */
async function anotherTicketFor(remediation: Parameters<typeof ticketDraft>[0]['remediation']): Promise<string> {
  const recommendation = aRecommendation({ id: remediation.id });
  const { key } = await world.tickets.create(
    ticketDraft({
      remediation,
      isRestricted: false,
      recommendation,
      recordUrl: 'https://records.test/1',
      policy: { labels: [], restrictedTickets: 'reference' as const },
      plan: { route: aRoute(), dueOn: undefined },
      incident: { key: 'SEC-1', url: 'https://jira.test/browse/SEC-1' },
    }),
  );
  return key;
}

describe('the audit of tickets', () => {
  it('finds nothing where everything is in order, copies that people made included', async () => {
    const { ticket } = await ticketedRemediation(world);
    const labels = [...(world.simulator.issue(ticket.key)?.labels ?? [])];
    world.simulator.createIssue({ project: 'PLAT', summary: 'CLONE', labels });
    expect(await audit()).toEqual([]);
  });

  it('tells no word of a restricted record, though Jira refuses with words of its ticket', async () => {
    const remediation = await ticketedRemediation(world);
    const key = await anotherTicketFor(remediation);
    Object.assign(world.jira, {
      go: () => Promise.reject(new JiraRefused('POST /transitions', 400, 'not with "Nightjar mailbox of the CFO"')),
    });
    const open = await audit();
    await world.store.changePostMortem(
      remediation.postMortemId,
      (record) => classify(record, { tlp: 'RED' }, ANNA, world.config),
      aCause(ANNA),
    );
    const restricted = await audit();
    const because = [open, restricted].map((findings) =>
      findings.map((one) => (one.kind === 'duplicate' ? one.because : '')),
    );
    expect([key, because]).toEqual([
      key,
      [
        [expect.stringContaining('Nightjar')],
        [expect.stringMatching(/refused POST \/transitions with 400: .*withheld/)],
      ],
    ]);
    expect(world.log.slice(-1).join()).not.toContain('Nightjar');
  });

  it('links and closes a second ticket, once, and says where the work goes on', async () => {
    const remediation = await ticketedRemediation(world);
    const key = await anotherTicketFor(remediation);
    const first = await audit();
    const second = await audit();
    const issue = world.simulator.issue(key);
    const { id: remediationId, postMortemId, ticket } = remediation;
    const duplicate = { kind: 'duplicate', key, original: ticket.key, remediationId, postMortemId };
    expect([first, second]).toEqual([
      [{ ...duplicate, isClosed: false, closed: true }],
      [{ ...duplicate, isClosed: true }],
    ]);
    expect([issue?.status.name, issue?.comments.map(({ body }) => plainText(body))]).toEqual([
      'Done',
      [
        `Closed by Holdfast. This is a second ticket for the same remediation; work goes on in ${remediation.ticket.key}.`,
      ],
    ]);
  });

  it('closes the others when one duplicate cannot be closed, and says why that one is not', async () => {
    const remediation = await ticketedRemediation(world);
    const keys: string[] = [];
    for (const _ of [1, 2]) {
      world.clock.advance('PT1S');
      keys.push(await anotherTicketFor(remediation));
    }
    world.simulator.faults.add({
      kind: 'status',
      status: 403,
      method: 'POST',
      path: '/rest/api/3/issue/*/transitions',
    });
    const findings = await audit();
    expect(findings).toMatchObject([
      { key: keys[0], closed: false, because: expect.stringContaining('403') },
      { key: keys[1], closed: true },
    ]);
    expect(keys.map((key) => world.simulator.issue(key)?.comments.length)).toEqual([0, 1]);
  });

  it('does not close the second ticket when the first is gone: it may be the only one left', async () => {
    const remediation = await ticketedRemediation(world);
    const key = await anotherTicketFor(remediation);
    world.simulator.deleteIssue(remediation.ticket.key);
    const findings = await audit(true);
    expect([findings, world.simulator.issue(key)?.status.name]).toMatchObject([
      [
        { kind: 'duplicate', key, closed: false, because: expect.stringContaining('may be the only') },
        { kind: 'missing' },
      ],
      'To Do',
    ]);
  });

  it('names a ticket that no record knows', async () => {
    const remediation = await ticketedRemediation(world);
    const stray = { ...remediation, id: aRecommendation().id, postMortemId: aPostMortemId() };
    const key = await anotherTicketFor(stray);
    expect(await audit()).toEqual([{ kind: 'orphan', key, because: `there is no remediation ${stray.id}` }]);
  });

  it.each(['open', 'claimed'] as const)('names a remediation that is %s and whose ticket is gone', async (state) => {
    const { ticket, id, postMortemId } = await ticketedRemediation(world);
    if (state === 'claimed') {
      world.simulator.transition(ticket.key, 'Done');
      await world.sweep();
    }
    world.simulator.deleteIssue(ticket.key);
    expect(await audit(true)).toEqual([{ kind: 'missing', key: ticket.key, remediationId: id, postMortemId }]);
  });

  it('leaves a creation in doubt to its own search', async () => {
    world.simulator.faults.add({ kind: 'timeout-after-write', method: 'POST', path: '/rest/api/3/issue' });
    await expect(ticketedRemediation(world)).rejects.toThrow('found ambiguous');
    expect(await audit()).toEqual([]);
  });
});
