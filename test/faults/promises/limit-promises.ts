import type { Remains } from './remains.ts';
import type { Violation } from './violation.ts';

export const nothingLeavesBeforeItsTime = ({ storm }: Remains): Violation[] =>
  storm.earlyDepartures.all().map(({ method, path, scope, at, notBefore }) => ({
    promise: 'no request leaves before the time that Jira named to any function',
    because: `${method} ${path} left ${notBefore - at} ms before the floor of "${scope}"`,
    about: [path],
  }));
