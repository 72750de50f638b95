import * as z from 'zod';
import { ChainedEvent } from '../../domain/events/recorded-event.ts';
import { FixLine } from '../../domain/lists/fix-listing.ts';
import { LessonLine } from '../../domain/lists/lesson-listing.ts';
import { MeasureLine } from '../../domain/lists/measure-listing.ts';
import { Evidence } from '../../domain/record/content/evidence.ts';
import { SECTION_DRAFTS, SECTION_NAMES, SECTIONS } from '../../domain/record/content/sections.ts';
import { RecordSummary } from '../../domain/record/record-summary.ts';
import { Claim, Doubt, KeptClaim } from '../../domain/remediation/claim.ts';
import { ExistingWork } from '../../domain/remediation/existing-work.ts';
import {
  Acceptance,
  Failure,
  Remediation,
  RemediationTicket,
  TicketNotTold,
} from '../../domain/remediation/remediation.ts';
import { IncidentTicket } from '../../domain/ticket/incident-ticket.ts';
import { Asking } from '../../domain/verification/asking.ts';
import { Attestation } from '../../domain/verification/attestation.ts';
import { CheckResult } from '../../domain/verification/check-result.ts';
import { Check, VerificationPlan, VerificationPlanDraft } from '../../domain/verification/plan.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { Author, Person, TicketPerson } from '../../domain/words/person.ts';
import { UNREADABLE, UNREADABLE_SPELLED_OUT } from '../../domain/words/readable.ts';
import { WRITTEN } from '../../domain/words/words.ts';
import {
  DrawnBlock,
  DrawnFinding,
  DrawnInline,
  DrawnLink,
  DrawnMark,
  DrawnReport,
  DrawnTime,
} from '../../report/drawn-report.ts';
import { FixStanding } from '../../verification/fix-standing.ts';
import { CommentView } from '../routes/comment-routes.ts';
import { DraftLineView } from '../routes/draft-routes.ts';
import { RestrictedFix } from '../routes/fix-list-routes.ts';
import { RestrictedLesson } from '../routes/lesson-list-routes.ts';
import { RestrictedMeasure } from '../routes/my-work-routes.ts';
import { PART_SHAPES } from '../routes/part-shapes.ts';
import { RecommendationView, RecordView } from '../routes/record-answer.ts';
import { RestrictedSummary } from '../routes/record-list-page.ts';
import { EntryView } from '../routes/timeline-routes.ts';

export type JsonSchema = Record<string, unknown>;

/** Schemas that have a name in the description of the API. */
const NAMES = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  Record: RecordView,
  Recommendation: RecommendationView,
  Remediation,
  RecordLine: RecordSummary,
  RestrictedRecordLine: RestrictedSummary,
  FixLine,
  RestrictedFixLine: RestrictedFix,
  LessonLine,
  RestrictedLessonLine: RestrictedLesson,
  MeasureLine,
  RestrictedMeasureLine: RestrictedMeasure,
  TimelineEntry: EntryView,
  Comment: CommentView,
  DraftLine: DraftLineView,
  FixStanding,
  AuditEntry: ChainedEvent,
  IncidentTicket,
  Evidence,
  VerificationPlan,
  Check,
  CheckResult,
  Attestation,
  RemediationTicket,
  TicketNotTold,
  Failure,
  Claim,
  KeptClaim,
  Asking,
  Doubt,
  Acceptance,
  ExistingWork,
  TicketPerson,
  Person,
  Author,
  DrawnReport,
  DrawnBlock,
  DrawnFinding,
  DrawnInline,
  DrawnLink,
  DrawnTime,
  DrawnMark,
})) {
  NAMES.add(schema, { id });
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
for (const name of SECTION_NAMES) {
  for (const schema of [SECTIONS[name], SECTION_DRAFTS[name]]) NAMES.add(schema, { id: `${capitalised(name)}Section` });
}
for (const { name, view, request } of PART_SHAPES) {
  for (const schema of [view, request]) if (!NAMES.has(schema)) NAMES.add(schema, { id: name });
}

// What one sends, and what one gets: never both in one schema.
NAMES.add(VerificationPlanDraft, { id: 'VerificationPlan' });
for (const [id, schema] of Object.entries({ Text: WRITTEN.text, Line: WRITTEN.line, Reason: WRITTEN.reason })) {
  NAMES.add(schema, { id });
}

/** Formats that say enough: their patterns are long, and the same every time. */
const SPEAKING_FORMATS = new Set<unknown>(['date-time', 'email', 'uri']);

/**
 * A schema in JSON Schema 2020-12, which is that of OpenAPI 3.1.
 *
 * @param io `input`: what one sends; `output`: what one gets, with its defaults and transformations
 */
export function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
): { schema: JsonSchema; named: Record<string, JsonSchema> } {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    metadata: NAMES,
    override({ zodSchema, jsonSchema: out }) {
      // The names above take the place of zod's own registry, which has what `describe` and `meta` said.
      Object.assign(out, z.globalRegistry.get(zodSchema));
      // It is transformed into one form on the way in; what comes out is a time as well.
      if (isInstant(zodSchema)) Object.assign(out, { type: 'string', format: 'date-time' });
      if (SPEAKING_FORMATS.has(out.format)) delete out.pattern;
      if (out.pattern !== undefined) out.pattern = withoutClasses(out.pattern);
      // A text of two patterns has them there.
      for (const each of out.allOf ?? []) if (each.pattern !== undefined) each.pattern = withoutClasses(each.pattern);
    },
  });
  const { $schema: _, $defs = {}, ...rest } = made;
  // Names are for what one gets. What one sends may leave out more, so it stands in its place.
  const suffix = io === 'input' ? 'Draft' : '';
  const text = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll(/"#\/\$defs\/(\w+)"/g, `"#/components/schemas/$1${suffix}"`));
  return {
    schema: Record.parse(text(rest)),
    named: Object.fromEntries(
      Object.entries($defs).map(([id, it]) => {
        const { id: _id, $id: _d, ...one } = Record.parse(text(it));
        return [`${id}${suffix}`, one];
      }),
    ),
  };
}

/** The schema of instants, or a copy of it that says what the instant is for. */
const isInstant = (schema: z.core.$ZodType): boolean =>
  schema === Instant || (schema._zod.parent !== undefined && isInstant(schema._zod.parent));

/** Classes of characters spelled out: half of the tools that read patterns know no Unicode properties. */
function withoutClasses(pattern: string): string {
  return pattern
    .replaceAll(UNREADABLE, UNREADABLE_SPELLED_OUT)
    .replaceAll('\\P{Cc}', '[^\\u0000-\\u001f\\u007f-\\u009f]')
    .replaceAll('\\p{Cc}', '\\u0000-\\u001f\\u007f-\\u009f');
}

const Record = z.record(z.string(), z.unknown());
