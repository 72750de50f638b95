import { describe, expect, it } from 'vitest';
import type { Writing } from '../../../console/record/editing/writing.ts';
import { correctionBegun, factsOf } from '../../../console/record/facts-of.ts';
import type { RecordNow } from '../../../console/record/record-data.ts';

const INCIDENT: RecordNow['incident'] = {
  source: 'jira',
  site: 'example.atlassian.net',
  ticketId: '10044',
  key: 'SEC-44',
  url: 'https://example.atlassian.net/browse/SEC-44',
  title: 'Files encrypted',
  description: '',
  severity: 'high',
  openedAt: '2026-11-19T08:00:00.000Z',
  closedAt: '2026-11-20T08:00:00.000Z',
  people: [{ role: 'reporter', person: { accountId: '1', name: 'Mia Okafor' } }],
  techniques: ['T1486'],
};
const facts = (change: Partial<RecordNow>) =>
  factsOf({ incident: INCIDENT, severity: 'high', corrections: [], ...change } as unknown as RecordNow);

describe('facts of the ticket', () => {
  it('are all that it told, without what it left empty, and nobody wrote them anew at first', () => {
    expect(facts({}).map(({ label, told, now }) => [label, told, now])).toEqual([
      ['Title', 'Files encrypted', undefined],
      ['Severity', 'high', undefined],
      ['Opened', '2026-11-19T08:00:00.000Z', undefined],
      ['Closed', '2026-11-20T08:00:00.000Z', undefined],
      ['Reporter', 'Mia Okafor', undefined],
      ['Technique', 'T1486', undefined],
    ]);
  });

  it('say what is right since, and what was taken back', () => {
    const corrections = [
      { id: 'a', of: 'incident.title', shouldBe: 'Files encrypted on two shares', because: 'more exact' },
      { id: 'b', of: 'incident.techniques.T1486', because: 'it was a test' },
    ];
    const written = facts({ severity: 'critical', corrections }).filter(({ now }) => now !== undefined);
    expect(written.map(({ path, now }) => [path, now])).toEqual([
      ['incident.title', 'Files encrypted on two shares'],
      ['incident.severity', 'critical'],
      ['incident.techniques.T1486', ''],
    ]);
  });

  it('are set right in the correction of them that was begun, and in no other', () => {
    const writing = (path: string, of: string) => ({ setup: { path }, mine: { value: { of } } }) as unknown as Writing;
    const writings = [
      writing('corrections.a', 'incident.title'),
      writing('corrections.new-b', 'incident.openedAt'),
      writing('corrections.new-c', 'incident.title'),
    ];
    const begun = ['corrections.new-b', 'corrections.new-c'];
    expect(['title', 'openedAt', 'closedAt'].map((one) => correctionBegun(`incident.${one}`, begun, writings))).toEqual(
      ['corrections.new-c', 'corrections.new-b', undefined],
    );
  });
});
