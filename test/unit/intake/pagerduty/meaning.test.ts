import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { SOURCES } from '../../../../shared/intake/registry.ts';
import { webhooksInUse } from '../../../../shared/intake/sources-in-use.ts';
import { prove } from '../../../../shared/proof/prove.ts';
import { referenceData } from '../../../support/samples/reference-data.ts';
import {
  PAGERDUTY,
  PAGERDUTY_SITE,
  pagerDutySignature,
  reopenedWebhook,
  resolvedWebhook,
} from '../../../support/systems/pagerduty.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const AT = '2026-11-21T09:59:00.169Z';

function webhook(account: object = {}) {
  const config = parseConfig({ incidents: { pagerduty: { acme: { ...PAGERDUTY.acme, ...account } } } });
  const found = webhooksInUse(SOURCES, config).get('pagerduty/acme');
  if (found === undefined) throw new Error('the webhook is off');
  return found.webhook;
}
const read = (message: unknown, account?: object, receivedAt = NOW) => webhook(account).read(message, receivedAt);

const TICKET = { source: 'pagerduty', site: PAGERDUTY_SITE, ticketId: 'PGR0VU2', key: 'PD-2' };
const closedBy = { accountId: 'PXRUEF2', name: 'Sam Okafor' };
const closed = { event: { type: 'Incident Ticket Closed', data: { ticket: TICKET, closedAt: AT, closedBy } } };
const reopened = {
  event: { type: 'Incident Ticket Reopened', data: { ticket: TICKET, reopenedAt: '2026-11-21T10:30:00.000Z' } },
};

type Row = { told: readonly [message: unknown, meaning: unknown][] } | { isNotThere: string };

const annotated = resolvedWebhook(
  {},
  {
    event_type: 'incident.annotated',
    data: {
      incident: { id: 'PGR0VU2', type: 'incident_reference' },
      id: 'P2LA89X',
      content: 'Done',
      type: 'incident_note',
    },
  },
);

const ROWS: Record<string, Row> = {
  opens: { told: [[resolvedWebhook(), closed]] },
  reopened: { told: [[reopenedWebhook(), reopened]] },
  'resolved, then closed by a robot': {
    isNotThere: 'resolved is the last state: what resolves by itself is told like what a person resolved',
  },
  'closed, reopened, closed': {
    told: [
      [resolvedWebhook(), closed],
      [reopenedWebhook(), reopened],
      [resolvedWebhook({}, { id: 'again' }), closed],
    ],
  },
  cancelled: { isNotThere: 'an incident that is none is resolved like any other' },
  duplicate: { isNotThere: 'duplicates are merged' },
  merged: {
    told: [
      [resolvedWebhook({ resolve_reason: 'merged' }), closed],
      [resolvedWebhook({ resolve_reason: { type: 'merge_resolve_reason', incident: { id: 'Q0' } } }), closed],
    ],
  },
  'false positive': { isNotThere: 'it has no reason of resolution but merged' },
  deleted: { isNotThere: 'incidents cannot be deleted' },
  'confidential closes': { told: [[resolvedWebhook({ teams: [{ id: 'PPRIVATE', type: 'team_reference' }] }), closed]] },
  'another type is out of scope': {
    told: [[resolvedWebhook({ incident_type: { name: 'incident_default' } }), { ignored: 'UnknownType' }]],
  },
  'without a type it is out of scope': {
    told: [[resolvedWebhook({ incident_type: undefined }), { ignored: 'UnknownType' }]],
  },
  'comment while closed': { told: [[annotated, { ignored: 'OtherEvent' }]] },
  'closed again after nothing to review': {
    told: [
      [resolvedWebhook({ resolve_reason: 'merged' }), closed],
      [reopenedWebhook(), reopened],
      [resolvedWebhook(), closed],
    ],
  },
  'told out of order': {
    told: [
      [reopenedWebhook(), reopened],
      [resolvedWebhook(), closed],
    ],
  },
  'a ping of the subscription': {
    told: [[resolvedWebhook({}, { event_type: 'pagey.ping', data: { message: 'Hello' } }), { ignored: 'OtherEvent' }]],
  },
  'another event of an incident': {
    told: [
      [resolvedWebhook({ status: 'acknowledged' }, { event_type: 'incident.acknowledged' }), { ignored: 'OtherEvent' }],
    ],
  },
};

