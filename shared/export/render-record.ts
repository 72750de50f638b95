import { renderHtml } from '../document/html/render-html.ts';
import { renderMarkdown } from '../document/markdown/render-markdown.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { ExportedRecord } from './exported-record.ts';
import { recordDocument } from './record-document.ts';

export const EXPORT_FORMATS = ['json', 'markdown', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const FILE_ENDING: Record<ExportFormat, string> = { json: 'json', markdown: 'md', html: 'html' };

/** A record to compute with, to paste, or to read and print. */
export function renderRecord(
  exported: ExportedRecord,
  format: ExportFormat,
  rules: Pick<HoldfastConfig, 'postMortem' | 'programs' | 'evidenceSources' | 'jira'>,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(exported.file, null, 2)}\n`;
    case 'markdown':
      return renderMarkdown(recordDocument(exported, rules));
    case 'html':
      return renderHtml(recordDocument(exported, rules));
  }
}
