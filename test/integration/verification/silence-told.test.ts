import { afterEach, describe, expect, it } from 'vitest';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { classify } from '../../../shared/domain/record/decide/write-record.ts';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import type { Tlp } from '../../../shared/domain/words/tlp.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { gatherReportInput } from '../../../shared/report/gather-report-input.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { renderReport } from '../../../shared/report/render-report.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA } from '../../support/world/people.ts';
import { aCause, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const LEAD = 'messaging-lead@holdfast.test';
const HEAD = 'head-of-it@holdfast.test';
const TEAMS = { messaging: { owner: 'fixes@holdfast.test', lead: LEAD, head: HEAD } };
const REASON = 'the agent did not answer';

async function skips(resource: string): Promise<void> {
  const signal: Signal = {
    ...{ id: world.newId(), subject: { type: 'technique', id: 'T1566.002' }, outcome: 'not judged' },
    ...{ observedAt: world.now(), source: 'scanner', resource, reason: REASON },
  };
  await storeSignal(world.table, signal, world.event({ type: 'Signal Recorded', data: { signal } }));
}

/** A fix is claimed, its source does not judge on two days, and nothing else comes. @returns the comments in its ticket */
async function silence(config: HoldfastConfigInput, tlp?: Tlp): Promise<string[]> {
  world = await startWorld(endpoint(), {
    verification: { steps: ['P7D', 'P30D'] },
    reports: { settle: 'PT0S', period: 'P90D' },
    ...config,
  });
  const fix = await ticketedRemediation(world);
  if (tlp !== undefined) {
    const { store } = world;
    await store.changePostMortem(fix.postMortemId, (one) => classify(one, { tlp }, ANNA, world.config), aCause(ANNA));
  }
  world.simulator.transition(fix.ticket.key, 'Done', { by: 'Mia Okafor' });
  await world.sweep();
  await world.deliver();
  for (const [days, resource] of [
    ['P1D', 'mx-1'],
    ['P1D', 'mx-2'],
  ] as const) {
    world.clock.advance(days);
    await skips(resource);
    await world.deliver();
  }
  for (const days of ['P5D', 'P7D']) {
    world.clock.advance(days);
    await world.verify();
    await world.deliver();
  }
  return (world.simulator.issue(fix.ticket.key)?.comments ?? []).map(({ body }) => plainText(body));
}

describe('the silence of a source that does not judge', () => {
  it('is told in the ticket with how often, by whom and why, and with who is turned to next', async () => {
    const [late, unproven] = await silence({ teams: TEAMS });
    const told = `not judged 2 times, the last time by scanner on mx-2, 2026-11-23 10:00 UTC: ${REASON}`;
    expect([late, unproven]).toEqual([expect.stringContaining(told), expect.stringContaining(told)]);
    expect(unproven).toContain(`Next to turn to: ${LEAD}, then ${HEAD}.`);
    expect(late).not.toContain(LEAD);
  });

  it('names nobody without a directory', async () => {
    const [, unproven] = await silence({});
    expect(unproven).toContain('Unproven. ');
    expect(unproven).not.toContain('Next to turn to');
  });

  it.each([
    ['reference', false],
    ['instruction', true],
  ] as const)(
    'of a restricted record is told without a word of the source, by “%s”',
    async (restrictedTickets, namesLead) => {
      const [late = '', unproven = ''] = await silence({ teams: TEAMS, remediation: { restrictedTickets } }, 'RED');
      expect([late, unproven]).toEqual([
        expect.stringContaining('not judged 2 times, 2026-11-23 10:00 UTC'),
        expect.stringContaining('not judged 2 times, 2026-11-23 10:00 UTC'),
      ]);
      expect([late, unproven].join(' ')).not.toMatch(/mx-2|the agent did not answer|the last time/);
      expect(unproven.includes(LEAD)).toBe(namesLead);
    },
  );

  it.each([
    [undefined, true],
    ['RED', false],
  ] as const)('is in the reports, with who is turned to next (%s)', async (tlp, isTold) => {
    await silence({ teams: TEAMS }, tlp);
    world.clock.advance('P30D');
    const input = await gatherReportInput(world, world.now());
    const overdue = renderReport(overdueReport(input)).markdown;
    const validation = renderReport(validationReport({ ...input })).markdown;
    expect(overdue).toContain('evidence has been missing for so long that this is not believed');
    expect([overdue.includes(LEAD), validation.includes(REASON)]).toEqual([isTold, isTold]);
  });
});
