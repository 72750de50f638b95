import * as z from 'zod';

/** A sign-in that is under way in a browser, kept there until it comes back from the provider. */
const SignInAttempt = z.object({
  /** Comes back with the browser, and tells which attempt that is. */
  state: z.string(),
  /** Stands in the id token, so that it is of this attempt. */
  nonce: z.string(),
  /** Without it the code is good for nothing (RFC 7636). */
  verifier: z.string(),
  returnTo: z.string(),
  /** ISO 8601 UTC. */
  endsAt: z.string(),
});
export type SignInAttempt = z.infer<typeof SignInAttempt>;

export const SIGN_IN_LASTS_SECONDS = 600;

/** Tabs of a browser that is opened again sign in at the same time. More than so many do not fit into a cookie. */
const AT_ONCE = 3;

/** @param opened content of the cookie, which nobody but us can have written; or undefined */
export function attemptsIn(opened: unknown, now: string): SignInAttempt[] {
  const parsed = z.object({ attempts: z.array(SignInAttempt) }).safeParse(opened);
  return parsed.success ? parsed.data.attempts.filter(({ endsAt }) => endsAt > now) : [];
}

/** The oldest has to go for one too many. */
export const withAttempt = (attempts: readonly SignInAttempt[], attempt: SignInAttempt): SignInAttempt[] =>
  [...attempts, attempt].slice(-AT_ONCE);
