import { afterEach, describe, expect, it } from 'vitest';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import type { FaultInput } from '../../../local/jira-simulator/webhooks/faults.ts';
import { cancel } from '../../../shared/domain/remediation/decide/risk.ts';
import { isTicketed } from '../../../shared/domain/remediation/remediation.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BEN } from '../../support/world/people.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { aCause } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const PLANS = SITE_PLANS.filter(({ site }) => ['classic English', 'German classic'].includes(site.name)).flatMap(
  (plan): [string, SitePlan][] => {
    const onItsOwn: SitePlan = { ...plan, site: onDataCenter(plan.site) };
    return [
      [plan.site.name, plan],
      [onItsOwn.site.name, onItsOwn],
    ];
  },
);

/** Lists of issues, comments and changes, and what else is listed, as Cloud names them and as Data Center does. */
const LISTS: Readonly<Record<string, string[]>> = {
  '/rest/api/*/search/**': ['issues'],
  '/rest/api/*/search': ['issues'],
  '/rest/api/*/issue/bulkfetch': ['issues'],
  '/rest/api/*/changelog/bulkfetch': ['issueChangeLogs', 'issueChangeLogs.changeHistories'],
  '/rest/api/*/issue/*/changelog': ['values', 'values.items'],
  '/rest/api/*/issue/*/comment': ['comments', 'comments.properties'],
  '/rest/api/*/comment/list': ['values', 'values.properties'],
  '/rest/api/*/issue/createmeta/**': ['issueTypes', 'fields', 'values'],
  '/rest/api/*/project/*': ['issueTypes'],
  '/rest/api/*/issue/*/transitions': ['transitions'],
  '/rest/api/*/issueLinkType': ['issueLinkTypes'],
  '/rest/api/*/issue/*': ['changelog.histories', 'changelog.histories.items', 'fields.labels'],
};
type Odd = Extract<FaultInput, { kind: 'odd-element' }>['element'];
const ODD: readonly (readonly [string, Odd])[] = [
  ['null', null],
  ['an id and no more', { id: '7' }],
  ['members that are null', { id: '7', key: null, fields: null, created: null, author: null, items: null, body: null }],
];

describe.each(PLANS)('an odd element in each list that Jira answers, on %s', (_, plan) => {
  it.each(ODD)('costs itself: %s', async (_what, element) => {
    const { site, incident, incidentEnds, workEnds } = plan;
    world = await startWorld(endpoint(), configOn(plan), { site });
    for (const [path, members] of Object.entries(LISTS)) {
      world.simulator.faults.add({ kind: 'odd-element', path, members, element, probability: 1 });
    }
    const { id } = await approvedOn(world, plan, { title: 'Mend the first' }, { title: 'Mend the second' });
    await world.deliver();
    const fixes = async () => (await world.store.remediations(id)).filter(isTicketed);
    await world.sweep();
    await world.sweepIncidents();
    world.clock.advance('PT15M');
    const [first, second] = await fixes();
    if (first === undefined || second === undefined) throw new Error('there are two');
    world.simulator.addComment(first.ticket.key, 'I look into it', { by: 'Mia Okafor' });
    for (const status of workEnds) world.simulator.transition(second.ticket.key, status, { by: 'Jonas Berg' });
    const leak = world.simulator.createIssue({ ...incident, summary: 'Leaked' });
    for (const status of incidentEnds) world.simulator.transition(leak.key, status, { by: 'Mia Okafor' });
    world.clock.advance('PT15M');
    await world.sweep();
    await world.sweepIncidents();
    await world.store.changeRemediation(
      first.postMortemId,
      first.id,
      (state) => (state === undefined ? [] : cancel(state, 'Switched off', BEN, world.now())),
      aCause(BEN),
    );
    await world.deliver();
    const events = await world.outbox();
    // The same message again.
    for (const event of events.filter(({ type }) => type === 'Remediation Cancelled')) await world.handOver(event);
    const records = events.filter(({ type }) => type === 'Post-Mortem Opened');
    expect({
      claimedBy: (await fixes()).flatMap((fix) => ('claim' in fix ? [fix.claim.by?.name] : [])),
      comments: world.simulator.issue(first.ticket.key)?.comments.length,
      records: records.length,
      failures: world.failures,
    }).toEqual({ claimedBy: ['Jonas Berg'], comments: 2, records: 2, failures: [] });
    expect(world.counted().TicketDataUnreadable).toBeGreaterThan(0);
  });
});
