import { afterEach, describe, expect, it } from 'vitest';
import { auditTicketsHandler } from '../../../functions/audit-tickets/handler.ts';
import type { JiraSimulatorOptions } from '../../../local/jira-simulator/simulator.ts';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import type { SiteDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { NamedRoute } from '../../../shared/domain/remediation/route.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { JiraRefused } from '../../../shared/jira/jira-errors.ts';
import { draftFor } from '../../../shared/tickets/create-ticket.ts';
import { paragraph, text } from '../../../shared/tickets/ticket-text.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { aRoute } from '../../support/world/records.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

function planOf(name: string): SitePlan {
  const plan = SITE_PLANS.find(({ site }) => site.name === name);
  if (plan === undefined) throw new Error(`no plan for ${name}`);
  return plan;
}

async function start(
  plan: SitePlan,
  with_: Parameters<typeof configOn>[1] = {},
  options: Partial<JiraSimulatorOptions> = {},
): Promise<void> {
  world = await startWorld(endpoint(), configOn(plan, with_), { site: plan.site, ...options });
}

/** The site with one more field on the create screens of a project, and an administrator who takes it off. */
function withField(site: SiteDescription, key: string, field: string) {
  const screens: Record<string, 'required' | 'optional'>[] = [];
  const projects = site.projects.map((one) => {
    if (one.project.key !== key) return one;
    const types = one.types.map((type) => {
      const create = { ...(type.create === 'every field' ? {} : type.create), [field]: 'required' as const };
      screens.push(create);
      return { ...type, create };
    });
    return { ...one, types };
  });
  const takeOff = (): void => {
    for (const screen of screens) delete screen[field];
  };
  return { site: { ...site, projects }, takeOff };
}

async function approvedFix(plan: SitePlan): Promise<() => Promise<Remediation>> {
  const { id } = await approvedOn(world, plan);
  return async () => {
    const [remediation] = await world.store.remediations(id);
    if (remediation === undefined) throw new Error('the record has no remediation');
    return remediation;
  };
}

const approvals = async () => (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
const tickets = () => world.simulator.issues().filter(({ properties }) => 'holdfast.remediation' in properties);
const sent = (method: string, path: RegExp) =>
  world.simulator.requests().filter((request) => request.method === method && path.test(request.path));
const recorded = (project: string): NamedRoute => ({ project, issueType: 'Task' });
const english = planOf('classic English');
const shipping = planOf('workflow without resolution');
const enterprise = planOf('locked-down enterprise');

describe('a creation that Jira refuses', () => {
  it('is tried once without the fields that Jira complains of, though its screen has them', async () => {
    await start({ ...english, route: { ...english.route, fields: { customfield_10020: { number: 7 } } } });
    const fix = await approvedFix(english);
    await world.deliver();
    const [ticket] = tickets();
    expect([(await fix()).state, sent('POST', /\/issue$/).length, plainText(ticket?.description)]).toEqual([
      'open',
      2,
      expect.stringContaining('Team: 7'),
    ]);
  });

  it('is not worked around when the login is dead: to nobody, every field is on no screen', async () => {
    await start(english, {}, { manners: { deadLogin: 'anonymous without a reason' } });
    const fix = await approvedFix(english);
    const { createTicket } = world.jira;
    let tries = 0;
    world.jira.createTicket = (fields) => {
      tries += 1;
      // As recorded of an edit by nobody.
      return tries === 1
        ? Promise.reject(new JiraRefused('POST /rest/api/3/issue', 400, 'not on the screen', { fields: ['duedate'] }))
        : createTicket(fields);
    };
    world.simulator.faults.add({ kind: 'dead-login', path: '/rest/api/3/myself' });
    await world.deliver();
    const dead = await fix();
    world.clock.advance('PT15M');
    await world.sweep();
    expect([dead, (await fix()).state, tickets()[0]?.dueDate, tries]).toMatchObject([
      { state: 'requested' },
      'open',
      '2026-12-05',
      2,
    ]);
  });

  it('comes by itself within the hour when only a rule of the workflow stood against it, which no metadata tells', async () => {
    const { component: _, ...bare } = enterprise.route;
    await start({ ...enterprise, route: bare });
    const fix = await approvedFix(enterprise);
    const [event] = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    for (let tries = 0; tries < 11; tries += 1) if (event !== undefined) await world.handOver(event);
    const refused = await fix();
    const creations = () => sent('POST', /\/issue$/).length;
    const before = creations();
    for (let quarter = 0; quarter < 4 * 24; quarter += 1) {
      world.clock.advance('PT15M');
      await world.sweep().catch(() => undefined);
    }
    const inADay = creations() - before;
    Object.assign(world.config.remediation, parseConfig(configOn(enterprise)).remediation);
    world.clock.advance('PT15M');
    await world.sweep();
    expect([refused, (await fix()).state, tickets().length]).toMatchObject([
      { refusedBecause: expect.stringMatching(/Please provide Component\. The route remediation\.defaultRoute: /) },
      'open',
      1,
    ]);
    expect(inADay).toBeGreaterThanOrEqual(23);
    expect(inADay).toBeLessThanOrEqual(25);
  });

  it('is tried with the first sweep after an administrator changed the screen', async () => {
    const { site, takeOff } = withField(classicEnglish, 'PLAT', 'customfield_10020');
    const plan = { ...english, site };
    await start(plan);
    const fix = await approvedFix(plan);
    const [event] = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    for (let tries = 0; tries < 12; tries += 1) if (event !== undefined) await world.handOver(event);
    const creations = sent('POST', /\/issue$/).length;
    for (const unchanged of ['PT15M', 'PT15M']) {
      world.clock.advance(unchanged);
      await world.sweep();
    }
    const refused = await fix();
    const creationsMeanwhile = sent('POST', /\/issue$/).length - creations;
    takeOff();
    world.clock.advance('PT15M');
    await world.sweep();
    expect([refused, creationsMeanwhile, (await fix()).state]).toMatchObject([
      {
        state: 'requested',
        refusedBecause: expect.stringContaining('remediation.defaultRoute.fields.customfield_10020 (Team is required)'),
      },
      0,
      'open',
    ]);
  });

  it('of many is looked at once in a run that Jira tells nothing of its screen, and holds up nothing else', async () => {
    const { site, takeOff } = withField(classicEnglish, 'PLAT', 'customfield_10020');
    await start({ ...english, site });
    const { id } = await approvedOn(world, english, {}, {}, {}, {});
    for (let tries = 0; tries < 12; tries += 1) await world.handOverTogether(await approvals());
    const asked = () => sent('GET', /\/createmeta\//).length;
    const hanging = { kind: 'timeout-before-write', method: 'GET', path: '/rest/api/3/issue/createmeta/**' } as const;
    const fault = world.simulator.faults.add({ ...hanging, probability: 1 });
    world.clock.advance('PT15M');
    const before = asked();
    await world.sweep();
    const looks = asked() - before;
    world.simulator.faults.remove(fault);
    takeOff();
    world.clock.advance('PT15M');
    await world.sweep();
    const states = (await world.store.remediations(id)).map(({ state }) => state);
    expect([looks, states]).toEqual([1, ['open', 'open', 'open', 'open']]);
  });

  it('of several in one call leaves the others alone, and is repeated without what can be left out', async () => {
    await start({ ...english, route: { ...english.route, fields: { customfield_10020: { number: 7 } } } });
    await approvedOn(world, english, { title: 'First thing' }, { title: 'Second thing' });
    const events = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    await world.handOverTogether(events);
    expect([tickets().map(({ summary }) => summary), sent('POST', /\/issue\/bulk$/).length]).toEqual([
      ['First thing', 'Second thing'],
      2,
    ]);
  });

  it('sends all that is wanted where Jira does not tell its screens', async () => {
    await start(english);
    const fix = await approvedFix(english);
    world.simulator.faults.add({ kind: 'status', status: 500, path: '/rest/api/3/issue/createmeta/**', times: 9 });
    await world.deliver();
    expect([
      (await fix()).state,
      tickets()[0]?.labels.includes('holdfast'),
      tickets()[0]?.components.map(({ name }) => name),
    ]).toEqual(['open', true, ['Firewall']]);
  });
});

describe('a ticket that nobody can find by its labels', () => {
  it('is found by its creator and its mark, when the answer got lost and a bulk edit took its labels', async () => {
    await start(english);
    const fix = await approvedFix(english);
    world.simulator.faults.add({ kind: 'timeout-after-write', method: 'POST', path: '/rest/api/3/issue' });
    await world.deliver();
    world.simulator.editIssue(tickets()[0]?.key ?? '', { labels: ['backlog-q4'] });
    world.clock.advance('PT30S');
    await world.sweep();
    expect([(await fix()).state, tickets().length]).toEqual(['open', 1]);
  });

  it('is heard of when it goes to done, though its labels are gone', async () => {
    await start(english);
    const fix = await approvedFix(english);
    await world.deliver();
    const [ticket] = tickets();
    world.simulator.editIssue(ticket?.key ?? '', { labels: ['backlog-q4'] });
    world.simulator.transition(ticket?.key ?? '', 'Done', { by: 'Mia Okafor' });
    world.clock.advance('PT1M');
    await world.sweep();
    expect((await fix()).state).toBe('claimed');
  });
});

describe('a new ticket that is hidden from the account that made it', () => {
  it('is counted, and what it says is not lost', async () => {
    await start({ ...enterprise, route: { ...enterprise.route, project: 'FIN' } });
    const fix = await approvedFix(enterprise);
    await world.deliver();
    expect([(await fix()).state, world.counted().TicketMissing]).toEqual(['open', 1]);
  });
});

describe('a move', () => {
  const issueIn = (plan: SitePlan, status?: string) => {
    const { project, issueType } = plan.route;
    const issue = world.simulator.createIssue({ project, issueType, summary: 'Fix' }, { by: 'Holdfast' });
    for (const one of status === undefined ? [] : plan.workEnds) world.simulator.transition(issue.key, one);
    return issue;
  };
  const now = (key: string) => world.simulator.issue(key);

  it('to done takes no "Won’t fix" where another way is', async () => {
    await start(shipping);
    const issue = issueIn(shipping);
    world.simulator.transition(issue.key, 'Doing');
    await world.tickets.close(issue.id, recorded('WEB'));
    expect(now(issue.key)?.status.name).toBe('Shipped');
  });

  it('says that it was answered and not done', async () => {
    await start(english);
    const issue = issueIn(english, 'done');
    world.simulator.faults.add({
      kind: 'no-effect',
      method: 'POST',
      path: '/rest/api/3/issue/*/transitions',
      times: 3,
    });
    await expect(world.tickets.reopen(issue.id, recorded('PLAT'), 'It failed')).rejects.toThrow(
      /it answered that it went the way "To Do", and the issue is still Done/,
    );
  });

  it('says that nothing leads out of done, and what the workflow offers', async () => {
    await start(shipping);
    const issue = issueIn(shipping, 'done');
    world.simulator.transition(issue.key, 'Verified');
    await expect(world.tickets.reopen(issue.id, recorded('WEB'), 'It failed')).rejects.toThrow(
      /no transition out of done from Verified for this account; .* It offers none/,
    );
  });

  it('says which field its screen wants, and the line that sets it', async () => {
    const { reopen: _, ...route } = enterprise.route;
    await start({ ...enterprise, route });
    const issue = issueIn(enterprise, 'done');
    await expect(
      world.tickets.reopen(issue.id, { project: 'SEC', issueType: 'Remediation' }, 'It failed'),
    ).rejects.toThrow(/wants Reason \(customfield_10062\)\. Set remediation\.defaultRoute\.reopen\.fields/);
  });

  it('fills the screen from the reason, and clears what says that it was resolved', async () => {
    await start(enterprise);
    const issue = issueIn(enterprise, 'done');
    await world.tickets.reopen(issue.id, { project: 'SEC', issueType: 'Remediation' }, 'A check failed');
    expect([now(issue.key)?.status.name, now(issue.key)?.customFields.customfield_10062]).toEqual([
      'In Treatment',
      'A check failed',
    ]);
  });

  it('gives the resolution of the configuration where the screen has one', async () => {
    const german = planOf('German classic');
    await start(german);
    const issue = issueIn(german);
    await world.tickets.close(issue.id, { project: 'NET', issueType: 'Aufgabe' });
    expect([now(issue.key)?.status.name, now(issue.key)?.resolution?.name]).toEqual(['Fertig', 'Duplikat']);
  });

  it('never touches an incident, nor closes what another account made', async () => {
    await start(english);
    const incident = world.simulator.createIssue({ ...english.incident, summary: 'Leak' }, { by: 'Holdfast' });
    const theirs = world.simulator.createIssue({ project: 'PLAT', issueType: 'Task', summary: 'Fix' });
    const route = recorded('PLAT');
    await expect(world.tickets.close(incident.id, route)).rejects.toThrow('not sent: it is an incident');
    await expect(world.tickets.reopen(incident.id, route, 'x')).rejects.toThrow('not sent: it is an incident');
    await expect(world.tickets.close(theirs.id, route)).rejects.toThrow('not sent: another account created it');
    expect(sent('POST', /\/transitions$/)).toEqual([]);
  });
});

describe('a ticket in doubt', () => {
  it('is found and taken for ours where its route calls the project by the key that it had before', async () => {
    await start({ ...english, route: { project: 'OLD', issueType: 'Task' } });
    const fix = await approvedFix(english);
    world.simulator.faults.add({ kind: 'timeout-after-write', method: 'POST', path: '/rest/api/3/issue' });
    await world.deliver();
    for (let sweep = 0; sweep < 3; sweep += 1) {
      world.clock.advance('PT6M');
      await world.sweep();
    }
    expect([(await fix()).state, tickets().map(({ key }) => key)]).toEqual(['open', ['PLAT-1']]);
  });
});

const ticketOf = (fix: Remediation): string | undefined => ('ticket' in fix ? fix.ticket?.issueId : undefined);

describe('a ticket in doubt that somebody moved to where no route leads', () => {
  it('is found and taken for ours, because it was made where one does', async () => {
    await start(english);
    const fix = await approvedFix(english);
    world.simulator.faults.add({ kind: 'timeout-after-write', method: 'POST', path: '/rest/api/3/issue' });
    await world.deliver();
    for (const { key } of tickets()) world.simulator.moveIssue(key, 'IAM', { by: 'Mia Okafor' });
    for (let sweep = 0; sweep < 3; sweep += 1) {
      world.clock.advance('PT6M');
      await world.sweep();
    }
    expect([(await fix()).state, tickets().map(({ key }) => key)]).toEqual(['open', ['IAM-1']]);
  });

  it('is found by its mark, where labels are on no screen', async () => {
    await start(enterprise);
    const fix = await approvedFix(enterprise);
    world.simulator.faults.add({ kind: 'timeout-after-write', method: 'POST', path: '/rest/api/3/issue' });
    await world.deliver();
    const [made] = tickets();
    world.simulator.moveIssue(made?.key ?? '', 'SEC', { by: 'Mia Okafor' });
    for (let sweep = 0; sweep < 6; sweep += 1) {
      world.clock.advance('PT20M');
      await world.sweep();
    }
    expect([made?.labels, (await fix()).state, ticketOf(await fix())]).toEqual([[], 'open', made?.id]);
  });

  it('is not, when it was made where none leads', async () => {
    await start(english);
    const fix = await approvedFix(english);
    world.simulator.faults.add({ kind: 'timeout-before-write', method: 'POST', path: '/rest/api/3/issue' });
    await world.deliver();
    const elsewhere = {
      ...(await draftFor(world, await fix())),
      route: aRoute({ project: 'IAM', component: ['Firewall'] }),
    };
    const { key } = await world.tickets.create(elsewhere);
    world.clock.advance('PT1M');
    await world.sweep();
    expect([key, (await fix()).state]).toEqual(['IAM-1', 'ambiguous']);
  });
});

describe('a ticket in doubt, while Jira does not tell what a project is called now', () => {
  it('is waited for, and never made a second time', async () => {
    await start({ ...english, route: { project: 'OLD', issueType: 'Task' } });
    const fix = await approvedFix(english);
    world.simulator.faults.add({ kind: 'timeout-after-write', method: 'POST', path: '/rest/api/3/issue' });
    await world.deliver();
    const silent = world.simulator.faults.add({
      kind: 'status',
      status: 503,
      path: '/rest/api/3/project/OLD',
      probability: 1,
    });
    for (let sweep = 0; sweep < 4; sweep += 1) {
      world.clock.advance('PT6M');
      await world.sweep().catch(() => undefined);
    }
    const during = tickets().map(({ key }) => key);
    world.simulator.faults.remove(silent);
    world.clock.advance('PT6M');
    await world.sweep();
    expect([during, (await fix()).state, tickets().map(({ key }) => key)]).toEqual([['PLAT-1'], 'open', ['PLAT-1']]);
  });
});

describe('a creation while Jira does not tell of its screens', () => {
  it('is refused with the reason in the record, and is not repeated because of that', async () => {
    await start(english);
    const fix = await approvedFix(english);
    world.simulator.faults.add({ kind: 'dead-login', probability: 1 });
    await world.deliver();
    const { refusedBecause } = Object(await fix());
    const before = sent('POST', /\/issue$/).length;
    for (let sweep = 0; sweep < 3; sweep += 1) {
      world.clock.advance('PT6M');
      await world.sweep().catch(() => undefined);
    }
    expect([refusedBecause, sent('POST', /\/issue$/).length - before]).toEqual([
      expect.stringContaining('does not take the login'),
      0,
    ]);
  });
});

describe('the comments of a fix', () => {
  it('are internal, so that customers of a service desk do not read them', async () => {
    await start(planOf('service management'));
    const issue = world.simulator.createIssue({ project: 'SUP', issueType: '[System] Incident', summary: 'Down' });
    await world.tickets.commentOnce(issue.id, 'note', [paragraph(text('For us alone.'))]);
    const [request] = sent('POST', /\/comment$/);
    expect(Object(request?.responseBody).jsdPublic).toBe(false);
  });
});

describe('a second ticket', () => {
  it('is closed without a link where the site has none, after a comment that says where the work goes on', async () => {
    await start(shipping);
    const fix = await approvedFix(shipping);
    await world.deliver();
    const remediation = await fix();
    const { key } = await world.tickets.create(await draftFor(world, remediation));
    world.simulator.transition(key, 'Doing');
    const { findings } = await auditTicketsHandler(world)({});
    const original = isTicketed(remediation) ? remediation.ticket.key : '';
    expect(findings).toMatchObject([
      { kind: 'duplicate', key, original, closed: true, because: expect.stringContaining('duplicateLink is none') },
    ]);
    expect(world.simulator.issue(key)?.status.name).toBe('Shipped');
  });

  it('is closed though this account may not link, or the type of links is another one', async () => {
    const german = planOf('German classic');
    const { duplicateLink: _, ...route } = german.route;
    await start({ ...german, route });
    const fix = await approvedFix(german);
    await world.deliver();
    const { key } = await world.tickets.create(await draftFor(world, await fix()));
    const { findings } = await auditTicketsHandler(world)({});
    expect(findings).toMatchObject([
      {
        closed: true,
        because: expect.stringMatching(
          /no link type Duplicate; set remediation\.defaultRoute\.duplicateLink to one of Blockiert, Klont, Duplikat/,
        ),
      },
    ]);
    expect(world.simulator.issue(key)?.status.name).toBe('Fertig');
  });
});
