import type * as z from 'zod';
import { DEFAULT_CONFIG, HoldfastConfig } from './policy.ts';

export class InvalidConfig extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} wrong value(s):\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
    this.name = 'InvalidConfig';
    this.problems = problems;
  }
}

/**
 * Reads a team's configuration.
 *
 * @throws InvalidConfig with a line for each wrong value: its path, what is allowed, and an example that works.
 */
export function parseConfig(input: unknown): HoldfastConfig {
  const parsed = HoldfastConfig.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidConfig(parsed.error.issues.map((issue) => describe(issue, input)));
}

function describe(issue: z.core.$ZodIssue, input: unknown): string {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(Object(valueAt(DEFAULT_CONFIG, path))).join(', ');
    return `${dotted([...path, ...issue.keys.slice(0, 1)])}: unknown field; allowed here: ${known}`;
  }
  const found = JSON.stringify(valueAt(input, path)) ?? 'nothing';
  return `${dotted(path)}: ${found} is not allowed: ${issue.message}. Example: ${example(path)}`;
}

/** A team whose maps and lists are filled, so that there is an example for what is in them. */
const EXAMPLE: HoldfastConfig = HoldfastConfig.parse({
  remediation: { routes: { network: { project: 'NET', issueType: 'Task', component: 'Firewall' } } },
  notifications: { reportEmails: ['security@example.com'], alarmEmails: ['on-call@example.com'] },
});

/** The example's value of the field, or of the nearest field around it that has one. */
function example(path: readonly string[]): string {
  for (let length = path.length; length > 0; length -= 1) {
    const nearest = path.slice(0, length);
    const value = valueAt(EXAMPLE, nearest);
    if (value !== undefined) return `${dotted(nearest)}: ${JSON.stringify(value)}`;
  }
  return 'an empty object, {}, takes every default';
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value === null ? undefined : Object(value)[key]), root);
}

function dotted(path: readonly string[]): string {
  return path.length === 0 ? '(the whole configuration)' : path.join('.');
}
