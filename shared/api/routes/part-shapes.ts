import * as z from 'zod';
import {
  ContributingFactor,
  ContributingFactorDraft,
  Observation,
  ObservationDraft,
  RootCause,
  RootCauseDraft,
} from '../../domain/record/content/causes.ts';
import { Correction, CorrectionDraft } from '../../domain/record/content/correction.ts';
import { Lesson, LessonDraft } from '../../domain/record/content/lesson.ts';
import { Notification, NotificationDraft } from '../../domain/record/content/notification.ts';
import type { Part, PartKind } from '../../domain/record/content/parts.ts';
import { TemporaryMeasure, TemporaryMeasureDraft } from '../../domain/record/content/temporary-measure.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { RecommendationDraft } from '../../domain/remediation/recommendation.ts';
import { RecommendationTemplate } from '../../domain/remediation/templates/recommendation-template.ts';
import { PartId, RecommendationId } from '../../domain/words/identifiers.ts';
import { RecommendationView } from './record-answer.ts';
import { orAsRead } from './sent-back.ts';

/** A part's kind in the API: where it is, what one sends, what one gets, and how a draft becomes it. */
export type PartShape = {
  kind: Exclude<PartKind, 'evidence'>;
  /** For ids of operations. */
  name: string;
  /** In its path, and in the path of the one. */
  plural: string;
  /** Body of a request: a draft, or the part as it was read, changed. */
  request: z.ZodType;
  example: unknown;
  view: z.ZodType;
  /** @param before what it replaces; undefined for a new one */
  toPart: (request: unknown, id: string, before: PostMortem | undefined) => Part;
};

function shape<Draft extends z.ZodObject>(it: {
  kind: PartShape['kind'];
  name: string;
  plural: string;
  draft: Draft;
  example: z.input<Draft>;
  view: z.ZodObject;
  /** Fields that come along when it is pasted from elsewhere. */
  pasted?: readonly string[];
  make: (draft: z.output<Draft>, id: string, before: PostMortem | undefined) => Part;
}): PartShape {
  const { make, draft, view, pasted, ...rest } = it;
  const { schema, draftIn } = orAsRead(draft, view, pasted);
  return { ...rest, view, request: schema, toPart: (request, id, before) => make(draftIn(request), id, before) };
}

const RecommendationRequest = RecommendationDraft.extend({
  /** A template says nothing of it, and is taken as it comes: the completeness of the record asks for it. */
  answers: RecommendationDraft.shape.answers.prefault([]),
  status: z.enum(['draft', 'proposed']).prefault('proposed'),
});

/** All kinds but evidence, which has routes of its own: its bytes travel beside the API. */
export const PART_SHAPES: readonly PartShape[] = [
  shape({
    kind: 'root cause',
    name: 'RootCause',
    plural: 'root-causes',
    draft: RootCauseDraft,
    example: {
      kind: 'human',
      statement: 'Nobody had seen a false sign-in page.',
      whys: ['Training covers attachments.'],
    },
    view: RootCause,
    make: (draft, id) => ({ kind: 'root cause', content: { ...draft, id: PartId.parse(id) } }),
  }),
  shape({
    kind: 'contributing factor',
    name: 'ContributingFactor',
    plural: 'contributing-factors',
    draft: ContributingFactorDraft,
    example: { kind: 'process gap', statement: 'There is no agreed way to report a mail.' },
    view: ContributingFactor,
    make: (draft, id) => ({ kind: 'contributing factor', content: { ...draft, id: PartId.parse(id) } }),
  }),
  shape({
    kind: 'observation',
    name: 'Observation',
    plural: 'observations',
    draft: ObservationDraft,
    example: { kind: 'went well', statement: 'Sessions were revoked within 14 minutes.' },
    view: Observation,
    make: (draft, id) => ({ kind: 'observation', content: { ...draft, id: PartId.parse(id) } }),
  }),
  shape({
    kind: 'recommendation',
    name: 'Recommendation',
    plural: 'recommendations',
    draft: RecommendationRequest,
    example: {
      title: 'Quarantine mails from look-alike domains',
      why: 'The mail came from a domain one letter away from ours, two days old.',
      kind: 'prevent',
      answers: [],
      impact: 5,
      feasibility: 4,
      ownerTeam: 'messaging',
      successCriterion: 'Of 20 simulated look-alike mails, 20 are quarantined within a minute.',
      verification: {
        checks: [
          { kind: 'signal', subject: { type: 'technique', id: 'T1566.002' }, sources: ['mail-simulation'] },
          { kind: 'attestation', statement: 'The filter report was reviewed' },
          { kind: 'ticket state' },
        ],
        steps: ['P7D', 'P30D'],
      },
      d3fend: ['D3-MFA'],
      controls: [{ framework: 'ISO 27001', id: 'A.8.7' }],
    },
    view: RecommendationView,
    pasted: Object.keys(RecommendationTemplate.shape),
    make(draft, id, before) {
      // The status that an imported fix had elsewhere is no author's to change.
      const previousStatus = before?.recommendations.find((one) => one.id === id)?.stood;
      const kept = previousStatus === undefined ? {} : { stood: previousStatus };
      const content = { ...draft, ...kept, id: RecommendationId.parse(id) };
      return { kind: 'recommendation', content };
    },
  }),
  shape({
    kind: 'lesson',
    name: 'Lesson',
    plural: 'lessons',
    draft: LessonDraft,
    example: {
      statement: 'People report a mail when they know where; the plan has to say it on its first page.',
      updates: 'response plan',
      document: 'IRP-7 Phishing',
      ownerTeam: 'security operations',
      dueAt: '2027-01-15T00:00:00.000Z',
      reviewEvery: 'P365D',
    },
    view: Lesson,
    make(draft, id, before) {
      const announcedDueAt = before?.lessons.find((one) => one.id === id)?.announcedDueAt;
      const announced = announcedDueAt === undefined ? {} : { announcedDueAt };
      return { kind: 'lesson', content: { ...draft, ...announced, id: PartId.parse(id), status: 'open' } };
    },
  }),
  shape({
    kind: 'notification',
    name: 'Notification',
    plural: 'notifications',
    draft: NotificationDraft,
    example: {
      regime: 'GDPR',
      stage: 'notification',
      recipient: 'The data protection authority',
      clockStartedAt: '2026-11-19T08:40:00.000Z',
    },
    view: Notification,
    make: (draft, id) => ({ kind: 'notification', content: { ...draft, id: PartId.parse(id) } }),
  }),
  shape({
    kind: 'temporary measure',
    name: 'TemporaryMeasure',
    plural: 'temporary-measures',
    draft: TemporaryMeasureDraft,
    example: {
      kind: 'block',
      what: 'All mail from example.net, at the gateway',
      ownerTeam: 'messaging',
      since: '2026-11-19T09:05:00.000Z',
      until: '2026-12-19T09:00:00.000Z',
    },
    view: TemporaryMeasure,
    make: (draft, id) => ({
      kind: 'temporary measure',
      content: { ...draft, id: PartId.parse(id), status: 'in force' },
    }),
  }),
  shape({
    kind: 'correction',
    name: 'Correction',
    plural: 'corrections',
    draft: CorrectionDraft,
    example: {
      of: 'incident.openedAt',
      shouldBe: '2026-11-19T08:40:00.000Z',
      because: 'The ticket was opened a day after the first mail was read.',
    },
    view: Correction,
    make: (draft, id) => ({ kind: 'correction', content: { ...draft, id: PartId.parse(id) } }),
  }),
];
