import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { exportRecord } from '../../../shared/domain/files/export-record.ts';
import { rehearse } from '../../../shared/domain/files/import-record.ts';
import { PostMortemFile, type PostMortemFileInput } from '../../../shared/domain/files/post-mortem-file.ts';
import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';
import { SECTION_DRAFTS, SECTION_NAMES } from '../../../shared/domain/record/content/sections.ts';
import { inOrder } from '../../../shared/domain/record/content/timeline.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { ExportedRecord } from '../../../shared/export/exported-record.ts';
import { CHAPTER_OF, recordDocument } from '../../../shared/export/record-document.ts';
import { type ExportFormat, renderRecord } from '../../../shared/export/render-record.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { aFile, aFullFile } from '../../support/samples/post-mortem-files.ts';
import { plantWords } from '../../support/texts/plant-words.ts';
import { aPartId, aPostMortemId, NOW } from '../../support/world/records.ts';

const rendered = (input: PostMortemFileInput, format: ExportFormat): string =>
  renderRecord(exportedOf(input), format, DEFAULT_CONFIG);

function exportedOf(input: PostMortemFileInput): ExportedRecord {
  const file = PostMortemFile.parse(input);
  const wanted = { file, sha256: sha256('file'), at: NOW, by: { kind: 'machine' as const, id: 'import' } };
  const record = rehearse(aPostMortemId(), wanted, DEFAULT_CONFIG, sha256);
  const timeline = inOrder(file.timeline.map((entry) => ({ ...entry, id: aPartId() })));
  return { record, file: exportRecord(record, timeline, []), remediations: [] };
}

const section = (page: string, title: string): string => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

/** Fields that the chapters leave to the JSON form: addresses are to be written to, and a page is passed on. */
const LEFT_OUT = ['framework.team[].email'];

