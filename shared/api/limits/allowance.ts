import type { ApiPolicy } from '../../domain/access/api-policy.ts';
import type { Author } from '../../domain/words/person.ts';

const MINUTE_MS = 60_000;
/** Portions of a minute's allowance: one write of the shared count for each, and what an instance may leave unused of it. */
const PORTIONS = 30;

/** A caller used up what it may call in a minute. */
export class OverAllowance extends Error {
  readonly retryAfterSeconds: number;

  constructor(perMinute: number, retryAfterSeconds: number) {
    super(
      `this minute's calls are used up: ${perMinute} points for each caller, of which a read takes 1, a write 2, and a search, ` +
        `an export, CSV or a look through the log 10; ask again in ${retryAfterSeconds} s`,
    );
    this.name = 'OverAllowance';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type AllowanceParts = {
  perMinute: ApiPolicy['perMinute'];
  /** Adds to what a caller used in a minute, where all instances see it. @returns the sum with it */
  count: (who: string, minute: string, points: number) => Promise<number>;
  now: () => string;
};

export type CallerAllowances = {
  /** @throws OverAllowance */
  spend: (caller: Author, points: number) => Promise<void>;
};

/**
 * What each caller may call in a minute. An instance of the function takes a portion of it from the shared count, and spends that by
 * itself: a count for each call would cost a write for each, and a count in memory would be as many limits as there are instances.
 *
 *     shared   0 ─ +10 ─────────── +10 ───── … ───── +10: over the limit, so nothing more until the minute ends
 *     one          10 9 8 … 0          10 9 …
 *     another               10 9 …
 */
export function callerAllowances({ perMinute, count, now }: AllowanceParts): CallerAllowances {
  let minute = '';
  let left = new Map<string, number>();
  let usedUp = new Set<string>();

  return {
    async spend({ kind, id }, points) {
      const at = now();
      const thisMinute = at.split(':', 2).join(':');
      if (thisMinute !== minute) {
        minute = thisMinute;
        left = new Map();
        usedUp = new Set();
      }
      const who = `${kind}#${id}`;
      const limit = kind === 'machine' ? perMinute.program : perMinute.person;
      const over = () => new OverAllowance(limit, Math.ceil((MINUTE_MS - (Date.parse(at) % MINUTE_MS)) / 1_000));
      if (usedUp.has(who)) throw over();
      // Of this minute, also where the next one begins while the count is asked.
      const ours = left;
      const have = ours.get(who) ?? 0;
      if (have >= points) {
        ours.set(who, have - points);
        return;
      }
      // Before it is known, so that calls that arrive meanwhile do not spend it, too.
      ours.set(who, 0);
      const portion = Math.max(points - have, Math.ceil(limit / PORTIONS));
      const sum = await count(who, thisMinute, portion);
      if (sum > limit) {
        usedUp.add(who);
        throw over();
      }
      ours.set(who, (ours.get(who) ?? 0) + have + portion - points);
    },
  };
}
