import { htmlPieces } from '../document/html/render-html.ts';
import { jsonPieces } from '../document/json-pieces.ts';
import { markdownPieces } from '../document/markdown/render-markdown.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { ExportedRecord } from './exported-record.ts';
import { recordDocument } from './record-document.ts';
import { verisIncident } from './veris/veris-incident.ts';

export const EXPORT_FORMATS = ['json', 'markdown', 'html', 'veris'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const FILE_ENDING: Record<ExportFormat, string> = {
  json: 'json',
  markdown: 'md',
  html: 'html',
  veris: 'veris.json',
};

type Rules = Pick<HoldfastConfig, 'postMortem' | 'programs' | 'evidenceSources' | 'jira' | 'teams'>;

/** A record to compute with, to paste, or to read and print. */
export const renderRecord = (exported: ExportedRecord, format: ExportFormat, rules: Rules): string =>
  [...recordPieces(exported, format, rules)].join('');

/** The same, piece by piece: a timeline may be longer than a function has memory for twice. */
export function* recordPieces(exported: ExportedRecord, format: ExportFormat, rules: Rules): Generator<string> {
  switch (format) {
    case 'json':
      yield* jsonPieces(exported.file);
      yield '\n';
      return;
    case 'markdown':
      yield* markdownPieces(recordDocument(exported, rules));
      return;
    case 'html':
      yield* htmlPieces(recordDocument(exported, rules));
      return;
    case 'veris':
      yield* jsonPieces(verisIncident(exported));
      yield '\n';
  }
}
