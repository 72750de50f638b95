import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { serviceNowSource } from '../../../../shared/intake/servicenow/source.ts';
import { stateInTable } from '../../../../shared/intake/servicenow/states.ts';
import { utcOf, valueOfUtc } from '../../../../shared/intake/servicenow/utc.ts';
import type { Meaning } from '../../../../shared/intake/source.ts';
import { prove } from '../../../../shared/proof/prove.ts';
import { referenceData } from '../../../support/samples/reference-data.ts';
import { resolvedChange, SERVICENOW_SITE } from '../../../support/systems/servicenow.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';

const CONFIG = parseConfig({
  incidents: {
    servicenow: {
      acme: { site: SERVICENOW_SITE, tables: { sn_si_incident: {}, incident: { only: { categories: ['Security'] } } } },
    },
  },
});
const [webhook] = serviceNowSource.reaches(CONFIG).flatMap((reach) => (reach.by === 'webhook' ? [reach.webhook] : []));
if (webhook === undefined) throw new Error('there is a webhook');
const { acme: ACME } = CONFIG.incidents.servicenow;
if (ACME === undefined) throw new Error('there is an instance');

const NOW = '2026-11-21T10:00:00.000Z';
const AT = '2026-11-21T09:59:00.000Z';
const read = (changes: Record<string, unknown> = {}): Meaning => webhook.read(resolvedChange(changes), NOW);

type State = readonly [number: string, name: string];
const STATES = {
  'In Progress': ['2', 'In Progress'],
  Resolved: ['6', 'Resolved'],
  Closed: ['7', 'Closed'],
  Canceled: ['8', 'Canceled'],
  Analysis: ['16', 'Analysis'],
  Review: ['100', 'Review'],
  'Closed, security': ['3', 'Closed'],
  'Cancelled, security': ['7', 'Cancelled'],
} as const satisfies Record<string, State>;
type StateName = keyof typeof STATES;

const move = (before: StateName, after: StateName) => {
  const [[from, from_name], [to, to_name]] = [STATES[before], STATES[after]];
  return { state: { from, from_name, to, to_name } };
};
const code = (name: string) => ({ value: name, name });
const ofSecurity = { table: 'sn_si_incident', number: 'SIR0010007' };

/** What a message means, in a word. */
function meaningOf(changes: Record<string, unknown>): string {
  const meaning = read(changes);
  if ('ignored' in meaning) return meaning.ignored;
  if (!('event' in meaning)) return 'malformed';
  const word = meaning.event.type === 'Incident Ticket Closed' ? 'closed' : 'reopened';
  return meaning.unlessKnown === undefined ? word : `${word}, if known`;
}

