import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';

/** Time in which the intake of evidence was down. */
export const IntakeDown = z.object({ from: Instant, to: Instant });
export type IntakeDown = z.infer<typeof IntakeDown>;

/** The intake beats every five minutes. Without one for so long it was down: a deployment, or a lost beat or two, is no outage. */
const DOWN_AFTER_MS = 900_000;

/** @returns undefined when these two beats follow each other as they should */
export function downBetween(from: string, to: string): IntakeDown | undefined {
  return Date.parse(to) - Date.parse(from) > DOWN_AFTER_MS ? { from, to } : undefined;
}
