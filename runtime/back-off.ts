import { setTimeout as wait } from 'node:timers/promises';

const FIRST_MS = 20;
const LONGEST_MS = 400;

/** Waits before a race is run again: exponential with full jitter, so that two losers do not meet again. */
export async function backOff(attempt: number): Promise<void> {
  await wait(Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt));
}
