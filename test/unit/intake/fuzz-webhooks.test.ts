import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { TICKET_EVENTS } from '../../../shared/domain/ticket/ticket-events.ts';
import { SOURCES } from '../../../shared/intake/registry.ts';
import { webhooksInUse } from '../../../shared/intake/sources-in-use.ts';
import { keys, partitions } from '../../../shared/store/keys.ts';
import type { TableWrite } from '../../faults/table/memory-table.ts';
import { changedMessage, closedMessage, reopenedMessage, SENDER_SITE } from '../../support/systems/holdfast-json.ts';
import { INCIDENT_IO, standardHeaders, statusUpdated } from '../../support/systems/incident-io.ts';
import { PAGERDUTY, pagerDutySignature, reopenedWebhook, resolvedWebhook } from '../../support/systems/pagerduty.ts';
import { resolvedChange, SERVICENOW_SITE, serviceNowHeaders } from '../../support/systems/servicenow.ts';
import { closureOf, webhookDoor } from '../../support/systems/webhook-door.ts';
import { mustHold } from '../../support/texts/must-hold.ts';
import { WEBHOOK_SECRET } from '../../support/world/world.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const EVERY_DOOR: HoldfastConfigInput = {
  incidents: {
    jira: { takesStaticSecret: true },
    'holdfast-json': { sites: [SENDER_SITE], takesStaticSecret: true },
    pagerduty: PAGERDUTY,
    'incident-io': INCIDENT_IO,
    servicenow: { acme: { site: SERVICENOW_SITE, tables: { incident: {} } } },
  },
};

type Headers = Record<string, string>;
type Door = {
  /** What stands behind `/webhooks/`. */
  /** Messages that are read, and mean something. */
  readonly samples: readonly object[];
  readonly sign: (body: Buffer, secret: string) => Headers;
  /** Key of the instance that it is of. */
  /** Header that may have several signatures, of which one has to be right, also twice or between blanks. */
  readonly takesSeveral?: string;
};

const hmac = (secret: string, ...parts: readonly (string | Buffer)[]): string => {
  const hash = createHmac('sha256', secret);
  for (const part of parts) hash.update(part);
  return `sha256=${hash.digest('hex')}`;
};
const SECONDS = String(Date.parse(NOW) / 1_000);

const MESSAGES = [closedMessage(), changedMessage('Closed'), changedMessage('Open', { reason: 'Reopened' })];

/** Each door signs here by itself, and not with the code that verifies it. */
const DOORS: Record<string, Door> = {
  jira: {
    samples: [
      closureOf(NOW),
      { ...closureOf(NOW), changelog: undefined },
      ofNoIncident(['holdfast']),
      ofNoIncident([]),
    ],
    sign: (body, secret) => ({ 'x-hub-signature': hmac(secret, body) }),
  },
  'jira/automation': {
    samples: [closureOf(NOW), { issue: { id: '10040', key: 'SEC-41' } }, { id: '10040', key: 'SEC-41' }],
    sign: (_body, secret) => ({ authorization: `Basic ${Buffer.from(`jira:${secret}`).toString('base64')}` }),
  },
  'holdfast-json': {
    samples: [...MESSAGES, reopenedMessage({ at: '2026-11-21T09:59:00.000Z' })],
    sign: (body, secret) => ({
      'x-holdfast-timestamp': SECONDS,
      'x-holdfast-signature': hmac(secret, `${SECONDS}.`, body),
    }),
  },
  'holdfast-json/static': {
    samples: MESSAGES,
    sign: (_body, secret) => ({ authorization: `Bearer ${secret}` }),
  },
  'pagerduty/acme': {
    takesSeveral: 'x-pagerduty-signature',
    samples: [resolvedWebhook(), reopenedWebhook({ occurred_at: '2026-11-21T09:59:30.000Z' })],
    sign: (body, secret) => ({ 'x-pagerduty-signature': pagerDutySignature(body, secret) }),
  },
  'incident-io/acme': {
    takesSeveral: 'webhook-signature',
    samples: [statusUpdated('live', 'closed'), statusUpdated('closed', 'live'), statusUpdated('merged', 'live')],
    sign: (body, secret) => standardHeaders(body, secret, NOW),
  },
  'servicenow/acme': {
    samples: [
      resolvedChange(),
      resolvedChange({ state: { from: '6', from_name: 'Resolved', to: '2', to_name: 'In Progress' } }),
      resolvedChange({ short_description: '🔥', sys_mod_count: 11 }),
    ],
    sign: (body, secret) => serviceNowHeaders(body, NOW, secret),
  },
};

