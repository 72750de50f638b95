import { describe, expect, it } from 'vitest';
import { callerFrom as callerOf } from '../../../shared/api/caller.ts';
import type { ProgramsByClient } from '../../../shared/domain/access/programs.ts';
import { Refusal } from '../../../shared/domain/words/refusal.ts';
import { aProgram } from '../../support/world/programs.ts';

const programs: ProgramsByClient = new Map([
  ['scanner', aProgram({ name: 'scanner' })],
  ['reader', aProgram({ name: 'reader', scopes: ['records.read'], sources: [] })],
]);
const callerFrom = (token: unknown) => callerOf(token, programs);
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
    expect(callerFrom({ ...client, scope })).toEqual({
      author: { kind: 'machine', id: 'scanner', name: 'scanner', owner: 'olga@example.com' },
      roles,
    });
  });

  it('has no scope that its program lost after the token was made', () => {
    const token = { ...client, client_id: 'reader', scope: 'holdfast/records.read holdfast/records.write' };
    expect(callerFrom(token)?.roles).toEqual(['machine reader']);
  });

  it('is refused with the token of a program that is gone', () => {
    const token = { ...client, client_id: 'removed', scope: 'holdfast/records.write' };
    expect(() => callerFrom(token)).toThrow(Refusal);
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

  it('has a whole id', () => {
    expect(callerFrom({ ...claims, sub: 'anna\udc00' })?.author.id).toBe('anna\ufffd');
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
