import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { SOURCES } from '../../../../shared/intake/registry.ts';
import { webhooksInUse } from '../../../../shared/intake/sources-in-use.ts';
import { prove } from '../../../../shared/proof/prove.ts';
import { referenceData } from '../../../support/samples/reference-data.ts';
import { INCIDENT_IO, INCIDENT_IO_SITE, statusUpdated } from '../../../support/systems/incident-io.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const AT = '2026-11-21T09:59:00.801Z';

function webhook(organisation: object = {}) {
  const config = parseConfig({ incidents: { 'incident-io': { acme: { ...INCIDENT_IO.acme, ...organisation } } } });
  const found = webhooksInUse(SOURCES, config).get('incident-io/acme');
  if (found === undefined) throw new Error('the webhook is off');
  return found.webhook;
}
const read = (message: unknown, organisation?: object) => webhook(organisation).read(message, NOW);

const ticket = {
  source: 'incident-io',
  site: INCIDENT_IO_SITE,
  ticketId: '01FDAG4SAP5TYPT98WGR2N7W91',
  key: 'INC-123',
};
const closed = { event: { type: 'Incident Ticket Closed', data: { ticket, closedAt: AT } } };
const reopened = { event: { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt: AT } } };
const ifKnown = { ...reopened, unlessKnown: 'NoStatusChange' };
const nothing = { ignored: 'NoStatusChange' };

/** Rows that are not there: nothing is deleted by itself, and a false positive is declined or cancelled. */
const ROWS: Record<string, [message: unknown, meaning: unknown][]> = {
  'opens in the phase for learning': [[statusUpdated('live', 'learning'), closed]],
  reopened: [[statusUpdated('closed', 'live'), reopened]],
  'resolved, then closed by a robot': [
    [statusUpdated('live', 'learning'), closed],
    [statusUpdated('learning', 'closed'), nothing],
  ],
  'closed, reopened, closed': [
    [statusUpdated('live', 'closed'), closed],
    [statusUpdated('closed', 'live'), reopened],
    [statusUpdated('live', 'closed'), closed],
  ],
  cancelled: [[statusUpdated('live', 'canceled'), closed]],
  'duplicate, or merged': [[statusUpdated('triage', 'merged'), closed]],
  'false positive': [[statusUpdated('triage', 'declined'), closed]],
  'confidential closes: only its id is told': [
    [
      { event_type: 'private_incident.incident_updated_v2', 'private_incident.incident_updated_v2': { id: 'x' } },
      { ignored: 'OtherEvent' },
    ],
  ],
  'another type is out of scope': [
    [statusUpdated('live', 'closed', { incident_type: { id: '1', name: 'Outage' } }), { ignored: 'UnknownType' }],
    [statusUpdated('live', 'closed', { incident_type: null }), { ignored: 'UnknownType' }],
  ],
  'comment while closed': [[{ event_type: 'public_incident.incident_updated_v2' }, { ignored: 'OtherEvent' }]],
  'closed again after nothing to review': [
    [statusUpdated('merged', 'live'), ifKnown],
    [statusUpdated('merged', 'closed'), closed],
  ],
  'told out of order': [
    [statusUpdated('closed', 'live'), reopened],
    [statusUpdated('live', 'closed'), closed],
  ],
  'a move while it is open': [[statusUpdated('live', 'paused'), nothing]],
  'in the future': [
    [
      statusUpdated('live', 'closed', { updated_at: '2026-11-21T10:05:01Z' }),
      { malformed: 'updated_at: 2026-11-21T10:05:01.000Z is in the future' },
    ],
  ],
};

describe('what a webhook of incident.io means', () => {
  it.each(Object.entries(ROWS))('%s', (_, row) => {
    expect(row.map(([message]) => read(message))).toEqual(row.map(([, meaning]) => meaning));
  });

  it('follows the states of the configuration', () => {
    const states = { opens: [{ status: ['closed'] }] };
    expect([
      read(statusUpdated('live', 'learning'), { states }),
      read(statusUpdated('learning', 'closed'), { states }),
    ]).toEqual([nothing, closed]);
  });

  it('is none without an event, an incident or a status', () => {
    const { event_type } = statusUpdated('live', 'closed');
    const messages = [
      {},
      { event_type },
      { event_type, [event_type]: {} },
      statusUpdated('live', 'closed', { id: '' }),
    ];
    for (const message of messages) expect(() => read(message)).toThrow();
  });
});

describe('a delivery of incident.io', () => {
  it('is named by its signed id', () => {
    expect([webhook().identityIn({}, 'msg_1'), webhook().identityIn({}, undefined)]).toEqual(['msg_1', undefined]);
  });

  it('is proven as the published vector of Standard Webhooks is', () => {
    // github.com/standard-webhooks/standard-webhooks, libraries/javascript/src/index.test.ts
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature':
        'v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];
    const prooves = [headers, { ...headers, 'webhook-id': 'msg_2' }, { ...headers, 'webhook-timestamp': '1614265331' }];
    const body = Buffer.from('{"test": 2432232314}');
    expect(prooves.map((one) => prove(webhook().proof, { body, headers: one }, secrets).isProven)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

const samples = referenceData('data/webhooks/');

describe.each(samples === undefined ? [] : [samples])('the reference webhook of incident.io', () => {
  it('is read: from learning to closed is no second closure', () => {
    expect(read(JSON.parse(readFileSync(new URL('incidentio-status-closed.json', samples), 'utf8')))).toEqual(nothing);
  });
});
