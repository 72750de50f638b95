import { describe, expect, it } from 'vitest';
import { drawnReport } from '../../../shared/report/drawn-report.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { renderReport, reportDocument, summaryLine } from '../../../shared/report/render-report.ts';
import { Report } from '../../../shared/report/report-data.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { ACME_WEEK } from './acme-week.ts';
import { failing, outcome, passing, remediation, reportInput } from './report-factory.ts';

const WEEK = [overdueReport(ACME_WEEK), validationReport(ACME_WEEK)];

describe('a rendered report', () => {
  it.each(WEEK)('is, as JSON, the $kind report itself', (report) => {
    expect(Report.parse(JSON.parse(renderReport(report).json))).toEqual(report);
  });

  it.each(WEEK)('reaches whoever draws it themselves whole ($kind)', (report) => {
    expect(drawnReport(report)).toEqual(reportDocument(report));
  });

  it.each(WEEK)('tells every $kind fix in every form', (report) => {
    const { html, markdown } = renderReport(report);
    const keys = [...new Set(JSON.stringify(report).match(/ENG-\d+/g))];
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !html.includes(`/browse/${key}"`) || !markdown.includes(`/browse/${key})`))).toEqual(
      [],
    );
  });

  it.each(WEEK)('asks nothing of the network and runs nothing ($kind)', (report) => {
    const { html } = renderReport(report);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|src=|url\((?!#)|\son\w+=/i);
  });

  it.each(WEEK)('is a page with one heading, landmarks and headed tables ($kind)', (report) => {
    const { html } = renderReport(report);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html.match(/<h1>|<main>|<header>|<footer>/g)).toEqual(['<header>', '<h1>', '<main>', '<footer>']);
    expect(html.match(/<th(?![^>]*scope=)[ >]/g)).toBeNull();
    expect(html.match(/<svg(?![^>]*(aria-label|aria-hidden)=)/g)).toBeNull();
  });

  it('gives the answer in one sentence for a mail', () => {
    expect(WEEK.map(summaryLine)).toEqual([
      'Security lessons: 1 notification, 4 remediations, 1 post-mortem and 1 lesson are overdue; 1 accepted risk has run out; 1 notification is due soon.',
      'Security lessons: 2 of 7 fixes proven, 2 did not hold, 2 lack evidence, 4 remediations overdue.',
    ]);
  });

  it('says plainly that there is nothing to say', () => {
    const { html, markdown } = renderReport(overdueReport(reportInput()));
    expect(html).toContain('<h1>Nothing is overdue.</h1>');
    expect(html).not.toContain('<table');
    expect(markdown).toContain('**Nothing is overdue.**');
  });

  it('shows failures with their evidence open, and proof on request', () => {
    const at = '2026-11-20T10:00:00.000Z';
    const outcomes = [
      outcome('Remediation Ineffective', at, { number: 1 }, [failing('waf-12', at)]),
      outcome('Remediation Verified', at, { number: 2 }, [passing('waf-13', at)]),
    ];
    const { html } = renderReport(validationReport(reportInput({ outcomes })));
    expect(html.match(/<details.*>\n<summary>Evidence<span class="unseen"> for [^<]+/g)).toEqual([
      '<details open>\n<summary>Evidence<span class="unseen"> for ENG-1',
      '<details>\n<summary>Evidence<span class="unseen"> for ENG-2',
    ]);
  });

  it('speaks of seconds where a deadline is seconds', () => {
    const overdue = [remediation({ number: 1, dueAt: '2026-11-23T06:59:48.000Z' })];
    expect(renderReport(overdueReport(reportInput({ overdue }))).html).toContain('>12 seconds late<');
  });
});

describe('a long report', () => {
  const overdue = Array.from({ length: 503 }, (_, index) => remediation({ number: index + 1 }));
  const report = overdueReport(reportInput({ overdue }));
  const { html, markdown, json } = renderReport(report);
  const more = 'And 3 more: the first 500 are shown here, all are in the JSON form of this report.';

  it('shows the first 500 rows, says how many more there are and where', () => {
    expect(html.match(/<th role="rowheader" scope="row">/g)).toHaveLength(500);
    expect(markdown.match(/^\| \[ENG-/gm)).toHaveLength(500);
    expect([html.includes(more), markdown.includes(more)]).toEqual([true, true]);
  });

  it('keeps every row as JSON', () => {
    expect(json.match(/"key": "ENG-/g)).toHaveLength(503);
  });

  it('adds the smaller teams up in its chart', () => {
    const teams = Array.from({ length: 20 }, (_, index) =>
      remediation({ number: index + 1, ownerTeam: `Team ${index + 10}` }),
    );
    const page = renderReport(overdueReport(reportInput({ overdue: teams }))).html;
    expect(page.match(/<span class="label">/g)).toHaveLength(12);
    expect(page).toContain('aria-label="9 other teams: 9 high"');
  });
});
