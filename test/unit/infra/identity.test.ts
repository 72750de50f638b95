import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { PROGRAM_LIMIT } from '../../../shared/domain/access/program-policy.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { referencesIn, resourcesOf, synthesize, templateOf } from './synthesized.ts';

const owner = 'sam@acme.com';
const NAMED: HoldfastConfigInput = {
  programs: {
    'mail-scanner': { owner, scopes: ['signals.write'], sources: ['mail-simulation'] },
    import: { owner, scopes: ['records.write'] },
  },
};

/** Clients of the user pool with the properties that decide what they can do, by logical id without its hash. */
const clientsOf = (input?: HoldfastConfigInput) =>
  Object.fromEntries(
    resourcesOf(templateOf(input), 'AWS::Cognito::UserPoolClient').map(([id, { Properties }]) => [
      id.replace(/[0-9A-F]{8}$/, ''),
      Properties,
    ]),
  );

const scopesOf = (client: unknown): string[] =>
  [...JSON.stringify(Object(client).AllowedOAuthScopes ?? []).matchAll(/\/([a-z]+\.[a-z]+)"/g)].map(
    ([, scope = '']) => scope,
  );

describe('the user pool', () => {
  it('lets nobody change by themselves what four eyes look at', () => {
    const { IdentityUsersWeb, IdentityUsersCommandLine } = clientsOf();
    for (const client of [IdentityUsersWeb, IdentityUsersCommandLine]) {
      expect(client).not.toHaveProperty('GenerateSecret');
      expect(client).toMatchObject({
        // Any flow but that of the sign-in pages gives tokens with which people change their own attributes, and so does that scope.
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid', 'email', 'profile'],
        SupportedIdentityProviders: ['COGNITO'],
        WriteAttributes: ['locale'],
        ReadAttributes: ['custom:jira_account_id', 'custom:provider_groups', 'email', 'email_verified', 'name'],
      });
    }
    expect(Object(IdentityUsersCommandLine).CallbackURLs).toEqual([
      'http://localhost:8473/signed-in',
      'http://localhost:18473/signed-in',
      'http://localhost:28473/signed-in',
    ]);
    expect([IdentityUsersWeb, IdentityUsersCommandLine]).toMatchObject([
      // Of a page, which gets the next one by itself.
      { IdTokenValidity: 15, AccessTokenValidity: 15, LogoutURLs: [expect.anything()] },
      { IdTokenValidity: 60, AccessTokenValidity: 60 },
    ]);
    templateOf().hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Schema: Match.arrayWith([Match.objectLike({ Name: 'jira_account_id', AttributeDataType: 'String' })]),
    });
  });

  it('has a client for each program: tokens for its scopes by client credentials, and nothing else', () => {
    const { IdentityUsersWeb: _, IdentityUsersCommandLine: _c, ...programs } = clientsOf(NAMED);
    const alone = {
      GenerateSecret: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthFlowsUserPoolClient: true,
      // Left out, each of these would be what Cognito gives by default: sign-in by password proof, and a writable e-mail address.
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      ReadAttributes: ['locale'],
      WriteAttributes: ['locale'],
    };
    expect(programs).toEqual({
      IdentityUsersMailScannerProgram: expect.objectContaining({ ...alone, ClientName: 'mail-scanner' }),
      IdentityUsersImportProgram: expect.objectContaining({ ...alone, ClientName: 'import' }),
    });
    expect(Object.values(programs).map(scopesOf)).toEqual([['signals.write'], ['records.write']]);
  });

  it('keeps the client of the time when programs had no names, with its id and its output', () => {
    const [[id] = ['']] = resourcesOf(templateOf(), 'AWS::Cognito::UserPoolClient').filter(([one]) =>
      one.includes('Machine'),
    );
    expect(id).toBe('IdentityUsersMachine5748204A');
    expect(templateOf().findOutputs('MachineClientId')).toEqual({ MachineClientId: { Value: { Ref: id } } });
    expect(scopesOf(clientsOf().IdentityUsersMachine)).toEqual(['signals.write', 'records.read', 'records.write']);
  });

  it('shows the id of each client under the name of its program', () => {
    expect(Object.keys(templateOf(NAMED).findOutputs('*')).filter((name) => name.endsWith('ClientId'))).toEqual([
      'WebClientId',
      'CommandLineClientId',
      'MailScannerClientId',
      'ImportClientId',
    ]);
  });

  it('tells functions which client is which program, within what Lambda takes', () => {
    const programs = Object.fromEntries(
      Array.from({ length: PROGRAM_LIMIT }, (_, index) => [
        `p${index}`.padEnd(32, 'x'),
        { owner, scopes: ['records.read' as const] },
      ]),
    );
    const [, api] =
      resourcesOf(templateOf({ programs }), 'AWS::Lambda::Function').find(([id]) => id.includes('RecordApiRecords')) ??
      [];
    const { PROGRAM_CLIENTS } = Object(Object(api?.Properties.Environment).Variables);
    const clientId = '1h57kf5cpq17m0eml12EXAMPLE';
    const text = Object(PROGRAM_CLIENTS)
      ['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : clientId))
      .join('');
    expect(Object.values(JSON.parse(text))).toEqual(Array(PROGRAM_LIMIT).fill(clientId));
    expect(text.length).toBeLessThan(2_500);
  });

  it('lets people and programs call the records, and programs alone the signals, each with a scope for it', () => {
    const template = templateOf(NAMED);
    const audiences = resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer').map(([, { Properties }]) =>
      referencesIn(Object(Properties.JwtConfiguration).Audience).map((id) => id.replace(/[0-9A-F]{8}$/, '')),
    );
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: 'POST /signals',
      AuthorizationScopes: ['holdfast/signals.write'],
    });
    expect(audiences).toEqual([
      ['IdentityUsersWeb', 'IdentityUsersCommandLine', 'IdentityUsersImportProgram'],
      ['IdentityUsersMailScannerProgram'],
    ]);
  });

  it('has no route for signals while no program may send one', () => {
    const routes = resourcesOf(templateOf({ programs: {} }), 'AWS::ApiGatewayV2::Route').map(
      ([, { Properties }]) => Properties.RouteKey,
    );
    expect(routes).not.toContain('POST /signals');
  });
});

