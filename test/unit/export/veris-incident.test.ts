import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportRecord } from '../../../shared/domain/files/export-record.ts';
import { rehearse } from '../../../shared/domain/files/import-record.ts';
import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { verisIncident } from '../../../shared/export/veris/veris-incident.ts';
import { spanOf } from '../../../shared/export/veris/veris-spans.ts';
import { fromVeris } from '../../../shared/import/veris/from-veris.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { mustHold } from '../../support/texts/must-hold.ts';
import { aPartId, aPostMortemId, aRecommendation, aRecord, NOW } from '../../support/world/records.ts';

type Entry = Parameters<typeof exportRecord>[1][number];
const AT = '2026-11-19T08:12:00.000Z';
const entry = (at: string, kind: Entry['kind']): Entry => ({ id: aPartId(), at, what: 'Seen', kind, origin: 'person' });

const RECORD: PostMortem = {
  ...aRecord(),
  category: 'phishing',
  severity: 'high',
  sections: {
    summary: { text: 'Two people entered their passwords on a false sign-in page.' },
    impact: {
      description: 'Two mailboxes could be read for 52 minutes.',
      confidentiality: { rating: 'moderate', description: 'Mails of two people' },
      integrity: { rating: 'none' },
      availability: { rating: 'low' },
      assets: [
        { name: 'mail.example.com', kind: 'server', count: 2 },
        { name: 'the directory', kind: 'Server', count: 1 },
        { name: 'U - Laptop' },
        { name: 'what nobody knows', kind: 'constructor' },
      ],
      services: ['mail'],
      dataKinds: [{ kind: 'credentials', records: 2 }, { kind: 'e-mail', records: 2_400, isPersonal: true }, 'letters'],
      cost: { amount: 1_200.5, currency: 'EUR' },
    },
    attack: {
      vectors: ['phishing', 'valid accounts', 'exploited vulnerability', 'loss or theft'],
      vulnerabilities: [{ cve: 'CVE-2026-10001', description: 'In the portal' }],
      techniques: [{ id: 'T1566.002' }],
      actor: { kind: 'external', variety: 'organized crime, a gang', motive: 'Financial', name: 'TA-9' },
      otherActors: [{ kind: 'internal', motive: 'Grudge', name: 'nobody' }],
      indicators: [{ kind: 'domain', value: 'examp1e.com', note: 'one letter away' }],
    },
    detection: { how: 'A recipient asked.', by: { kind: 'own staff' }, detectedAt: '2026-11-19T09:27:00.000Z' },
    response: { procedures: [], containment: { description: 'Passwords were reset.', at: '2026-11-21T12:00:00.000Z' } },
  },
  rootCauses: [
    { id: aPartId(), kind: 'technical', statement: 'No filter looks at new domains.', whys: [] },
    { id: aPartId(), kind: 'human', statement: 'Nobody had seen a false page.', whys: [] },
  ],
  recommendations: [
    aRecommendation({ title: 'Quarantine look-alike domains' }),
    aRecommendation({ title: 'Tell nobody of this', status: 'declined' }),
  ],
};
const TIMELINE = [entry(AT, 'attacker'), entry('2026-11-19T09:30:00.000Z', 'detection')];
const veris = (record: PostMortem, timeline = TIMELINE) =>
  Object(verisIncident({ record, file: exportRecord(record, timeline, []), remediations: [] }));