describe('what a webhook of PagerDuty means', () => {
  it.each(Object.entries(ROWS))('%s', (_, row) => {
    if ('isNotThere' in row) return;
    // A reopening is told half an hour after the closure.
    const means = row.told.map(([message]) => read(message, {}, '2026-11-21T10:30:00.000Z'));
    expect(means).toEqual(row.told.map(([, meaning]) => meaning));
  });

  it('is taken from the event where it is written after the incident moved on', () => {
    const late = reopenedWebhook({ occurred_at: AT });
    expect(read({ event: { ...late.event, data: { ...late.event.data, status: 'resolved' } } })).toEqual({
      event: { type: 'Incident Ticket Reopened', data: { ticket: TICKET, reopenedAt: AT } },
    });
  });

  it('is a closure without a person where a service resolved it, or who did it cannot be read', () => {
    const withoutPerson = { event: { type: 'Incident Ticket Closed', data: { ticket: TICKET, closedAt: AT } } };
    const agents = [null, undefined, { id: 7 }, { id: 'PSERVICE', type: 'service_reference', summary: 'Monitoring' }];
    expect(agents.map((agent) => read(resolvedWebhook({}, { agent })))).toEqual(agents.map(() => withoutPerson));
  });

  it('is in scope by the types and the services of the configuration', () => {
    const typeless = resolvedWebhook({ incident_type: undefined });
    const scopes = [{ incidentTypes: 'all' }, { incidentTypes: 'all', services: ['PF9KMXH'] }];
    const named = [
      { incidentTypes: 'all', services: ['API Service'] },
      { incidentTypes: 'all', services: ['Mail'] },
    ];
    expect([...scopes, ...named].map((account) => read(typeless, account))).toEqual([
      closed,
      closed,
      closed,
      { ignored: 'UnknownType' },
    ]);
  });

  it('is nothing where the configuration has another state open a record', () => {
    const states = { opens: [{ status: ['resolved'], resolveReason: ['handled'] }] };
    expect(read(resolvedWebhook(), { states })).toEqual({ ignored: 'NoStatusChange' });
  });

  it('contradicts itself in the future', () => {
    expect(read(resolvedWebhook({}, { occurred_at: '2026-11-21T10:05:01Z' }))).toEqual({
      malformed: 'occurred_at: 2026-11-21T10:05:01.000Z is in the future',
    });
  });

  it.each([
    ['no event', {}],
    ['a time that is none', resolvedWebhook({}, { occurred_at: 'yesterday' })],
    ['a note that is resolved', resolvedWebhook({ type: 'incident_note' })],
    ['an incident without a number', resolvedWebhook({ number: null })],
    ['a reason of another shape', resolvedWebhook({ resolve_reason: 7 })],
  ])('cannot be read with %s', (_, message) => {
    expect(() => read(message)).toThrow();
  });
});

describe('a delivery of PagerDuty', () => {
  it('is named by its event, and has the time of it', () => {
    const { identityIn, sentAtMs, windowMs } = webhook();
    const twice = [resolvedWebhook(), resolvedWebhook({ status: 'triggered' })];
    expect(twice.map((message) => identityIn(message, undefined))).toEqual([
      '5ac64822-4adc-4fda-ade0-410becf0de4f',
      '5ac64822-4adc-4fda-ade0-410becf0de4f',
    ]);
    expect([sentAtMs?.(twice[0]), sentAtMs?.({}), windowMs]).toEqual([Date.parse(AT), undefined, 259_200_000]);
    expect([{}, { event: { id: '' } }, null].map((message) => identityIn(message, undefined))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is proven by any of its signatures, over the bytes as they are', () => {
    const body = Buffer.from('{"event":{"id":"é"}}');
    const proven = (header: string, secrets: readonly string[]) =>
      prove(webhook().proof, { body, headers: { 'x-pagerduty-signature': header } }, secrets).isProven;
    const both = pagerDutySignature(body, 'new', 'old');
    expect([
      proven(both, ['new']),
      proven(both, ['old']),
      proven(both, ['another']),
      proven(both.replaceAll('v1=', 'v2='), ['new']),
      proven(pagerDutySignature('{"event":{"id":"e"}}', 'new'), ['new']),
      proven('', ['new']),
    ]).toEqual([true, true, false, false, false, false]);
  });
});

const samples = referenceData('data/webhooks/');

describe.each(samples === undefined ? [] : [samples])('recorded webhooks of PagerDuty', () => {
  const sample = (name: string): unknown => JSON.parse(readFileSync(new URL(name, samples), 'utf8'));

  it('are read', () => {
    const late = '2026-11-21T10:00:00.000Z';
    const all = { incidentTypes: 'all' };
    expect([
      read(sample('pagerduty-incident-resolved.json'), all, late),
      read(sample('pagerduty-v3-reopened.json'), {}, late),
      read(sample('pagerduty-v3-resolved-merged.json'), {}, late),
      read(sample('pagerduty-v3-annotated.json'), {}, late),
    ]).toMatchObject([
      { event: { data: { ticket: { ticketId: 'PCPZE64', key: 'PD-6' }, closedAt: '2021-06-04T13:16:53.816Z' } } },
      {
        event: {
          data: { ticket: { ticketId: 'Q05XJA8GDXGOB3', key: 'PD-4' }, reopenedAt: '2026-04-01T02:15:02.274Z' },
        },
      },
      { event: { type: 'Incident Ticket Closed' } },
      { ignored: 'OtherEvent' },
    ]);
  });
});
