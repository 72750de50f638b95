import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rehearse } from '../../../shared/domain/files/import-record.ts';
import type { PostMortemFile } from '../../../shared/domain/files/post-mortem-file.ts';
import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { documentOf, factsOf } from '../../../shared/import/veris/facts.ts';
import { fromVeris } from '../../../shared/import/veris/from-veris.ts';
import { homeOf, VERIS_FIELDS } from '../../../shared/import/veris/veris-fields.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { verisPage } from '../../../tools/veris-page.ts';
import { samplesIn } from '../../support/samples/samples.ts';
import { mustHold } from '../../support/texts/must-hold.ts';
import { aPostMortemId, NOW } from '../../support/world/records.ts';

/** An incident that nobody had, with what is special about VERIS: spans without numbers, two actors, an error. */
const CODED = {
  schema_version: '1.3.7',
  incident_id: 'CODED-1',
  summary: 'A clerk sent a list to the wrong address. The address was sold.',
  reference: 'see https://news.example.com/list; paper',
  action: {
    error: { variety: ['Misdelivery'], vector: ['Carelessness'], notes: 'autocomplete' },
    social: { variety: ['Phishing'], vector: ['Email'], result: ['Infiltrate'], target: ['End-user or employee'] },
  },
  actor: {
    internal: { variety: ['End-user'], motive: ['NA'] },
    external: { variety: ['Organized crime'], motive: ['Financial'], country: ['Unknown'] },
  },
  asset: { assets: [{ variety: 'S - Mail', amount: 1 }, { variety: 'P - End-user' }], cloud: ['NA'] },
  attribute: {
    confidentiality: {
      data: [{ variety: 'Personal', amount: 1_200 }],
      data_disclosure: 'Yes',
      data_victim: ['Customer'],
    },
    availability: { variety: ['Interruption'], duration: { unit: 'Hours', value: 6 } },
  },
  timeline: {
    incident: { year: 2019, month: 6 },
    exfiltration: { unit: 'Minutes' },
    discovery: { unit: 'Days', value: 12 },
    containment: { unit: 'Never' },
  },
  discovery_method: { external: { variety: ['Customer'] } },
  impact: { overall_rating: 'Damaging', overall_amount: 9_000, iso_currency_code: 'EUR' },
  victim: { victim_id: 'A shop', country: ['DE'] },
  plus: { timeline: { notification: { year: 27, month: 6, day: 2017 } }, github: '1333', dbir_year: 2020 },
};

function fileOf(source: unknown): PostMortemFile {
  const [found] = fromVeris(source, DEFAULT_CONFIG.postMortem.categories);
  if (found === undefined || 'faults' in found) throw new Error(JSON.stringify(found));
  return found.file;
}

function recordOf(file: PostMortemFile): PostMortem {
  const by = { kind: 'machine' as const, id: 'import' };
  return rehearse(aPostMortemId(), { file, sha256: sha256('veris'), at: NOW, by }, DEFAULT_CONFIG, sha256);
}

/** Content of the file, from nothing but the record. */
function toldBy({ sections }: PostMortem): unknown {
  const document = documentOf(sections.source?.facts ?? []);
  return { ...Object(document), ...(sections.summary === undefined ? {} : { summary: sections.summary.text }) };
}

