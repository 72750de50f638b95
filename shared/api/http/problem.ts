/** One thing that is wrong: where, as a JSON Pointer (RFC 6901) into the body, a parameter of the query or a header, and what. */
export type ProblemDetail =
  | { pointer: string; detail: string }
  | { parameter: string; detail: string }
  | { header: string; detail: string };

export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: readonly ProblemDetail[];
} & Record<string, unknown>;

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  412: 'Changed in the meantime',
  413: 'Body too large',
  422: 'Not possible',
  428: 'Say which version you read',
  429: 'Too soon',
  500: 'Our mistake',
};

/** Problem details for HTTP APIs, RFC 9457. `about:blank` says that the title is all that the type tells. */
export function problemDocument(
  status: number,
  detail: string,
  more: { title?: string; type?: string; errors?: readonly ProblemDetail[]; [field: string]: unknown } = {},
): ProblemDocument {
  const { title = TITLES[status] ?? 'Problem', type = 'about:blank', ...rest } = more;
  return { type, title, status, detail, ...rest };
}

/** A problem document as a Lambda proxy answer. */
export function problem(status: number, title: string, detail: string) {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify(problemDocument(status, detail, { title })),
  };
}
