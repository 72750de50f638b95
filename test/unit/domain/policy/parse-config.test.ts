import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InvalidConfig, parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';

const problemsOf = (input: unknown): readonly string[] => {
  try {
    parseConfig(input);
  } catch (error) {
    if (error instanceof InvalidConfig) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('has a default for every field', () => {
    expect(parseConfig({})).toEqual(DEFAULT_CONFIG);
  });

  it('names the field, what is allowed, and an example', () => {
    expect(
      problemsOf({
        verification: { steps: ['7 days'] },
        schedules: { publishReport: 'every Monday' },
        remediation: { routes: { network: { project: 'net', issueType: 'Task' } } },
      }),
    ).toEqual([
      'remediation.routes.network.project: "net" is not allowed: expected a Jira project key: 2 to 10 capitals, digits or underscores, a capital first. Example: remediation.routes.network.project: "NET"',
      'verification.steps.0: "7 days" is not allowed: expected an ISO 8601 duration of weeks, days, hours, minutes or seconds. Example: verification.steps.0: "P7D"',
      'schedules.publishReport: "every Monday" is not allowed: expected an EventBridge Scheduler expression: rate(value unit) or cron(six fields). Example: schedules.publishReport: "cron(0 7 ? * MON *)"',
    ]);
  });

  it('tells which fields there are when one is misspelt', () => {
    expect(problemsOf({ schedules: { publishReports: 'rate(1 day)' } })).toEqual([
      'schedules.publishReports: unknown field; allowed here: sweepIncidents, sweepRemediation, auditTickets, verifyRemediation, publishReport, anchorChains, timezone',
    ]);
  });

  it('leaves a worker the time for what it asks of Jira', () => {
    expect(problemsOf({ jira: { timeoutMs: 19_000 } })).toEqual([]);
    expect(problemsOf({ jira: { timeoutMs: 19_001 } })).toEqual([
      "jira.timeoutMs: 19001 is not allowed: expected at most 19000: three calls have to fit into a worker's 60 seconds. Example: jira.timeoutMs: 10000",
    ]);
  });

  it('wants a lease that outlasts what is asked of Jira under it', () => {
    expect(problemsOf({ remediation: { create: { lease: 'PT21S' } } })).toEqual([]);
    expect(problemsOf({ remediation: { create: { lease: 'PT20S' } } })).toEqual([
      'remediation.create.lease: "PT20S" is not allowed: expected a lease that is longer than two calls of Jira may take (twice jira.timeoutMs). Example: remediation.create.lease: "PT2M"',
    ]);
  });

  it('remembers what came in for longer than it may be repeated', () => {
    const incidents = { 'holdfast-json': { replayWindow: 'PT1H' } };
    expect(problemsOf({ incidents, operations: { inboxRetention: 'PT2H' } })).toHaveLength(1);
    expect(problemsOf({ incidents, operations: { inboxRetention: 'PT3H' } })).toEqual([]);
  });

  it('is not taken when it is no object', () => {
    expect(problemsOf('yes')).toHaveLength(1);
  });
});

describe('holdfast.config.ts', () => {
  it('shows every field there is, with its default', async () => {
    const { default: shown } = await import('../../../../holdfast.config.ts');
    const source = readFileSync(new URL('../../../../holdfast.config.ts', import.meta.url), 'utf8');
    expect(shown).toEqual(DEFAULT_CONFIG);
    expect(
      fieldsOf(DEFAULT_CONFIG).filter(
        (field) => ![`${field}:`, `'${field}':`].some((shownAs) => source.includes(shownAs)),
      ),
    ).toEqual([]);
  });
});

function fieldsOf(value: unknown): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => [name, ...fieldsOf(field)]);
}
