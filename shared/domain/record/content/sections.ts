import * as z from 'zod';
import { Instant } from '../../words/identifiers.ts';
import { HttpLink, STORED, type Words, WRITTEN } from '../../words/words.ts';
import { attack } from './attack.ts';
import { TimePrecision } from './timeline.ts';

/** https://csrc.nist.gov/pubs/fips/199/final: how far confidentiality, integrity or availability suffered. */
const rating = (words: Words) =>
  z.strictObject({ rating: z.enum(['none', 'low', 'moderate', 'high']), description: words.line.optional() });

const Interval = z.strictObject({ from: Instant, to: Instant.optional() });

/** Roles in a review. NIST SP 800-61: not the security team alone. */
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

const framework = (words: Words) =>
  z.strictObject({
    objectives: z.array(words.line).min(1).max(20),
    /** What became of them, looked at before the record is submitted. `because` of one that was not met, or in part. */
    outcomes: z
      .array(
        z.strictObject({
          objective: words.line,
          outcome: z.enum(['met', 'partly met', 'not met']),
          because: words.reason.optional(),
        }),
      )
      .max(20)
      .optional(),
    scope: words.text.optional(),
    team: z
      .array(
        z.strictObject({
          role: z.enum(TEAM_ROLES),
          name: words.prose(1, 200),
          email: z.email({ error: 'expected an e-mail address' }).optional(),
        }),
      )
      .max(50)
      .prefault([]),
  });

/** DynamoDB's client takes no number that JavaScript does not hold exactly, and DynamoDB none that is nearly 0. */
const Amount = z
  .number()
  .nonnegative()
  .max(Number.MAX_SAFE_INTEGER)
  .refine((amount) => amount === 0 || amount >= 0.000_001, { error: 'expected 0, or at least 0.000001' });

const cost = (words: Words) =>
  z.strictObject({
    amount: Amount,
    currency: z.string().regex(/^[A-Z]{3}$/, { error: 'expected an ISO 4217 code, such as EUR' }),
    description: words.line.optional(),
  });

const impact = (words: Words) =>
  z.strictObject({
    description: words.text,
    confidentiality: rating(words).optional(),
    integrity: rating(words).optional(),
    availability: rating(words).optional(),
    assets: z
      .array(z.strictObject({ name: words.line, kind: words.line.optional(), count: z.int().nonnegative().optional() }))
      .max(200)
      .prefault([]),
    services: z.array(words.line).max(200).prefault([]),
    /** For the record that names neither assets nor services. */
    noSystemsBecause: words.reason.optional(),
    /** A word, or a word with how many records of it. */
    dataKinds: z
      .array(
        z.union([
          words.line,
          z.strictObject({
            kind: words.line,
            records: z.int().nonnegative().optional(),
            isPersonal: z.boolean().optional(),
          }),
        ]),
      )
      .max(50)
      .prefault([]),
    usersAffected: z.int().nonnegative().optional(),
    customers: z
      .strictObject({ affected: z.int().nonnegative().optional(), description: words.line.optional() })
      .optional(),
    cost: cost(words).optional(),
    /** From the first harm to its end. */
    duration: Interval.optional(),
  });

const detection = (words: Words) =>
  z.strictObject({
    how: words.text,
    detectedAt: Instant.optional(),
    /** How exactly that is known, where the timeline does not tell it. */
    precision: TimePrecision.optional(),
    by: z
      .strictObject({
        /** `third party`: somebody with no tie to us, such as a researcher. */
        kind: z.enum(['tool', 'own staff', 'customer', 'partner', 'third party', 'authority', 'actor', 'unknown']),
        /** The role or the tool, never a name. */
        who: words.line.optional(),
      })
      .optional(),
    /** Wanted by every template that wants a detection; old records and other people's may not tell. */
    whyNotSooner: words.text.optional(),
    /** Of a false positive: what made it look like an incident, and what showed that it was none. */
    whyFalsePositive: words.text.optional(),
  });

/**
 * What users of a product of ours are told: the facts of a security advisory, by the words of CSAF and of CVE records.
 * https://docs.oasis-open.org/csaf/csaf/v2.0/csaf-v2.0.html
 */
const advisory = (words: Words) =>
  z.strictObject({
    products: z
      .array(
        z.strictObject({
          name: words.line,
          /** Versions with the weakness, such as `< 5.2.1` or `3.4.0 to 3.4.6`. */
          affectedVersions: words.line,
          /** The first version without it. */
          fixedVersion: words.line.optional(),
          fixedAt: Instant.optional(),
        }),
      )
      .max(100)
      .prefault([]),
    /** What those who use it have to do. */
    advice: words.text.optional(),
    /** Those who found or reported it, by the name under which they want to be thanked. */
    credits: z
      .array(
        z.strictObject({
          name: words.prose(1, 200),
          /** https://cveproject.github.io/cve-schema/schema/docs/: types of credit. */
          for: z.enum(['finder', 'reporter', 'analyst', 'coordinator', 'remediation developer', 'other']),
          url: HttpLink.optional(),
        }),
      )
      .max(50)
      .prefault([]),
    /** When the weakness came in, and by what: a release, a change, a setting. */
    introduced: z
      .strictObject({ at: Instant.optional(), precision: TimePrecision.optional(), by: words.line.optional() })
      .optional(),
    /** Address of the advisory that was published. */
    url: HttpLink.optional(),
  });

