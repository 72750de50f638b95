import * as z from 'zod';
import { contributingFactor, observation, rootCause } from '../record/content/causes.ts';
import { correction, correctionProblem, isAboutTicketAlone } from '../record/content/correction.ts';
import { evidence } from '../record/content/evidence.ts';
import { notification } from '../record/content/notification.ts';
import { PART_LIMITS } from '../record/content/parts.ts';
import { sections } from '../record/content/sections.ts';
import { happening, TimelineEntry } from '../record/content/timeline.ts';
import { OpeningByHand } from '../record/decide/open-record.ts';
import { TIMELINE_LIMIT } from '../record/decide/write-record.ts';
import { PostMortemHead } from '../record/post-mortem.ts';
import { Recommendation, recommendation, riskAcceptance } from '../remediation/recommendation.ts';
import { RemediationStanding } from '../remediation/remediation-standing.ts';
import { TicketRef } from '../ticket/incident-ticket.ts';
import { Instant } from '../words/identifiers.ts';
import { Author } from '../words/person.ts';
import { ILL_FORMED, illFormedIn } from '../words/well-formed.ts';
import { STORED, type Words, WRITTEN } from '../words/words.ts';
import { fileLesson, lessonFaults } from './file-lesson.ts';
import { fileMeasure, measureFaults } from './file-measure.ts';
import { Label, label } from './label.ts';

/** A changed meaning, or a field that older readers cannot do without, gets a new number; a new field does not. */
export const FILE_FORMAT = 'holdfast.post-mortem/1';

const fileRootCause = (words: Words) =>
  rootCause(words).extend({ ...label, worksWith: z.array(Label).max(20).optional() });
const fileRecommendation = (words: Words) =>
  recommendation(words).extend({
    ...label,
    answers: z.array(Label).max(20).prefault([]),
    status: Recommendation.shape.status.prefault('proposed'),
    ...Recommendation.pick({ dueAt: true, existingWork: true, declinedBecause: true }).shape,
    acceptance: riskAcceptance(words).optional(),
    remediation: RemediationStanding.optional(),
  });
const fileEvidence = (words: Words) =>
  evidence(words).extend({
    ...label,
    /** Object key in the evidence bucket of the installation that holds it. */
    key: z.string().prefault(''),
    addedBy: Author.optional(),
    addedAt: Instant.optional(),
  });
const fileEntry = (words: Words) =>
  happening(words).extend({
    ...label,
    origin: TimelineEntry.shape.origin.prefault('person'),
    isRestricted: TimelineEntry.shape.isRestricted,
  });

/** How the record came about where it was written. For the reader: an import makes a history of its own. */
const History = z.object({
  ...PostMortemHead.pick({
    revision: true,
    openedAt: true,
    openedBy: true,
    dueAt: true,
    authors: true,
    submittedBy: true,
    approvals: true,
    approvedAt: true,
    closedAt: true,
    carriedOn: true,
    carriedOnAt: true,
    ended: true,
    absorbed: true,
    importedFrom: true,
  }).shape,
  /** The incident ticket that it was opened for. */
  ticket: TicketRef.extend({ techniques: z.array(z.string()) }).optional(),
});

