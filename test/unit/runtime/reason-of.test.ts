import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../../runtime/queue/reason-of.ts';
import { JiraUnsure } from '../../../shared/jira/jira-errors.ts';

describe('the reason of a failure', () => {
  it('is the name and message of the error, and of what caused it, without a stack', () => {
    const error = new JiraUnsure('POST /issue', 'the connection broke', undefined, { cause: new Error('ECONNRESET') });
    expect(reasonOf(error)).toBe(
      'JiraUnsure: POST /issue: the connection broke; whether Jira carried it out is unknown\ncaused by Error: ECONNRESET',
    );
  });

  it('leaves out credentials that a message quotes', () => {
    expect(reasonOf(new Error('sent authorization: Basic dXNlcjpwYXNzd29yZA== to Jira'))).toBe(
      'Error: sent authorization: Basic … to Jira',
    );
  });

  it('is at most 2 KB long, and never ends inside a character', () => {
    const reason = reasonOf(new Error('ä'.repeat(5_000)));
    expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(2_048);
    expect(reason).toMatch(/^Error: ä+…$/);
  });

  it('is said of anything that was thrown, and ends with an error that is its own cause', () => {
    const circle = new Error('round');
    circle.cause = circle;
    expect([reasonOf('plain text'), reasonOf(circle).split('\n').length]).toEqual(['plain text', 5]);
  });
});
