import type { SimulatorAnswer } from './route.ts';

/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
export type RateLimitOptions = {
  /** Default: the bursts and writes that Jira documents. `off` is kinder than any Jira. */
  readonly kind: 'off' | 'Cloud' | 'Data Center';
  /** Quota of an app; API tokens have none. */
  readonly pointsAnHour?: number;
};

type LimitParts = RateLimitOptions & {
  readonly clock: () => Date;
  /** Id of the issue, so that writes by its key and by its id count as one. */
  readonly issueIdOf: (idOrKey: string) => string | undefined;
};

type Limit = { readonly headers: Readonly<Record<string, string>> } | { readonly refusal: SimulatorAnswer };
type Headers = Readonly<Record<string, string>>;

const perSecond: Readonly<Record<string, number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };
/** Endpoints with a burst of their own. */
const wider: Readonly<Record<string, number>> = { 'GET issue/*': 150, 'GET issue/*/changelog': 200 };
const writeWindows = [
  { most: 20, ms: 2_000 },
  { most: 100, ms: 30_000 },
];
const hourMs = 3_600_000;

export type RateLimits = ReturnType<typeof createRateLimits>;

/** Three limits at once: bursts at one endpoint, writes to one issue, and points an hour. Each has a scope of its own. */
export function createRateLimits({ kind, pointsAnHour, clock, issueIdOf }: LimitParts) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const writes = new Map<string, number[]>();
  let points = { hour: -1, used: 0 };
  return { ask };

  /** Counts the request, or says why it has to wait. A refused request counts for nothing. */
  function ask(method: string, path: string): Limit {
    if (kind === 'off') return { headers: {} };
    const now = clock().getTime();
    const quota = askQuota(method, now);
    if ('refusal' in quota) return quota;
    const issue = askIssue(method, path, now);
    if (issue !== undefined) return { refusal: issue };
    const endpoint = `${method} ${endpointOf(path)}`;
    const most = wider[endpoint] ?? perSecond[method] ?? 50;
    const left = take(endpoint, most, now);
    if (kind === 'Data Center') return dataCenterLimit(left, most);
    if (left === undefined) return { refusal: tooMany('jira-burst-based', 1, now, most) };
    return { headers: { ...quota.headers } };
  }

  function askQuota(method: string, now: number): Limit {
    if (pointsAnHour === undefined) return { headers: {} };
    const hour = Math.floor(now / hourMs);
    if (points.hour !== hour) points = { hour, used: 0 };
    const cost = method === 'GET' ? 2 : 1;
    if (points.used + cost > pointsAnHour) {
      const waitSeconds = Math.ceil(((hour + 1) * hourMs - now) / 1_000);
      return { refusal: tooMany('jira-quota-tenant-based', waitSeconds, now, pointsAnHour) };
    }
    points = { hour, used: points.used + cost };
    return { headers: limitHeaders(pointsAnHour, pointsAnHour - points.used) };
  }

  function askIssue(method: string, path: string, now: number): SimulatorAnswer | undefined {
    const named = /\/issue\/([^/]+)/.exec(path)?.[1];
    const id = named === undefined ? undefined : issueIdOf(named);
    if (method === 'GET' || id === undefined) return undefined;
    const times = (writes.get(id) ?? []).filter((at) => now - at < hourMs);
    for (const { most, ms } of writeWindows) {
      const within = times.filter((at) => now - at < ms);
      if (within.length < most) continue;
      const waitSeconds = Math.ceil((ms - (now - (within[0] ?? now))) / 1_000);
      return tooMany('jira-per-issue-on-write', waitSeconds, now, most);
    }
    writes.set(id, [...times, now]);
    return undefined;
  }

  /** Takes one token of a bucket that fills again within a second. @returns the tokens left, if there was one */
  function take(endpoint: string, most: number, now: number): number | undefined {
    const known = buckets.get(endpoint) ?? { tokens: most, at: now };
    const tokens = Math.min(most, known.tokens + ((now - known.at) / 1_000) * most);
    buckets.set(endpoint, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
    return tokens < 1 ? undefined : Math.floor(tokens - 1);
  }
}

/** Data Center tells its limit with every answer: `retry-after` is 0 while there is something left, and means nothing then. */
function dataCenterLimit(left: number | undefined, most: number): Limit {
  const headers: Headers = {
    'x-ratelimit-limit': String(most),
    'x-ratelimit-remaining': String(left ?? 0),
    'x-ratelimit-fillrate': String(most),
    'x-ratelimit-interval-seconds': '1',
    'retry-after': left === undefined ? '1' : '0',
  };
  return left === undefined ? { refusal: { status: 429, headers, html: 'Rate limit exceeded.' } } : { headers };
}

function limitHeaders(limit: number, remaining: number): Headers {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    ...(remaining < limit / 5 && { 'x-ratelimit-nearlimit': 'true' }),
  };
}

function tooMany(reason: string, waitSeconds: number, now: number, limit: number): SimulatorAnswer {
  return {
    status: 429,
    headers: {
      'retry-after': String(waitSeconds),
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': new Date(now + waitSeconds * 1_000).toISOString(),
      'ratelimit-reason': reason,
    },
    body: {
      errorMessages: ['The request has been rate-limited. Please try again later.'],
      errors: {},
      status: 429,
    },
  };
}

/** Segments with a digit name one thing; the endpoint is the same for all of them. The API's own version is no such thing. */
export function endpointOf(path: string): string {
  return path.replace(/^\/rest\/api\/\d\//, '').replace(/[^/]*\d[^/]*/g, '*');
}
