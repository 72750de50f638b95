import { describe, expect, it } from 'vitest';
import { unlessPostponed } from '../../../runtime/unless-postponed.ts';
import { JiraRateLimited } from '../../../shared/jira/jira-errors.ts';

const LIMITED = new JiraRateLimited('/rest/api/3/search/jql', 60_000, 'jira-quota-global-based');

async function ranWith(error: Error | undefined) {
  const counted: string[] = [];
  const said: string[] = [];
  const told = { count: (name: string) => void counted.push(name), warn: (text: string) => void said.push(text) };
  const work = () => (error === undefined ? Promise.resolve() : Promise.reject(error));
  const failed = await unlessPostponed(told, work).then(
    () => false,
    () => true,
  );
  return { counted, said, failed };
}

describe('a run that comes again by itself', () => {
  it('is put off, counted, and no failure, when Jira’s limits are all that went wrong', async () => {
    const postponed = { counted: ['SweepPostponed'], said: ['postponed to the next run'], failed: false };
    expect(await ranWith(LIMITED)).toEqual(postponed);
    expect(await ranWith(new AggregateError([LIMITED, new Error('site', { cause: LIMITED })]))).toEqual(postponed);
  });

  it('is a failure with anything else, and nothing to tell when all is well', async () => {
    const error = new AggregateError([LIMITED, new Error('no such project')]);
    expect(await ranWith(error)).toEqual({ counted: [], said: [], failed: true });
    expect(await ranWith(undefined)).toEqual({ counted: [], said: [], failed: false });
  });
});
