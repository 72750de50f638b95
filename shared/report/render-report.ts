import type { ReportDocument } from '../document/document.ts';
import { renderHtml } from '../document/html/render-html.ts';
import { renderMarkdown } from '../document/markdown/render-markdown.ts';
import { overdueDocument } from './overdue-document.ts';
import type { Report } from './report-data.ts';
import { validationDocument } from './validation-document.ts';

/** The three forms of a report: to read, to paste, to compute with. */
export type RenderedReport = { html: string; markdown: string; json: string };

export function renderReport(report: Report): RenderedReport {
  const document = reportDocument(report);
  return {
    html: renderHtml(document),
    markdown: renderMarkdown(document),
    json: `${JSON.stringify(report, null, 2)}\n`,
  };
}

/** One sentence for the subject of a mail. */
export function summaryLine({ title, headline }: Report): string {
  return `${title}: ${headline}`;
}

/** What a report says, in the order in which it says it. */
export function reportDocument(report: Report): ReportDocument {
  switch (report.kind) {
    case 'overdue':
      return overdueDocument(report);
    case 'validation':
      return validationDocument(report);
  }
}
