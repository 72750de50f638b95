import { Refusal } from '../data/refusal.ts';
import { NotSignedIn, SessionUnanswered } from '../session/token.ts';

type ProblemProps = {
  error: Error | null | undefined;
  /** What could not be read or done, such as "The list". */
  what?: string;
  retry?: () => void;
  /** Whether it is said at its field already what is wrong there. */
  isToldThere?: (pointer: string) => boolean;
};

/** What went wrong, in the API's own words, with what is wrong where, and one way on. */
export function Problem({ error, what, retry, isToldThere = () => false }: ProblemProps) {
  if (error === null || error === undefined || error instanceof NotSignedIn) return null;
  const refusal = error instanceof Refusal ? error : undefined;
  const errors =
    refusal?.problem?.errors?.filter(({ pointer }) => pointer === undefined || !isToldThere(pointer)) ?? [];
  return (
    <div class="band band-bad" role="alert">
      <p>
        {wordsOf(error, what)}
        {refusal?.requestId === undefined ? null : <span class="quiet small"> Request {refusal.requestId}</span>}
      </p>
      {errors.length === 0 ? null : (
        <ul>
          {errors.map(({ pointer, parameter, header, detail }) => (
            <li key={`${pointer ?? parameter ?? header}${detail}`}>
              {pointer === undefined && parameter === undefined && header === undefined ? null : (
                <code>{pointer ?? parameter ?? header}</code>
              )}{' '}
              {detail}
            </li>
          ))}
        </ul>
      )}
      {retry === undefined ? null : (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

function wordsOf(error: Error, what = 'This'): string {
  if (error instanceof SessionUnanswered)
    return `${what} was not asked for: the session does not answer (${error.message}). You are still signed in.`;
  if (!(error instanceof Refusal)) return `${what} could not be reached. Look at the connection, and try again.`;
  if (error.status === 404) return 'There is no such thing, or it is not yours to read.';
  // What the API says of it is for programs.
  if (error.status === 412) return CHANGED;
  return error.message;
}

const CHANGED =
  'It changed after you opened it, and nothing was sent over that. Take what you typed with you, and open it again to see how it stands.';
