import { describe, it } from 'vitest';

/** `CI=false` is how a person runs the tests in a shell that has CI set. */
const isCi = (): boolean => !['', '0', 'false'].includes(process.env.CI ?? '');

/**
 * `describe` for tests that need something of the machine which npm does not bring. Without it, one skipped test stands
 * in their place, and its name says what is missing. In CI they are run all the same and fail on what is missing, since
 * nobody reads there what was skipped.
 *
 * @param missing what is missing and how to get it; undefined when everything is there
 */
export function describeUnlessMissing(missing: string | undefined): (name: string, tests: () => void) => void {
  if (missing === undefined || isCi()) return describe;
  return (name) => {
    const reason = `${name} is not tested: ${missing}`;
    console.warn(reason);
    it.skip(reason);
  };
}
