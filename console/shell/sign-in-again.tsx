import { useEffect } from 'preact/hooks';
import { readFailedAgain } from '../data/read-failed-again.ts';
import { Dialog } from '../parts/dialog.tsx';
import { address } from '../router/address.ts';
import { isBack, isSignedOut, signInUrl } from '../session/token.ts';

/** Over the page, which stays as it is: what was typed is on this device, and is sent after the sign-in. */
export function SignInAgain() {
  const isOut = isSignedOut.value;
  useEffect(() => {
    if (!isOut) return undefined;
    const look = () => void isBack();
    addEventListener('focus', look);
    return () => {
      removeEventListener('focus', look);
      void readFailedAgain();
    };
  }, [isOut]);
  // The way back is to where the person is by then.
  void address.value;
  return (
    <Dialog isOpen={isOut} title="Please sign in" onClose={() => undefined} isFirm>
      <p>Nobody is signed in in this browser, or the session is over. You come back to this page.</p>
      <p class="row">
        <a class="button button-main" href={signInUrl()}>
          Sign in
        </a>
        <a class="button" href={signInUrl()} target="_blank" rel="noreferrer">
          Sign in in a new tab, and keep this page
        </a>
      </p>
    </Dialog>
  );
}