const ROWS: readonly (readonly [row: string, changes: Record<string, unknown>, meaning: string])[] = [
  ['opens', move('In Progress', 'Resolved'), 'closed'],
  [
    'opens, as a security incident that waits for its review',
    { ...ofSecurity, ...move('Analysis', 'Review') },
    'closed',
  ],
  ['reopened', move('Resolved', 'In Progress'), 'reopened'],
  ['reopened, as a security incident', { ...ofSecurity, ...move('Review', 'Analysis') }, 'reopened'],
  ['resolved then closed by a robot', { ...move('Resolved', 'Closed'), sys_updated_by: 'system' }, 'NoStatusChange'],
  ['reviewed then closed', { ...ofSecurity, ...move('Review', 'Closed, security') }, 'NoStatusChange'],
  ['closed, reopened, closed', { ...move('In Progress', 'Closed'), sys_mod_count: '15' }, 'closed'],
  // Its details say that it was cancelled: no record opens.
  ['cancelled', move('In Progress', 'Canceled'), 'closed'],
  [
    'cancelled, as a security incident: the number is that of Closed in the other table',
    { ...ofSecurity, ...move('Analysis', 'Cancelled, security') },
    'closed',
  ],
  ['duplicate', { ...move('In Progress', 'Closed'), close_code: code('Duplicate') }, 'closed'],
  [
    'false positive',
    { ...ofSecurity, ...move('Analysis', 'Closed, security'), close_code: code('False positive') },
    'closed',
  ],
  // Merged: ServiceNow makes the other one its parent and closes this one, which is the row "duplicate".
  ['confidential', { ...ofSecurity, ...move('Analysis', 'Closed, security') }, 'closed'],
  ['other category out of scope', { category: code('Network') }, 'UnknownProject'],
  ['other table out of scope', { table: 'problem' }, 'UnknownProject'],
  // The rule tells of changes of state and close code alone; whoever changed it tells this of a comment.
  ['comment while closed', move('Closed', 'Closed'), 'NoStatusChange'],
  ['closed again after nothing to review', move('Canceled', 'Closed'), 'closed'],
  [
    'closed again after nothing to review, by another close code',
    { ...move('Closed', 'Closed'), close_code_before: code('Duplicate') },
    'closed',
  ],
  ['opened again after nothing to review', move('Canceled', 'In Progress'), 'reopened, if known'],
  ['new and closed at once', { state: { to: '7', to_name: 'Closed' } }, 'closed'],
  ['new', { state: { to: '1', to_name: 'New' } }, 'reopened, if known'],
];

describe('what a change in ServiceNow means', () => {
  it.each(ROWS)('%s', (_row, changes, meaning) => {
    expect(meaningOf(changes)).toBe(meaning);
  });

  it('is nothing that a deletion tells: no rule runs then, and the sweep is not shown it any more', () => {
    expect(() => webhook.read({ ...resolvedChange(), state: undefined }, NOW)).toThrow();
  });

  it('is the same when it is told out of order: each message says what was before it', () => {
    const [closed, reopened] = [
      read({ ...move('In Progress', 'Resolved'), sys_mod_count: '11' }),
      read({ ...move('Resolved', 'In Progress'), sys_mod_count: '12', sys_updated_on: '2026-11-21 09:59:30' }),
    ];
    expect([reopened, closed]).toMatchObject([
      { event: { data: { reopenedAt: '2026-11-21T09:59:30.000Z' } } },
      { event: { data: { closedAt: AT } } },
    ]);
  });

  it('is an event with the id, the number and the time in UTC', () => {
    const ticket = {
      source: 'servicenow',
      site: SERVICENOW_SITE,
      ticketId: '9d385017c611228701d22104cc95c371',
      key: 'INC0000039',
    };
    expect(read()).toEqual({ event: { type: 'Incident Ticket Closed', data: { ticket, closedAt: AT } } });
  });

  it('is one delivery however often it is told, and another after the next change', () => {
    const names = [
      resolvedChange(),
      resolvedChange({ short_description: 'Phished' }),
      resolvedChange({ sys_mod_count: 11 }),
    ].map((message) => webhook.identityIn(message, undefined));
    const next = webhook.identityIn(resolvedChange({ sys_mod_count: '12' }), undefined);
    expect([new Set(names).size, names.includes(next), webhook.identityIn({}, undefined)]).toEqual([
      1,
      false,
      undefined,
    ]);
  });

  it('is of no other instance', () => {
    expect(read({ instance: 'other.service-now.com' })).toEqual({ ignored: 'UnknownSite' });
  });

  it('is malformed from the future', () => {
    expect(read({ sys_updated_on: '2027-11-21 09:59:00' })).toEqual({
      malformed: expect.stringContaining('in the future'),
    });
  });
});

