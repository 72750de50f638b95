import type { Route } from '../route.ts';

/** Meaning of each error status here. RFC 9110, RFC 6585. */
export const STATUS_MEANS: Record<number, string> = {
  400: 'The request is not of the shape that is wanted; `errors` points at each wrong field',
  401: 'There is no token, or none that names somebody',
  403: 'The role, or the four-eyes rule, does not let the caller do this',
  404: 'There is nothing at this address, or nothing that the caller may know of',
  409: 'The state of the record does not allow this, or too many wrote at the same time',
  412: 'What was read has changed since; `currentEtag` is the version that is there',
  413: 'The body is over its limit',
  422: 'Understood and not possible: something is missing, unknown or over a limit',
  428: 'If-Match is missing',
  429: 'Too many calls in this minute, or asked again too soon; `Retry-After` says in how many seconds to ask again',
  500: 'Our mistake; it was logged',
};

/** The statuses of the errors that a route may answer: they follow from what it takes and does. */
export function problemsOf({ method, params, body, ifMatch, problems = [] }: Route): number[] {
  const writes = method === 'GET' ? [] : [409, 412, 413, 422];
  const found = [
    ...[400, 401, 403, 429, 500],
    ...(Object.keys(params.shape).length > 0 || body !== undefined ? [404] : []),
    ...writes,
    ...(ifMatch === 'required' || ifMatch === 'to overwrite' ? [428] : []),
    ...problems,
  ];
  return [...new Set(found)].toSorted((a, b) => a - b);
}