const shape = (words: Words) =>
  z.strictObject({
    format: z.literal(FILE_FORMAT, { error: `expected "${FILE_FORMAT}"` }),
    /** The name of the record where it comes from. Two files with the same one are the same record. */
    id: words.prose(1, 200).regex(/^[^#\p{Cc}]+$/u, { error: 'expected a name without # on one line' }),
    ...OpeningByHand.shape,
    /** Tickets have titles of any length. */
    title: words.prose(1, 255),
    kind: OpeningByHand.shape.kind.prefault('incident'),
    beganAt: Instant,
    endedAt: Instant,
    status: z.enum(['open', 'in review', 'approved', 'closed', 'waived']).prefault('closed'),
    sections: z.strictObject(sections(words)).partial().prefault({}),
    timeline: z.array(fileEntry(words)).max(TIMELINE_LIMIT).prefault([]),
    rootCauses: z.array(fileRootCause(words)).max(PART_LIMITS['root cause']).prefault([]),
    contributingFactors: z
      .array(contributingFactor(words).extend(label))
      .max(PART_LIMITS['contributing factor'])
      .prefault([]),
    observations: z.array(observation(words).extend(label)).max(PART_LIMITS.observation).prefault([]),
    recommendations: z.array(fileRecommendation(words)).max(PART_LIMITS.recommendation).prefault([]),
    lessons: z.array(fileLesson(words)).max(PART_LIMITS.lesson).prefault([]),
    notifications: z.array(notification(words).extend(label)).max(PART_LIMITS.notification).prefault([]),
    /** Description and SHA-256 of each file; never its bytes. */
    evidence: z.array(fileEvidence(words)).max(PART_LIMITS.evidence).prefault([]),
    corrections: z.array(correction(words).extend(label)).max(PART_LIMITS.correction).prefault([]),
    temporaryMeasures: z.array(fileMeasure(words)).max(PART_LIMITS['temporary measure']).prefault([]),
    history: History.optional(),
  });

/** Shape for new text: least lengths count readable characters. */
const Written = shape(WRITTEN);

/** A whole record as a file: what leaves an installation, and what another one takes in. docs/import-export.md */
export const PostMortemFile = shape(STORED).superRefine((file, context) => {
  const named = [...file.rootCauses, ...file.observations].flatMap(({ id }) => (id === undefined ? [] : [id]));
  const complain = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message, input: undefined });
  const illFormed = illFormedIn(file);
  if (illFormed !== undefined) complain([...illFormed], ILL_FORMED);
  // With a history it left an installation, and may be of a time when blanks counted: it has to come back.
  const unreadable = file.history === undefined ? Written.safeParse(file).error : undefined;
  for (const { path, message } of unreadable?.issues ?? []) complain(path, message);
  for (const list of ['rootCauses', 'recommendations'] as const) {
    for (const [index, id] of repeated(file[list].map((one) => one.id))) {
      complain([list, index, 'id'], `there is another one with the id "${id}"`);
    }
  }
  for (const [index, { answers }] of file.recommendations.entries()) {
    const unknown = answers.find((id) => !named.includes(id));
    if (unknown !== undefined) {
      complain(
        ['recommendations', index, 'answers'],
        `there is no root cause or observation "${unknown}" in this file`,
      );
    }
  }
  for (const [index, { worksWith = [] }] of file.rootCauses.entries()) {
    const unknown = worksWith.find((id) => !named.includes(id));
    if (unknown !== undefined) complain(['rootCauses', index, 'worksWith'], `there is no root cause "${unknown}" here`);
  }
  for (const [index, one] of file.lessons.entries()) {
    for (const { path, message } of lessonFaults(one, file.evidence)) complain(['lessons', index, ...path], message);
  }
  for (const [index, { corrects }] of file.timeline.entries()) {
    const entry = file.timeline.find(({ id }) => id === corrects?.id);
    const path = ['timeline', index, 'corrects'];
    if (corrects === undefined) continue;
    if (entry === undefined) complain(path, `there is no entry "${corrects.id}" in this timeline`);
    else if (entry.at !== corrects.at) complain([...path, 'at'], `the entry "${corrects.id}" is at ${entry.at}`);
  }
  for (const [index, one] of file.temporaryMeasures.entries()) {
    for (const { path, message } of measureFaults(one, file.status)) {
      complain(['temporaryMeasures', index, ...path], message);
    }
  }
  for (const [index, one] of file.corrections.entries()) {
    if (isAboutTicketAlone(one.of)) continue;
    const problem = correctionProblem({ people: [], techniques: [] }, one);
    if (problem !== undefined) complain(['corrections', index, problem.path], problem.message);
  }
  for (const [index, of] of repeated(file.corrections.map((one) => one.of))) {
    complain(['corrections', index, 'of'], `there is another correction of ${of}`);
  }
  if (new Set(named).size < named.length) complain(['observations'], 'a root cause and an observation share an id');
});
export type PostMortemFile = z.infer<typeof PostMortemFile>;
/** Input shape: fields with a default may be left out. */
export type PostMortemFileInput = z.input<typeof PostMortemFile>;

function repeated(ids: readonly (string | undefined)[]): [number, string][] {
  return ids.flatMap((id, index): [number, string][] =>
    id !== undefined && ids.indexOf(id) < index ? [[index, id]] : [],
  );
}
