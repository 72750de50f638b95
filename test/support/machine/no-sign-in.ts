import type { SignInSurroundings } from '../../../cli/sign-in/login.ts';

/** For command lines that sign nobody in. */
export const NO_SIGN_IN: SignInSurroundings = {
  sessionsPath: '/dev/null/sessions.json',
  openBrowser: () => Promise.reject(new Error('no browser is wanted here')),
};