describe('a state of ServiceNow', () => {
  const { incident, sn_si_incident: security } = ACME.tables;
  const seen = (state: string, name: string | undefined) => ({ state, name, closeCode: [] });
  const inIncidents = (state: string, name?: string) => incident && stateInTable(seen(state, name), incident.states);
  const inSecurity = (state: string, name?: string) => security && stateInTable(seen(state, name), security.states);

  it('counts with its number and its name together: 7 is Closed in one table and Cancelled in the other', () => {
    expect([inIncidents('7', 'Closed'), inSecurity('7', 'Cancelled'), inIncidents('7', 'Cancelled')]).toEqual([
      'opens',
      'nothing to review',
      'unmapped',
    ]);
  });

  it('is unmapped with a name of another number, in another language, or without a name', () => {
    expect([inIncidents('3', 'Closed'), inIncidents('7', 'Geschlossen'), inIncidents('6'), inSecurity('3')]).toEqual(
      Array.from({ length: 4 }, () => 'unmapped'),
    );
  });

  it('is ignored and counted where it is unmapped, and never guessed', () => {
    expect(meaningOf({ state: { from: '2', from_name: 'In Progress', to: '7', to_name: 'Geschlossen' } })).toBe(
      'UnknownState',
    );
  });

  it('is open with a close code that stayed from the closure before', () => {
    expect(meaningOf({ ...move('Resolved', 'In Progress'), close_code: code('Duplicate') })).toBe('reopened');
  });

  it('cannot be configured by a close code alone', () => {
    const states = { nothingToReview: [{ closeCode: ['Duplicate'] }] };
    const servicenow = { acme: { site: SERVICENOW_SITE, tables: { incident: { states } } } };
    expect(() => parseConfig({ incidents: { servicenow } })).toThrow(
      'expected a state or a name beside each closeCode',
    );
  });
});

describe('a time of ServiceNow', () => {
  it('is in UTC, without saying so', () => {
    expect([utcOf('2026-09-06 16:00:00'), utcOf(''), utcOf('2026-02-30 16:00:00'), utcOf('06/09/2026 16:00')]).toEqual([
      '2026-09-06T16:00:00.000Z',
      ...Array.from({ length: 3 }, () => undefined),
    ]);
  });

  it('is the same there and back', () => {
    mustHold(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (seconds) => {
        const at = new Date(seconds * 1_000).toISOString();
        expect(utcOf(valueOfUtc(at))).toBe(at);
      }),
    );
  });
});

describe('the signature of the script', () => {
  // https://github.com/ServiceNow/ServiceNowDocs, GlideCertificateEncryption.generateMac: its example's key and text, without our timestamp.
  it('is what generateMac answers', () => {
    const proof = { header: 'mac', prefix: '', encoding: 'base64', signed: ['body'] } as const;
    const headers = { mac: '4VWUI48lJvmGSF6MYmOVWA9c0hfu55Ur+3e+fUFFFr4=' };
    const outcome = prove(proof, { body: Buffer.from('sample_data'), headers }, ['sample_key']);
    expect(outcome).toMatchObject({ isProven: true });
  });
});

const samples = referenceData('data/webhooks/');

describe.each(samples === undefined ? [] : [samples])('reference samples of the script', () => {
  const sample = (name: string) => JSON.parse(readFileSync(new URL(name, samples), 'utf8'));
  const later = '2026-09-06T16:01:00.000Z';

  it('mean nothing for certain without the names of the states', () => {
    for (const name of ['servicenow-rule-incident-resolved.json', 'servicenow-rule-sir-closed.json']) {
      expect(webhook.read({ ...sample(name), close_code: undefined }, later)).toEqual({ ignored: 'UnknownState' });
    }
  });

  it('are a closure with them', () => {
    const resolved = sample('servicenow-rule-incident-resolved.json');
    const closed = sample('servicenow-rule-sir-closed.json');
    const named = [
      { ...resolved, state: { ...resolved.state, from_name: 'In Progress', to_name: 'Resolved' } },
      { ...closed, state: { ...closed.state, from_name: 'Contain', to_name: 'Closed' } },
    ];
    for (const message of named) {
      expect(webhook.read(message, later)).toMatchObject({ event: { data: { closedAt: '2026-09-06T16:00:00.000Z' } } });
    }
  });
});
