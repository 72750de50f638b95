import { describe, expect, it } from 'vitest';
import { exportRecord } from '../../../shared/domain/files/export-record.ts';
import { rehearse } from '../../../shared/domain/files/import-record.ts';
import { PostMortemFile, type PostMortemFileInput } from '../../../shared/domain/files/post-mortem-file.ts';
import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';
import { inOrder } from '../../../shared/domain/record/content/timeline.ts';
import { type ExportFormat, renderRecord } from '../../../shared/export/render-record.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { aFile, aFullFile } from '../../support/post-mortem-files.ts';
import { aPartId, aPostMortemId, NOW } from '../../support/records.ts';

function rendered(input: PostMortemFileInput, format: ExportFormat): string {
  const file = PostMortemFile.parse(input);
  const wanted = { file, sha256: sha256('file'), at: NOW, by: { kind: 'machine' as const, id: 'import' } };
  const record = rehearse(aPostMortemId(), wanted, DEFAULT_CONFIG, sha256);
  const timeline = inOrder(file.timeline.map((entry) => ({ ...entry, id: aPartId() })));
  return renderRecord({ record, file: exportRecord(record, timeline, []), remediations: [] }, format, DEFAULT_CONFIG);
}

const section = (page: string, title: string): string => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

describe('a record as a page', () => {
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

  it('asks nothing of the network and escapes what people wrote', () => {
    const page = rendered(
      aFile({ title: '<img src=x onerror=alert(1)> "quoted"', description: '<script>x</script>' }),
      'html',
    );
    expect(page).not.toMatch(/<img|<script/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;quoted&quot;');
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
    expect(page).toContain('- Completeness: **81 %** (9 of 11 things)');
    expect(section(page, 'What is missing')).toContain('propose a recommendation that answers the root cause');
  });

  it('is a file of its own format as JSON', () => {
    expect(PostMortemFile.safeParse(JSON.parse(rendered(aFullFile(), 'json'))).success).toBe(true);
  });
});
