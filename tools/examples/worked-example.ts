import type * as z from 'zod';
import type {
  ContributingFactorDraft,
  ObservationDraft,
  RootCauseDraft,
} from '../../shared/domain/record/content/causes.ts';
import type { LessonDraft, LessonReferenceDraft } from '../../shared/domain/record/content/lesson.ts';
import type { NotificationDraft } from '../../shared/domain/record/content/notification.ts';
import type { SECTIONS, SectionName } from '../../shared/domain/record/content/sections.ts';
import type { TimelineEntryDraft } from '../../shared/domain/record/content/timeline.ts';
import type { RecommendationDraft } from '../../shared/domain/remediation/recommendation.ts';
import type { RemediationState } from '../../shared/domain/remediation/remediation.ts';
import type { Signal } from '../../shared/domain/verification/signal.ts';

type Keyed<Part> = Part & { key: string };

/** Course after the approval, each step at its time. `after` says where the fixes stand after it. */
export type Act = { at: string; after?: Record<string, RemediationState>; because?: string } & (
  | { does: 'ticket done'; fix: string; by: string }
  | ({ does: 'signal' } & Pick<z.input<typeof Signal>, 'subject' | 'outcome' | 'source' | 'detail'>)
  | { does: 'attest'; fix: string; check: number; outcome: 'pass' | 'fail'; note: string }
  | { does: 'check' }
  | { does: 'lesson in place'; lesson: string; reference: z.input<typeof LessonReferenceDraft> }
  | { does: 'lesson confirmed'; lesson: string }
  | { does: 'notification sent'; notification: string; reference: string }
);

/**
 * An incident from its ticket to its verified fixes. A page in docs/examples tells it, and a test plays it; parts name
 * each other by `key`.
 */
export type WorkedExample = {
  file: string;
  title: string;
  /** A paragraph for somebody who has one minute. */
  inShort: string;
  ticket: {
    summary: string;
    description: string;
    /** Name in Jira. */
    priority: string;
    openedAt: string;
    closedAt: string;
    comments: readonly { by: string; text: string }[];
  };
  category: string;
  timeline: readonly z.input<typeof TimelineEntryDraft>[];
  sections: { [Name in SectionName]?: z.input<(typeof SECTIONS)[Name]> };
  /** Why what is there is there: for the reader of the page. */
  why: {
    [Name in
      | SectionName
      | 'timeline'
      | 'causes'
      | 'observations'
      | 'recommendations'
      | 'lessons'
      | 'notifications']?: string;
  };
  causes: readonly Keyed<Omit<z.input<typeof RootCauseDraft>, 'worksWith'> & { worksWith?: readonly string[] }>[];
  factors: readonly z.input<typeof ContributingFactorDraft>[];
  observations: readonly Keyed<z.input<typeof ObservationDraft>>[];
  recommendations: readonly Keyed<
    Omit<z.input<typeof RecommendationDraft>, 'answers'> & {
      answers: readonly string[];
      /** Decision of an approver about it instead of approving it. */
      judged?:
        | { declinedBecause: string }
        | { riskAccepted: { until: string; reason: string; compensatingControl: string } };
    }
  >[];
  lessons: readonly Keyed<z.input<typeof LessonDraft>>[];
  notifications: readonly Keyed<z.input<typeof NotificationDraft>>[];
  approvedAt: string;
  course: readonly Act[];
  /** Lesson that a reader may take home. */
  takeaways: readonly string[];
};