describe('an incident coded in VERIS', () => {
  const file = fileOf(CODED);

  it('is a record in our words', () => {
    expect(file).toMatchObject({
      id: 'CODED-1',
      title: 'A clerk sent a list to the wrong address.',
      severity: 'high',
      category: 'phishing',
      tlp: 'CLEAR',
      status: 'closed',
      beganAt: '2019-06-01T00:00:00.000Z',
      endedAt: '2019-06-13T00:00:00.000Z',
      url: 'https://news.example.com/list',
      contributingFactors: [{ kind: 'human factor', statement: expect.stringContaining('Carelessness') }],
      sections: {
        attack: {
          vectors: ['error', 'phishing'],
          actor: { kind: 'internal', variety: 'End-user', motive: 'NA' },
          otherActors: [{ kind: 'external', variety: 'Organized crime', motive: 'Financial' }],
        },
        detection: { how: 'external: Customer', by: { kind: 'customer' }, detectedAt: '2019-06-13T00:00:00.000Z' },
        impact: {
          assets: [
            { name: 'S - Mail', kind: 'server', count: 1 },
            { name: 'P - End-user', kind: 'person' },
          ],
          dataKinds: [{ kind: 'Personal', records: 1_200, isPersonal: true }],
          cost: { amount: 9_000, currency: 'EUR' },
          duration: { from: '2019-06-01T00:00:00.000Z', to: '2019-06-01T06:00:00.000Z' },
        },
      },
    });
  });

  it('says of each time how exactly it is known, and makes none up', () => {
    expect(file.timeline.map(({ at, precision, what }) => [at.slice(0, 10), precision, what])).toEqual([
      ['2019-06-01', 'month', 'The first action of the incident'],
      ['2019-06-01', 'month', 'Data is taken out; the time is not told, only the unit: see the source'],
      ['2019-06-13', 'month', 'The incident is discovered'],
    ]);
  });

  it('takes no date that no calendar has, and keeps it all the same', () => {
    expect([file.notifications, file.sections.source?.facts]).toEqual([
      [],
      expect.arrayContaining([{ name: 'plus.timeline.notification.year', value: '27' }]),
    ]);
  });

  it('can be told again from the record, letter by letter', () => {
    expect(toldBy(recordOf(file))).toEqual(CODED);
  });

  it('is taken with blanks in its free words, and keeps them letter by letter', () => {
    const blank = ' \u200b';
    const source = {
      ...CODED,
      summary: blank,
      discovery_notes: blank,
      impact: { notes: blank },
      actor: { external: { variety: ['Unknown'], motive: [blank], name: [blank] } },
    };
    const { title, sections } = fileOf(source);
    expect([title, sections.summary, sections.attack?.actor, sections.detection?.how]).toEqual([
      'error, social at A shop',
      undefined,
      { kind: 'external', variety: 'Unknown' },
      'external: Customer',
    ]);
    expect(sections.source?.facts).toContainEqual({ name: 'impact.notes', value: blank });
  });

  it('has an asset of unknown kind where VERIS says so, whatever letter it begins with', () => {
    const assets = ['Unknown', 'Other', 'U - Desktop', 'E - Telematics', 'S'].map((variety) => ({ variety }));
    const kinds = fileOf({ ...CODED, asset: { assets } }).sections.impact?.assets?.map(({ kind }) => kind);
    expect(kinds).toEqual(['unknown', 'unknown', 'user device', 'embedded', 'unknown']);
  });

  it.each(['Unknown', undefined, 'Terrible'])('that is rated %s says that its severity is a stand-in', (rating) => {
    const { severity, sections } = fileOf({ ...CODED, impact: rating === undefined ? {} : { overall_rating: rating } });
    expect([severity, sections.impact?.description]).toEqual([
      'medium',
      expect.stringContaining('nobody rated how severe it was, and this record counts it as medium'),
    ]);
  });

  it('that was rated says nothing of a stand-in', () => {
    expect(file.sections.impact?.description).not.toContain('nobody rated');
  });

  it.each(['Misdelivery', 'Publishing error', 'Disposal error', 'Gaffe'])(
    'that is the error "%s" is an accidental disclosure',
    (variety) => {
      expect(fileOf({ ...CODED, action: { error: { variety: [variety] } } }).category).toBe('accidental disclosure');
    },
  );

  it('names the CVEs that were exploited, and those of its free words, each once', () => {
    const action = {
      hacking: { variety: ['Exploit vuln'], cve: 'cve-2021-44228 and CVE-2021-45046' },
      malware: { variety: ['Backdoor'], notes: 'then CVE-2023-34362' },
    };
    const summary = 'They came by CVE-2021-44228. Not by XCVE-2020-11111 or CVE-20-1.';
    const reference = 'https://news.example.com/CVE-2021-45046';
    expect(fileOf({ ...CODED, action, summary, reference }).sections.attack?.vulnerabilities).toEqual([
      { cve: 'CVE-2021-44228', description: 'Exploited by hacking, in the words of VERIS' },
      { cve: 'CVE-2021-45046', description: 'Exploited by hacking, in the words of VERIS' },
      { cve: 'CVE-2023-34362', description: 'Named in the words of the incident' },
    ]);
  });

  it.each([
    { notes: null },
    { notes: 5 },
    { ioc: null },
    { ioc: ['192.0.2.1', null, {}, { indicator: 'x'.repeat(2_001) }, { indicator: 'update.example.net', comment: 7 }] },
    { action: { hacking: { variety: ['DoS'], cve: null } } },
    { action: { hacking: { variety: ['DoS'], cve: ['CVE-2021-44228'] } } },
    { impact: { overall_rating: 'constructor' } },
  ])('is taken with what is odd in it, and keeps that: %j', (odd) => {
    const source = { ...CODED, ...odd };
    expect(toldBy(recordOf(fileOf(source)))).toEqual(source);
  });

  it('names the indicators that can be read', () => {
    const ioc = [{ indicator: '192.0.2.1', comment: 'called home' }, { indicator: 'x'.repeat(2_001) }, 'odd'];
    expect(fileOf({ ...CODED, ioc }).sections.attack?.indicators).toEqual([
      { kind: 'other', value: '192.0.2.1', note: 'called home' },
    ]);
  });

  it('with an empty summary keeps it apart from one that has none', () => {
    const { summary: _, ...without } = CODED;
    expect([toldBy(recordOf(fileOf({ ...CODED, summary: '' }))), toldBy(recordOf(fileOf(without)))]).toEqual([
      { ...CODED, summary: '' },
      without,
    ]);
  });

  it.each([
    [{ year: 2018, month: 2, day: 29 }, 'timeline.incident', '2018-02-29 is no date'],
    [{ year: 2018, month: 13 }, 'timeline.incident', '2018-13 is no date'],
    [{ year: 27, month: 6, day: 2017 }, 'timeline.incident.year', 'expected a year from 1970 on, not 27'],
  ])('that began on %j is refused by that path', (incident, path, message) => {
    const [found] = fromVeris({ ...CODED, timeline: { ...CODED.timeline, incident } }, []);
    expect(found).toMatchObject({ faults: [{ path, message }] });
  });

  it('is refused with the field that is wrong', () => {
    expect(fromVeris([CODED, { ...CODED, timeline: {} }], [])).toMatchObject([
      { place: 'record 1', id: 'CODED-1' },
      { place: 'record 2', faults: [{ path: 'timeline.incident' }] },
    ]);
  });
});

