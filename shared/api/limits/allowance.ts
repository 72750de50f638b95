import type { ApiPolicy } from '../../domain/access/api-policy.ts';
import type { Author } from '../../domain/words/person.ts';

const MINUTE_MS = 60_000;
/** The most that an instance takes at once is this part of a minute's allowance. */
const PORTIONS = 30;

/** A caller used up what it may call in a minute. */
export class OverAllowance extends Error {
  readonly retryAfterSeconds: number;

  constructor(perMinute: number, retryAfterSeconds: number) {
    super(
      `this minute's calls are used up: ${perMinute} points for each caller, of which a read takes 1, a write 2, and a search, ` +
        `an export, an import, CSV or a look through the log 10; ask again in ${retryAfterSeconds} s`,
    );
    this.name = 'OverAllowance';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type AllowanceParts = {
  perMinute: ApiPolicy['perMinute'];
  /**
   * Adds to what a caller used in a minute, where all instances see it, and adds nothing where the sum would be over the limit.
   *
   * @returns the sum, with the points where they are counted
   */
  count: (
    who: string,
    minute: string,
    asked: { points: number; limit: number },
  ) => Promise<{ isCounted: boolean; used: number }>;
  /** Told once a minute that calls go through that could not be counted. */
  notCounted: (error: unknown) => void;
  now: () => string;
};

export type CallerAllowances = {
  /** @throws OverAllowance */
  spend: (caller: Author, points: number) => Promise<void>;
};

/** What an instance knows of a caller in a minute. */
type Share = {
  /** Taken and not spent yet. */
  have: number;
  /** Asked for beside what the calls need that wait for it. */
  comes: number;
  spent: number;
  /** By all instances, when it was asked last. It only grows. */
  used: number;
};

/**
 * What each caller may call in a minute. An instance of the function takes a portion of it from the shared count, and spends that by
 * itself: a count for each call would cost a write for each, and a count in memory would be as many limits as there are instances.
 *
 *     shared   0 ─ +1 ─ +2 ───── +1 ─ +4 ───── … ───── +40: over the limit, so it is not counted
 *     one          1    2 1            4 3 …            what the call needs alone, or nothing more until the minute ends
 *     another                     1
 *
 * Nobody takes more in advance than it has spent: many instances that begin together would leave portions unused, and the caller would be
 * refused after a few calls. So at least half of the allowance is spent before a call is refused.
 *
 * A call that cannot be counted goes through: the limit protects callers from each other, and is no reason to answer none of them.
 */
export function callerAllowances({ perMinute, count, notCounted, now }: AllowanceParts): CallerAllowances {
  let minute = '';
  let shares = new Map<string, Share>();
  let isToldOf = '';

  return {
    async spend({ kind, id }, points) {
      const at = now();
      const thisMinute = at.split(':', 2).join(':');
      if (thisMinute !== minute) {
        minute = thisMinute;
        shares = new Map();
      }
      const who = `${kind}#${id}`;
      const limit = kind === 'machine' ? perMinute.program : perMinute.person;
      // Of this minute, also where the next one begins while the count is asked.
      const share = shares.get(who) ?? { have: 0, comes: 0, spent: 0, used: 0 };
      shares.set(who, share);
      const own = Math.min(share.have, points);
      // Before it is known, so that calls that arrive meanwhile do not spend it, too.
      share.have -= own;
      let isTaken = own === points;
      try {
        const needed = points - own;
        isTaken ||= await take(share, { needed, limit }, (asked) => count(who, thisMinute, asked));
      } catch (error) {
        share.have += own;
        if (isToldOf !== thisMinute) notCounted(error);
        isToldOf = thisMinute;
        return;
      }
      if (!isTaken) {
        share.have += own;
        throw new OverAllowance(limit, Math.ceil((MINUTE_MS - (Date.parse(at) % MINUTE_MS)) / 1_000));
      }
      share.spent += points;
    },
  };
}

type Need = { needed: number; limit: number };

/** Takes what a call needs, and a portion for later calls where there is enough. @returns false when not even the first is there */
async function take(
  share: Share,
  { needed, limit }: Need,
  count: (asked: { points: number; limit: number }) => ReturnType<AllowanceParts['count']>,
): Promise<boolean> {
  for (const more of new Set([inAdvance(share, { needed, limit }), 0])) {
    // Asked again, it would be refused again: what is used only grows.
    if (limit - share.used < needed) return false;
    share.comes += more;
    try {
      const { isCounted, used } = await count({ points: needed + more, limit });
      share.used = Math.max(share.used, used);
      if (isCounted) {
        share.have += more;
        return true;
      }
    } finally {
      share.comes -= more;
    }
  }
  return false;
}

/** The last of it is taken by halves, so that something is left for the others. */
function inAdvance({ have, comes, spent, used }: Share, { needed, limit }: Need): number {
  const portion = Math.min(Math.ceil(limit / PORTIONS), Math.floor((limit - used) / 2));
  return Math.max(0, Math.min(portion - needed, spent - have - comes));
}