describe('a record in VERIS', () => {
  it('has what the record says, in the words of VERIS', () => {
    const { schema_version, incident_id: _, ...told } = veris(RECORD);
    expect(schema_version).toBe('1.4.1');
    expect(told).toMatchObject({
      security_incident: 'Confirmed',
      timeline: {
        incident: { year: 2026, month: 11, day: 19 },
        discovery: { unit: 'Minutes', value: 75 },
        containment: { unit: 'Days', value: 2 },
      },
      actor: {
        external: { variety: ['Organized crime'], motive: ['Financial'], name: ['TA-9'], notes: 'a gang' },
        internal: { variety: ['Unknown'], motive: ['Grudge'] },
      },
      action: {
        social: { variety: ['Phishing'], vector: ['Unknown'], target: ['Unknown'] },
        hacking: { variety: ['Use of stolen creds', 'Exploit vuln'], vector: ['Unknown'], cve: 'CVE-2026-10001' },
        error: { variety: ['Loss'], vector: ['Unknown'] },
      },
      asset: {
        assets: [{ variety: 'S - Unknown', amount: 3 }, { variety: 'U - Unknown' }, { variety: 'Unknown' }],
      },
      attribute: {
        confidentiality: {
          data: [{ variety: 'Credentials', amount: 2 }, { variety: 'Personal', amount: 2_400 }, { variety: 'Other' }],
          data_total: 2_402,
          notes: 'Mails of two people',
        },
        availability: { variety: ['Unknown'] },
      },
      discovery_method: { internal: { variety: ['Reported by employee'] } },
      impact: { overall_rating: 'Damaging', overall_amount: 1_200.5, iso_currency_code: 'EUR' },
      control_failure: 'No filter looks at new domains.',
      corrective_action: 'Quarantine look-alike domains',
      ioc: [{ indicator: 'examp1e.com', comment: 'one letter away' }],
    });
    expect(told.attribute.integrity).toBeUndefined();
  });

  it('says "Unknown" where nobody wrote anything, and names neither the ticket nor its address', () => {
    const bare = veris(aRecord(), []);
    expect(bare).toMatchObject({
      actor: { unknown: { notes: 'The record does not say who.' } },
      action: { unknown: { notes: 'The record does not say how.' } },
      asset: { assets: [{ variety: 'Unknown' }], cloud: ['Unknown'] },
      discovery_method: { unknown: true },
    });
    const { url, key, site } = aRecord().incident;
    const text = JSON.stringify(veris(RECORD));
    const named = [url, key, site, 'mail.example.com', 'the directory', 'what nobody knows', 'nobody'];
    expect(named.filter((word) => text.includes(word))).toEqual([]);
  });

  it('has the times of the milestones, no finer than they are known, and not those of the ticket', () => {
    const milestones = [
      { entry: aPartId(), milestone: 'began' as const, at: '2026-03-01T00:00:00.000Z', precision: 'month' as const },
      { entry: aPartId(), milestone: 'detected' as const, at: '2026-11-19T00:00:00.000Z', precision: 'day' as const },
      { entry: aPartId(), milestone: 'contained' as const, at: '2026-11-23T00:00:00.000Z' },
    ];
    expect(veris({ ...RECORD, milestones }).timeline).toEqual({
      incident: { year: 2026, month: 3 },
      discovery: { unit: 'Months', value: 9 },
      containment: { unit: 'Days', value: 4 },
    });
  });

  it('may be a false positive, of which VERIS has a word', () => {
    const out = veris({ ...RECORD, kind: 'false positive' });
    const [candidate] = fromVeris(out, DEFAULT_CONFIG.postMortem.categories);
    const kind = candidate !== undefined && 'file' in candidate ? candidate.file.kind : undefined;
    expect([out.security_incident, out.impact.overall_rating, kind]).toEqual([
      'False positive',
      'Insignificant',
      'false positive',
    ]);
  });

  it('is taken again by the import, and says the same there', () => {
    const [candidate] = fromVeris(veris(RECORD), DEFAULT_CONFIG.postMortem.categories);
    if (candidate === undefined || 'faults' in candidate) throw new Error(JSON.stringify(candidate));
    const by = { kind: 'machine' as const, id: 'import' };
    const wanted = { file: candidate.file, sha256: candidate.sha256, at: NOW, by };
    const again = rehearse(aPostMortemId(), wanted, DEFAULT_CONFIG, sha256);
    expect([
      again.severity,
      again.sections.summary,
      again.sections.attack?.vulnerabilities.map(({ cve }) => cve),
    ]).toEqual(['high', RECORD.sections.summary, ['CVE-2026-10001']]);
    expect(new Set(again.sections.attack?.vectors)).toEqual(
      new Set(['phishing', 'valid accounts', 'exploited vulnerability', 'error']),
    );
    // And what came from VERIS goes out as it came.
    expect(verisIncident({ record: again, file: exportRecord(again, [], []), remediations: [] })).toEqual(
      veris(RECORD),
    );
  });

  it('goes by what was set right: the time, the title, and an entry of the ticket', () => {
    const of = (fact: string, shouldBe: string) => ({
      id: aPartId(),
      of: fact,
      shouldBe,
      because: 'The log shows it.',
    });
    const corrections = [
      of('incident.openedAt', '2025-03-04T00:00:00.000Z'),
      of('incident.title', 'Payroll was redirected'),
    ];
    const bare = veris({ ...aRecord(), corrections }, []);
    expect([bare.summary, bare.timeline.incident]).toEqual([
      'Payroll was redirected',
      { year: 2025, month: 3, day: 4 },
    ]);
    const [told, later] = [entry(AT, 'attacker'), entry('2026-11-20T10:00:00.000Z', 'attacker')];
    const { timeline } = veris(aRecord(), [told, { ...later, corrects: { at: told.at, id: told.id } }]);
    expect(timeline.incident).toEqual({ year: 2026, month: 11, day: 20 });
  });

  const IMPORTED = { format: 'veris', id: 'X', sha256: 'a'.repeat(64), at: NOW };
  it.each([
    [[{ name: 'a[', value: 'x' }]],
    [[{ name: '[', value: 'x' }]],
    [[{ name: '.', value: 'x' }]],
    [[{ name: 'a[abc]', value: 'x' }]],
    [[1, 2].map((value) => ({ name: 'twice', value: String(value) }))],
    [['a', 'a.b'].map((name) => ({ name, value: 'x' }))],
    [['[0]', '[1]'].map((name) => ({ name, value: 'x' }))],
    [[]],
  ])('is told in our words where somebody wrote facts that are no incident: %j', (facts) => {
    const written = { ...RECORD, sections: { ...RECORD.sections, source: { vocabulary: 'VERIS', facts } } };
    const imported = { ...written, importedFrom: IMPORTED };
    expect([veris(written).incident_id, veris(imported).incident_id]).toEqual([RECORD.id, RECORD.id]);
  });

  it.each(['exercise', 'periodic review'] as const)('is refused for a record of the kind %s', (kind) => {
    expect(() => veris({ ...RECORD, kind })).toThrow(`this record is of the kind "${kind}"`);
  });

  it('has spans that come back within half of their unit, and none that are finer than what is known', () => {
    const UNIT_MS: Record<string, number> = { Minutes: 6e4, Hours: 36e5, Days: 864e5, Months: 2592e6, Years: 31536e6 };
    const precision = fc.constantFrom(
      'minute' as const,
      'hour' as const,
      'day' as const,
      'month' as const,
      'year' as const,
    );
    mustHold(
      fc.property(fc.integer({ min: 0, max: 10 * 31_536_000 }), precision, precision, (seconds, from, to) => {
        const at = new Date(Date.parse(AT) + seconds * 1_000).toISOString();
        const span = spanOf({ at: AT, precision: from }, { at, precision: to });
        const ms = UNIT_MS[span?.unit ?? ''] ?? Number.NaN;
        expect(Math.abs((span?.value ?? 0) * ms - seconds * 1_000)).toBeLessThanOrEqual(ms / 2);
        const coarsest = [from, to].includes('year') ? 'Years' : [from, to].includes('month') ? 'Months' : undefined;
        if (coarsest === 'Years') expect(span?.unit).toBe('Years');
        if (coarsest === 'Months') expect(['Months', 'Years']).toContain(span?.unit);
      }),
    );
    expect(spanOf({ at, precision: 'minute' }, { at: AT, precision: 'minute' })).toBeUndefined();
  });
});
const at = '2026-11-20T00:00:00.000Z';
