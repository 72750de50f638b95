import type * as z from 'zod';
import { DEFAULT_CONFIG, HoldfastConfig } from './policy.ts';

export class InvalidConfig extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? 'a wrong value' : `${problems.length} wrong values`;
    super(`The configuration has ${count}:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
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
  throw new InvalidConfig(parsed.error.issues.flatMap((issue) => describe(issue, input)));
}

function describe(issue: z.core.$ZodIssue, input: unknown): string[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(Object(exampleAt(path))).join(', ');
    const allowed = known === '' ? 'take it out' : `allowed here: ${known}`;
    return issue.keys.map((key) => {
      const name = dotted([...path, key]);
      return REMOVED.get(name) ?? `${name}: unknown field; ${allowed}`;
    });
  }
  // Of a key in a map, zod says only that it is wrong; why stands one level below.
  const reason = issue.code === 'invalid_key' ? issue.issues.map(({ message }) => message).join('; ') : issue.message;
  return [`${dotted(path)}: ${found(input, path)} is not allowed: ${reason}. Example: ${example(path)}`];
}

/** Settings that are gone, with what to do instead. */
const REMOVED: ReadonlyMap<string, string> = new Map([
  [
    'verification.periodic',
    'verification.periodic: take it out; how fresh the evidence is decides now. A fix is proven for as long as its newest ' +
      'signal is younger than verification.evidenceMaxAge, and its newest attestation than verification.attestationMaxAge',
  ],
  [
    'verification.retryInconclusiveAfter',
    'verification.retryInconclusiveAfter: take it out; evidence is judged when it arrives. A fix without it is late, and ' +
      'after verification.unprovenAfter unproven',
  ],
]);

/** Text of the value that stands there, or of the default that it is left to: a rule about several fields may not hold for it either. */
function found(input: unknown, path: readonly string[]): string {
  const written = JSON.stringify(valueAt(input, path));
  if (written !== undefined) return written;
  const byDefault = JSON.stringify(valueAt(DEFAULT_CONFIG, path));
  return byDefault === undefined ? 'nothing' : `${byDefault}, the default,`;
}

const EXAMPLE_ROUTE = {
  project: 'NET',
  issueType: 'Task',
  parent: 'NET-1',
  component: 'Firewall',
  assignee: '712020:5b10ac8d-82e0-4b22-8ba7-a1b2c3d4e5f6',
  priority: { critical: 'Highest', high: 'High', medium: 'Medium', low: 'Low' },
  labels: ['security'],
  securityLevel: 'Security team',
  fields: { customfield_10050: { option: 'Internal' } },
  due: 'business day' as const,
  reopen: { transition: 'Reopen', resolution: 'none', fields: { customfield_10062: { from: 'reason' as const } } },
  close: { transition: 'Close', resolution: 'Duplicate', fields: {} },
  duplicateLink: 'Duplicate',
  incidentLink: 'Relates',
};

/** A team whose maps and lists are filled, so that there is an example for what is in them. */
const EXAMPLE: HoldfastConfig = HoldfastConfig.parse({
  incidents: { servicenow: { acme: { site: 'acme.service-now.com' } } },
  teams: {
    platform: {
      owner: 'platform-fixes@example.com',
      lead: 'platform-lead@example.com',
      head: 'head-of-it@example.com',
      route: { project: 'PLAT', issueType: 'Task' },
      channel: '#platform',
      timezone: 'Europe/Berlin',
    },
  },
  jira: {
    apiUrl: 'https://api.atlassian.com/ex/jira/1324a887-45db-1bf4-1e99-ef0ff456d421',
    cloudId: '1324a887-45db-1bf4-1e99-ef0ff456d421',
    formerSites: ['old-name.atlassian.net'],
    tokenEndsOn: '2027-03-31',
    sites: { finance: { site: 'https://finance.atlassian.net' } },
  },
  remediation: { routes: { network: EXAMPLE_ROUTE } },
  programs: {
    scanner: { owner: 'sam@example.com', scopes: ['signals.write'], sources: ['mail-simulation'] },
  },
  evidenceSources: {
    'bucket-scan': { ask: { function: 'ask-bucket-scan', timeout: 'PT10S' }, alsoCalled: ['bucket-scan-v1'] },
  },
  notifications: { reportEmails: ['security@example.com'], alarmEmails: ['on-call@example.com'] },
});

/** The other form of what has two. */
const EXAMPLE_OF_LISTS: HoldfastConfig = HoldfastConfig.parse({
  remediation: { routes: [{ name: 'network', when: { team: 'network', kind: 'detect' }, ...EXAMPLE_ROUTE }] },
});

/** An example for a field; its list has one element for all. */
const exampleAt = (path: readonly string[]): unknown =>
  valueAt(EXAMPLE, path) ??
  valueAt(
    EXAMPLE_OF_LISTS,
    path.map((key) => (/^\d+$/.test(key) ? '0' : key)),
  );

/** The example's value of the field, or of the nearest field around it that has one. */
function example(path: readonly string[]): string {
  for (let length = path.length; length > 0; length -= 1) {
    const nearest = path.slice(0, length);
    const value = exampleAt(nearest);
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
