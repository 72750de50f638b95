import * as z from 'zod';
import { isYear, startOf } from './veris-time.ts';

const Words = z.array(z.string()).prefault([]);
const Span = z.looseObject({ unit: z.string(), value: z.number().optional() });
const Day = z.looseObject({ year: z.int(), month: z.int().optional(), day: z.int().optional() });
/** A record begins at a time, so this one has to be a date. */
const Began = Day.superRefine((day, { addIssue }) => {
  if (startOf(day) !== undefined) return;
  const text = [String(day.year).padStart(4, '0'), day.month, day.day]
    .flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))
    .join('-');
  const message = isYear(day.year) ? `${text} is no date` : `expected a year from 1970 on, not ${day.year}`;
  addIssue({ code: 'custom', message, path: isYear(day.year) ? [] : ['year'] });
});

/** A word that helps where it is one. What is odd stays in the facts alone, and costs the incident nothing. */
const Odd = z.string().optional().catch(undefined);

const Action = z.looseObject({
  variety: Words,
  vector: Words,
  result: Words,
  target: Words,
  name: z.string().optional(),
  notes: z.string().optional(),
  cve: Odd,
});
const Actor = z.looseObject({ variety: Words, motive: Words, name: Words, notes: z.string().optional() });

/**
 * The part of VERIS 1.3 and 1.4 that has a home of its own in a record. Every field, these and all others, is kept as a fact
 * besides. http://veriscommunity.net/schema-docs.html
 */
export const VerisIncident = z.looseObject({
  schema_version: z.string(),
  incident_id: z.string().min(1),
  summary: z.string().prefault(''),
  reference: z.string().prefault(''),
  control_failure: z.string().optional(),
  victim: z.looseObject({ victim_id: z.string().optional() }).prefault({}),
  action: z.record(z.string(), Action),
  actor: z.record(z.string(), Actor),
  asset: z
    .looseObject({
      assets: z.array(z.looseObject({ variety: z.string(), amount: z.int().nonnegative().optional() })).prefault([]),
    })
    .prefault({}),
  attribute: z
    .looseObject({
      confidentiality: z
        .looseObject({
          data: z.array(z.looseObject({ variety: z.string(), amount: z.int().nonnegative().optional() })).prefault([]),
          data_disclosure: z.string().optional(),
          data_victim: Words,
          notes: z.string().optional(),
        })
        .optional(),
      integrity: z.looseObject({ variety: Words, notes: z.string().optional() }).optional(),
      availability: z
        .looseObject({ variety: Words, duration: Span.optional(), notes: z.string().optional() })
        .optional(),
    })
    .prefault({}),
  timeline: z.looseObject({
    incident: Began,
    compromise: Span.optional(),
    exfiltration: Span.optional(),
    discovery: Span.optional(),
    containment: Span.optional(),
  }),
  discovery_method: z.record(z.string(), z.unknown()).prefault({}),
  discovery_notes: z.string().optional(),
  notes: Odd,
  ioc: z.array(z.looseObject({ indicator: Odd, comment: Odd }).catch({})).catch([]),
  impact: z
    .looseObject({
      overall_rating: z.string().optional(),
      overall_amount: z.number().nonnegative().optional(),
      iso_currency_code: z.string().optional(),
      notes: z.string().optional(),
    })
    .prefault({}),
  plus: z.looseObject({ timeline: z.looseObject({ notification: Day.partial().optional() }).optional() }).prefault({}),
});
export type VerisIncident = z.infer<typeof VerisIncident>;
