import * as z from 'zod';
import { Attack } from './attack.ts';
import { Instant } from './identifiers.ts';
import { Line, Text } from './words.ts';

/** https://csrc.nist.gov/pubs/fips/199/final: how far confidentiality, integrity or availability suffered. */
const Rating = z.strictObject({ rating: z.enum(['none', 'low', 'moderate', 'high']), description: Line.optional() });

const Interval = z.strictObject({ from: Instant, to: Instant.optional() });

/** Who does what in a review. NIST SP 800-61: not the security team alone. */
export const TEAM_ROLES = [
  'facilitator',
  'owner',
  'incident commander',
  'security operations',
  'IT',
  'communications',
  'legal',
  'business',
] as const;

const Framework = z.strictObject({
  objectives: z.array(Line).min(1).max(20),
  scope: Text.optional(),
  team: z
    .array(
      z.strictObject({
        role: z.enum(TEAM_ROLES),
        name: z.string().min(1).max(200),
        email: z.email({ error: 'expected an e-mail address' }).optional(),
      }),
    )
    .max(50)
    .prefault([]),
});

const Cost = z.strictObject({
  /** DynamoDB's client takes no number that JavaScript does not hold exactly. */
  amount: z.number().nonnegative().max(Number.MAX_SAFE_INTEGER),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'expected an ISO 4217 code, such as EUR' }),
  description: Line.optional(),
});

const Impact = z.strictObject({
  description: Text,
  confidentiality: Rating.optional(),
  integrity: Rating.optional(),
  availability: Rating.optional(),
  assets: z
    .array(z.strictObject({ name: Line, kind: Line.optional(), count: z.int().nonnegative().optional() }))
    .max(200)
    .prefault([]),
  services: z.array(Line).max(200).prefault([]),
  /** A word, or a word with how many records of it. */
  dataKinds: z
    .array(
      z.union([
        Line,
        z.strictObject({ kind: Line, records: z.int().nonnegative().optional(), isPersonal: z.boolean().optional() }),
      ]),
    )
    .max(50)
    .prefault([]),
  usersAffected: z.int().nonnegative().optional(),
  customers: z.strictObject({ affected: z.int().nonnegative().optional(), description: Line.optional() }).optional(),
  cost: Cost.optional(),
  /** From the first harm to its end. */
  duration: Interval.optional(),
});

const Detection = z.strictObject({
  how: Text,
  detectedAt: Instant.optional(),
  by: z
    .strictObject({
      /** `third party`: somebody with no tie to us, such as a researcher. */
      kind: z.enum(['tool', 'own staff', 'customer', 'partner', 'third party', 'authority', 'actor', 'unknown']),
      /** The role or the tool, never a name. */
      who: Line.optional(),
    })
    .optional(),
  /** Wanted by every template that wants a detection; old records and other people's may not tell. */
  whyNotSooner: Text.optional(),
});

const Answer = z.enum(['yes', 'partly', 'no']);

const Response = z.strictObject({
  procedures: z
    .array(
      z.strictObject({
        name: Line,
        wasFollowed: Answer,
        wasAdequate: Answer,
        /** The policy or plan in which it stands. */
        policy: Line.optional(),
        note: Line.optional(),
      }),
    )
    .max(100)
    .prefault([]),
  tools: Text.optional(),
  peopleAndSkills: Text.optional(),
  escalation: Text.optional(),
  communication: Text.optional(),
  neededSooner: Text.optional(),
  heldRecoveryBack: Text.optional(),
  containment: z.strictObject({ description: Text, at: Instant.optional() }).optional(),
  eradication: z.strictObject({ description: Text, at: Instant.optional() }).optional(),
  recovery: z.strictObject({ description: Text, at: Instant.optional() }).optional(),
});

/** The sections that are one form each. What grows (timeline, causes, recommendations, lessons) stands apart. */
export const SECTIONS = {
  framework: Framework,
  summary: z.strictObject({ text: Text }),
  impact: Impact,
  attack: Attack,
  detection: Detection,
  response: Response,
  analysis: z.strictObject({
    method: z.enum(['five whys', 'fishbone', 'fault tree', 'barrier analysis', 'timeline analysis', 'STAMP', 'other']),
    /** How the causes worked together: one alone rarely makes an incident. */
    interplay: Text.optional(),
    /** Incidents before it that were like it, and why what was learned from them did not prevent this one. */
    earlier: Text.optional(),
  }),
  /** For the record that finds no human or procedural cause: somebody looked, and says why there is none. */
  humanFactor: z.strictObject({ consideredNoneBecause: z.string().min(20).max(4_000) }),
  sharing: z.strictObject({
    /** What was told to whom outside, beyond the notifications: an ISAC, partners, the public. */
    text: Text.optional(),
    noNotificationBecause: z.string().min(20).max(4_000).optional(),
  }),
  /** Of an imported record: what its first home said of it in words that no other field has, kept letter by letter. */
  source: z.strictObject({
    /** The name of the vocabulary, such as VERIS, and its version. */
    vocabulary: Line,
    version: Line.optional(),
    facts: z.array(z.strictObject({ name: Line, value: Text })).max(500),
  }),
} as const;

/** Hundredths, whatever binary makes of them: `multipleOf(0.01)` refuses 0.07. */
const isInHundredths = (amount: number): boolean =>
  Number.isInteger(amount) || Math.round(amount * 100) / 100 === amount;

/** What a person may write: a converted or counted sum, as files bring it, may have more decimals. */
export const SECTION_DRAFTS = {
  ...SECTIONS,
  impact: Impact.extend({
    cost: Cost.extend({
      amount: Cost.shape.amount.refine(isInHundredths, { error: 'expected two decimals at the most' }),
    }).optional(),
  }),
} as const;

export const SECTION_NAMES = [
  'framework',
  'summary',
  'impact',
  'attack',
  'detection',
  'response',
  'analysis',
  'humanFactor',
  'sharing',
  'source',
] as const satisfies readonly (keyof typeof SECTIONS)[];
export const SectionName = z.enum(SECTION_NAMES);
export type SectionName = z.infer<typeof SectionName>;

export const Sections = z.object(SECTIONS).partial();
export type Sections = z.infer<typeof Sections>;

/** A section's name with content of its shape. */
export const WrittenSection = z.discriminatedUnion('section', [
  z.object({ section: z.literal('framework'), content: SECTIONS.framework }),
  z.object({ section: z.literal('summary'), content: SECTIONS.summary }),
  z.object({ section: z.literal('impact'), content: SECTIONS.impact }),
  z.object({ section: z.literal('attack'), content: SECTIONS.attack }),
  z.object({ section: z.literal('detection'), content: SECTIONS.detection }),
  z.object({ section: z.literal('response'), content: SECTIONS.response }),
  z.object({ section: z.literal('analysis'), content: SECTIONS.analysis }),
  z.object({ section: z.literal('humanFactor'), content: SECTIONS.humanFactor }),
  z.object({ section: z.literal('sharing'), content: SECTIONS.sharing }),
  z.object({ section: z.literal('source'), content: SECTIONS.source }),
]);
export type WrittenSection = z.infer<typeof WrittenSection>;
