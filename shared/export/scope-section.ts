import { inlineLink, type Section } from '../document/document.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import type { ExportedRecord } from './exported-record.ts';
import { prose, section } from './section-parts.ts';

/** Of a review of a period: its figures, and the records that it looks at. Their words are read there, by whoever may. */
export function scopeSection(
  { record: { kind, scope, incident }, coversWithheld = 0 }: Pick<ExportedRecord, 'record' | 'coversWithheld'>,
  postMortem: Parameters<typeof recordUrlOf>[0],
): Section | undefined {
  if (kind !== 'periodic review') return undefined;
  const rows = (scope?.covers ?? []).map((id) => [[inlineLink(id, recordUrlOf(postMortem, id))]]);
  return section('scope', 'What it looks at', [
    ...(incident.description === '' ? [] : [prose(incident.description)]),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'Records',
            columns: [{ name: 'Record' }],
            groups: [{ rows }],
            hidden: 0,
          },
        ]),
    ...(coversWithheld === 0 ? [] : [prose(withheldText(coversWithheld))]),
  ]);
}

const withheldText = (count: number): string => `${count === 1 ? 'One' : count} more that you may not read.`;
