import { Duration, durationMs } from '../../words/duration.ts';
import type { Author } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import { claimToJudge, type Remediation } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { ids } from './rules.ts';

/** A fix is judged when something is heard of it, and when time changes its verdict: asking more often brings nothing new. */
const ASKED_AT_MOST_EVERY_MS = durationMs(Duration.parse('PT1M'));

/** Somebody asked a moment ago where the fix stands. */
export class AskedTooSoon extends Error {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`the fix was checked less than a minute ago; ask again in ${retryAfterSeconds} s, or read the remediation`);
    this.name = 'AskedTooSoon';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Notes that somebody asks where a claimed fix stands, so that every look can be told later.
 *
 * @throws Refusal when there is no claim to judge, AskedTooSoon
 */
export function askForCheck(state: Remediation, by: Author, now: string): RemediationEvent[] {
  if (claimToJudge(state) === undefined) {
    throw new Refusal('wrong state', `the remediation is ${state.state}; it can be checked once its ticket is done`);
  }
  const waitMs = Date.parse(state.checkAskedAt ?? '') + ASKED_AT_MOST_EVERY_MS - Date.parse(now);
  if (waitMs > 0) throw new AskedTooSoon(Math.ceil(waitMs / 1_000));
  return [{ type: 'Remediation Check Asked For', data: { ...ids(state), by, at: now } }];
}
