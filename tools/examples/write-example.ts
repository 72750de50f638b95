import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import {
  ContributingFactorDraft,
  ObservationDraft,
  RootCauseDraft,
} from '../../shared/domain/record/content/causes.ts';
import { LessonDraft } from '../../shared/domain/record/content/lesson.ts';
import { NotificationDraft } from '../../shared/domain/record/content/notification.ts';
import { SECTION_NAMES, WrittenSection } from '../../shared/domain/record/content/sections.ts';
import { TimelineEntryDraft } from '../../shared/domain/record/content/timeline.ts';
import * as write from '../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../shared/domain/record/post-mortem.ts';
import { RecommendationDraft } from '../../shared/domain/remediation/recommendation.ts';
import { PartId, RecommendationId } from '../../shared/domain/words/identifiers.ts';
import type { Author } from '../../shared/domain/words/person.ts';
import type { WorkedExample } from './worked-example.ts';

export type Decision = (record: PostMortem) => RecordEvent[];

/** Everything that the team writes into the record, in the order of writing, and which id each key became. */
export function decisionsOf(
  example: WorkedExample,
  by: Author,
  rules: Pick<HoldfastConfig, 'postMortem'>,
  newId: () => string,
): { decisions: Decision[]; idOf: (key: string) => string } {
  const ids = new Map<string, string>();
  const named = (key: string): string => {
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return id;
  };
  const part = (key: string): PartId => PartId.parse(named(key));
  const { category, timeline, sections, causes, factors, observations, recommendations, lessons, notifications } =
    example;

  const decisions: Decision[] = [
    (record) => write.classify(record, { category }, by, rules),
    ...timeline.map((entry): Decision => {
      const id = PartId.parse(newId());
      return (record) =>
        write.addTimelineEntry(record, { ...TimelineEntryDraft.parse(entry), id, origin: 'person' }, by);
    }),
    ...SECTION_NAMES.filter((section) => sections[section] !== undefined).map((section): Decision => {
      const written = WrittenSection.parse({ section, content: sections[section] });
      return (record) => write.writeSection(record, written, by);
    }),
    ...causes.map(({ key, worksWith: _, ...cause }): Decision => {
      const draft = RootCauseDraft.parse(cause);
      return (record) => write.addRootCause(record, { ...draft, id: part(key) }, by);
    }),
    // Causes may work with one another in both directions, so they are all there before any names another.
    ...causes
      .filter(({ worksWith = [] }) => worksWith.length > 0)
      .map(({ key, worksWith = [], ...cause }): Decision => {
        const content = { ...RootCauseDraft.parse({ ...cause, worksWith: worksWith.map(part) }), id: part(key) };
        return (record) => write.changePart(record, { kind: 'root cause', content }, by);
      }),
    ...factors.map((factor): Decision => {
      const id = PartId.parse(newId());
      return (record) => write.addContributingFactor(record, { ...ContributingFactorDraft.parse(factor), id }, by);
    }),
    ...observations.map(
      ({ key, ...observation }): Decision =>
        (record) =>
          write.addObservation(record, { ...ObservationDraft.parse(observation), id: part(key) }, by),
    ),
    ...recommendations.map(({ key, judged: _, answers, ...recommendation }): Decision => {
      const draft = RecommendationDraft.parse({ ...recommendation, answers: answers.map(part) });
      return (record) => write.proposeRecommendation(record, RecommendationId.parse(named(key)), draft, by);
    }),
    ...lessons.map(({ key, ...lesson }): Decision => {
      const content = { ...LessonDraft.parse(lesson), id: part(key), status: 'open' as const };
      return (record) => write.addPart(record, { kind: 'lesson', content }, by);
    }),
    ...notifications.map(({ key, ...notification }): Decision => {
      const content = { ...NotificationDraft.parse(notification), id: part(key) };
      return (record) => write.addPart(record, { kind: 'notification', content }, by);
    }),
  ];
  return { decisions, idOf: named };
}
