import { mark, minute, type ReportDocument, type Section } from '../document/document.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { completenessOf } from '../domain/record/completeness.ts';
import { templateFor } from '../domain/record/template.ts';
import { causesSection } from './causes-section.ts';
import type { ExportedRecord } from './exported-record.ts';
import { glanceSection } from './glance-section.ts';
import { historySection, missingSection, sourceSection } from './history-sections.ts';
import { attackSection, impactSection } from './impact-sections.ts';
import { evidenceSection, lessonsSection, notificationsSection } from './list-sections.ts';
import { recommendationsSection } from './recommendations-section.ts';
import { detectionSection, responseSection } from './response-sections.ts';
import { frameworkSection, summarySection } from './summary-sections.ts';
import { timelineSection } from './timeline-section.ts';

/** A whole record as a report: to be read from the top, what to do about it before how it was found out. */
export function recordDocument(exported: ExportedRecord, rules: Pick<HoldfastConfig, 'postMortem'>): ReportDocument {
  const { record } = exported;
  const completeness = completenessOf(record, templateFor(record, rules.postMortem.templates));
  const sections: (Section | undefined)[] = [
    glanceSection(record, completeness),
    summarySection(record),
    causesSection(record),
    recommendationsSection(exported),
    lessonsSection(record),
    impactSection(record),
    attackSection(record),
    timelineSection(exported.file.timeline),
    detectionSection(record),
    responseSection(record),
    frameworkSection(record),
    notificationsSection(record),
    evidenceSection(record),
    missingSection(completeness),
    historySection(record),
    sourceSection(record),
  ];
  return {
    title: `Post-mortem: ${record.incident.title}`,
    about: [
      `Post-mortem of ${record.kind === 'exercise' || record.kind === 'incident' ? 'an' : 'a'} ${record.kind} · ${record.incident.key} · `,
      minute(record.incident.openedAt),
      ' · ',
      mark(record.severity, record.severity),
    ],
    headline: record.incident.title,
    marking: record.tlp,
    sections: sections.filter((section) => section !== undefined),
  };
}
