import * as z from 'zod';
import { Text } from '../aws-model/stack-template.ts';
import type { HttpAnswer } from './loopback-server.ts';

const CorsRule = z.object({
  AllowedOrigins: z.array(Text),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).default([]),
  MaxAge: z.number().optional(),
});
type CorsRule = z.infer<typeof CorsRule>;

/** What a bucket lets pages of other origins do, where it says so. */
export const BucketCors = z.object({ CorsRules: z.array(CorsRule) }).optional();

type Headers = Readonly<Record<string, string>>;

/**
 * Answers what a browser asks before it calls. Rules name origins and headers in full: our buckets have no wildcards.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
export function preflight(rules: readonly CorsRule[], headers: Headers): HttpAnswer {
  const wanted = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const method = headers['access-control-request-method'] ?? '';
  const fitting = rules.filter(({ AllowedHeaders }) => wanted.every((name) => AllowedHeaders.includes(name)));
  const allowed = corsHeaders(fitting, headers.origin, method);
  if (Object.keys(allowed).length === 0) return { status: 403, body: 'This CORS request is not allowed.' };
  return { status: 200, headers: { ...allowed, 'access-control-allow-headers': wanted.join(', ') } };
}

/** Headers by which a browser lets the page of `origin` see an answer; none where no rule lets it. */
export function corsHeaders(
  rules: readonly CorsRule[],
  origin: string | undefined,
  method: string,
): Record<string, string> {
  const rule = rules.find(
    ({ AllowedOrigins, AllowedMethods }) =>
      origin !== undefined && AllowedOrigins.includes(origin) && AllowedMethods.includes(method),
  );
  if (rule === undefined || origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(rule.MaxAge === undefined ? {} : { 'access-control-max-age': String(rule.MaxAge) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}
