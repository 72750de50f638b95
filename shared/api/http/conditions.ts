import { InvalidRequest } from './invalid-request.ts';

/** The version that the request was made on is no longer there. RFC 9110, section 15.5.13. */
export class PreconditionFailed extends Error {
  /** The ETag of what is there; undefined when there is nothing. */
  readonly current: string | undefined;
  readonly revision: number;

  constructor(current: string | undefined, revision: number) {
    super(
      current === undefined
        ? 'there is nothing yet; write the first version with If-None-Match: *'
        : `what you read has changed: it is ${current} now; read it again, and send that in If-Match`,
    );
    this.name = 'PreconditionFailed';
    this.current = current;
    this.revision = revision;
  }
}

type Headers = { header: (name: string) => string | undefined };

/**
 * RFC 6585, section 3: what overwrites or decides says what it was decided on.
 *
 * @throws InvalidRequest 428
 */
export function mustSayWhatWasRead({ header }: Headers): void {
  if (header('if-match') !== undefined || header('if-none-match') === '*') return;
  throw new InvalidRequest(
    428,
    'send If-Match with the ETag of what you read (the header of the answer to GET, or `etags` of the record), so that ' +
      'nothing is overwritten that you have not seen',
  );
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
    const isMatch = wanted.trim() === '*' ? isThere : listed(wanted).some((one) => one === current || holds(one));
    if (!isMatch) throw new PreconditionFailed(current, revision);
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

/** Weak ones are left as they are: If-Match compares strongly, so they match nothing (RFC 9110, section 13.1.1). */
const listed = (etags: string): string[] => etags.split(',').map((one) => one.trim());