const Answer = z.enum(['yes', 'partly', 'no']);

/** Phase of the response. Its time stands here where no entry of the timeline is its milestone. */
const phase = (words: Words) =>
  z.strictObject({ description: words.text, at: Instant.optional(), precision: TimePrecision.optional() });

const response = (words: Words) =>
  z.strictObject({
    procedures: z
      .array(
        z.strictObject({
          name: words.line,
          wasFollowed: Answer,
          wasAdequate: Answer,
          /** The policy or plan in which it stands. */
          policy: words.line.optional(),
          note: words.line.optional(),
          /** For one that was not followed, or not adequate, and that no recommendation mends. */
          noRecommendationBecause: words.reason.optional(),
        }),
      )
      .max(100)
      .prefault([]),
    /** What was done first, and by which role. */
    firstAction: words.text.optional(),
    tools: words.text.optional(),
    peopleAndSkills: words.text.optional(),
    escalation: words.text.optional(),
    communication: words.text.optional(),
    neededSooner: words.text.optional(),
    heldRecoveryBack: words.text.optional(),
    /** Of a near miss or an exercise in which nothing did. */
    nothingWentBadlyBecause: words.reason.optional(),
    containment: phase(words).optional(),
    eradication: phase(words).optional(),
    recovery: phase(words).optional(),
  });

/**
 * The sections that are one form each. What grows (timeline, causes, recommendations, lessons) stands apart.
 *
 * A section is an entry here: its name, its routes, its place in files and in the store follow from it. What cannot follow does
 * not compile without it: an example, a place among what is missing, and a chapter of the export.
 */
export const sections = (words: Words) => ({
  framework: framework(words),
  summary: z.strictObject({ text: words.text }),
  impact: impact(words),
  attack: attack(words),
  advisory: advisory(words),
  detection: detection(words),
  response: response(words),
  analysis: z.strictObject({
    method: z.enum(['five whys', 'fishbone', 'fault tree', 'barrier analysis', 'timeline analysis', 'STAMP', 'other']),
    /** How the causes worked together: one alone rarely makes an incident. */
    interplay: words.text.optional(),
    /** Incidents before it that were like it, and why what was learned from them did not prevent this one. */
    earlier: words.text.optional(),
  }),
  /** For the record that finds no human cause or factor: somebody looked, and says why there is none. */
  humanFactor: z.strictObject({ consideredNoneBecause: words.prose(20, 4_000) }),
  sharing: z.strictObject({
    /** Information shared with others, beyond the notifications: an ISAC, partners, the public. */
    text: words.text.optional(),
    noNotificationBecause: words.prose(20, 4_000).optional(),
  }),
  /** Facts of an imported record for which no other field exists, letter by letter, blanks included. */
  source: z.strictObject({
    /** The name of the vocabulary, such as VERIS, and its version. */
    vocabulary: words.line,
    version: words.line.optional(),
    facts: z.array(z.strictObject({ name: STORED.line, value: STORED.text })).max(500),
  }),
});

export const SECTIONS = sections(STORED);

/** Hundredths, whatever binary makes of them: `multipleOf(0.01)` refuses 0.07. */
const isInHundredths = (amount: number): boolean =>
  Number.isInteger(amount) || Math.round(amount * 100) / 100 === amount;

/** Shapes for what people write. Sums that files bring were converted or counted, and may have more decimals. */
export const SECTION_DRAFTS = {
  ...sections(WRITTEN),
  impact: impact(WRITTEN).extend({
    cost: cost(WRITTEN)
      .extend({ amount: Amount.refine(isInHundredths, { error: 'expected two decimals at the most' }) })
      .optional(),
  }),
} as const;

export const Sections = z.object(SECTIONS).partial();
export type Sections = z.infer<typeof Sections>;

export const SectionName = z.object(SECTIONS).keyof();
export type SectionName = z.infer<typeof SectionName>;
export const SECTION_NAMES: readonly SectionName[] = SectionName.options;

/** A section's name with content of its shape. */
export type WrittenSection = {
  [Name in SectionName]: { section: Name; content: z.output<(typeof SECTIONS)[Name]> };
}[SectionName];
// TypeScript does not see that a name and its content belong together; the schemas of the union see to it.
export const WrittenSection = z
  .custom<z.ZodType<WrittenSection>>()
  .parse(z.union(SECTION_NAMES.map((name) => z.object({ section: z.literal(name), content: SECTIONS[name] }))));
