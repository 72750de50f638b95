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

  it('is refused with the field that is wrong', () => {
    expect(fromVeris([CODED, { ...CODED, timeline: {} }], [])).toMatchObject([
      { place: 'record 1', id: 'CODED-1' },
      { place: 'record 2', faults: [{ path: 'timeline.incident' }] },
    ]);
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
