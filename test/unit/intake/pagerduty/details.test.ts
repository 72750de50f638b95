import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import {
  PagerDutyIncident,
  type PagerDutyLogEntry,
  type PagerDutyNote,
} from '../../../../shared/intake/pagerduty/api.ts';
import { readPagerDutyIncident, severityOfPagerDuty } from '../../../../shared/intake/pagerduty/details.ts';
import { PAGERDUTY, PAGERDUTY_SITE } from '../../../support/systems/pagerduty.ts';
import { testIds } from '../../../support/world/ids.ts';

const TICKET = { source: 'pagerduty', site: PAGERDUTY_SITE, ticketId: 'PT4KHLK', key: 'PD-1234' } as const;
const user = (id: string, summary: string) => ({ id, type: 'user_reference', summary });
const SERVICE = { id: 'PIJ90N7', type: 'service_reference', summary: 'My Mail Service' };
const EARLINE = user('PXPGF42', 'Earline Greenholt');
const LEE = user('PL7A2O4', 'Lee Turner');

/** Schema Incident of github.com/PagerDuty/api-schema, resolved. */
const incident = (changes: object = {}) =>
  PagerDutyIncident.parse({
    id: 'PT4KHLK',
    incident_number: 1_234,
    title: 'Two people entered their passwords',
    created_at: '2026-11-20T21:30:42Z',
    updated_at: '2026-11-21T08:00:00Z',
    status: 'resolved',
    resolved_at: '2026-11-21T04:00:00-03:00',
    last_status_change_at: '2026-11-21T07:00:00Z',
    last_status_change_by: EARLINE,
    priority: { id: 'P53ZZH5', type: 'priority_reference', summary: 'P2' },
    urgency: 'high',
    resolve_reason: null,
    incident_type: { name: 'security_default' },
    ...changes,
  });

const entry = (type: string, at: string, more: Partial<PagerDutyLogEntry> = {}): PagerDutyLogEntry => ({
  ...{ id: `R${at}`, type: `${type}_log_entry`, created_at: `2026-11-21T${at}:00.000Z`, agent: EARLINE, ...more },
});
const LOG = [
  entry('trigger', '01:00', {
    agent: SERVICE,
    channel: { type: 'api', description: 'Seen: T1566.002', details: { host: 'web-1' } },
  }),
  entry('assign', '01:01', { agent: SERVICE, assignees: [LEE, { id: 7 }] }),
  entry('notify', '01:02', { agent: SERVICE }),
  entry('acknowledge', '01:05'),
  entry('status_update', '02:00'),
  entry('annotate', '03:00'),
  entry('resolve', '07:00'),
];
const NOTES: PagerDutyNote[] = [
  { id: 'N1', user: LEE, content: 'Sessions ended', created_at: '2026-11-21T03:00:00.000Z' },
  {
    id: 'N2',
    user: { ...SERVICE, type: 'bot_user_reference' },
    content: 'Runbook linked',
    created_at: '2026-11-21T03:30:00.000Z',
  },
  { id: 'N3', user: EARLINE, content: ' ', created_at: '2026-11-21T03:40:00.000Z' },
  { id: 'N4', user: EARLINE, content: 'See (holdfast:post-mortem:7)', created_at: '2026-11-21T07:30:00.000Z' },
];

type Told = { incident?: PagerDutyIncident; log?: PagerDutyLogEntry[]; notes?: PagerDutyNote[]; account?: object };

function detailsOf({ incident: shown = incident(), log = LOG, notes = NOTES, account = {} }: Told = {}) {
  const odd: string[] = [];
  const config = parseConfig({ incidents: { pagerduty: { acme: { ...PAGERDUTY.acme, ...account } } } });
  const { acme } = config.incidents.pagerduty;
  if (acme === undefined) throw new Error('no account');
  const api = {
    incident: () => Promise.resolve(shown),
    logOf: () => Promise.resolve(log),
    notesOf: () => Promise.resolve(notes),
  };
  const tools = {
    newId: testIds(),
    onOdd: ({ kind, id }: { kind: string; id: string }) => void odd.push(`${kind} ${id}`),
  };
  return { details: readPagerDutyIncident(api, TICKET, acme, tools), odd };
}

