import { useEffect } from 'preact/hooks';
import { readFailedAgain } from '../data/read-failed-again.ts';
import { isBack, sessionTrouble } from '../session/token.ts';

/** Time between two attempts, in milliseconds. */
const RETRY_MS = 5_000;

/** Says that the session cannot be renewed, which signs nobody out, and tries it again for as long as that lasts. */
export function SessionBand() {
  const trouble = sessionTrouble.value;
  const isTroubled = trouble !== undefined;
  useEffect(() => {
    if (!isTroubled) return undefined;
    const timer = setInterval(() => void isBack(), RETRY_MS);
    return () => {
      clearInterval(timer);
      void readFailedAgain();
    };
  }, [isTroubled]);
  return (
    <div role="status">
      {isTroubled ? (
        <div class="band band-warn shell-band">
          <p>
            The session of Holdfast does not answer ({trouble}). You are still signed in, and what you typed stays. It
            is tried again every few seconds.
          </p>
          <button type="button" class="button" onClick={() => void isBack()}>
            Try now
          </button>
        </div>
      ) : null}
    </div>
  );
}
