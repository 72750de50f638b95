import type { RecommendationView, RecordView } from '../../shared/api/routes/record-answer.ts';
import { instantInWords } from '../../shared/document/time-in-words.ts';
import { techniqueInWords } from '../../shared/domain/knowledge/attack.ts';
import { d3fendInWords } from '../../shared/domain/knowledge/countermeasures.ts';
import { correctedTechnique } from '../../shared/domain/record/content/correction.ts';
import { tableText } from '../api/table-text.ts';
import { lessonText } from '../lesson/lesson-text.ts';

/** The record for whoever works on it: where it stands, what it says, what it lacks, what they may do. */
export function recordText(record: RecordView, columns?: number): string {
  const { id, incident, status, kind, severity, tlp, category, openedAt, dueAt, revision, completeness, acts } = record;
  const allowed = acts.filter(({ isAllowed }) => isAllowed).map(({ act }) => act);
  const refused = acts.filter(({ isAllowed }) => !isAllowed).map(({ act, because = '' }) => [`  ${act}`, because]);
  const { missing, score, template } = completeness;
  return [
    `${incident.key === id ? '' : `${incident.key}  `}${incident.title}\n`,
    `  ${id}, revision ${revision}: ${status}\n`,
    `  ${[kind, severity, category, `TLP:${tlp}`].filter((one) => one !== undefined).join(', ')}\n`,
    `  opened ${instantInWords(openedAt)}, due ${instantInWords(dueAt)}\n`,
    `\nwritten\n${writtenText(record)}`,
    `\nmissing for submission: ${missing.length === 0 ? 'nothing' : missing.length} (${score} % of the template "${template}")\n`,
    missing.length === 0
      ? ''
      : tableText(
          ['  place', 'what'],
          missing.map((one) => [`  ${one.path}`, one.message]),
          columns,
        ),
    `\nyou may: ${allowed.length === 0 ? 'read it' : allowed.join(', ')}\n`,
    refused.length === 0 ? '' : tableText(['  you may not', 'because'], refused, columns),
  ].join('');
}

function writtenText({ sections, timelineCounts, ...record }: RecordView): string {
  const entries = Object.values(timelineCounts).reduce((sum, count) => sum + count, 0);
  const counts = {
    'timeline entries': entries,
    'root causes': record.rootCauses.length,
    'contributing factors': record.contributingFactors.length,
    observations: record.observations.length,
    lessons: record.lessons.length,
    notifications: record.notifications.length,
    'pieces of evidence': record.evidence.length,
  };
  const lines = [
    `sections: ${Object.keys(sections).join(', ') || 'none'}`,
    ...Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [`${name}: ${count}`])),
    ...(sections.summary === undefined ? [] : ['', ...sections.summary.text.split('\n'), '']),
    ...techniquesOf(sections, record).map((id) => `technique ${techniqueInWords(id)}`),
    ...record.rootCauses.map(({ kind, statement }) => `cause (${kind}): ${statement}`),
    ...record.recommendations.flatMap((one) => [
      recommendationText(one),
      ...(one.ifApproved === undefined ? [] : [`  if approved: ${ifApprovedText(one, one.ifApproved)}`]),
    ]),
    ...record.lessons.flatMap((lesson) => lessonText(lesson).trimEnd().split('\n')),
    ...record.temporaryMeasures.map(
      ({ id, kind, what, status, until }) =>
        `temporary measure ${id} (${status}): ${kind}: ${what}${status === 'in force' ? `, until ${until}` : ''}`,
    ),
    ...record.corrections.map(({ of, shouldBe, because }) =>
      shouldBe === undefined
        ? `taken back: ${factNamed(of)}, because ${because}`
        : `corrected: ${factNamed(of)} should be ${shouldBe}`,
    ),
    ...record.dismissedHints.map(
      ({ excerpt, about, because }) => `hint dismissed (${about}): "${excerpt}", because ${because}`,
    ),
  ];
  return lines.map((line) => `${`  ${line}`.trimEnd()}\n`).join('');
}

const recommendationText = ({ title, state, priority, id, d3fend = [] }: RecommendationView): string =>
  `recommendation ${id} (${state}, ${priority}): ${title}${d3fend.length === 0 ? '' : ` [${d3fend.map(d3fendInWords).join(', ')}]`}`;

function ifApprovedText(
  { existingWork, dueAt: dueAtOfAuthor }: RecommendationView,
  { project, issueType, site, dueAt, dueOn }: NonNullable<RecommendationView['ifApproved']>,
): string {
  const due = `due ${instantInWords(dueAt)}${dueAtOfAuthor === undefined ? ' if the last approval is given now' : ''}`;
  if (project === undefined)
    return `${existingWork?.kind === 'ticket' ? existingWork.ticket : 'its ticket'} is taken, ${due}`;
  const shown = dueOn === undefined ? 'which the ticket does not show' : `which the ticket shows as ${dueOn}`;
  return `${issueType} in ${project}${site === undefined ? '' : ` on ${site}`}, ${due}, ${shown}`;
}

/** Those of the ticket, as it told them, and those that people wrote. */
const techniquesOf = ({ attack }: RecordView['sections'], { incident }: Pick<RecordView, 'incident'>): string[] => [
  ...new Set([...incident.techniques, ...(attack?.techniques ?? []).map(({ id }) => id)]),
];

/** Path of a fact; that of a technique ends with an id, which has its name with it. */
function factNamed(of: string): string {
  const technique = correctedTechnique(of);
  return technique === undefined ? of : `technique ${techniqueInWords(technique)}`;
}
