import { mark, type ReportDocument, type Section } from '../document/document.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { type Completeness, completenessOf } from '../domain/record/completeness.ts';
import { factNow } from '../domain/record/content/correction.ts';
import type { SectionName } from '../domain/record/content/sections.ts';
import { courseOf } from '../domain/record/course.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { templateFor } from '../domain/record/template.ts';
import { advisorySection } from './advisory-section.ts';
import { causesSection } from './causes-section.ts';
import { commentsSection } from './comments-section.ts';
import { correctionsSection } from './corrections-section.ts';
import { timeAsKnown } from './course-terms.ts';
import type { ExportedRecord } from './exported-record.ts';
import { glanceSection } from './glance-section.ts';
import { hintsSection } from './hints-section.ts';
import { historySection, missingSection, sourceSection } from './history-sections.ts';
import { attackSection, impactSection } from './impact-sections.ts';
import { evidenceSection, lessonsSection, measuresSection, notificationsSection } from './list-sections.ts';
import { recommendationsSection } from './recommendations-section.ts';
import { detectionSection, responseSection } from './response-sections.ts';
import { scopeSection } from './scope-section.ts';
import { frameworkSection, summarySection } from './summary-sections.ts';
import { timelineSection } from './timeline-section.ts';

type Told = {
  exported: ExportedRecord;
  completeness: Completeness;
  postMortem: Pick<HoldfastConfig['postMortem'], 'recordUrl'>;
};

/** Chapters in their order: to be read from the top, what to do about it before how it was found out. */
const CHAPTERS = {
  glance: ({ exported, completeness }) => glanceSection(exported.record, completeness),
  corrections: ({ exported }) => correctionsSection(exported.record),
  summary: ({ exported }) => summarySection(exported.record),
  scope: ({ exported, postMortem }) => scopeSection(exported, postMortem),
  causes: ({ exported: { record } }) => (isNothingBehind(record) ? undefined : causesSection(record)),
  recommendations: ({ exported }) => (isNothingBehind(exported.record) ? undefined : recommendationsSection(exported)),
  lessons: ({ exported }) => lessonsSection(exported.record),
  impact: ({ exported }) => impactSection(exported.record),
  attack: ({ exported }) => attackSection(exported.record),
  advisory: ({ exported }) => advisorySection(exported.record),
  timeline: ({ exported }) => timelineSection(exported.file.timeline),
  detection: ({ exported }) => detectionSection(exported.record),
  response: ({ exported }) => responseSection(exported.record),
  measures: ({ exported }) => measuresSection(exported.record),
  framework: ({ exported }) => frameworkSection(exported.record),
  notifications: ({ exported }) => notificationsSection(exported.record),
  evidence: ({ exported }) => evidenceSection(exported.record),
  hints: ({ exported }) => hintsSection(exported.record),
  missing: ({ completeness }) => missingSection(completeness),
  comments: ({ exported }) => commentsSection(exported.comments ?? []),
  history: ({ exported }) => historySection(exported.record),
  source: ({ exported }) => sourceSection(exported.record),
} as const satisfies Record<string, (told: Told) => Section | undefined>;

/** A false positive of which nobody looked for causes has no chapter that says so. */
function isNothingBehind({
  kind,
  rootCauses,
  contributingFactors,
  observations,
  recommendations,
  sections,
}: PostMortem) {
  const parts = [rootCauses, contributingFactors, observations, recommendations];
  const isAnalysed = sections.analysis !== undefined || sections.humanFactor !== undefined;
  return kind === 'false positive' && !isAnalysed && parts.every((list) => list.length === 0);
}

/** The chapter in which a section is told. A test looks for its words there. */
export const CHAPTER_OF: Record<SectionName, keyof typeof CHAPTERS> = {
  framework: 'framework',
  summary: 'summary',
  impact: 'impact',
  attack: 'attack',
  advisory: 'advisory',
  detection: 'detection',
  response: 'response',
  analysis: 'causes',
  humanFactor: 'causes',
  sharing: 'notifications',
  source: 'source',
};

/** A whole record as a report. */
export function recordDocument(
  exported: ExportedRecord,
  rules: Pick<HoldfastConfig, 'postMortem' | 'programs' | 'evidenceSources' | 'jira' | 'teams'>,
): ReportDocument {
  const { record } = exported;
  const template = templateFor(record, rules.postMortem.templates);
  const completeness = completenessOf(record, template, rules);
  const sections = Object.values(CHAPTERS).map((tell) =>
    tell({ exported, completeness, postMortem: rules.postMortem }),
  );
  // What is right stands at the top; the chapter of corrections has what came beside it.
  const title = factNow(record, 'incident.title');
  return {
    title: `Post-mortem: ${title}`,
    about: [
      `Post-mortem of ${record.kind === 'exercise' || record.kind === 'incident' ? 'an' : 'a'} ${record.kind} · ${record.incident.key} · `,
      timeAsKnown(courseOf(record).began ?? { at: factNow(record, 'incident.openedAt') }),
      ' · ',
      mark(record.severity, record.severity),
    ],
    headline: title,
    marking: record.tlp,
    sections: sections.filter((section) => section !== undefined),
  };
}
