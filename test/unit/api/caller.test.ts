import { describe, expect, it } from 'vitest';
import { callerFrom as callerOf } from '../../../shared/api/caller.ts';
import type { ProgramsByClient } from '../../../shared/domain/access/programs.ts';
import type { IdentityProvider } from '../../../shared/domain/access/sign-in-policy.ts';
import { Refusal } from '../../../shared/domain/words/refusal.ts';
import { aProgram } from '../../support/world/programs.ts';

const programs: ProgramsByClient = new Map([
  ['scanner', aProgram({ name: 'scanner' })],
  ['reader', aProgram({ name: 'reader', scopes: ['records.read'], sources: [] })],
]);
const callerFrom = (token: unknown) => callerOf(token, { programs, peopleClients: ['web', 'command-line'] });
const claims = {
  token_use: 'id',
  aud: 'web',
  sub: 'anna',
  email: 'anna@example.com',
  email_verified: 'true',
  name: 'Anna',
};

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
    ['an id token of a client that signs nobody in', { ...claims, aud: 'scanner' }],
    ['an id token that says for nobody whom it is', { ...claims, aud: undefined }],
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

  it.each([
    ['true', 'anna@example.com'],
    [true, 'anna@example.com'],
    ['false', undefined],
    [undefined, undefined],
  ])('has an address that rights rest on only where it is verified: %o', (email_verified, email) => {
    expect(callerFrom({ ...claims, email_verified })?.author).toEqual({
      kind: 'person',
      id: 'anna',
      name: 'Anna',
      ...(email === undefined ? {} : { email }),
    });
  });
});

describe('a person of the company’s provider', () => {
  const provider: IdentityProvider = {
    kind: 'saml',
    name: 'Okta',
    metadataUrl: 'https://acme.okta.com/app/metadata',
    passwordsToo: true,
    attributes: { email: 'mail', name: 'displayName', groups: 'groups' },
    roles: { 'SOC Leads': 'approver', Analysts: 'analyst' },
  };
  const from = (more: object) =>
    callerOf({ ...claims, email_verified: 'false', ...more }, { programs, peopleClients: ['web'], provider });
  const username = 'Okta_anna@acme.com';

  it('has the address that the provider told', () => {
    const emails = [username, username.toLowerCase(), '4f1c', 'Oktavia_anna'].map(
      (name) => Object(from({ 'cognito:username': name })?.author).email,
    );
    expect(emails).toEqual(['anna@example.com', 'anna@example.com', undefined, undefined]);
  });

  it.each([
    ['[Everyone, SOC Leads, Analysts]', ['approver', 'analyst']],
    ['SOC Leads', ['approver']],
    ['[soc leads]', []],
    ['[]', []],
    [undefined, []],
  ])('has the roles of their groups there: %o', (groups, roles) => {
    expect(from({ 'cognito:username': username, 'custom:provider_groups': groups })?.roles).toEqual(roles);
  });

  it('has the roles of the groups here besides, each once', () => {
    const groups = { 'cognito:groups': '[acme_Okta approver auditor]', 'custom:provider_groups': '[SOC Leads]' };
    expect(from({ 'cognito:username': username, ...groups })?.roles).toEqual(['approver', 'auditor']);
  });

  it('is no user of the pool who somehow has such an attribute', () => {
    expect(from({ 'cognito:username': '4f1c', 'custom:provider_groups': '[SOC Leads]' })?.roles).toEqual([]);
  });
});
