import { InvalidRequest } from './invalid-request.ts';

/** The version that the request was made on is no longer there. RFC 9110, section 15.5.13. */
export class PreconditionFailed extends Error {
  /** The ETag of what is there; undefined when there is nothing. */
  readonly current: string | undefined;
  readonly revision: number;

  constructor(current: string | undefined, revision: number, wanted: readonly string[] = []) {
    super(mismatch(current, wanted));
    this.name = 'PreconditionFailed';
    this.current = current;
    this.revision = revision;
  }
}

function mismatch(current: string | undefined, wanted: readonly string[]): string {
  if (current === undefined) return 'there is nothing yet; write the first version without If-Match';
  const isWeakened = wanted.some((etag) => etag === `W/${current}`);
  if (isWeakened) {
    return `the ETag in If-Match is weak, as something on the way makes it that compresses answers; send it without W/: ${current}`;
  }
  return `what you read has changed: it is ${current} now; read it again, and send that in If-Match`;
}

type Headers = { header: (name: string) => string | undefined };

/** RFC 6585, section 3: what overwrites or decides says what it was decided on. */
export const saysWhatWasRead = ({ header }: Headers): boolean =>
  header('if-match') !== undefined || header('if-none-match')?.trim() === '*';

export const SAY_WHAT_WAS_READ =
  'send If-Match with the ETag of what you read (the header of the answer to GET, or `etags` of the record), so that ' +
  'nothing is overwritten that you have not seen';

/** @throws InvalidRequest 428 */
export function mustSayWhatWasRead(headers: Headers): void {
  if (!saysWhatWasRead(headers)) throw new InvalidRequest(428, SAY_WHAT_WAS_READ);
}

/** Version that a request is held to: the ETags of what is there, or of something older that does not differ in what the request is about. */
export type Version = {
  /** The ETag of what the request is about; undefined when there is nothing yet. */
  current: string | undefined;
  /** True for an ETag of the record, which is wider, when it holds as well. */
  holds?: (etag: string) => boolean;
  revision: number;
};

/**
 * Compares the conditions of the request with what is there. Runs where the store decides, so that what was compared is
 * what is overwritten. RFC 9110, section 13.2.2: If-Match first.
 *
 * @throws PreconditionFailed
 */
export function mustMatch({ header }: Headers, { current, holds = () => false, revision }: Version): void {
  const wanted = header('if-match');
  const isThere = current !== undefined;
  if (wanted !== undefined) {
    const etags = listed(wanted);
    const isMatch = wanted.trim() === '*' ? isThere : etags.some((one) => one === current || holds(one));
    if (!isMatch) throw new PreconditionFailed(current, revision, etags);
    return;
  }
  if (header('if-none-match')?.trim() === '*' && isThere) throw new PreconditionFailed(current, revision);
}

/**
 * The ETags that the request was made on; none when it takes whatever is there.
 *
 * @returns undefined without If-Match, or with `*`
 */
export function wasReadAs({ header }: Headers): readonly string[] | undefined {
  const wanted = header('if-match');
  return wanted === undefined || wanted.trim() === '*' ? undefined : listed(wanted);
}

/**
 * Weak ones are left as they are: If-Match compares strongly, so they match nothing (RFC 9110, section 13.1.1). Quotes belong
 * to an ETag (section 8.8.3) and get lost in a shell; without them it can mean nothing else.
 */
const listed = (etags: string): string[] =>
  etags.split(',').map((one) => one.trim().replace(/^[\w.]+$/, (bare) => `"${bare}"`));
