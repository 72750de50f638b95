import * as z from 'zod';
import { ATTACK_VERSION, techniqueOf } from '../../knowledge/attack.ts';
import { type Words, WRITTEN } from '../../words/words.ts';

/** https://attack.mitre.org: a technique or sub-technique. Versions of ATT&CK rename and retire them. */
export const TechniqueId = z
  .string()
  .regex(/^T\d{4}(\.\d{3})?$/, { error: 'expected an ATT&CK technique id, such as T1566 or T1566.002' });

/** https://www.cve.org/About/Process: a year and four digits or more. */
export const CveId = z.string().regex(/^CVE-\d{4}-\d{4,19}$/, { error: 'expected a CVE id, such as CVE-2021-44228' });

/** How they got in. The words of VERIS and of ATT&CK's initial access, where those have one. */
export const AttackVector = z.enum([
  'phishing',
  'exploited vulnerability',
  'valid accounts',
  'misconfiguration',
  'malware',
  'supply chain',
  'insider misuse',
  'error',
  'physical',
  'loss or theft',
  'denial of service',
  'unknown',
]);

const actor = (words: Words) =>
  z.strictObject({
    kind: z.enum(['external', 'internal', 'partner', 'none', 'unknown']),
    variety: words.line.optional(),
    motive: words.line.optional(),
    name: words.line.optional(),
  });

/** Indicator of compromise, to look for elsewhere. Plain text: whoever shows it takes care that nobody clicks on it. */
const indicator = (words: Words) =>
  z.strictObject({
    kind: z.enum(['domain', 'IP address', 'URL', 'file hash', 'e-mail address', 'account', 'package', 'other']),
    value: words.line,
    note: words.line.optional(),
  });

const isKnown = (id: string): boolean => techniqueOf(id) !== undefined;

/** Somebody who writes now names techniques that there are; what was taken stays readable, whatever it names. */
const knownTechniques = (words: Words) =>
  words !== WRITTEN
    ? []
    : [
        z.check<{ techniques: { id: string }[]; attackVersion?: string | undefined }>(({ value, issues }) => {
          const { techniques, attackVersion = ATTACK_VERSION } = value;
          // Of another version, newer or older, nobody here knows the ids.
          if (attackVersion !== ATTACK_VERSION) return;
          for (const [index, { id }] of techniques.entries()) {
            if (isKnown(id)) continue;
            const message =
              `ATT&CK ${ATTACK_VERSION} has no technique ${id}: look it up by GET /knowledge/techniques, ` +
              'or name the version that has it as attackVersion';
            issues.push({ code: 'custom', path: ['techniques', index, 'id'], message, input: id });
          }
        }),
      ];

export const attack = (words: Words) =>
  z
    .strictObject({
      vectors: z.array(AttackVector).min(1).max(12),
      description: words.text.optional(),
      vulnerabilities: z
        .array(
          z.strictObject({
            cve: CveId.optional(),
            description: words.line,
            /** CVSS base score, 0 to 10. https://www.first.org/cvss/ */
            cvss: z
              .number()
              .min(0)
              .max(10)
              .refine((score) => score === 0 || score >= 0.1, { error: 'expected 0, or 0.1 to 10' })
              .optional(),
            isKnownExploited: z.boolean().optional(),
          }),
        )
        .max(100)
        .prefault([]),
      techniques: z
        .array(z.strictObject({ id: TechniqueId, note: words.line.optional() }))
        .max(200)
        .prefault([]),
      /** The version of ATT&CK that the ids are of, such as 19.1. */
      attackVersion: z
        .string()
        .regex(/^\d{1,3}(\.\d{1,3})?$/, { error: 'expected a version of ATT&CK, such as 19.1' })
        .optional(),
      actor: actor(words).optional(),
      /** Others who had a hand in it: an insider who sold, a partner through whom they came. */
      otherActors: z.array(actor(words)).max(10).optional(),
      indicators: z.array(indicator(words)).max(500).optional(),
    })
    .check(...knownTechniques(words));
