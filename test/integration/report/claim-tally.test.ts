import { afterEach, describe, expect, it } from 'vitest';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { allClaims } from '../../../shared/report/claims/all-claims.ts';
import { ClaimTally } from '../../../shared/report/claims/claim-tally.ts';
import { gatherReportInput } from '../../../shared/report/gather-report-input.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { consumedUnits } from '../../support/machine/consumed-units.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { keptTally } from '../../support/world/kept-tally.ts';
import { manyFixes } from '../../support/world/many-fixes.ts';
import { ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const far = () => addDuration(world.now(), Duration.parse('P3000D'));
const report = () => gatherReportInput(world, world.now());

async function judged(outcome: 'pass' | 'fail'): Promise<void> {
  const signal: Signal = {
    ...{ id: world.newId(), subject: { type: 'technique', id: 'T1566.002' }, outcome },
    ...{ observedAt: world.now(), source: 'scanner', resource: 'mx-1' },
  };
  await storeSignal(world.table, signal, world.event({ type: 'Signal Recorded', data: { signal } }));
  await world.deliver();
}

const move = async ({ ticket }: Remediation & { ticket: { key: string } }, status: string): Promise<void> => {
  world.simulator.transition(ticket.key, status, { by: 'Mia Okafor' });
  await world.sweep();
  await world.deliver();
};

/** By the tally that is kept from report to report, and counted anew. */
async function both() {
  const kept = await allClaims(world, world.now());
  const counted = await allClaims({ ...world, tallyFile: keptTally() }, world.now());
  return { kept, counted };
}

describe('the tally of claims', () => {
  it('makes a report cost the same with six hundred proven fixes as with thirty', async () => {
    world = await startWorld(endpoint());
    const { during } = consumedUnits(world.table.client);
    const unitsOf = async (work: () => Promise<unknown>): Promise<number> => {
      const { read, write } = await during(work);
      return read + write;
    };
    await manyFixes(world, 30, far, { hasRecord: () => false });
    await report();
    world.clock.advance('P7D');
    const few = await unitsOf(report);
    await manyFixes(world, 600, far, { hasRecord: () => false });
    world.tallyFile.forget();
    await report();
    world.clock.advance('P7D');
    const many = await unitsOf(report);
    const claims = validationReport(await report()).now?.claims;
    world.tallyFile.forget();
    const anew = await unitsOf(report);
    expect([many / few <= 1.1, anew > 10 * many, claims]).toEqual([true, true, 602]);
  });

  it('says after each turn of a fix what a new count says', async () => {
    world = await startWorld(endpoint(), { verification: { steps: ['P1D', 'P7D'] } });
    const first = await ticketedRemediation(world);
    const second = await ticketedRemediation(world);
    const turns: [string, () => Promise<void>][] = [
      ['nothing is claimed', () => Promise.resolve()],
      ['one is claimed', () => move(first, 'Done')],
      ['the other, too', () => move(second, 'Done')],
      ['they pass', () => judged('pass')],
      ['they are proven', () => passes('P8D')],
      ['nobody speaks', () => looks('P60D')],
      ['they pass again', () => judged('pass')],
      ['they fail', () => judged('fail')],
      ['they fail once more, and are open again', () => judged('fail')],
      ['one is claimed anew', () => move(first, 'Done')],
    ];
    const seen: string[][] = [];
    for (const [turn, happens] of turns) {
      await happens();
      const { kept, counted } = await both();
      expect({ turn, ...kept }).toEqual({ turn, ...counted });
      seen.push(
        Object.entries(kept.standings).flatMap(([standing, count]) => (count === 0 ? [] : `${count} ${standing}`)),
      );
      world.clock.advance('P2D');
    }
    expect(seen).toEqual([
      [],
      ['1 claimed'],
      ['2 claimed'],
      ['2 passing'],
      ['2 proven'],
      ['2 unproven'],
      ['2 proven'],
      ['2 in doubt'],
      [],
      ['1 in doubt'],
    ]);
  });

  it('sees that nobody has looked at a proven fix in time, which changes no record', async () => {
    world = await startWorld(endpoint(), { verification: { steps: ['P1D'] } });
    await move(await ticketedRemediation(world), 'Done');
    await judged('pass');
    await passes('P2D');
    const proven = (await allClaims(world, world.now())).standings;
    world.clock.advance('P400D');
    const { kept, counted } = await both();
    expect([proven.proven, kept.standings.proven, kept.standings.passing]).toEqual([1, 0, 1]);
    expect(kept).toEqual(counted);
  });

  it.each([
    ['no tally', { version: 2, records: 'elsewhere' }],
    ['one that is older than the ledger of the days', { version: 1, at: '2026-01-01T00:00:00.000Z', records: {} }],
    ['one of tomorrow', { version: 1, at: '2036-01-01T00:00:00.000Z', records: {} }],
  ])('counts anew where the file has %s', async (_what, content) => {
    world = await startWorld(endpoint());
    await move(await ticketedRemediation(world), 'Done');
    const written: ClaimTally[] = [];
    const tallyFile = {
      read: () => Promise.resolve(content),
      write: (tally: ClaimTally) => Promise.resolve(void written.push(tally)),
    };
    const { standings } = await allClaims({ ...world, tallyFile }, world.now());
    expect([standings.claimed, written.map((one) => ClaimTally.parse(one).at)]).toEqual([1, [world.now()]]);
  });
});

async function passes(time: string): Promise<void> {
  world.clock.advance(time);
  await judged('pass');
  await looks('PT1H');
}

async function looks(after: string): Promise<void> {
  world.clock.advance(after);
  await world.verify();
  await world.deliver();
}
