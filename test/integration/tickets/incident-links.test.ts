import { afterEach, describe, expect, it } from 'vitest';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import { lockedDownEnterprise } from '../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { openPostMortem } from '../../../shared/domain/record/decide/open-record.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { decisionUntold } from '../../../shared/domain/remediation/decide/in-step.ts';
import { isTicketed } from '../../../shared/domain/remediation/remediation.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { webhookReceiver } from '../../support/jira/webhook-receiver.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BEN } from '../../support/world/people.ts';
import { anIncident, aPostMortemId } from '../../support/world/records.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { aCause, approvedAs, webhookRequest } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

function planFor(site: SitePlan['site']): SitePlan {
  const plan = SITE_PLANS.find((one) => one.site === site);
  if (plan === undefined) throw new Error(`there is no plan for ${site.name}`);
  return plan;
}
const CLASSIC = planFor(classicEnglish);

const start = async (plan: SitePlan, with_: Parameters<typeof configOn>[1] = {}): Promise<void> => {
  world = await startWorld(endpoint(), configOn(plan, with_), { site: plan.site });
};

/** The one ticket of a record, and what it is linked to. */
async function ticketOf(record: PostMortem): Promise<{ ticket: Issue; links: string[] }> {
  const [fix] = (await world.store.remediations(record.id)).filter(isTicketed);
  const ticket = fix && world.simulator.issue(fix.ticket.key);
  if (ticket === undefined) throw new Error('the record has no ticket');
  const links = ticket.links.map(
    ({ type, direction, otherIssueId }) => `${type[direction]} ${world.simulator.issue(otherIssueId)?.key}`,
  );
  return { ticket, links };
}

const created = async () => (await world.outbox()).filter(({ type }) => type === 'Remediation Ticket Created');
const said = async () =>
  (await world.outbox())
    .filter(({ type }) => type === 'Remediation Ticket Not Told' || type === 'Remediation Ticket Told')
    .map(({ type, data }) => [type, Object(data).about ?? Object(data).notTold.about]);
const warnings = () => world.log.filter((line) => line.startsWith('a ticket is not linked to its incident'));

const LINKED_AS: Record<string, string> = {
  'German classic': 'bezieht sich auf',
  'service management': 'causes',
};

describe.each([
  ...SITE_PLANS.map((plan) => [plan.site.name, plan] as const),
  ['classic English on Data Center', { ...CLASSIC, site: onDataCenter(classicEnglish) }] as const,
])('on the site "%s"', (name, plan) => {
  it('a new ticket is linked to its incident once, where the route wants it, and names it in any case', async () => {
    await start(plan);
    const record = await approvedOn(world, plan);
    await world.deliver();
    for (const event of await created()) await world.handOver(event);
    const { ticket, links } = await ticketOf(record);
    const incident = record.incident.key;
    expect(links).toEqual(plan.route.incidentLink === 'none' ? [] : [`${LINKED_AS[name] ?? 'relates to'} ${incident}`]);
    const words = JSON.stringify([ticket.description, ticket.comments]);
    expect(words).toContain(`/browse/${incident}`);
    const ofCloud = world.simulator.requests().filter(({ path }) => path.startsWith('/rest/api/3/'));
    expect(problemsWithJira(ofCloud)).toEqual([]);
  });
});

