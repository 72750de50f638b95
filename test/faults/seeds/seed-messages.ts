import * as z from 'zod';
import { Topology } from '../../../local/aws-model/stack-topology.ts';

/** Messages between the two sides of a run, over the pipe between their processes. */
export const SeedTask = z.discriminatedUnion('kind', [
  /** `without` names a safeguard that is taken out. */
  z.object({ kind: z.literal('begin'), topology: Topology, without: z.string().optional(), site: z.string() }),
  z.object({ kind: z.literal('seeds'), from: z.int(), count: z.int() }),
]);
export type SeedTask = z.infer<typeof SeedTask>;

export const Result = z.object({
  done: z.int(),
  steps: z.int(),
  /** Seeds that broke a promise, with what is to be said about each. */
  failures: z.array(z.object({ seed: z.int(), report: z.string() })),
});
export type Result = z.infer<typeof Result>;
