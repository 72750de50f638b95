import * as z from 'zod';

/** Payload by which the scheduler calls the intake of signals, as JSON. No request of the API looks like it: what people send is its body. */
export const INTAKE_BEAT = JSON.stringify({ intakeBeat: true });

const IntakeBeat = z.strictObject({ intakeBeat: z.literal(true) });
export type IntakeBeat = z.infer<typeof IntakeBeat>;

export const isIntakeBeat = (event: unknown): event is IntakeBeat => IntakeBeat.safeParse(event).success;
