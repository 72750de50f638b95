import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { IncidentTicket } from '../../../../shared/domain/ticket/incident-ticket.ts';
import { SOURCES } from '../../../../shared/intake/registry.ts';
import { webhooksInUse } from '../../../../shared/intake/sources-in-use.ts';
import { closedMessage, reopenedMessage, SENDER_SITE } from '../../../support/systems/holdfast-json.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const config = parseConfig({ incidents: { 'holdfast-json': { sites: [SENDER_SITE] } } });

function webhook() {
  const found = webhooksInUse(SOURCES, config).get('holdfast-json');
  if (found === undefined) throw new Error('the webhook is off');
  return found.webhook;
}
const read = (message: unknown) => webhook().read(message, NOW);
const incident = (changes: object) => closedMessage({ incident: { ...closedMessage().incident, ...changes } });

function thrownBy(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

/** Report that would be kept of the incident. */
function kept(message: unknown): IncidentTicket | undefined {
  const meaning = read(message);
  return 'told' in meaning && meaning.told?.state === 'closed'
    ? IncidentTicket.parse(meaning.told.incident)
    : undefined;
}

describe('a posted message', () => {
  it('tells a closure with everything that a record begins with', () => {
    const ticket = { source: 'holdfast-json', site: SENDER_SITE, ticketId: '9f3c', key: 'INC0012345' };
    const closedAt = '2026-11-21T09:59:00.000Z';
    const mia = { accountId: 'mia', name: 'Mia Okafor', email: 'mia@example.com' };
    expect(read(closedMessage())).toEqual({
      event: { type: 'Incident Ticket Closed', data: { ticket, closedAt, closedBy: mia } },
      told: {
        state: 'closed',
        ticket,
        at: closedAt,
        incident: {
          ...ticket,
          url: 'https://tickets.example.com/INC0012345',
          title: 'Phished',
          description: 'Mails with a false sign-in page (T1566.002)',
          severity: 'high',
          openedAt: '2026-11-20T08:00:00.000Z',
          closedAt,
          people: [{ role: 'closer', person: mia }],
          techniques: ['T1566.002'],
        },
      },
    });
  });

  it('cuts what is too long instead of losing the incident', () => {
    const people = Array.from({ length: 101 }, () => ({ role: 'commenter', id: 'x', name: 'x'.repeat(500) }));
    const {
      title,
      description,
      people: found,
    } = kept(incident({ title: 'x'.repeat(400), description: 'x'.repeat(50_000), people })) ?? {
      title: '',
      description: '',
      people: [],
    };
    expect([title.length, description.length, found.length, found[0]?.person.name.length]).toEqual([
      255, 30_000, 100, 200,
    ]);
  });

  it('is read no further than the people who are kept: each wrong field of the others would be an error of its own', () => {
    const people = Array.from({ length: 168_000 }, () => ({}));
    const error = thrownBy(() => read(incident({ people })));
    expect(error instanceof z.ZodError && error.issues.length).toBe(300);
  });

  it('has the key of its ticket for a title when its own says nothing', () => {
    expect(kept(incident({ title: ' \u200b ' }))?.title).toBe('INC0012345');
  });

  it('of a site that is not configured is ignored', () => {
    const ticket = { site: 'else.example.com', id: '1', key: 'A-1' };
    expect(read(closedMessage({ ticket }))).toEqual({ ignored: 'UnknownSite' });
  });

  it.each([
    ['the closure lies in the future', closedMessage({ at: '2026-11-21T10:05:01Z' }), /^at: .* is in the future$/],
    ['the ticket opened after the closure', incident({ openedAt: '2026-11-21T09:59:01Z' }), /is after the closure/],
  ])('contradicts itself when %s', (_, message, reason) => {
    expect(read(message)).toEqual({ malformed: expect.stringMatching(reason) });
  });

  it.each([
    [
      'an id that would leave its place in a key',
      closedMessage({ ticket: { site: SENDER_SITE, id: 'a#b', key: 'A-1' } }),
    ],
    ['an id of which a character is lost', closedMessage({ id: 'a\ufffd' })],
    ['a site that is no host name', closedMessage({ ticket: { site: 'a#b', id: '1', key: 'A-1' } })],
    ['an address that is a script', incident({ url: 'javascript:alert(1)' })],
    ['a misspelt field', closedMessage({ incidents: {} })],
    ['another version', closedMessage({ version: 2 })],
    ['no incident', closedMessage({ incident: undefined })],
    ['details with a reopening', reopenedMessage({ incident: closedMessage().incident })],
  ])('is refused with %s', (_, message) => {
    expect(() => read(message)).toThrow();
  });

  it('is named by its site and id, and by its bytes alone when it has none', () => {
    const { identityIn } = webhook();
    const whole = [closedMessage(), reopenedMessage({ id: 'message-1' }), closedMessage({ id: '🐟'.repeat(200) })];
    const nameless = [{ hello: 'world' }, closedMessage({ id: 'a\ufffd' }), closedMessage({ id: '🐟'.repeat(201) })];
    expect([...whole, ...nameless].map((message) => identityIn(message, undefined))).toEqual([
      'tickets.example.com#message-1',
      'tickets.example.com#message-1',
      `tickets.example.com#${'🐟'.repeat(200)}`,
      ...[undefined, undefined, undefined],
    ]);
  });
});