/** A ticket that may be of a fix: with our label, or when we know it. */
function ofNoIncident(labels: readonly string[]) {
  const closure = closureOf(NOW);
  const fields = { ...closure.issue.fields, project: { key: 'OPS' }, labels };
  return { ...closure, issue: { ...closure.issue, fields } };
}

const LONG = 'x'.repeat(3_000);
/** What breaks keys, items, calendars, numbers, characters and prototypes. */
const ODD: readonly unknown[] = [
  ...[LONG, 'x'.repeat(450_000), '', ' ', '\ud83d', '\u0000', '#', 'a#b', '__proto__', '2026-02-30T00:00:00Z'],
  ...[1e308, -1e308, -0, 2 ** 53 + 1, 8.64e15, 253_402_300_800_000, 0.1, -1],
  ...[null, true, [], {}, Array.from({ length: 10_000 }, () => 0), [[[[[]]]]], JSON.parse('{"__proto__":{"a":1}}')],
  // As many elements with wrong fields as a body within the limit has room for.
  Array.from({ length: 168_000 }, () => ({})),
];
const odd = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ODD) }, { weight: 1, arbitrary: fc.jsonValue() });

type Path = readonly string[];
const pathsIn = (value: unknown, path: Path = []): Path[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, member]) => [[...path, name], ...pathsIn(member, [...path, name])]);

/** A copy in which one member is another one, or gone. */
function changed(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === name ? changed(one, rest, by) : one));
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [name]: changed(Object(value)[name], rest, by) };
}

/** A message with one to three members that are odd, or gone. */
const mutated = (samples: readonly object[]) =>
  fc.constantFrom(...samples).chain((sample) =>
    fc
      .array(fc.tuple(fc.constantFrom(...pathsIn(sample)), fc.oneof(odd, fc.constant(undefined))), {
        minLength: 1,
        maxLength: 3,
      })
      .map((changes) => changes.reduce<unknown>((message, [path, by]) => changed(message, path, by), sample)),
  );

/** JSON has no half of a character but as an escape, which `JSON.stringify` writes. */
const bodies = ({ samples }: Door) =>
  fc.oneof(
    { weight: 6, arbitrary: mutated(samples).map((message) => Buffer.from(JSON.stringify(message) ?? '')) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 8 }).map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20_000 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 1, arbitrary: fc.constantFrom(...samples).map((sample) => Buffer.from(JSON.stringify(sample))) },
  );

const headerText = fc.oneof(
  fc.constantFrom('', LONG, 'sha256=', 'ü', '\u0000', `sha256=${'0'.repeat(64)}`),
  fc.string({ maxLength: 100, unit: 'binary' }),
);
const otherHeaders = fc.dictionary(
  fc.constantFrom('x-atlassian-webhook-identifier', 'content-type', 'x-forwarded-for', 'webhook-id'),
  headerText,
);

const request = (path: string, body: Buffer, headers: Headers) =>
  z.custom<APIGatewayProxyEventV2>().parse({
    rawPath: `/webhooks/${path}`,
    headers,
    body: body.toString('base64'),
    isBase64Encoded: true,
  });

const Announced = z.object({
  event: z.object({
    type: z.enum([
      'Incident Ticket Closed',
      'Incident Ticket Reopened',
      'Incident Ticket Changed',
      'Remediation Ticket Changed',
    ]),
    data: z.unknown(),
  }),
});

