import { Aws, Duration, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { removalPolicyOf } from '../building-blocks/removal.ts';

/** The roles that people have in Holdfast, from the least to the most. A Cognito group each, in the claim `cognito:groups`. */
const roles = {
  auditor: 'Reads all, changes nothing',
  analyst: 'Writes post-mortems and attests to checks',
  approver: 'Approves post-mortems, recommendations and risk acceptances',
  admin: 'Corrects what went wrong',
} as const;

/** Scopes of programs. A program asks for as little as it needs with each token. `shared/api/caller.ts` reads them. */
const machineScopes = {
  'signals.write': 'Report whether a control, detection or fix was seen to work',
  'records.read': 'Read post-mortems up to TLP:AMBER',
  'records.write': 'Open post-mortems and write in them, up to TLP:AMBER; never judge',
} as const;

/** In tokens it is called `custom:jira_account_id`. */
const jiraAccountId = 'jira_account_id';

/** Callers of the API: people with a role, and programs with a scope. */
export class Identity extends Construct {
  readonly userPool: cognito.UserPool;
  readonly webClient: cognito.UserPoolClient;
  readonly machineClient: cognito.UserPoolClient;
  /** Issuer of the tokens, as they name it. */
  readonly issuer: string;
  readonly tokenUrl: string;
  /** The scope that a machine needs to report a signal. */
  readonly signalScope = 'holdfast/signals.write';

  constructor(scope: Construct, id: string, { config }: { config: HoldfastConfig }) {
    super(scope, id);
    this.userPool = this.pool(config);
    this.issuer = `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}/${this.userPool.userPoolId}`;
    for (const [precedence, [groupName, description]] of Object.entries(roles).reverse().entries()) {
      new cognito.UserPoolGroup(this, groupName, { userPool: this.userPool, groupName, description, precedence });
    }

    this.webClient = this.userPool.addClient('Web', {
      authFlows: { userPassword: true, userSrp: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      // Four eyes rest on who somebody is: nobody changes their own e-mail address, name or Jira account.
      readAttributes: new cognito.ClientAttributes()
        .withStandardAttributes({ email: true, emailVerified: true, fullname: true })
        .withCustomAttributes(jiraAccountId),
      writeAttributes: new cognito.ClientAttributes().withStandardAttributes({ locale: true }),
    });

    const scopes = Object.entries(machineScopes).map(
      ([scopeName, scopeDescription]) => new cognito.ResourceServerScope({ scopeName, scopeDescription }),
    );
    const resourceServer = this.userPool.addResourceServer('Api', { identifier: 'holdfast', scopes });
    this.machineClient = this.userPool.addClient('Machine', {
      generateSecret: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: scopes.map((scope) => cognito.OAuthScope.resourceServer(resourceServer, scope)),
      },
      accessTokenValidity: Duration.hours(1),
    });

    const domain = this.userPool.addDomain('Domain', {
      // Unique in the region: the account keeps two companies apart, the stack two installations.
      cognitoDomain: { domainPrefix: `${Stack.of(this).stackName.toLowerCase()}-${Aws.ACCOUNT_ID}` },
    });
    this.tokenUrl = `${domain.baseUrl()}/oauth2/token`;
  }

  private pool(config: HoldfastConfig): cognito.UserPool {
    const pool = new cognito.UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      // Tells an attester from the assignee of a ticket where Jira hides e-mail addresses. Admins set it.
      customAttributes: { [jiraAccountId]: new cognito.StringAttribute({ maxLen: 128, mutable: true }) },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      deletionProtection: config.operations.removalPolicy === 'retain',
      removalPolicy: removalPolicyOf(config),
    });
    acknowledge(
      pool,
      'AwsSolutions-COG2',
      'One-time codes are offered to everybody. Requiring them here would lock out people of a federated identity provider, ' +
        'which asks for its own second factor; docs/guide.md says how to require them for a pool without one.',
    );
    acknowledge(
      pool,
      'AwsSolutions-COG8',
      'The Plus plan is priced per user; a team that wants its threat protection turns it on for the pool, as docs/guide.md says.',
    );
    return pool;
  }
}