describe('people of a company’s own provider', () => {
  const common = { name: 'Okta', attributes: { email: 'mail', name: 'displayName', groups: 'groups' } };
  const roles = { Leads: 'approver' as const };
  const SAML: HoldfastConfigInput = {
    signIn: { provider: { kind: 'saml', ...common, roles, metadataUrl: 'https://acme.okta.com/metadata' } },
  };
  const OIDC: HoldfastConfigInput = {
    signIn: {
      provider: {
        kind: 'oidc',
        ...common,
        roles,
        issuer: 'https://login.acme.com',
        clientId: 'holdfast',
        clientSecret: 'acme/holdfast',
        passwordsToo: true,
      },
    },
  };

  it.each([
    ['SAML', SAML, { MetadataURL: 'https://acme.okta.com/metadata', IDPSignout: false }, ['Okta']],
    [
      'OIDC',
      OIDC,
      {
        client_id: 'holdfast',
        // A reference that CloudFormation resolves at the deployment: no secret stands in the template.
        client_secret: '{{resolve:secretsmanager:acme/holdfast:SecretString:::}}',
        oidc_issuer: 'https://login.acme.com',
        authorize_scopes: 'openid email profile',
      },
      ['Okta', 'COGNITO'],
    ],
  ])('sign in by %s, and have what it tells of them', (_, input, details, providers) => {
    const template = templateOf(input);
    template.hasResourceProperties('AWS::Cognito::UserPoolIdentityProvider', {
      ProviderName: 'Okta',
      ProviderDetails: Match.objectLike(details),
      AttributeMapping: { email: 'mail', name: 'displayName', 'custom:provider_groups': 'groups' },
    });
    const { IdentityUsersWeb, IdentityUsersCommandLine } = clientsOf(input);
    for (const client of [IdentityUsersWeb, IdentityUsersCommandLine]) {
      const named = Object(client).SupportedIdentityProviders.map((one: unknown) =>
        typeof one === 'string' ? one : 'Okta',
      );
      expect([named, Object(client).WriteAttributes]).toEqual([providers, ['custom:provider_groups', 'email', 'name']]);
    }
  });
});

