import { Dialog } from '../parts/dialog.tsx';
import { isSignedOut, signInUrl } from '../session/token.ts';

/** Over the page, which stays as it is: what was typed is on this device, and is sent after the sign-in. */
export function SignInAgain() {
  return (
    <Dialog isOpen={isSignedOut.value} title="Please sign in" onClose={() => undefined} isFirm>
      <p>Nobody is signed in in this browser, or the session is over. You come back to this page.</p>
      <p class="row">
        <a class="button button-main" href={signInUrl()}>
          Sign in
        </a>
      </p>
    </Dialog>
  );
}
