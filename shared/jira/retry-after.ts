/**
 * How long an answer asks to wait, from the header Retry-After: seconds, or an HTTP date. RFC 9110, section 10.2.3.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds; undefined when it does not say
 */
export function waitAskedFor(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : undefined;
}
