import ky, { HTTPError, type KyInstance, TimeoutError } from 'ky';
import type * as z from 'zod';
import { jsonIn } from '../domain/words/well-formed.ts';
import { NotThere, SystemRefused, SystemUnavailable } from './rest-errors.ts';

export type JsonClientOptions = {
  /** What people call the system, for errors. */
  readonly system: string;
  /** Address that all paths follow, without a slash at its end. */
  readonly baseUrl: string;
  /** Headers of every request, with the login. Asked each time: a secret may have been changed. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  /** Longest time for one answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Milliseconds that the run has left. */
  readonly timeLeftMs: () => number;
};

export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Calls of an API that speaks JSON. */
export type JsonClient = {
  /** @throws SystemUnavailable, SystemRefused, NotThere */
  get<Schema extends z.ZodType>(path: string, schema: Schema, query?: QueryParameters): Promise<z.output<Schema>>;
  /** Is never repeated. @returns the answer, undefined where it has no body @throws SystemUnavailable, SystemRefused, NotThere */
  send(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<unknown>;
};

/** Time that is left for whoever waits, after the last call. */
const RESERVE_MS = 500;

/**
 * Calls of an API that speaks JSON. Reads are repeated while there is time, also where the system asks to wait; writes never are.
 */
export function jsonClient(options: JsonClientOptions): JsonClient {
  const { system, baseUrl } = options;
  const client = ky.create({
    timeout: options.timeoutMs,
    // Followed, a redirect to another host would take the login along, or lose it.
    redirect: 'manual',
    retry: {
      limit: 3,
      methods: ['get'],
      retryOnTimeout: true,
      backoffLimit: LONGEST_WAIT_MS,
      jitter: true,
      shouldRetry: ({ error }) => (isAskedToWait(error) ? false : undefined),
    },
  });
  const address = (path: string, query: QueryParameters = {}): string => {
    const url = new URL(baseUrl + path);
    for (const [name, value] of Object.entries(query))
      for (const one of [value ?? []].flat()) url.searchParams.append(name, one);
    return url.href;
  };
  async function call(
    method: string,
    path: string,
    query: QueryParameters | undefined,
    body: unknown,
  ): Promise<unknown> {
    const endpoint = `${method} ${path}`;
    const left = options.timeLeftMs() - RESERVE_MS;
    if (left <= 0) throw new SystemUnavailable(system, endpoint, 'no time is left in this run');
    return answered(client, system, endpoint, address(path, query), {
      ...{ method, body, headers: await options.headers(), totalTimeout: Math.min(left, LONGEST_CALL_MS) },
    });
  }
  return {
    async get(path, schema, query) {
      const found = await call('GET', path, query, undefined);
      const parsed = schema.safeParse(found);
      if (parsed.success) return parsed.data;
      const issues = parsed.error.issues.slice(0, 5).map(({ path: at, code }) => `${at.join('.')}: ${code}`);
      throw new SystemUnavailable(
        system,
        `GET ${path}`,
        `the answer is another than documented (${issues.join('; ')})`,
      );
    },
    send: (method, path, body) => call(method, path, undefined, body),
  };
}

/** With all its repeats: a system that does not answer takes no more of a run, in which others are asked, too. */
const LONGEST_CALL_MS = 30_000;

/** Longest wait between two attempts. Whom a system asks to wait for longer tries in another run. */
const LONGEST_WAIT_MS = 5_000;

/** https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3: seconds, or a date. */
function isAskedToWait(error: Error): boolean {
  const asked = error instanceof HTTPError ? error.response.headers.get('retry-after') : null;
  if (asked === null) return false;
  const waitMs = /^\d+$/.test(asked) ? Number(asked) * 1_000 : Date.parse(asked) - Date.now();
  return waitMs > LONGEST_WAIT_MS;
}

type Call = { method: string; body: unknown; headers: Readonly<Record<string, string>>; totalTimeout: number };

async function answered(client: KyInstance, system: string, endpoint: string, url: string, call: Call) {
  const { body, headers, ...rest } = call;
  const accept = { accept: 'application/json', ...headers };
  try {
    // Of the response alone, only the headers would have to come in time.
    const text = await client(url, {
      ...rest,
      headers: accept,
      ...(body === undefined ? {} : { json: body }),
    }).text();
    if (text === '' && call.method !== 'GET') return undefined;
    const json = jsonIn(text);
    if (json === undefined) throw new SystemUnavailable(system, endpoint, 'the answer is no JSON');
    return json;
  } catch (error) {
    throw failureOf(system, endpoint, error);
  }
}

function failureOf(system: string, endpoint: string, error: unknown): unknown {
  if (error instanceof SystemUnavailable) return error;
  if (error instanceof TimeoutError) return new SystemUnavailable(system, endpoint, 'it took too long');
  if (!(error instanceof HTTPError)) {
    return new SystemUnavailable(system, endpoint, 'the connection broke', { cause: error });
  }
  const { status } = error.response;
  if (status === 404 || status === 410) return new NotThere(system, endpoint);
  if (status >= 500 || status === 408 || status === 429) {
    return new SystemUnavailable(system, endpoint, `status ${status}`);
  }
  const words = typeof error.data === 'string' ? error.data : JSON.stringify(error.data ?? '');
  return new SystemRefused(system, endpoint, status, words);
}
