import { setTimeout as wait } from 'node:timers/promises';
import type { Floor, KeptFloors, ToldOfLimits } from '../../domain/ticket/shared-limits.ts';
import { JiraPostponed } from '../jira-errors.ts';
import { floorIn } from './floor.ts';
import { type LimitedRequest, limitScopesOf } from './limit-scope.ts';

export type SiteLimits = ReturnType<typeof siteLimits>;

export type LimitsOptions = {
  kept: KeptFloors;
  /** How long a request may take. */
  timeoutMs: number;
  /** How long whoever asks may still run; without a limit by default. */
  timeLeftMs?: (() => number) | undefined;
  pause?: ((ms: number) => Promise<unknown>) | undefined;
  /** At least 0, less than 1. */
  random?: (() => number) | undefined;
  /** Milliseconds since 1970. */
  clock?: (() => number) | undefined;
  told?: ToldOfLimits | undefined;
};

/**
 * A run waits so long for its turn: a tenth of what it has left, within these bounds. Beyond that the work is postponed: a function
 * that waits is paid for, and a sweep that gives up at once begins anew.
 */
const longestWaitMs = (leftMs: number): number => Math.min(30_000, Math.max(5_000, leftMs / 10));
/** Time kept for the caller, to do something with the answer. */
const RESERVE_MS = 3_000;
/** Requests that waited for the same moment go out within this time, and not all at once. */
const SPREAD_MS = 250;

const TELL_NOBODY: ToldOfLimits = { sent: () => {}, postponed: () => {}, limited: () => {}, remaining: () => {} };

/**
 * Limits of one Jira site, shared by all functions: what one is told, all keep.
 *
 *     function A: send ─▶ 429, Retry-After 30 ─▶ floor in the table
 *     function B: floor? ─▶ 30 s: too long ─▶ postponed, nothing is sent
 *     function C:                                  30 s later: floor? ─▶ over ─▶ send
 */
export function siteLimits({ kept, timeoutMs, ...options }: LimitsOptions) {
  const { timeLeftMs = () => Number.POSITIVE_INFINITY, pause = wait, random = Math.random } = options;
  const { clock = Date.now, told = TELL_NOBODY } = options;
  const readNow = sharedRead(kept.read);
  /** Told to this function itself. They hold also when they could not be kept. */
  const own = new Map<Floor['scope'], Floor>();

  async function latestFloor(request: LimitedRequest): Promise<Floor | undefined> {
    const scopes: ReadonlySet<string> = new Set(limitScopesOf(request));
    const floors = [...(await readNow()), ...own.values()].filter(({ scope }) => scopes.has(scope));
    return floors.toSorted((a, b) => b.notBefore - a.notBefore)[0];
  }

  return {
    /**
     * Waits until a request may leave.
     *
     * @throws JiraPostponed when that takes longer than the caller has, or than is worth waiting for
     */
    async turnOf(request: LimitedRequest): Promise<void> {
      const endpoint = `${request.method} ${request.path}`;
      for (;;) {
        const floor = await latestFloor(request).catch((cause: unknown) => {
          throw new JiraPostponed(endpoint, undefined, 'the limits of the site cannot be read now', { cause });
        });
        const waitMs = floor === undefined ? 0 : floor.notBefore - clock();
        // A function that was frozen in between wakes up in a later run, and what it read is old.
        if (timeLeftMs() <= 0) throw new JiraPostponed(endpoint, undefined, 'the time of this run is over');
        if (floor === undefined || waitMs <= 0) break;
        if (waitMs > longestWaitMs(timeLeftMs()) || waitMs + SPREAD_MS + timeoutMs + RESERVE_MS > timeLeftMs()) {
          told.postponed();
          throw new JiraPostponed(endpoint, waitMs, floor.reason);
        }
        await pause(waitMs + Math.round(random() * SPREAD_MS));
      }
    },

    /** A request goes out. */
    sent: (): void => told.sent(),

    /** Keeps the floor that an answer names. It never throws: the answer is what counts. */
    async learn(request: LimitedRequest, answer: Pick<Response, 'status' | 'headers'>): Promise<void> {
      const remaining = Number(answer.headers.get('x-ratelimit-remaining') ?? Number.NaN);
      if (Number.isFinite(remaining)) told.remaining(remaining);
      const floor = floorIn(request, answer, clock());
      if (floor === undefined) return;
      if ((own.get(floor.scope)?.notBefore ?? 0) < floor.notBefore) own.set(floor.scope, floor);
      const isKept = await kept.raise(floor).then(
        () => true,
        () => false,
      );
      told.limited(floor, isKept);
    },
  };
}

/**
 * One read for all who ask while another is under way. Who asks never gets one that began before: what was kept in between would not be
 * in it.
 */
function sharedRead<Read>(read: () => Promise<Read>): () => Promise<Read> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<Read> | undefined;
  return () => {
    next ??= underWay
      .catch(() => undefined)
      .then(() => {
        const begun = read();
        underWay = begun;
        next = undefined;
        return begun;
      });
    return next;
  };
}
