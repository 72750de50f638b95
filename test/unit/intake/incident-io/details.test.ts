import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import type { IncidentIoUpdate } from '../../../../shared/intake/incident-io/api.ts';
import { readIncidentOfIncidentIo } from '../../../../shared/intake/incident-io/details.ts';
import { IncidentIoIncident } from '../../../../shared/intake/incident-io/incident-shape.ts';
import { INCIDENT_IO, INCIDENT_IO_SITE } from '../../../support/systems/incident-io.ts';
import { testIds } from '../../../support/world/ids.ts';

const TICKET = { source: 'incident-io', site: INCIDENT_IO_SITE, ticketId: '01FDAG', key: 'INC-123' } as const;
const LISA = { user: { id: '01LISA', name: 'Lisa Karlin Curtis' } };

/** The example of https://api-docs.incident.io/tag/Incidents-V2, closed. */
const incident = (changes: object = {}) =>
  IncidentIoIncident.parse({
    id: '01FDAG',
    reference: 'INC-123',
    name: 'Our database is sad',
    summary: 'Seen: T1566.002',
    permalink: 'https://app.incident.io/incidents/123',
    visibility: 'public',
    incident_status: { category: 'closed', name: 'Closed' },
    incident_type: { id: '01T', name: 'Security' },
    severity: { id: '01S', name: 'Minor' },
    created_at: '2026-11-20T13:28:57.801578Z',
    updated_at: '2026-11-21T09:00:00.801578Z',
    creator: LISA,
    ...changes,
  });

const update = (minute: string, category: string, changes: Partial<IncidentIoUpdate> = {}): IncidentIoUpdate => ({
  id: `01U${minute}`,
  created_at: `2026-11-21T08:${minute}:00.000Z`,
  new_incident_status: { category, name: category },
  updater: LISA,
  ...changes,
});
const UPDATES = [
  update('00', 'live'),
  update('10', 'learning'),
  update('20', 'live'),
  update('30', 'learning'),
  update('40', 'closed'),
];

type Told = { shown?: IncidentIoIncident; updates?: IncidentIoUpdate[] };

function detailsOf({ shown = incident(), updates = UPDATES }: Told = {}) {
  const odd: string[] = [];
  const { acme } = parseConfig({ incidents: { 'incident-io': INCIDENT_IO } }).incidents['incident-io'];
  if (acme === undefined) throw new Error('no organisation');
  const api = { incident: () => Promise.resolve(shown), updatesOf: () => Promise.resolve(updates) };
  const tools = { newId: testIds(), onOdd: ({ kind }: { kind: string }) => void odd.push(kind) };
  return { details: readIncidentOfIncidentIo(api, TICKET, acme, tools), odd };
}

describe('details of an incident of incident.io', () => {
  it('have the last time at which it went from open to closed, and not that of the archive', async () => {
    const found = (await detailsOf().details)?.incident;
    expect([found?.closedAt, found?.openedAt, found?.severity, found?.techniques]).toEqual([
      '2026-11-21T08:30:00.000Z',
      '2026-11-20T13:28:57.801Z',
      'low',
      ['T1566.002'],
    ]);
  });

  it('are none when it is open again', async () => {
    expect(
      await detailsOf({ shown: incident({ incident_status: { category: 'live', name: 'Fixing' } }) }).details,
    ).toBeUndefined();
  });

  it('say that there is nothing to learn from one that was declined, and mark a private one', async () => {
    const declined = incident({ visibility: 'private', incident_status: { category: 'declined', name: 'Declined' } });
    expect(await detailsOf({ shown: declined }).details).toMatchObject({
      closedAs: 'declined',
      leastTlp: 'AMBER+STRICT',
    });
  });

  it('pass over a role that cannot be read, and leave out programs', async () => {
    const incident_role_assignments = [
      { role: { role_type: 'lead' }, assignee: LISA.user },
      { role: { role_type: 'custom' }, assignee: { id: '01SAM', name: 'Sam' } },
      { assignee: LISA.user },
    ];
    const shown = incident({ incident_role_assignments, creator: { api_key: { id: '01K', name: 'A key' } } });
    const { details, odd } = detailsOf({ shown, updates: [] });
    expect([(await details)?.incident.people.map(({ role, person }) => [role, person.name]), odd]).toEqual([
      [
        ['assignee', 'Lisa Karlin Curtis'],
        ['responder', 'Sam'],
      ],
      ['role'],
    ]);
  });

  it('are cut, and have what they can where something is missing', async () => {
    const severity = { id: '01S', name: 'SEV-0' };
    const shown = incident({ name: ' ', summary: 's'.repeat(40_000), permalink: 'javascript:alert(1)', severity });
    const found = (await detailsOf({ shown, updates: [] }).details)?.incident;
    expect([found?.title, found?.description.length, found?.url, found?.severity, found?.closedAt]).toEqual([
      'INC-123',
      30_000,
      'https://acme.incident.io',
      'medium',
      '2026-11-21T09:00:00.801Z',
    ]);
  });
});
