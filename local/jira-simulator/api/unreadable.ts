import * as z from 'zod';
import type { SiteManners } from '../sites/site-manners.ts';
import { JiraError } from './jira-error.ts';
import type { SimulatorAnswer } from './route.ts';

/** The body of the request is no JSON. */
export class NotJson extends JiraError {
  constructor() {
    super(400, ['Unexpected characters in the request body: it is not JSON.']);
    this.name = 'NotJson';
  }
}

/** The site has no such path, or none for this method. */
export class NoSuchPath extends JiraError {
  readonly path: string;

  constructor(method: string, path: string) {
    super(404, [`The simulator has no ${method} ${path}.`]);
    this.name = 'NoSuchPath';
    this.path = path;
  }
}

/** The path is there for other methods. */
export class WrongMethod extends NoSuchPath {
  constructor(method: string, path: string) {
    super(method, path);
    this.name = 'WrongMethod';
  }
}

/** A body came without saying what it is. */
export class NoContentType extends JiraError {
  readonly path: string;

  constructor(path: string) {
    super(415, ["Content-Type 'null' is not supported."]);
    this.name = 'NoContentType';
    this.path = path;
  }
}

/**
 * Answer to a request that Jira could not make sense of. Its errors have several shapes: these lack the member `errors`, and
 * for a path that is not there the whole body is another one (RFC 9457).
 */
export function unreadableAnswer(error: unknown, { unreadable }: SiteManners): SimulatorAnswer | undefined {
  if (unreadable === 'as other errors') {
    if (!(error instanceof z.ZodError)) return undefined;
    return { status: 400, body: new JiraError(400, [wrongShape, z.prettifyError(error)]).body };
  }
  if (error instanceof z.ZodError) return { status: 400, body: { errorMessages: [wrongShape] } };
  if (error instanceof NotJson) return { status: 400, body: { errorMessages: [noJson] } };
  if (error instanceof NoContentType) return problem(415, 'Unsupported Media Type', error.message, error.path);
  if (error instanceof WrongMethod) return problem(405, 'Method Not Allowed', 'Use another method.', error.path);
  if (error instanceof NoSuchPath) return problem(404, 'Not Found', 'No endpoint.', error.path);
  return undefined;
}

function problem(status: number, title: string, detail: string, instance: string): SimulatorAnswer {
  const body = { type: 'about:blank', title, status, detail, instance };
  return { status, headers: { 'content-type': 'application/problem+json' }, body };
}

const wrongShape = 'Invalid request payload. Refer to the REST API documentation and try again.';
const noJson = 'There was an error parsing JSON. Check that your request body is valid.';
