import * as z from 'zod';
import { Duration } from '../words/duration.ts';
import { instruction } from '../words/marks.ts';
import { STORED, type Words, WRITTEN } from '../words/words.ts';
import { EvidenceSource, Resource, Subject } from './signal.ts';

/** Number of sources that have to pass: all that the plan names, any one of them, or so many. */
const Need = z.union([z.enum(['all', 'any']), z.int().min(1).max(10)]);

const signalCheck = z.strictObject({
  kind: z.literal('signal'),
  subject: Subject,
  /** Sources that decide; without them, every source does. Others are shown. */
  sources: z.array(EvidenceSource).min(1).max(10).optional(),
  need: Need.optional(),
  /** Resources that each have to pass; without them, all about which a source has spoken. */
  resources: z.array(Resource).min(1).max(50).optional(),
  /** The check proves the fix only when it was seen failing before: one that never failed proves little. */
  seenFailingBefore: z.literal(true).optional(),
});

const checkWith = (statement: z.ZodString) =>
  z.discriminatedUnion('kind', [
    signalCheck,
    z.strictObject({ kind: z.literal('attestation'), statement: instruction(statement) }),
    z.strictObject({ kind: z.literal('ticket state') }),
  ]);

/** Stored statements may be longer: they are from before the limit of a sentence or two. */
const statementThatStands = (words: Words) => words.prose(10, 2_000);

export const Check = checkWith(statementThatStands(STORED));
export type Check = z.infer<typeof Check>;
export type CheckKind = Check['kind'];

/** How a fix will be shown to work. Each step is a time after the claim; without steps, the policy's apply. */
const planWith = (statement: z.ZodString, reason: z.ZodString) =>
  z.strictObject({
    checks: z.array(checkWith(statement)).min(1).max(10),
    steps: z.array(Duration).min(1).max(10).optional(),
    /** Reason why nothing but its ticket can show the fix. Such a fix is done, and never proven. */
    untestedBecause: reason.optional(),
  });
export const verificationPlan = (words: Words) => planWith(statementThatStands(words), words.prose(10, 1_000));
export const VerificationPlan = verificationPlan(STORED);
export type VerificationPlan = z.infer<typeof VerificationPlan>;

/** Plan as a person writes it. */
export const VerificationPlanDraft = planWith(WRITTEN.prose(10, 500), WRITTEN.prose(10, 1_000));

/** True when a plan looks at nothing but its ticket, which only says that somebody was done. */
export const isUntested = ({ checks }: Pick<VerificationPlan, 'checks'>): boolean =>
  checks.every(({ kind }) => kind === 'ticket state');
