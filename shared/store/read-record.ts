import * as z from 'zod';
import { inOrder } from '../domain/apply-post-mortem.ts';
import { TimelineEntry } from '../domain/incident.ts';
import { PostMortem } from '../domain/post-mortem.ts';
import { Recommendation } from '../domain/recommendation.ts';
import { ContributingFactor, RootCause, SectionName } from '../domain/sections.ts';

const Head = PostMortem.omit({
  sections: true,
  timeline: true,
  rootCauses: true,
  contributingFactors: true,
  recommendations: true,
});

export const HeadItem = z.object({ sequence: z.int().positive(), lastHash: z.string(), head: Head });
export type HeadItem = z.infer<typeof HeadItem>;

const SectionPart = z.object({ name: SectionName, content: z.unknown() });
const TimelinePart = z.object({ entries: z.array(TimelineEntry) });
const CausePart = z.object({ rootCause: RootCause });
const FactorPart = z.object({ factor: ContributingFactor });
const RecommendationPart = z.object({ recommendation: Recommendation });

/**
 * The record from its items, as `partsOf` and `headFields` made them.
 *
 * @throws ZodError when an item does not have the shape of its kind: the table was changed by another hand.
 */
export function readRecord(head: HeadItem, parts: readonly { sk: string }[]): PostMortem {
  const ofKind = <Part>(kind: string, schema: z.ZodType<Part>): Part[] =>
    parts.filter(({ sk }) => sk.startsWith(`RECORD#${kind}#`)).map((item) => schema.parse(item));
  return PostMortem.parse({
    ...head.head,
    sections: Object.fromEntries(ofKind('SECTION', SectionPart).map(({ name, content }) => [name, content])),
    timeline: inOrder(ofKind('TIMELINE', TimelinePart).flatMap(({ entries }) => entries)),
    rootCauses: ofKind('CAUSE', CausePart).map(({ rootCause }) => rootCause),
    contributingFactors: ofKind('FACTOR', FactorPart).map(({ factor }) => factor),
    recommendations: ofKind('RECOMMENDATION', RecommendationPart).map(({ recommendation }) => recommendation),
  });
}