describe('what a company’s provider tells of a person', () => {
  const attributes = { email: 'mail', name: 'displayName' };
  const federated = (more: object): HoldfastConfigInput => ({
    signIn: {
      provider: {
        kind: 'saml',
        name: 'Okta',
        metadataUrl: 'https://acme.okta.com/metadata',
        attributes: { ...attributes, ...more },
      },
    },
  });

  it.each([
    ['nothing more', {}, []],
    ['the Jira account', { jiraAccountId: 'jira' }, ['custom:jira_account_id']],
  ])('is written by sign-ins alone, as far as it is mapped: %s', (_, more, custom) => {
    const { IdentityUsersWeb, IdentityUsersCommandLine, ...programs } = clientsOf(federated(more));
    for (const client of [IdentityUsersWeb, IdentityUsersCommandLine]) {
      expect(client).toMatchObject({
        WriteAttributes: [...custom, 'email', 'name'],
        // No other way in, and no scope with which people change attributes of their own.
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        AllowedOAuthScopes: ['openid', 'email', 'profile'],
      });
    }
    expect(Object.values(programs).map((program) => Object(program).WriteAttributes)).toEqual([['locale']]);
    templateOf(federated(more)).hasResourceProperties('AWS::Cognito::UserPoolIdentityProvider', {
      AttributeMapping: {
        email: 'mail',
        name: 'displayName',
        ...Object.fromEntries(custom.map((name) => [name, 'jira'])),
      },
    });
  });
});

describe('an issuer of the company’s own', () => {
  const issuer = {
    url: 'https://login.acme.com/',
    clients: { pages: 'holdfast-pages', commandLine: 'holdfast-cli' },
    roles: { Leads: 'approver' as const },
  };
  const scan = { owner, scopes: ['signals.write' as const], sources: ['scan'], clientId: 'scan-1' };

  it('is in the place of the user pool: nothing of one is made', () => {
    const template = templateOf({ signIn: { issuer }, programs: {} });
    expect(JSON.stringify(template.toJSON())).not.toContain('AWS::Cognito');
    expect(
      resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer').map(([, { Properties }]) => Properties.JwtConfiguration),
    ).toEqual([{ Issuer: 'https://login.acme.com/', Audience: ['holdfast-pages', 'holdfast-cli'] }]);
    const outputs = template.findOutputs('*');
    expect([
      outputs.WebClientId?.Value,
      outputs.CommandLineClientId?.Value,
      'UserPoolId' in outputs,
      'TokenUrl' in outputs,
    ]).toEqual(['holdfast-pages', 'holdfast-cli', false, false]);
  });

  it('knows the programs, by an audience of their own and the scope for signals', () => {
    const template = templateOf({ signIn: { issuer: { ...issuer, audience: 'holdfast-api' } }, programs: { scan } });
    const machines = resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer').find(([id]) => id.includes('Machines'));
    expect(machines?.[1].Properties.JwtConfiguration).toEqual({
      Issuer: 'https://login.acme.com/',
      Audience: ['holdfast-api'],
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ PROGRAM_CLIENTS: '{"scan":"scan-1"}' }) },
    });
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: 'POST /signals',
      AuthorizationScopes: ['holdfast/signals.write'],
    });
  });
});

describe('a second factor', () => {
  it.each([
    ['optional', 'OPTIONAL'],
    ['required', 'ON'],
  ] as const)('is %s as the configuration says', (mfa, configuration) => {
    templateOf({ signIn: { mfa } }).hasResourceProperties('AWS::Cognito::UserPool', {
      MfaConfiguration: configuration,
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
  });
});

describe('a program that may speak for every source', () => {
  it('is warned of at the synth, and one that names its sources is not', () => {
    const warned = (input: HoldfastConfigInput) =>
      Annotations.fromStack(synthesize(input).stack)
        .findWarning('*', Match.stringLikeRegexp("sources in holdfast.config.ts is '\\*'"))
        .map(({ entry }) => String(entry.data).slice(0, 30));
    expect([warned({}), warned(NAMED)]).toEqual([[expect.stringContaining('programs.machine.sources')], []]);
  });
});
