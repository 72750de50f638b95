import * as z from 'zod';
import { Instant, PartId } from '../words/identifiers.ts';
import { Person } from '../words/person.ts';
import { STORED, WRITTEN } from '../words/words.ts';

/** A person's word that a statement holds. `check` is the index of the plan's check that it answers. */
export const Attestation = z.object({
  id: PartId,
  check: z.int().nonnegative(),
  outcome: z.enum(['pass', 'fail']),
  note: STORED.prose(1, 4_000),
  by: Person,
  at: Instant,
});
export type Attestation = z.infer<typeof Attestation>;

export const AttestationDraft = z.strictObject({
  ...Attestation.pick({ check: true, outcome: true }).shape,
  note: WRITTEN.prose(1, 4_000),
});
