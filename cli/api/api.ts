import type * as z from 'zod';
import { patiently } from '../../client/patiently.ts';
import { jsonIn } from '../../shared/domain/words/well-formed.ts';
import type { CommandLine } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { signedIn } from '../sign-in/signed-in.ts';
import { RefusedByApi } from './refused-by-api.ts';

export type ApiCall = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Below the address of the API. */
  path: string;
  query?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  body?: unknown;
  /** ETag that was read. */
  ifMatch?: string | undefined;
  idempotencyKey?: string;
};

/** An answer: read by its schema, and `raw` as it came. */
type Answered<Body> = { body: Body; raw: unknown; etag: string | undefined; location: string | undefined };

export type Api = Awaited<ReturnType<typeof apiAsSignedIn>>;

/**
 * The API as whoever is signed in.
 *
 * @param named address of the API; without it, the one that was signed in to last
 * @throws CommandFailure when nobody is signed in
 */
export async function apiAsSignedIn(
  { signIn, now, terminal }: Pick<CommandLine, 'signIn' | 'now' | 'terminal'>,
  named: string | undefined,
) {
  const { apiUrl, session } = await signedIn(signIn.sessionsPath, now(), named);
  const waiting = (seconds: number) => terminal.err(`the API asks to wait: this goes on in ${seconds} s\n`);
  /** @throws RefusedByApi for everything but a 2xx */
  async function sent(call: ApiCall): Promise<{ text: string; headers: Headers }> {
    const request = () =>
      fetch(`${apiUrl}${call.path}${queryOf(call)}`, {
        method: call.method,
        headers: headersOf(call, session.idToken),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
    const response = await patiently(request, { waiting }).catch((error: unknown) => {
      throw new CommandFailure(`${apiUrl} does not answer`, 'check the address (holdfast me) and the network', {
        cause: error,
      });
    });
    const text = await response.text();
    if (!response.ok) throw new RefusedByApi(response.status, jsonIn(text));
    return { text, headers: response.headers };
  }
  return {
    /** @throws RefusedByApi for everything but a 2xx */
    async call<Schema extends z.ZodType>(schema: Schema, call: ApiCall): Promise<Answered<z.output<Schema>>> {
      const { text, headers } = await sent(call);
      const raw = jsonIn(text);
      const body = schema.safeParse(raw);
      if (!body.success) {
        throw new CommandFailure(
          `${apiUrl} answered in a form that this version does not know`,
          'use the command line of the version that is deployed',
          { cause: body.error },
        );
      }
      return {
        body: body.data,
        raw,
        etag: headers.get('etag') ?? undefined,
        location: headers.get('location') ?? undefined,
      };
    },
    /** A page that is a file, and the cursor of the next one. @throws RefusedByApi for everything but a 2xx */
    async file(call: ApiCall): Promise<{ text: string; next: string | undefined }> {
      const { text, headers } = await sent(call);
      return { text, next: nextCursor(headers) };
    },
  };
}

/** RFC 8288, as the API writes it: one link, to a query alone. */
function nextCursor(headers: Headers): string | undefined {
  const query = /^<\?([^>]*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
  return new URLSearchParams(query).get('cursor') ?? undefined;
}

function headersOf({ body, ifMatch, idempotencyKey }: ApiCall, token: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}

function queryOf({ query = {} }: ApiCall): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
