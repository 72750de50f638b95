/**
 * Addresses on the caller's own machine to which the sign-in pages send a browser back, for the command line (RFC 8252, section 7.3).
 * Cognito takes no port that it was not told, so there are three, in the case that one is in use.
 */
export const COMMAND_LINE_REDIRECTS: readonly string[] = [8_473, 18_473, 28_473].map(
  (port) => `http://localhost:${port}/signed-in`,
);
