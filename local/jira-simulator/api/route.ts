import type { User } from '../site/catalogue.ts';

/** A request to one of the routes, read and with its caller known. */
export type SimulatorCall = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON or form fields; `undefined` when the request has no body. */
  readonly body: unknown;
  readonly isForm: boolean;
  readonly caller: User;
};

export type SimulatorAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly html?: string;
};

export type SimulatorRoute = {
  readonly method: string;
  /** Segments that begin with a colon are parameters: `/rest/api/3/issue/:issueIdOrKey`. */
  readonly pattern: string;
  readonly handle: (call: SimulatorCall) => SimulatorAnswer;
};

export type RouteMatch = { readonly route: SimulatorRoute; readonly params: Readonly<Record<string, string>> };

/** The first route that fits, so `/issue/bulk` has to stand before `/issue/:issueIdOrKey`. */
export function matchRoute(routes: readonly SimulatorRoute[], method: string, path: string): RouteMatch | undefined {
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchPattern(route.pattern, path);
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

function matchPattern(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const actual = given[index] ?? '';
    if (segment.startsWith(':') && actual !== '') params[segment.slice(1)] = decodeSegment(actual);
    else if (segment !== actual) return undefined;
  }
  return params;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign: no issue has such a key, so the lookup will say "not found".
    return segment;
  }
}

/** A list in a query string may repeat the name, separate by commas, or both. */
export function listParameter(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

export function numberParameter(query: URLSearchParams, name: string, fallback: number): number {
  const value = Number(query.get(name) ?? fallback);
  return Number.isInteger(value) && value >= 0 ? value : fallback;
}