describe('a record as a page', () => {
  it.each(SECTION_NAMES)('tells every word of the section "%s" in its chapter', (name) => {
    const words = plantWords();
    const schema: z.ZodType = SECTION_DRAFTS[name];
    const chapters = words.valuesOf(schema, name).map((content) => {
      const exported = exportedOf(aFile({ sections: { [name]: content } }));
      return recordDocument(exported, DEFAULT_CONFIG).sections.find(({ id }) => id === CHAPTER_OF[name]);
    });
    const expected = words.planted().map(({ path }) => path);
    expect(words.foundIn(JSON.stringify(chapters))).toEqual(expected.filter((path) => !LEFT_OUT.includes(path)));
  });

  it('has its mark at the beginning and at the end, and on every page that is printed', () => {
    const page = rendered(aFullFile({ tlp: 'AMBER+STRICT' }), 'html');
    expect(page.split('<p class="marking"><span>TLP:AMBER+STRICT</span></p>')).toHaveLength(3);
    expect(page).toMatch(/@media print \{[^}]*@page[\s\S]*\.marking \{ display: table-header-group;/);
  });

  it.each([
    ['RED', '#ff2b2b'],
    ['AMBER', '#ffc000'],
    ['GREEN', '#33ff00'],
    ['CLEAR', '#ffffff'],
  ] as const)('shows TLP:%s in the ink of TLP 2.0, on black', (tlp, ink) => {
    expect(rendered(aFile({ tlp }), 'html')).toContain(`background: #000; color: ${ink};`);
  });

  it('says until when the risk of a fix is accepted, and how often that was renewed', () => {
    const { file, ...rest } = exportedOf(aFullFile());
    const [recommendation] = file.recommendations;
    if (recommendation === undefined) throw new Error('the file has a recommendation');
    const remediation = { state: 'accepted' as const, ticket: 'ENG-1', acceptedUntil: NOW, renewals: 2 };
    const exported = { ...rest, file: { ...file, recommendations: [{ ...recommendation, remediation }] } };
    expect(renderRecord(exported, 'markdown', DEFAULT_CONFIG)).toMatch(/ENG-1 .*accepted.* until .*, renewed 2 times/);
  });

  it('asks nothing of the network and escapes what people wrote', () => {
    const page = rendered(
      aFile({ title: '<img src=x onerror=alert(1)> "quoted"', description: '<script>x</script>' }),
      'html',
    );
    expect(page).not.toMatch(/<img|<script/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;quoted&quot;');
  });

  it('tells when it began, was noticed and came to its end, no more exactly than somebody knows', () => {
    const entry = { what: 'Seen', kind: 'action' as const };
    const timeline = [
      { ...entry, at: '2024-03-01T00:00:00.000Z', precision: 'month' as const, milestone: 'began' as const },
      { ...entry, at: '2024-05-03T09:12:00.000Z', milestone: 'detected' as const },
      { ...entry, at: '2024-05-03T10:30:00.000Z', milestone: 'contained' as const },
      { ...entry, at: '2024-05-05T00:00:00.000Z', precision: 'day' as const, milestone: 'recovered' as const },
    ];
    const glance = section(rendered(aFile({ timeline }), 'markdown'), 'At a glance');
    const lines = glance
      .split('\n')
      .filter((line) => /Began|Noticed|Contained|Recovered|Unnoticed|From notice/.test(line));
    expect(lines).toEqual([
      '- Began: Mar 2024',
      '- Noticed: 3 May 2024, 09:12 UTC',
      '- Contained: 3 May 2024, 10:30 UTC',
      '- Recovered: 5 May 2024',
      '- Unnoticed for: about 2 months',
      '- From notice to containment: 1 hour 18 minutes',
      '- From notice to recovery: about 2 days',
    ]);
  });

  it('says of a span no more than what is known: its ends may lie in the same month', () => {
    const at = (began: string, precision: 'month' | 'year', detected: string) => {
      const entry = { what: 'Seen', kind: 'action' as const };
      const timeline = [
        { ...entry, at: began, precision, milestone: 'began' as const },
        { ...entry, at: detected, milestone: 'detected' as const },
      ];
      return /Unnoticed for: (.+)/.exec(section(rendered(aFile({ timeline }), 'markdown'), 'At a glance'))?.[1];
    };
    expect([
      at('2024-03-15T00:00:00.000Z', 'month', '2024-03-03T09:12:00.000Z'),
      at('2024-01-01T00:00:00.000Z', 'year', '2024-09-03T09:12:00.000Z'),
      at('2024-03-15T00:00:00.000Z', 'month', '2024-01-03T09:12:00.000Z'),
    ]).toEqual(['less than a month', 'less than a year', undefined]);
  });

  it('has, of a false positive, no chapters of causes that nobody looked for', () => {
    const sections = { detection: { how: 'By the alarm.', whyFalsePositive: 'The scanner had a new address.' } };
    const page = rendered(aFile({ kind: 'false positive', sections }), 'markdown');
    expect(page).not.toMatch(/Why it happened|What has to change/);
    expect(page).toContain('The scanner had a new address.');
  });

  it('shows of a review of a period its figures beside its summary, and its records, and nothing of a ticket', () => {
    const covered = aPostMortemId();
    const period = { from: '2024-04-01T00:00:00.000Z', to: '2024-07-01T00:00:00.000Z' };
    const sections = { summary: { text: 'A quiet quarter, but for one campaign.' } };
    const exported = exportedOf(aFile({ sections }));
    const record: PostMortem = {
      ...exported.record,
      kind: 'periodic review',
      scope: { ...period, covers: [covered] },
      incident: { ...exported.record.incident, description: 'Records that were opened in the period: 1.' },
    };
    const page = renderRecord({ ...exported, record }, 'markdown', DEFAULT_CONFIG);
    const looksAt = section(page, 'What it looks at');
    expect(looksAt).toContain('Records that were opened in the period: 1.');
    expect(looksAt).toContain(covered);
    expect(section(page, 'Summary')).toContain('A quiet quarter');
    expect(page).not.toMatch(/Ticket opened|Ticket closed/);
  });

  it('gives human and procedural causes the place that technical ones have, even when there are none', () => {
    const why = section(rendered(aFile(), 'markdown'), 'Why it happened');
    expect(why.match(/### Root causes: \w+\n\nNo \w+ root cause was named\./g)).toEqual([
      '### Root causes: human\n\nNo human root cause was named.',
      '### Root causes: procedural\n\nNo procedural root cause was named.',
      '### Root causes: technical\n\nNo technical root cause was named.',
    ]);
  });

  it('says why there is no human cause when somebody looked', () => {
    const sections = { humanFactor: { consideredNoneBecause: 'Nobody had a choice that would have changed it.' } };
    expect(section(rendered(aFile({ sections }), 'markdown'), 'Why it happened')).toContain(
      '### Root causes: human\n\nNobody had a choice that would have changed it.',
    );
  });

  it('lists recommendations by rank, with their quadrant and how they stand', () => {
    const table = section(rendered(aFullFile(), 'markdown'), 'What has to change').split('\n');
    expect(table.filter((line) => line.startsWith('| ')).slice(2)).toEqual([
      '| Filter look-alike domains | 20 (5 × 4) | quick win | messaging | MSG-7 verified on 20 Jun 2024, 00:00 UTC |',
      '| Rewrite the runbook | 10 (2 × 5) | fill-in | security | declined |',
    ]);
  });

  it('says until when an author wants a recommendation that is not approved yet', () => {
    const [approved, declined] = aFullFile().recommendations ?? [];
    if (approved === undefined || declined === undefined) throw new Error('the full file has two recommendations');
    const dueAt = '2024-06-01T00:00:00.000Z';
    const proposed = { ...declined, status: 'proposed' as const, dueAt };
    const page = section(
      rendered(aFullFile({ recommendations: [approved, proposed] }), 'markdown'),
      'What has to change',
    );
    expect(page.match(/Wanted until.*/g)).toEqual([expect.stringContaining('1 Jun 2024, 00:00 UTC')]);
  });

  it('tells no time more exactly than it is known', () => {
    const at = '2013-06-01T00:00:00.000Z';
    const timeline: PostMortemFileInput['timeline'] = [
      ...(['year', 'month', 'day', 'hour', 'minute'] as const).map((precision) => ({
        ...{ at, precision, what: 'It', kind: 'action' as const },
      })),
    ];
    const rows = section(rendered(aFile({ timeline }), 'markdown'), 'Timeline').match(/^\| [^W-][^|]*/gm);
    expect(rows?.map((row) => row.slice(2).trim())).toEqual([
      '2013',
      'Jun 2013',
      '1 Jun 2013',
      'about 1 Jun 2013, 00:00 UTC',
      '1 Jun 2013, 00:00 UTC',
    ]);
  });

  it('makes no link of an indicator', () => {
    const attack = {
      vectors: ['phishing' as const],
      indicators: [{ kind: 'URL' as const, value: 'https://evil.example.com/login' }],
    };
    expect(rendered(aFile({ sections: { attack } }), 'html')).toContain('hxxps://evil[.]example[.]com/login');
  });

  it('says how complete it is and what is missing', () => {
    const page = rendered(aFullFile(), 'markdown');
    expect(page).toContain('- Completeness: **76 %** (10 of 13 things)');
    expect(section(page, 'What is missing')).toContain('propose a recommendation that answers the root cause');
  });

  it('is a file of its own format as JSON', () => {
    expect(PostMortemFile.safeParse(JSON.parse(rendered(aFullFile(), 'json'))).success).toBe(true);
  });
});
