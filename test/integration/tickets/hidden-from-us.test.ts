import { afterEach, describe, expect, it } from 'vitest';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { examined, problemsIn } from '../../support/world/examined.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const CREATE = { method: 'POST', path: '/rest/api/3/issue' } as const;
/** Project of the site whose default security level hides a ticket from the account that made it. */
const HIDING = { id: '10401', key: 'FIN' };

function planOfHiding(): SitePlan {
  const plan = SITE_PLANS.find(({ site }) => site === lockedDownEnterprise);
  if (plan === undefined) throw new Error('the enterprise is one of the six');
  return { ...plan, route: { ...plan.route, project: HIDING.key } };
}

/** @returns what an administrator does who lets the account of Holdfast browse what it creates */
async function start(): Promise<() => void> {
  const plan = planOfHiding();
  const visibleInProjectIds: string[] = [];
  const [restricted, ...others] = lockedDownEnterprise.securityLevels;
  if (restricted === undefined) throw new Error('the site has security levels');
  const site = { ...lockedDownEnterprise, securityLevels: [{ ...restricted, visibleInProjectIds }, ...others] };
  world = await startWorld(endpoint(), configOn(plan), { site });
  return () => void visibleInProjectIds.push(HIDING.id);
}

const approved = (...titles: string[]): Promise<PostMortem> =>
  approvedOn(world, planOfHiding(), ...titles.map((title) => ({ title })));
const statesOf = async ({ id }: PostMortem) => (await world.store.remediations(id)).map(({ state }) => state);
const ticketsThere = (): string[] =>
  world.simulator
    .issues()
    .filter(({ properties }) => 'holdfast.remediation' in properties)
    .map(({ summary }) => summary);
const approvalsOf = async ({ id }: PostMortem) =>
  (await world.outbox()).filter(
    ({ type, data }) => type === 'Recommendation Approved' && Object(data).postMortemId === id,
  );

async function sweepFor(hours: number): Promise<void> {
  for (let quarter = 0; quarter < hours * 4; quarter += 1) {
    world.clock.advance('PT15M');
    await world.sweep();
  }
}

describe('in a project that hides what our account creates', () => {
  it('a creation in doubt waits for a person, and is found as soon as they let us browse there', async () => {
    const letUsBrowse = await start();
    await approved('The first fix');
    await world.deliver();
    const record = await approved('The second fix');
    world.simulator.faults.add({ kind: 'timeout-after-write', ...CREATE });
    await world.deliver();
    const toldBefore = world.counted().TicketMissing ?? 0;
    await sweepFor(5);
    const waiting = [await statesOf(record), ticketsThere(), (world.counted().TicketMissing ?? 0) - toldBefore];
    letUsBrowse();
    await sweepFor(1);
    expect([...waiting, await statesOf(record), ticketsThere()]).toEqual([
      ['ambiguous'],
      ['The first fix', 'The second fix'],
      // The one in doubt in each sweep, and once the one of which we know the id.
      6,
      ['open'],
      ['The first fix', 'The second fix'],
    ]);
  });

  it('the doctor says so, until a ticket is shown again', async () => {
    const letUsBrowse = await start();
    await approved('The first fix');
    await world.deliver();
    const hiding = async () => problemsIn(await examined(world)).filter((line) => line.startsWith('tickets in '));
    const sick = await hiding();
    letUsBrowse();
    await approved('The second fix');
    await world.deliver();
    expect([sick, await hiding()]).toEqual([
      [
        'tickets in FIN: it hid FIN-1 from our account, which had created it: nobody knows what becomes of its tickets → ' +
          'have new issues of FIN shown to our account: mostly it is their default security level',
      ],
      [],
    ]);
  });

  it('one that never arrived is made after that', async () => {
    const letUsBrowse = await start();
    await approved('The first fix');
    await world.deliver();
    const record = await approved('The second fix');
    world.simulator.faults.add({ kind: 'timeout-before-write', ...CREATE });
    await world.deliver();
    await sweepFor(3);
    const waiting = [await statesOf(record), ticketsThere()];
    letUsBrowse();
    await sweepFor(1);
    expect([...waiting, await statesOf(record), ticketsThere()]).toEqual([
      ['ambiguous'],
      ['The first fix'],
      ['open'],
      ['The first fix', 'The second fix'],
    ]);
  });

  it('tickets of which one answer told, and not whose they are, are not made again', async () => {
    const letUsBrowse = await start();
    const record = await approved('The first fix', 'The second fix', 'The third fix');
    await world.handOverTogether(await approvalsOf(record));
    await sweepFor(2);
    const waiting = [await statesOf(record), ticketsThere().length];
    letUsBrowse();
    await sweepFor(1);
    expect([...waiting, await statesOf(record), ticketsThere().length]).toEqual([
      ['ambiguous', 'ambiguous', 'ambiguous'],
      3,
      ['open', 'open', 'open'],
      3,
    ]);
  });

  it('further ones are made one by one, so that each answer names its ticket', async () => {
    await start();
    await approved('The first fix');
    await world.deliver();
    const record = await approved('The second fix', 'The third fix', 'The fourth fix');
    await world.handOverTogether(await approvalsOf(record));
    expect([await statesOf(record), ticketsThere().length]).toEqual([['open', 'open', 'open'], 4]);
    expect(world.simulator.requests().filter(({ path }) => path.endsWith('/issue/bulk'))).toEqual([]);
  });
});

describe('in a project that shows what our account creates', () => {
  it('a ticket that is gone at once holds up no later creation in doubt', async () => {
    const letUsBrowse = await start();
    letUsBrowse();
    await approved('The first fix');
    world.simulator.faults.add({ kind: 'status', status: 404, method: 'GET', path: '/rest/api/3/issue/*', times: 2 });
    await world.deliver();
    const record = await approved('The second fix');
    world.simulator.faults.add({ kind: 'timeout-before-write', ...CREATE });
    await world.deliver();
    await sweepFor(1);
    expect([await statesOf(record), ticketsThere().length]).toEqual([['open'], 2]);
  });
});
