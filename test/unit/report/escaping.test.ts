import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineLink } from '../../../shared/document/document.ts';
import { html } from '../../../shared/document/html/html.ts';
import { linkHtml } from '../../../shared/document/html/inline.ts';
import { linkMarkdown, textMarkdown } from '../../../shared/document/markdown/markdown-text.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { renderReport } from '../../../shared/report/render-report.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { mustHold } from '../../support/texts/must-hold.ts';
import {
  accepted,
  failing,
  lessonDuty,
  notificationDuty,
  outcome,
  remediation,
  reportInput,
  review,
} from './report-factory.ts';

const AT = '2026-11-20T10:00:00.000Z';

/** Both reports with the same text wherever somebody outside can put one. */
function renderedWith(text: string): { html: string; markdown: string }[] {
  const [head] = [review({ number: 5 })];
  const named = { title: text, ownerTeam: `Team ${text}`, key: 'ENG-1' };
  const failure = { ...failing('waf-12', AT, undefined, text), because: text };
  const input = reportInput({
    title: text,
    overdue: [remediation({ number: 1, ...named })],
    acceptances: [accepted({ number: 2, ...named, until: AT, reason: text, compensatingControl: text })],
    reviews: [{ ...head, incident: { ...head.incident, title: text, key: `S${text}` } }],
    lessons: [lessonDuty({ number: 6, what: text, ownerTeam: text })],
    notifications: [notificationDuty({ number: 7, what: text })],
    outcomes: [outcome('Remediation Ineffective', AT, { number: 3, ...named }, [failure])],
  });
  return [overdueReport(input), validationReport(input)].map(renderReport);
}

/** The markup alone. Attributes that carry data are emptied: what counts is that they end where they should. */
const markupOf = (page: string): string[] => (page.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

/** Lines with the cells that they have: unescaped pipes. */
const shapeOf = (markdown: string): number[] =>
  markdown.split('\n').map((line) => line.match(/(?<!\\)\|/g)?.length ?? 0);

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '|', '`', '\\', '\n', '\r', '[', ']', '(', ')', 'a', '-', '!'),
  }),
);

describe('text of anybody’s', () => {
  it('never becomes markup of the page', () => {
    const [overdue, validation] = renderedWith('x').map((page) => markupOf(page.html));
    mustHold(
      fc.property(hostile, (text) => {
        expect(renderedWith(text).map((page) => markupOf(page.html))).toEqual([overdue, validation]);
      }),
      { runs: 150 },
    );
  });

  it('never becomes a line, a cell or HTML of the Markdown', () => {
    const shapes = renderedWith('x').map((file) => shapeOf(file.markdown));
    mustHold(
      fc.property(hostile, (text) => {
        const files = renderedWith(text).map((file) => file.markdown);
        expect(files.map(shapeOf)).toEqual(shapes);
        expect(files.filter((file) => file.includes('<'))).toEqual([]);
      }),
      { runs: 150 },
    );
  });

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a" onmouseover="x', 'a&quot; onmouseover=&quot;x'],
    ["R&D's", 'R&amp;D&#39;s'],
  ])('%s is shown in HTML as it was written', (text, escaped) => {
    expect(html`<td title="${text}">${text}</td>`.markup).toBe(`<td title="${escaped}">${escaped}</td>`);
  });

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a | b', 'a \\| b'],
    ['two\nlines', 'two lines'],
    ['`code` and *stars*', '\\`code\\` and \\*stars\\*'],
    ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
    ['back\\|slash', 'back\\\\\\|slash'],
    ['snake_case and _emphasis_', 'snake_case and \\_emphasis\\_'],
    ['R&D &lt;', 'R&D &amp;lt;'],
    ['turned \u202eround', 'turned  round'],
  ])('%s is shown in Markdown as it was written', (text, escaped) => {
    expect(textMarkdown(text)).toBe(escaped);
  });
});

describe('links', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '/browse/ENG-1',
    '',
  ])('%j stays text', (url) => {
    expect([linkHtml(inlineLink('ENG-1', url)).markup, linkMarkdown(inlineLink('ENG-1', url))]).toEqual([
      'ENG-1',
      'ENG-1',
    ]);
  });

  it('lead to the web, and their brackets do not end them', () => {
    const url = 'https://bas.example/runs/(1)|<2>?a="b"';
    expect(linkMarkdown(inlineLink('run', url))).toBe('[run](https://bas.example/runs/%281%29%7C%3C2%3E?a=%22b%22)');
    expect(linkHtml(inlineLink('run', url)).markup).toBe(
      '<a href="https://bas.example/runs/(1)|%3C2%3E?a=%22b%22" rel="noopener noreferrer">run</a>',
    );
  });
});