describe('times of VERIS', () => {
  it('are counted in years by the calendar, and are no milestone where only the unit is told', () => {
    const of = (discovery: object) => {
      const [candidate] = fromVeris(
        { ...CODED, timeline: { incident: { year: 2019 }, discovery } },
        DEFAULT_CONFIG.postMortem.categories,
      );
      if (candidate === undefined || !('file' in candidate)) throw new Error(JSON.stringify(candidate));
      return candidate.file.timeline.map(({ at, milestone }) => [at.slice(0, 4), milestone]);
    };
    expect([of({ unit: 'Years', value: 2 }), of({ unit: 'Months' })]).toEqual([
      [
        ['2019', 'began'],
        ['2021', 'detected'],
      ],
      [
        ['2019', 'began'],
        ['2019', undefined],
      ],
    ]);
  });
});

describe('the title of an incident', () => {
  it.each([
    [
      'In July 2014, Example Health Systems, Inc. told that patient data was taken. It was sold.',
      'In July 2014, Example Health Systems, Inc. told that patient data was taken.',
    ],
    ['Example Stores, Inc. Holdings lost tills. They came back.', 'Example Stores, Inc. Holdings lost tills.'],
    ['Tills were taken at Example Stores Inc. The thief was seen.', 'Tills were taken at Example Stores Inc.'],
    ['A clerk of St. Mary Hospital lost a list. Dr. Example found it.', 'A clerk of St. Mary Hospital lost a list.'],
    ['Mail of J. R. Example was read. He noticed.', 'Mail of J. R. Example was read.'],
    [
      'The U.S. Department of Examples was scanned. Nothing came of it.',
      'The U.S. Department of Examples was scanned.',
    ],
    ['Who did it? Nobody knows.', 'Who did it?'],
    ['Version 2.0.1 was attacked on Jan. 5. It fell.', 'Version 2.0.1 was attacked on Jan. 5.'],
    ['A line\nand another. One', 'A line'],
    ['  no full stop  ', 'no full stop'],
  ])('of %j is its first sentence', (summary, title) => {
    expect(fileOf({ ...CODED, summary }).title).toBe(title);
  });
});

