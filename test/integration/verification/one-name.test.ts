import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { recordSignalHandler } from '../../../functions/record-signal/handler.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import { oneNameIn } from '../../../shared/domain/verification/source-names.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { logWord } from '../../../shared/store/inbox/words.ts';
import { standingNow } from '../../../shared/verification/check-now.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { aProgram } from '../../support/world/programs.ts';
import { latest, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), {
    verification: { steps: ['P7D'] },
    evidenceSources: { 'security-hub': { alsoCalled: ['security-hub-asff'] } },
  });
});
afterEach(() => world.close());

const subject = { type: 'control' as const, id: 'S3.1' };
const said = (outcome: Signal['outcome'], source: string): Signal => ({
  ...{ id: world.newId(), subject, outcome, source, resource: 'arn:aws:s3:::a' },
  observedAt: world.now(),
});

/** A signal as it was kept under its own name, before the configuration knew that the source has another. */
async function keepAsBefore(outcome: Signal['outcome'], source = 'security-hub-asff'): Promise<void> {
  const signal = said(outcome, source);
  await storeSignal(world.table, signal, world.event({ type: 'Signal Recorded', data: { signal } }));
}

/** A signal as it comes now. @returns the status of the answer */
async function send(outcome: Signal['outcome'], source: string): Promise<number | undefined> {
  const handler = recordSignalHandler({
    ...world,
    programs: new Map([['hub', aProgram({ sources: ['security-hub'] })]]),
    oneName: oneNameIn(world.config.evidenceSources),
    store: (one, event) => storeSignal(world.table, one, event),
  });
  const { id: _, ...body } = said(outcome, source);
  const requestContext = { authorizer: { jwt: { claims: { client_id: 'hub' } } } };
  const request = { body: JSON.stringify(body), requestContext };
  const { statusCode } = await handler(z.custom<APIGatewayProxyEventV2>().parse(request));
  await world.deliver();
  return statusCode;
}

async function claimed(...sources: string[]): Promise<Remediation> {
  const fix = await ticketedRemediation(world, { verification: { checks: [{ kind: 'signal', subject, sources }] } });
  world.simulator.transition(fix.ticket.key, 'Done', { by: 'Mia Okafor' });
  await world.sweep();
  await world.deliver();
  world.clock.advance('P1D');
  return fix;
}
const stateOf = async (fix: Remediation) => (await latest(world, fix)).state;
const pass = async (time: string): Promise<void> => {
  world.clock.advance(time);
  await world.verify();
  await world.deliver();
};

describe('a source that speaks under two names', () => {
  it('is one: the same said under both counts once, and its program may use both', async () => {
    const answers = [await send('pass', 'security-hub-asff'), await send('pass', 'security-hub')];
    expect(answers).toEqual([201, 200]);
    expect(await send('pass', 'prowler')).toBe(403);
    const histories = await world.evidence.historiesAbout(subject);
    expect(histories.map(({ source }) => source)).toEqual(['security-hub']);
  });

  it('proves a plan that names it by either', async () => {
    const fixes = [await claimed('security-hub'), await claimed('security-hub-asff')];
    world.clock.advance('P3D');
    await send('pass', 'security-hub-asff');
    await pass('P4D');
    expect(await Promise.all(fixes.map(stateOf))).toEqual(['verified', 'verified']);
  });

  it('does not speak for two, also where a plan needs both names', async () => {
    const fix = await claimed('security-hub', 'security-hub-asff');
    world.clock.advance('P3D');
    await send('pass', 'security-hub');
    await pass('P4D');
    expect(await stateOf(fix)).toBe('verified');
    const { results } = await standingNow(world, { postMortemId: fix.postMortemId, remediationId: fix.id });
    expect(results).toMatchObject([{ check: { sources: ['security-hub'] }, evidence: [{}] }]);
  });

  it('stands by a fail that was kept under its other name before that was known', async () => {
    const fix = await claimed('security-hub');
    await keepAsBefore('fail');
    await pass('PT2H');
    expect(await stateOf(fix)).toBe('open');
  });

  it('ends such a fail when it passes, under the one name', async () => {
    const fix = await claimed('security-hub');
    await keepAsBefore('fail');
    world.clock.advance('PT10M');
    const request = { postMortemId: fix.postMortemId, remediationId: fix.id };
    expect(await standingNow(world, request)).toMatchObject({ results: [{ outcome: 'unsettled' }] });
    await send('pass', 'security-hub-asff');
    world.clock.advance('P4D');
    await send('pass', 'security-hub');
    await pass('P3D');
    expect(await stateOf(fix)).toBe('verified');
  });

  it('took such a fail back with its first pass after that, however often it passed before and later', async () => {
    const fix = await claimed('security-hub');
    await send('pass', 'security-hub');
    world.clock.advance('P1D');
    await keepAsBefore('fail');
    world.clock.advance('PT20M');
    for (let day = 0; day < 3; day += 1) {
      await send('pass', 'security-hub');
      world.clock.advance('P1D');
    }
    await world.verify();
    const end = await latest(world, fix);
    expect([end.state, end.reopenCount]).toEqual(['claimed', 0]);
  });

  it('proves nothing that the log of its other name does not say', async () => {
    const fix = await claimed('security-hub');
    world.clock.advance('P5D');
    await send('pass', 'security-hub');
    world.clock.advance('PT1H');
    const fail = said('fail', 'security-hub-asff');
    // In the log of the other name; the worker that would have remembered it died.
    await logWord(world.table, fail, world.event({ type: 'Signal Recorded', data: { signal: fail } }));
    world.clock.advance('P2D');
    await world.verify();
    expect(await stateOf(fix)).toBe('ineffective');
  });
});
