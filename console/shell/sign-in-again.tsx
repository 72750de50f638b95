import { useEffect } from 'preact/hooks';
import { readFailedAgain } from '../data/read-failed-again.ts';
import { Dialog } from '../parts/dialog.tsx';
import { address } from '../router/address.ts';
import { isBack, isSignedOut, signInUrl, wasSignedIn } from '../session/token.ts';

/** Over the page, which stays as it is for as long as it is open: whoever signs in beside it goes on where they were. */
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
  const isToKeep = wasSignedIn();
  const here = (
    <a class={`button${isToKeep ? '' : ' button-main'}`} href={signInUrl()}>
      Sign in
    </a>
  );
  const beside = (
    <a class={`button${isToKeep ? ' button-main' : ''}`} href={signInUrl()} target="_blank" rel="noreferrer">
      Sign in in a new tab, and keep this page
    </a>
  );
  return (
    <Dialog isOpen={isOut} title="Please sign in" onClose={() => undefined} isFirm>
      <p>
        {isToKeep
          ? 'The session is over. This page stays as it is while you sign in in a new tab; without one it is loaded anew, and what you typed in a form and did not send is gone.'
          : 'Nobody is signed in in this browser, or the session is over. You come back to this page.'}
      </p>
      <p class="row">{isToKeep ? [beside, here] : [here, beside]}</p>
    </Dialog>
  );
}
