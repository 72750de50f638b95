import type { Schemas } from './api.ts';

/** What the API says when it says no: RFC 9457. */
export type ProblemAnswer = Schemas['Problem'];

/** The API said no: `problem` is what it said, word for word. */
export class Refusal extends Error {
  readonly status: number;
  readonly problem: ProblemAnswer | undefined;
  /** By which the answer is found in the logs. */
  readonly requestId: string | undefined;
  /** Seconds after which to come again, where the API says so. */
  readonly retryAfter: number | undefined;

  constructor({ status, headers }: Response, problem: ProblemAnswer | undefined) {
    super(problem?.detail ?? `The answer was ${status}, without a word.`);
    this.name = 'Refusal';
    this.status = status;
    this.problem = problem;
    this.requestId = headers.get('apigw-requestid') ?? headers.get('x-request-id') ?? undefined;
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  }
}

type Result<Data> = { data?: Data; error?: unknown; response: Response };

/** What was answered, with its version for `If-Match`. @throws Refusal */
export function got<Data>({ data, error, response }: Result<Data>): { data: Data; etag: string | undefined } {
  const isEmpty = response.status === 204 || response.status === 304;
  if (!response.ok || (data === undefined && !isEmpty)) throw new Refusal(response, problemIn(error));
  return { data: data as Data, etag: response.headers.get('etag') ?? undefined };
}

const problemIn = (error: unknown): ProblemAnswer | undefined =>
  typeof error === 'object' && error !== null && 'detail' in error ? (error as ProblemAnswer) : undefined;