describe('the link of a ticket to its incident', () => {
  it('is one, though the answer to the first got lost', async () => {
    await start(CLASSIC);
    const record = await approvedOn(world, CLASSIC);
    world.simulator.faults.add({ kind: 'timeout-after-write', method: 'POST', path: '/rest/api/3/issueLink' });
    await world.deliver();
    const [event] = await created();
    const back = event === undefined ? ['none'] : await world.handOver(event);
    expect([back, (await ticketOf(record)).links]).toEqual([[], [`relates to ${record.incident.key}`]]);
  });

  it.each(['AMBER+STRICT', 'RED'] as const)('is not made for a record that is TLP:%s', async (tlp) => {
    await start(CLASSIC, { restrictedTickets: 'instruction' });
    const record = await approvedOn(world, CLASSIC);
    await world.store.changePostMortem(
      record.id,
      () => [{ type: 'Record Classified', data: { postMortemId: record.id, tlp, by: BEN } }],
      aCause(BEN),
    );
    await world.deliver();
    const { ticket, links } = await ticketOf(record);
    expect([links, plainText(ticket.description)]).toEqual([[], expect.not.stringContaining(record.incident.key)]);
  });

  it('is missing where our account may not link, which log and record say once, and the ticket is there all the same', async () => {
    const plan = planFor(lockedDownEnterprise);
    const route = { ...plan.route, project: 'FIN' };
    await start(plan, { defaultRoute: route });
    const record = await approvedOn(world, plan);
    await world.deliver();
    await world.sweep().catch(() => undefined);
    const [fix] = await world.store.remediations(record.id);
    const because = expect.stringContaining('permission to link issues');
    expect([fix, warnings()]).toMatchObject([
      { state: 'open', notLinked: { about: 'link to the incident', because } },
      [because],
    ]);
    for (const event of await created()) await world.handOver(event);
    expect(await said()).toEqual([['Remediation Ticket Not Told', 'link to the incident']]);
  });

  it('that cannot be made to a ticket out of sight says nothing, and costs no decision its word', async () => {
    await start(CLASSIC);
    const record = await approvedOn(world, CLASSIC);
    await world.deliver();
    const [fix] = (await world.store.remediations(record.id)).filter(isTicketed);
    const [event] = await created();
    if (fix === undefined || event === undefined) throw new Error('the record has no ticket');
    world.simulator.hideIssue(fix.ticket.key);
    await world.store.changeRemediation(
      record.id,
      fix.id,
      (state) => (state === undefined ? [] : decisionUntold(state, world.now())),
      aCause(BEN),
    );
    await world.handOver(event);
    const [after] = await world.store.remediations(record.id);
    expect([after?.notTold, after && 'notLinked' in after, await said()]).toMatchObject([
      { about: 'decision', isMissing: true },
      false,
      [['Remediation Ticket Not Told', 'decision']],
    ]);
  });

  it('that is made at a later try ends what the record says of it', async () => {
    await start(CLASSIC);
    world.simulator.faults.add({ kind: 'status', status: 403, method: 'POST', path: '/rest/api/3/issueLink' });
    const record = await approvedOn(world, CLASSIC);
    await world.deliver();
    const before = await said();
    for (const event of await created()) await world.handOver(event);
    const [fix] = await world.store.remediations(record.id);
    expect([before, await said(), fix && 'notLinked' in fix, (await ticketOf(record)).links]).toEqual([
      [['Remediation Ticket Not Told', 'link to the incident']],
      [
        ['Remediation Ticket Not Told', 'link to the incident'],
        ['Remediation Ticket Told', 'link to the incident'],
      ],
      false,
      [`relates to ${record.incident.key}`],
    ]);
  });

  it('is missing where the site has no such type, which log and record say with the line that mends it', async () => {
    const german = SITE_PLANS[2] ?? CLASSIC;
    const { incidentLink: _, ...route } = german.route;
    await start(german, { defaultRoute: route });
    const record = await approvedOn(world, german);
    await world.deliver();
    const [fix] = await world.store.remediations(record.id);
    const because = expect.stringMatching(
      /no link type Relates; set remediation\.defaultRoute\.incidentLink to one of/,
    );
    expect([(await ticketOf(record)).links, warnings(), fix]).toMatchObject([
      [],
      [because],
      { notLinked: { about: 'link to the incident', because } },
    ]);
  });

  it('is not made to an incident of another site, which the description names with its address', async () => {
    await start(CLASSIC);
    const url = 'https://elsewhere.atlassian.net/browse/SEC-7';
    const incident = anIncident({ site: 'elsewhere.atlassian.net', ticketId: '10007', key: 'SEC-7', url });
    const id = aPostMortemId();
    const events = openPostMortem(id, incident, [], world.now(), world.config);
    const record = await approvedAs(world, await world.store.open(id, incident, events, aCause()));
    await world.deliver();
    const { ticket, links } = await ticketOf(record);
    expect([links, warnings(), JSON.stringify(ticket.description)]).toEqual([[], [], expect.stringContaining(url)]);
  });

  it('comes back in webhooks of both issues, and changes nothing', async () => {
    await start(CLASSIC);
    const record = await approvedOn(world, CLASSIC);
    const heard = await webhookReceiver();
    world.simulator.addWebhook({ url: heard.url });
    await world.deliver();
    await world.simulator.settled();
    const raws = heard.received.splice(0).map(({ raw }) => raw);
    const before = (await world.outbox()).length;
    for (const raw of raws) await world.receive(webhookRequest(raw));
    await world.deliver();
    await world.sweep();
    await world.sweepIncidents();
    const { links } = await ticketOf(record);
    const since = (await world.outbox()).slice(before).map(({ type }) => type);
    expect([raws.some((raw) => raw.includes('"field":"Link"')), links.length, new Set(since)]).toEqual([
      true,
      1,
      new Set(['Remediation Ticket Changed']),
    ]);
  });
});