describe('details of an incident of PagerDuty', () => {
  it('are its text, its times in UTC, its people as accounts and names, and its techniques', async () => {
    const { details, odd } = detailsOf();
    const found = await details;
    expect([found?.incident, odd]).toEqual([
      {
        ...TICKET,
        url: 'https://acme.pagerduty.com/incidents/PT4KHLK',
        title: 'Two people entered their passwords',
        description: 'Seen: T1566.002\n\nhost: web-1',
        severity: 'high',
        openedAt: '2026-11-20T21:30:42.000Z',
        closedAt: '2026-11-21T07:00:00.000Z',
        people: [
          { role: 'closer', person: { accountId: 'PXPGF42', name: 'Earline Greenholt' } },
          { role: 'assignee', person: { accountId: 'PL7A2O4', name: 'Lee Turner' } },
          { role: 'responder', person: { accountId: 'PXPGF42', name: 'Earline Greenholt' } },
          { role: 'commenter', person: { accountId: 'PL7A2O4', name: 'Lee Turner' } },
        ],
        techniques: ['T1566.002'],
      },
      ['assignee ?'],
    ]);
  });

  it('have a timeline of roles and not of names, without notifications and our own note', async () => {
    const timeline = (await detailsOf().details)?.timeline ?? [];
    expect(timeline.map(({ at, role, what }) => [at.slice(11, 16), role, what])).toEqual([
      ['01:00', 'automation', 'Incident triggered: Two people entered their passwords'],
      ['01:01', 'automation', 'Assigned'],
      ['01:05', 'responder', 'Acknowledged'],
      ['03:00', 'commenter', 'Sessions ended'],
      ['03:30', 'automation', 'Runbook linked'],
      ['07:00', 'responder', 'Resolved'],
    ]);
  });

  it('are none when the incident is open again', async () => {
    expect(await detailsOf({ incident: incident({ status: 'triggered', resolved_at: null }) }).details).toBeUndefined();
  });

  it.each([
    ['a word', 'merged'],
    ['an object', { type: 'merge_resolve_reason', incident: { id: 'Q0', type: 'incident_reference' } }],
  ])('say that there is nothing to learn from one that was merged, told as %s', async (_, resolve_reason) => {
    expect((await detailsOf({ incident: incident({ resolve_reason }) }).details)?.closedAs).toBe('resolved, merged');
  });

  it('mark what only a private team sees', async () => {
    const teams = [{ id: 'P1', type: 'team', default_role: 'manager' }];
    const hidden = [...teams, { id: 'P2', type: 'team', default_role: 'none' }];
    const marks = [{}, { teams }, { teams: hidden }].map(
      async (changes) => (await detailsOf({ incident: incident(changes) }).details)?.leastTlp,
    );
    expect(await Promise.all(marks)).toEqual([undefined, undefined, 'AMBER+STRICT']);
  });

  it('name who was asked to help and came, and pass over what cannot be read', async () => {
    const incidents_responders = [
      { state: 'joined', user: LEE },
      { state: 'declined', user: user('PX', 'No') },
      { id: 'RX' },
    ];
    const { details, odd } = detailsOf({ incident: incident({ incidents_responders }), log: [], notes: [] });
    expect([(await details)?.incident.people.map(({ role, person }) => [role, person.name]), odd]).toEqual([
      [
        ['closer', 'Earline Greenholt'],
        ['responder', 'Lee Turner'],
      ],
      ['responder RX'],
    ]);
  });

  it('are cut instead of lost', async () => {
    const named = Array.from({ length: 150 }, (_, index) => user(`P${index}`, 'n'.repeat(500)));
    const channel = { description: '🐟'.repeat(40_000) };
    const log = [entry('trigger', '01:00', { channel }), entry('assign', '01:01', { assignees: named })];
    const found = (await detailsOf({ incident: incident({ title: 't'.repeat(400) }), log, notes: [] }).details)
      ?.incident;
    expect([found?.title.length, found?.people.length, found?.people.at(-1)?.person.name.length]).toEqual([
      255, 100, 200,
    ]);
    expect(found?.description.length).toBeLessThanOrEqual(30_000);
  });

  it('have the key for a title that says nothing, and the log for a time of closing that is not told', async () => {
    const found = await detailsOf({ incident: incident({ title: ' ', resolved_at: null }) }).details;
    expect([found?.incident.title, found?.incident.closedAt]).toEqual(['PD-1234', '2026-11-21T07:00:00.000Z']);
  });
});

describe('the severity of an incident of PagerDuty', () => {
  const severityBy = { P1: 'critical', high: 'medium' } as const;

  it('is that of its priority, or of the urgency of one without, and of nothing else', () => {
    const cases = [
      ['P1', 'low'],
      ['P9', 'high'],
      [undefined, 'high'],
      [undefined, 'low'],
      ['toString', undefined],
    ] as const;
    expect(cases.map(([priority, urgency]) => severityOfPagerDuty(priority, urgency, { severityBy }))).toEqual([
      'critical',
      undefined,
      'medium',
      undefined,
      undefined,
    ]);
  });

  it('is the one for all others where the configuration says nothing of it', async () => {
    const priority = { id: 'P9', type: 'priority_reference', summary: 'SEV-1' };
    expect((await detailsOf({ incident: incident({ priority }) }).details)?.incident.severity).toBe('medium');
  });
});
