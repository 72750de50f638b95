import { describe, expect, it } from 'vitest';
import { callerFrom } from '../../shared/api/caller.ts';

const claims = { token_use: 'id', sub: 'anna', email: 'anna@example.com', name: 'Anna' };

describe('the caller', () => {
  it.each([
    ['[analyst approver]', ['analyst', 'approver']],
    [['auditor'], ['auditor']],
    ['[analyst everyone]', ['analyst']],
    [undefined, []],
  ])('has the roles that are ours: %o', (groups, roles) => {
    expect(callerFrom({ ...claims, 'cognito:groups': groups })?.roles).toEqual(roles);
  });

  it('is nobody with an access token, which does not say who it is', () => {
    expect(callerFrom({ ...claims, token_use: 'access' })).toBeUndefined();
  });

  it('is the person of the claims', () => {
    expect(callerFrom({ ...claims, 'custom:jira_account_id': '712020:anna' })?.author).toEqual({
      kind: 'person',
      id: 'anna',
      name: 'Anna',
      email: 'anna@example.com',
      jiraAccountId: '712020:anna',
    });
  });
});
