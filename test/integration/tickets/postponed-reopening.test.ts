import { afterEach, describe, expect, it } from 'vitest';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { latest } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const NAMES = ['classic English', 'German classic', 'locked-down enterprise'];
const PLANS = SITE_PLANS.filter(({ site }) => NAMES.includes(site.name));

/** A fix that did not hold; its ticket is about to be reopened. */
async function failedFix(plan: SitePlan): Promise<Remediation & { ticket: { key: string } }> {
  world = await startWorld(endpoint(), { ...configOn(plan), verification: { steps: ['P7D'] } }, { site: plan.site });
  const { id } = await approvedOn(world, plan);
  await world.deliver();
  const [open] = await world.store.remediations(id);
  if (open === undefined || !isTicketed(open)) throw new Error('the fix has no ticket');
  world.clock.advance('PT1H');
  for (const status of plan.workEnds) world.simulator.transition(open.ticket.key, status, { by: 'Mia Okafor' });
  await world.sweep();
  world.clock.advance('P7D');
  const subject = { type: 'technique' as const, id: 'T1566.002' };
  const seen = { subject, outcome: 'fail' as const, observedAt: world.now(), source: 'mail-simulation' };
  const signal = { id: world.newId(), ...seen };
  await storeSignal(world.table, signal, world.event({ type: 'Signal Recorded', data: { signal } }));
  await world.verify();
  world.clock.advance('PT1H');
  await world.verify();
  return open;
}

/** Types of what was recorded since the fix failed. */
async function recorded(): Promise<string[]> {
  const types = (await world.outbox()).map(({ type }) => type);
  return types.slice(types.indexOf('Remediation Ineffective') + 1).filter((type) => /Reopen/.test(type));
}

const comments = (key: string) =>
  world.simulator.issue(key)?.comments.map(({ body }) => plainText(body).split('. ')[0]) ?? [];
const writes = () =>
  world.simulator.requests().filter(({ method, status }) => method === 'POST' && (status ?? 500) < 300).length;

const limits = [
  { what: 'the quota of the site', rateLimitReason: 'jira-quota-tenant-based', at: {} },
  {
    what: 'a limit of comments that is known',
    rateLimitReason: 'jira-burst-based',
    at: { method: 'POST' as const, path: '/rest/api/3/issue/*/comment' },
    isKnown: true,
  },
];
const cases = PLANS.flatMap((plan) => limits.map((limit) => ({ plan, ...limit })));

describe('a reopening that is put off', () => {
  it.each(cases)('by $what writes and records nothing on $plan.site.name, and is done once later', async (one) => {
    const fix = await failedFix(one.plan);
    const { rateLimitReason, at } = one;
    world.simulator.faults.add({ kind: 'status', status: 429, retryAfterSeconds: 600, rateLimitReason, ...at });
    if (one.isKnown === true) {
      const text = [{ kind: 'paragraph' as const, runs: [{ text: 'Another one.' }] }];
      await world.tickets.commentOnce(fix.ticket.key, 'other', text).catch(String);
    }
    const before = writes();
    await world.deliver();
    await world.deliver();
    expect([await recorded(), writes() - before, (await latest(world, fix)).state]).toEqual([[], 0, 'ineffective']);
    world.clock.advance('PT11M');
    await world.sweep();
    await world.sweep();
    await world.deliver();
    expect([await recorded(), comments(fix.ticket.key), (await latest(world, fix)).state]).toEqual([
      ['Remediation Reopening Begun', 'Remediation Reopened'],
      ['This fix does not hold'],
      'open',
    ]);
  });
});
