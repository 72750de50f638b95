import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api.ts';
import { patiently } from './patiently.ts';

export type { components, paths } from './api.ts';

/** What the API answers when it says no: https://www.rfc-editor.org/rfc/rfc9457, with all that is wrong at once. */
export type Problem = components['schemas']['Problem'];

/** The API said no. `message` is what happened, to which thing, and what to do. */
export class HoldfastError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    const wrong = (problem?.errors ?? []).map(
      (one) => `\n${one.pointer ?? one.parameter ?? one.header ?? ''}: ${one.detail}`,
    );
    super(`${problem?.detail ?? `the API answered ${status}`}${wrong.join('')}`);
    this.name = 'HoldfastError';
    this.status = status;
    this.problem = problem;
  }
}

export type HoldfastClient = Client<paths, 'application/json'>;

/**
 * A client for the API, with the types of each route.
 *
 * @param apiUrl output `ApiUrl` of the stack
 * @param token gives the bearer token for each call: a person's id token (`holdfast token`), or a program's access token
 * @param fetch in the place of the global one
 * @param patienceMs longest wait of a call that the API asks to come again later (429); 0 never waits, default 65 s
 */
export function holdfastClient({
  apiUrl,
  token,
  fetch = globalThis.fetch,
  patienceMs,
}: {
  apiUrl: string;
  token: () => string | Promise<string>;
  fetch?: (request: Request) => Promise<Response>;
  patienceMs?: number;
}): HoldfastClient {
  const client = createFetchClient<paths, 'application/json'>({
    baseUrl: apiUrl,
    fetch: (request) => patiently(() => fetch(request.clone()), patienceMs === undefined ? {} : { patienceMs }),
  });
  client.use({
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
  });
  return client;
}

type Result<Data> = { data?: Data; error?: unknown; response: Response };

/** What was answered, with its version for `If-Match`. @throws HoldfastError when the API said no */
export function answered<Data>({ data, error, response }: Result<Data>): { data: Data; etag: string | undefined } {
  if (data === undefined || !response.ok) throw new HoldfastError(response.status, problemIn(error));
  return { data, etag: response.headers.get('etag') ?? undefined };
}

const problemIn = (error: unknown): Problem | undefined =>
  typeof error === 'object' && error !== null && 'detail' in error ? (error as Problem) : undefined;

/**
 * All pages of a list, one by one.
 *
 * @param page asks for one: `(cursor) => client.GET('/remediations', { params: { query: { cursor } } })`
 * @throws HoldfastError when the API said no
 */
export async function* pagesOf<Data extends { next?: string | undefined }>(
  page: (cursor: string | undefined) => Promise<Result<Data>>,
): AsyncGenerator<Data> {
  let cursor: string | undefined;
  do {
    const { data } = answered(await page(cursor));
    yield data;
    cursor = data.next;
  } while (cursor !== undefined);
}