/** Looks whether an event is one of the catalogue, and names a ticket that fits a key. */
function mustBeReadable({ item }: TableWrite): void {
  const { event } = Announced.parse(item);
  const { ticket, site, issueId } = Object(TICKET_EVENTS[event.type].data.parse(event.data));
  const key = event.type === 'Remediation Ticket Changed' ? keys.jiraIssue(site, issueId) : keys.ticketById(ticket);
  expect(Buffer.byteLength(key.pk)).toBeLessThanOrEqual(2_048);
}

it('is tried at every endpoint that there is', () => {
  expect(Object.keys(DOORS)).toEqual([...webhooksInUse(SOURCES, parseConfig(EVERY_DOOR)).keys()]);
});

describe.each(Object.entries(DOORS))('whatever comes to the door of %s', (name, door) => {
  const signed = (body: Buffer, others: Headers = {}) =>
    request(name, body, { ...others, ...door.sign(body, WEBHOOK_SECRET) });

  it('is answered with 202 when it is signed, whichever one member is odd', async () => {
    const { receive, writes } = webhookDoor(EVERY_DOOR, () => NOW);
    for (const sample of door.samples)
      for (const path of pathsIn(sample))
        for (const by of [...ODD, undefined]) {
          const { statusCode } = await receive(signed(Buffer.from(JSON.stringify(changed(sample, path, by)))));
          expect([statusCode, path, by]).toEqual([202, path, by]);
        }
    for (const write of writes.filter(({ item }) => item.outbox === true)) mustBeReadable(write);
  });

  it('is answered with 202 when it is signed, and is an event only when it can be read', async () => {
    const outcomes = new Set<string>();
    await mustHold(
      fc.asyncProperty(bodies(door), otherHeaders, async (body, others) => {
        const { receive, writes, counted } = webhookDoor(EVERY_DOOR, () => NOW);
        const answer = await receive(signed(body, others));
        expect([answer.statusCode, counted()[`WebhookProven.${name}`]]).toEqual([202, 1]);
        const isTaken = answer.body === undefined;
        outcomes.add(isTaken ? 'taken' : 'kept aside');
        const announced = writes.filter(({ item }) => item.outbox === true);
        announced.forEach(mustBeReadable);
        // One of the two, and never both.
        expect(writes.filter(({ pk }) => pk.startsWith(partitions.quarantine('')))).toHaveLength(isTaken ? 0 : 1);
        expect(announced.length).toBeLessThanOrEqual(isTaken ? 1 : 0);
      }),
      { runs: 200 },
    );
    expect([...outcomes].toSorted()).toEqual(['kept aside', 'taken']);
  });

  it('is answered with 401 or 413 when it is not, and leaves nothing in the table', async () => {
    const { receive, writes } = webhookDoor(EVERY_DOOR, () => NOW);
    await mustHold(
      fc.asyncProperty(bodies(door), otherHeaders, async (body, others) => {
        const right = door.sign(body, WEBHOOK_SECRET);
        const forged = door.sign(body, 'a guess');
        for (const headers of [{}, forged, ...spoilt(right, door)]) {
          const { statusCode } = await receive(request(name, body, { ...others, ...headers }));
          expect(statusCode).toBe(body.length > 512_000 ? 413 : 401);
        }
        expect(writes).toEqual([]);
      }),
      { runs: 100 },
    );
  });
});

/** The right headers with one that is missing, doubled, too long, in other bytes, or of another body. */
function spoilt(right: Headers, { takesSeveral }: Door): Headers[] {
  return Object.entries(right).flatMap(([header, value]) =>
    [
      '',
      ...(takesSeveral === header ? [] : [`${value}, ${value}`, ` ${value}`]),
      `${value}${LONG}`,
      `${value}ü`,
      value.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ].map((other) => ({ ...right, [header]: other })),
  );
}
