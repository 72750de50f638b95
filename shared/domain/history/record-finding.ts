import * as z from 'zod';
import type { AnchoredHead } from './anchor.ts';

/** A contradiction between log, state and anchors, and the item or file that shows it. */
export const RecordFinding = z.object({
  kind: z.enum(['missing record', 'broken chain', 'head', 'anchor', 'state', 'unreadable']),
  where: z.string(),
  what: z.string(),
});
export type RecordFinding = z.infer<typeof RecordFinding>;

/** A head that somebody wrote down at the time, and where. */
export type Witness = AnchoredHead & { where: string };

/** Heads of a record's log and of its looks, the oldest first. */
export type Witnesses = { log: readonly Witness[]; looks: readonly Witness[] };
export const NO_WITNESSES: Witnesses = { log: [], looks: [] };
