/** Part of a Jira site that a limit holds for: all of it, one endpoint, or writes to one issue. */
export type LimitScope = 'all' | `endpoint ${string}` | `issue ${string}`;

/** A request as far as limits are concerned. `path` is without a query. */
export type LimitedRequest = { readonly method: string; readonly path: string };

/** Scopes whose limits hold for a request. */
export function limitScopesOf(request: LimitedRequest): LimitScope[] {
  const issue = issueScope(request);
  return ['all', endpointScope(request), ...(issue === undefined ? [] : [issue])];
}

/**
 * Method and path, with `*` for what names one thing: Jira counts a burst for each endpoint and method. Names of things have a digit
 * or are keys of projects; those of the API never are.
 */
export function endpointScope({ method, path }: LimitedRequest): LimitScope {
  const pattern = withoutVersion(path).replace(/[^/]*\d[^/]*|(?<=\/)[A-Z][A-Z_]+(?=\/|$)/g, '*');
  return `endpoint ${method} ${pattern}`;
}

/** Writes alone are limited for each issue. A write names it by its id, or now and then by its key: these count apart here. */
export function issueScope({ method, path }: LimitedRequest): LimitScope | undefined {
  const named = /^issue\/([^/]*\d[^/]*)/.exec(withoutVersion(path))?.[1];
  return method === 'GET' || named === undefined ? undefined : `issue ${named}`;
}

const withoutVersion = (path: string): string => path.replace(/^\/rest\/api\/\d+\//, '');
