import { JiraRateLimited } from './jira-errors.ts';

/**
 * Says whether a run failed for nothing but that Jira wants us to wait: then its work is put off, and nothing is broken. Limits that
 * could not be read are another matter: that error has a cause of its own.
 */
export function isOnlyLimited(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isOnlyLimited);
  if (error instanceof JiraRateLimited) return error.cause === undefined;
  return error instanceof Error && isOnlyLimited(error.cause);
}
