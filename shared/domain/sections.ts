import * as z from 'zod';
import { Instant, PartId } from './identifiers.ts';

const Text = z.string().min(1).max(40_000);
const Line = z.string().min(1).max(2_000);

/** The sections that are one text or one form each. What grows (timeline, causes, recommendations) stands apart. */
export const SECTIONS = {
  summary: z.strictObject({ text: Text }),
  impact: z.strictObject({
    description: Text,
    services: z.array(Line).max(200).prefault([]),
    usersAffected: z.int().nonnegative().optional(),
    dataKinds: z.array(Line).max(50).prefault([]),
  }),
  detection: z.strictObject({
    how: Text,
    detectedAt: Instant.optional(),
    whyNotSooner: Text,
  }),
  response: z.strictObject({
    wentWell: z.array(Line).max(100).prefault([]),
    wentBadly: z.array(Line).max(100).prefault([]),
    gotLucky: z.array(Line).max(100).prefault([]),
  }),
  /** For the record that finds no human or procedural cause: somebody looked, and says why there is none. */
  humanFactor: z.strictObject({ consideredNoneBecause: z.string().min(20).max(4_000) }),
} as const;

export const SectionName = z.enum(['summary', 'impact', 'detection', 'response', 'humanFactor']);
export type SectionName = z.infer<typeof SectionName>;

export const Sections = z.object(SECTIONS).partial();
export type Sections = z.infer<typeof Sections>;

/** A section's name with content of its shape. */
export const WrittenSection = z.discriminatedUnion('section', [
  z.object({ section: z.literal('summary'), content: SECTIONS.summary }),
  z.object({ section: z.literal('impact'), content: SECTIONS.impact }),
  z.object({ section: z.literal('detection'), content: SECTIONS.detection }),
  z.object({ section: z.literal('response'), content: SECTIONS.response }),
  z.object({ section: z.literal('humanFactor'), content: SECTIONS.humanFactor }),
]);
export type WrittenSection = z.infer<typeof WrittenSection>;

/** Technical, procedural or human: a review that stops at the technical cause has stopped too soon. */
export const RootCauseDraft = z.strictObject({
  kind: z.enum(['technical', 'procedural', 'human']),
  statement: z.string().min(10).max(4_000),
  whys: z.array(Line).max(10).prefault([]),
});
export const RootCause = RootCauseDraft.extend({ id: PartId });
export type RootCause = z.infer<typeof RootCause>;

export const ContributingFactorDraft = z.strictObject({
  kind: z.enum(['system vulnerability', 'human factor', 'process gap', 'third party']),
  statement: z.string().min(10).max(4_000),
});
export const ContributingFactor = ContributingFactorDraft.extend({ id: PartId });
export type ContributingFactor = z.infer<typeof ContributingFactor>;