describe('docs/veris.md', () => {
  it('is what the code says', () => {
    const page = readFileSync(new URL('../../../docs/veris.md', import.meta.url), 'utf8');
    expect(page, 'run npm run docs').toBe(verisPage());
  });
});

describe('facts', () => {
  it('make the document again, whatever it says', () => {
    const name = fc.stringMatching(/^[a-z][a-z_ -]{0,8}$/).filter((key) => key !== '__proto__');
    const document = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.constantFrom('1', 'true', '', '"x"', '[]'),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    mustHold(
      fc.property(document.value, (value) => {
        expect(documentOf(factsOf(value))).toEqual(value);
      }),
    );
  });
});

const INCIDENTS = samplesIn({ own: 'veris', reference: 'data/vcdb' }, /\.json$/).map(({ name, text }) => ({
  name,
  source: z.unknown().parse(JSON.parse(text)),
}));

describe.each(INCIDENTS)('the incident $name', ({ source }) => {
  it('becomes a record that everybody may see, and can be told again letter by letter', () => {
    const record = recordOf(fileOf(source));
    expect([toldBy(record), record.tlp]).toEqual([source, 'CLEAR']);
  });

  it('has no field of which nobody says where it goes', () => {
    expect(factsOf(source).filter(({ name }) => homeOf(name) === undefined)).toEqual([]);
  });

  it('is found at the home that the list names, in the words of VERIS', () => {
    const file = fileOf(source);
    const all = { ...recordOf(file), timeline: file.timeline };
    const lost = factsOf(source).flatMap(({ name, value }) => {
      const home = homeOf(name)?.home ?? '';
      if (!SAID_AGAIN.includes(home)) return [];
      const told = home.split('.').reduce<unknown>((at, step) => Object(at)[step], all);
      const text = JSON.stringify(told) ?? '';
      const words = String(documentOf([{ name: '', value }]));
      return text.includes(JSON.stringify(words).slice(1, -1)) ? [] : [`${name} = ${value}: ${home} says ${text}`];
    });
    expect(lost).toEqual([]);
  });
});

describe('the incidents at hand', () => {
  it('use every field that the list knows', () => {
    const used = new Set(INCIDENTS.flatMap(({ source }) => factsOf(source).map(({ name }) => homeOf(name)?.field)));
    expect(VERIS_FIELDS.filter(({ field }) => !used.has(field))).toEqual([]);
  });
});

/** Homes that keep the words; the others translate them, or count with them. */
const SAID_AGAIN = [
  'importedFrom.id',
  'sections.source.version',
  'sections.summary.text',
  'sections.attack.description',
  'sections.impact.assets',
  'sections.impact.dataKinds',
  'sections.impact.description',
  'sections.detection.how',
  'contributingFactors',
];
