import { describe, expect, it } from 'vitest';
import { callerFrom } from '../../../shared/api/caller.ts';
import { wholeClaims } from '../../../shared/api/whole-claims.ts';
import { IssuerPolicy } from '../../../shared/domain/access/issuer-policy.ts';
import { Refusal } from '../../../shared/domain/words/refusal.ts';

const issuer = IssuerPolicy.parse({
  url: 'https://login.acme.com/',
  clients: { pages: 'pages', commandLine: 'cli' },
  claims: { jiraAccountId: 'jira' },
  roles: { 'SOC Leads': 'approver', analysts: 'analyst' },
  audience: 'holdfast-api',
});
const scanner = {
  name: 'scanner',
  owner: 'sam@acme.com',
  scopes: ['records.read' as const],
  sources: [],
  clientId: 'scan-1',
};
const rules = { peopleClients: ['pages', 'cli'], programs: new Map([['scan-1', scanner]]), issuer };
const ANNA = { iss: issuer.url, sub: 'anna', aud: 'pages', email: 'anna@acme.com', email_verified: true, name: 'Anna' };
const PROGRAM = {
  iss: issuer.url,
  sub: 'scan-1',
  aud: 'holdfast-api',
  client_id: 'scan-1',
  scope: 'holdfast/records.read',
};
const from = (claims: object, policy: Partial<IssuerPolicy> = {}) =>
  callerFrom(claims, { ...rules, issuer: { ...issuer, ...policy } });

describe('a person of the company’s issuer', () => {
  it('is who the mapped claims say, with the roles of their groups', () => {
    const groups = ['Everyone', 'SOC Leads', 'analysts', 'toString'];
    expect(from({ ...ANNA, jira: '712020:anna', groups })).toEqual({
      author: { kind: 'person', id: 'anna', name: 'Anna', email: 'anna@acme.com', jiraAccountId: '712020:anna' },
      roles: ['approver', 'analyst'],
    });
  });

  it.each([
    ['Leads', ['Not SOC Leads', 'SOC', 'Leads']],
    ['a text that looks like a list', '[SOC Leads analysts]'],
    ['another spelling', ['soc leads']],
    ['nothing', undefined],
    ['a number', 7],
  ])('has no role by %s', (_, groups) => {
    expect(from({ ...ANNA, groups })?.roles).toEqual([]);
  });

  it('may be in one group, told as a text', () => {
    expect(from({ ...ANNA, groups: 'SOC Leads' })?.roles).toEqual(['approver']);
  });

  it.each([
    [true, false, 'anna@acme.com'],
    ['true', false, 'anna@acme.com'],
    [false, true, undefined],
    ['false', true, undefined],
    [undefined, false, undefined],
    [undefined, true, 'anna@acme.com'],
  ])(
    'has an address where it is verified (%o), or the issuer only tells such (%o)',
    (email_verified, addressesAreVerified, email) => {
      expect(Object(from({ ...ANNA, email_verified }, { addressesAreVerified })?.author).email).toBe(email);
    },
  );

  it.each([
    ['of another client', { aud: 'payroll' }],
    ['for several', { aud: ['pages', 'payroll'] }],
    ['an access token', { scope: 'openid' }],
    ['an access token of Entra', { scp: 'openid' }],
    ['of nobody', { sub: '' }],
  ])('is nobody by a token %s', (_, more) => {
    expect(from({ ...ANNA, ...more })).toBeUndefined();
  });

  it('is nobody by claims of a user pool alone', () => {
    expect(from({ token_use: 'id', aud: 'web', sub: 'anna', 'cognito:groups': '[admin]' })).toBeUndefined();
    expect(from({ ...ANNA, 'cognito:groups': '[admin]', 'custom:jira_account_id': 'ben' })).toMatchObject({
      roles: [],
    });
  });
});

describe('a program at the company’s issuer', () => {
  it.each([
    ['RFC 9068', PROGRAM],
    ['Keycloak', { ...PROGRAM, client_id: undefined, azp: 'scan-1', aud: ['account', 'holdfast-api'] }],
    ['Okta', { ...PROGRAM, client_id: undefined, cid: 'scan-1', scope: undefined, scp: ['holdfast/records.read'] }],
  ])('is known by its client, as %s tells it', (_, claims) => {
    expect(from(claims)).toEqual({
      author: { kind: 'machine', id: 'scan-1', name: 'scanner', owner: 'sam@acme.com' },
      roles: ['machine reader'],
    });
  });

  it.each([
    ['of another audience', { aud: 'payroll' }],
    ['without scopes', { scope: '' }],
    ['with the scopes of others', { scope: 'records.read' }],
  ])('is nobody by a token %s', (_, more) => {
    expect(from({ ...PROGRAM, ...more })).toBeUndefined();
  });

  it('is refused when nobody here knows it', () => {
    expect(() => from({ ...PROGRAM, client_id: 'payroll' })).toThrow(Refusal);
  });
});

describe('the claims of a token', () => {
  const encoded = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
  const token = (claims: object) => `Bearer ${encoded({ alg: 'RS256' })}.${encoded(claims)}.c2ln`;
  const told = { iss: issuer.url, sub: 'anna', groups: '[SOC Leads]' };

  it('are read as they are, where the gateway made text of them', () => {
    const groups = ['SOC Leads'];
    expect(wholeClaims(token({ ...ANNA, groups }), told)).toEqual({ ...ANNA, groups });
  });

  it.each([
    ['of another person', token({ ...ANNA, sub: 'ben' })],
    ['of another issuer', token({ ...ANNA, iss: 'https://evil.example' })],
    ['that is none', 'Bearer x.y.z'],
    ['that is missing', undefined],
  ])('are not those of a token %s', (_, authorization) => {
    expect(wholeClaims(authorization, told)).toBeUndefined();
  });
});
