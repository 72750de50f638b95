import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { durationMs } from '../domain/words/duration.ts';

/** Clocks of functions differ, and Jira counts the time of a search in whole minutes. */
const SLACK_MS = 300_000;

/**
 * How far a sweep looks back behind the one before it, in milliseconds: what Jira's search did not show then, it surely
 * shows after its longest lag.
 */
export function overlapMs({ remediation }: Pick<HoldfastConfig, 'remediation'>): number {
  return durationMs(remediation.create.indexLag) + SLACK_MS;
}
