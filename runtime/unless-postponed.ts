import { isOnlyLimited } from '../shared/jira/only-limited.ts';
import type { Telemetry } from './telemetry.ts';

/**
 * Does the work of a run that comes again by itself. When all that went wrong is that Jira wants us to wait, the run is not failed: the next
 * one does the same work, and a repeat within minutes would be told to wait as well.
 */
export async function unlessPostponed(
  { warn, count }: Pick<Telemetry, 'warn' | 'count'>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isOnlyLimited(error)) throw error;
    count('SweepPostponed');
    warn('postponed to the next run', { because: error instanceof Error ? error.message : String(error) });
  }
}
