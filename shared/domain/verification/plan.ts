import * as z from 'zod';
import { Duration } from '../words/duration.ts';
import { instruction } from '../words/marks.ts';
import { STORED, type Words, WRITTEN } from '../words/words.ts';
import { Subject } from './signal.ts';

const checkWith = (statement: z.ZodString) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('signal'), subject: Subject }),
    z.strictObject({ kind: z.literal('attestation'), statement: instruction(statement) }),
    z.strictObject({ kind: z.literal('ticket state') }),
  ]);

/** Stored statements may be longer: they are from before the limit of a sentence or two. */
const statementThatStands = (words: Words) => words.prose(10, 2_000);

export const Check = checkWith(statementThatStands(STORED));
export type Check = z.infer<typeof Check>;
export type CheckKind = Check['kind'];

/** How a fix will be shown to work. Each step is a time after the claim; without steps, the policy's apply. */
const planWith = (statement: z.ZodString) =>
  z.strictObject({
    checks: z.array(checkWith(statement)).min(1).max(10),
    steps: z.array(Duration).min(1).max(10).optional(),
  });
export const verificationPlan = (words: Words) => planWith(statementThatStands(words));
export const VerificationPlan = verificationPlan(STORED);
export type VerificationPlan = z.infer<typeof VerificationPlan>;

/** Plan as a person writes it. */
export const VerificationPlanDraft = planWith(WRITTEN.prose(10, 500));
