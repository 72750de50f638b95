import { expect, it } from 'vitest';
import type { WalkResult } from '../../../local/demo/walk-incident.ts';

/**
 * The end of the demo's incident, which is the same wherever the stack runs.
 *
 * @param project of all tickets, where each team has not its own
 */
export function itEndsAsItMust(walked: () => WalkResult, project?: string): void {
  const inProject = (key: string) => expect.stringMatching(new RegExp(`^${key}-`));
  it('ends with one fix verified, one reopened with the evidence, and one overdue', () => {
    expect(walked().remediations).toMatchObject({
      filtering: { state: 'verified', priority: 'high', ticket: { key: inProject(project ?? 'PLAT') } },
      training: { state: 'open', reopenCount: 1, ticket: { key: inProject(project ?? 'IAM') } },
      reporting: { state: 'open', overdueSince: expect.any(String), reopenCount: 0 },
    });
  });

  it('logs every step of the way, in a chain', () => {
    const counts = Object.fromEntries(
      [...Map.groupBy(walked().events, (type) => type)].map(([type, all]) => [type, all.length]),
    );
    expect(counts).toMatchObject({
      'Post-Mortem Opened': 1,
      'Incident Ticket Linked': 1,
      'Post-Mortem Submitted': 1,
      'Post-Mortem Approved': 1,
      'Recommendation Approved': 3,
      'Remediation Requested': 3,
      'Remediation Ticket Created': 3,
      'Remediation Claimed': 2,
      'Remediation Check Passed': 1,
      'Remediation Verified': 1,
      'Remediation Ineffective': 1,
      'Remediation Reopened': 1,
      'Remediation Overdue': 1,
    });
  });

  it('reopens a fix on a fail that its source repeated when it was asked', () => {
    const turns = [
      'Remediation Doubted',
      'Remediation Source Asked',
      'Remediation Ineffective',
      'Remediation Reopened',
    ];
    const ofTraining = walked().events.filter((type) => turns.includes(type));
    const last = ofTraining.indexOf('Remediation Ineffective');
    expect(ofTraining.slice(0, last)).toContain('Remediation Source Asked');
    expect(ofTraining.slice(last)).toEqual(['Remediation Ineffective', 'Remediation Reopened']);
  });

  it('closes the record when everything in it is settled', () => {
    expect(walked().status).toBe('closed');
  });

  it('publishes both reports in three forms', () => {
    expect(walked().reports.map(({ kind, summary, json }) => [kind, summary, JSON.parse(json).kind])).toEqual([
      ['overdue', 'Security lessons (demo): 1 remediation is overdue.', 'overdue'],
      [
        'validation',
        'Security lessons (demo): 1 of 2 fixes proven, 1 did not hold, 1 remediation overdue.',
        'validation',
      ],
    ]);
    for (const { html, markdown } of walked().reports) {
      expect(html).toContain('<!doctype html>');
      expect(markdown).toMatch(/^# /);
    }
  });
}
