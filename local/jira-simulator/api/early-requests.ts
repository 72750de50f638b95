import { endpointOf } from './rate-limits.ts';
import type { SimulatorAnswer } from './route.ts';

/** A request that came before the time that Jira had named in a 429 or 503 for the same part of the site. */
export type EarlyRequest = {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  /** Part of the site for which it should have waited. */
  readonly scope: string;
  readonly earlyByMs: number;
};

type Parts = {
  readonly clock: () => Date;
  readonly issueIdOf: (idOrKey: string) => string | undefined;
  /** Requests that come so soon after the answer were under way when it was given. */
  readonly underWayMs: number;
};

export type EarlyRequests = ReturnType<typeof createEarlyRequests>;

/** Counts who does not wait for as long as Jira asks. A client that keeps to Retry-After makes none. */
export function createEarlyRequests({ clock, issueIdOf, underWayMs }: Parts) {
  const asked = new Map<string, readonly { at: number; until: number }[]>();
  const early: EarlyRequest[] = [];

  return {
    arrived(method: string, path: string): void {
      const now = clock().getTime();
      for (const scope of scopesOf(method, path)) {
        // Each is judged by itself: of one that was named a moment ago nobody can know, of those before it everybody.
        const broken = (asked.get(scope) ?? []).filter(({ at, until }) => now < until && now - at > underWayMs);
        if (broken.length === 0) continue;
        const until = Math.max(...broken.map((one) => one.until));
        early.push({ at: new Date(now), method, path, scope, earlyByMs: until - now });
      }
    },

    answered(method: string, path: string, { status, headers = {} }: SimulatorAnswer): void {
      const seconds = Number(headers['retry-after'] ?? 0);
      if ((status !== 429 && status !== 503) || seconds <= 0) return;
      const now = clock().getTime();
      const scope = scopeOf(method, path, status, headers['ratelimit-reason']);
      const open = (asked.get(scope) ?? []).filter(({ until }) => until > now);
      asked.set(scope, [...open, { at: now, until: now + seconds * 1_000 }]);
    },

    all: (): readonly EarlyRequest[] => early,
  };

  function scopeOf(method: string, path: string, status: number, reason: string | undefined): string {
    if (status === 503 || reason?.startsWith('jira-quota') === true) return 'site';
    const issue = reason === 'jira-per-issue-on-write' ? issueIn(path) : undefined;
    return issue ?? `${method} ${endpointOf(path)}`;
  }

  function scopesOf(method: string, path: string): string[] {
    const issue = method === 'GET' ? undefined : issueIn(path);
    return ['site', `${method} ${endpointOf(path)}`, ...(issue === undefined ? [] : [issue])];
  }

  function issueIn(path: string): string | undefined {
    const named = /\/issue\/([^/]+)/.exec(path)?.[1];
    const id = named === undefined ? undefined : issueIdOf(named);
    return id === undefined ? undefined : `issue ${id}`;
  }
}
