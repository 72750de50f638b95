import { expect, it } from 'vitest';
import { JiraOutage, JiraPostponed, JiraRateLimited } from '../../../shared/jira/jira-errors.ts';
import { isOnlyLimited } from '../../../shared/jira/only-limited.ts';

const limited = new JiraRateLimited('GET /issue', 1_000, 'jira-burst-based');
const inTask = (cause: Error): Error => new Error(`tickets: ${cause.message}`, { cause });

it('a run failed only for limits of Jira when each of its failures is one, however deep it lies', () => {
  const outage = new JiraOutage('GET /issue', 'another host', 'look at it');
  const unread = new JiraPostponed('GET /issue', undefined, 'the limits cannot be read', {
    cause: new Error('throttled'),
  });
  const asked = [
    new AggregateError([inTask(new AggregateError([inTask(limited)])), inTask(limited)]),
    limited,
    new AggregateError([inTask(limited), inTask(outage)]),
    new AggregateError([]),
    inTask(unread),
    new Error('no'),
    undefined,
  ];
  expect(asked.map(isOnlyLimited)).toEqual([true, true, false, false, false, false, false]);
});
