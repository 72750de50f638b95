import { describe, expect, it } from 'vitest';
import { callerFrom } from '../../../shared/api/caller.ts';

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

  const client = { token_use: 'access', client_id: 'scanner', scope: 'holdfast/signals.write holdfast/records.read' };

  it.each([
    ['a person’s access token, which does not say who it is', { ...claims, token_use: 'access' }],
    ['a person’s access token with a scope of ours', { ...client, username: 'anna', sub: 'anna' }],
    ['a client that may only send signals', { ...client, scope: 'holdfast/signals.write' }],
    ['a client’s id token, which there is none of', { ...client, token_use: 'id' }],
  ])('is nobody with %s', (_, token) => {
    expect(callerFrom(token)).toBeUndefined();
  });

  it.each([
    ['holdfast/records.read', ['machine reader']],
    ['holdfast/signals.write holdfast/records.write', ['machine']],
  ])('is a machine with a client’s token and the scope %s', (scope, roles) => {
    expect(callerFrom({ ...client, scope })).toEqual({ author: { kind: 'machine', id: 'scanner' }, roles });
  });

  it('is no machine as a member of a group of that name', () => {
    expect(callerFrom({ ...claims, 'cognito:groups': '[machine]' })?.roles).toEqual([]);
  });

  it.each(['', '   ', '\u200b'])('has a name that can be read, though another provider gave %j', (name) => {
    expect(callerFrom({ ...claims, name })?.author).toMatchObject({ name: 'anna@example.com' });
  });

  it('has a whole name, though another provider spelled half of a character', () => {
    expect(callerFrom({ ...claims, name: 'Anna \ud83d' })?.author).toMatchObject({ name: 'Anna \ufffd' });
  });

  it('has a whole id, of a person as of a program', () => {
    const half = 'anna\udc00';
    const callers = [
      callerFrom({ ...claims, sub: half }),
      callerFrom({ ...client, client_id: half, scope: 'holdfast/records.write' }),
    ];
    expect(callers.map((caller) => caller?.author.id)).toEqual(['anna\ufffd', 'anna\ufffd']);
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
