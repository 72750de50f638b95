import { Aws, Duration, SecretValue, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Program, ProgramScope } from '../../shared/domain/access/program-policy.ts';
import type { IdentityProvider } from '../../shared/domain/access/sign-in-policy.ts';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { durationMs } from '../../shared/domain/words/duration.ts';
import { callBackUrl, signedOutUrl } from '../../shared/session/session-addresses.ts';
import { COMMAND_LINE_REDIRECTS } from '../../shared/sign-in/command-line-redirects.ts';
import { constructName } from '../building-blocks/construct-name.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { removalPolicyOf } from '../building-blocks/removal.ts';
import { type Callers, type ProgramClient, programsWith } from './callers.ts';

/** The roles that people have in Holdfast, from the least to the most. A Cognito group each, in the claim `cognito:groups`. */
const roles = {
  auditor: 'Reads all, changes nothing',
  analyst: 'Writes post-mortems and attests to checks',
  approver: 'Approves post-mortems, recommendations and risk acceptances',
  admin: 'Corrects what went wrong',
} as const;

/** Scopes of programs. A program asks for as little as it needs with each token. `shared/api/caller.ts` reads them. */
const scopeDescriptions: Record<ProgramScope, string> = {
  'signals.write': 'Report whether a control, detection or fix was seen to work',
  'records.read': 'Read post-mortems up to TLP:AMBER',
  'records.write': 'Open post-mortems and write in them, up to TLP:AMBER; never judge',
};

/** In tokens it is called `custom:jira_account_id`. */
const jiraAccountId = 'jira_account_id';

/** In tokens it is called `custom:provider_groups`. Only sign-ins through the company's provider write it. */
const providerGroups = 'provider_groups';

/** The least that a client can name. The API's page does not say that an empty list is none at all, and not the default. */
const onlyLocale = new cognito.ClientAttributes().withStandardAttributes({ locale: true });

/**
 * The one client from before programs had names. A program called `machine` goes on with it, and so with its id and its secret:
 * CloudFormation would make a new client for another logical id.
 */
const FIRST_PROGRAM = 'machine';

interface IdentityProps {
  readonly config: HoldfastConfig;
  /** With a slash at its end. */
  readonly apiUrl: string;
}

/** What is other about a client with which people sign in. */
interface PeopleClient {
  readonly callbackUrls: readonly string[];
  readonly logoutUrls?: readonly string[];
  /** Id tokens and access tokens. */
  readonly tokensLast: Duration;
}

/** The user pool, with a client for each kind of program with which people sign in, and one for each program that calls. */
export class Identity extends Construct implements Callers {
  readonly userPool: cognito.UserPool;
  readonly webClientId: string;
  readonly commandLineClientId: string;
  /** Address of the sign-in pages, without a slash at its end. */
  readonly signInUrl: string;
  readonly programs: readonly ProgramClient[];
  readonly issuer: string;
  readonly tokenUrl: string;

  constructor(scope: Construct, id: string, { config, apiUrl }: IdentityProps) {
    super(scope, id);
    this.userPool = this.pool(config);
    this.issuer = `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}/${this.userPool.userPoolId}`;
    for (const [precedence, [groupName, description]] of Object.entries(roles).reverse().entries()) {
      new cognito.UserPoolGroup(this, groupName, { userPool: this.userPool, groupName, description, precedence });
    }

    const provider = config.signIn.provider && this.provider(config.signIn.provider);
    const webClient = this.peopleClient('Web', config, provider, {
      callbackUrls: [callBackUrl({ apiUrl })],
      logoutUrls: [signedOutUrl({ apiUrl })],
      // A page gets the next one by itself, and what a page holds may be stolen from it.
      tokensLast: Duration.minutes(15),
    });
    const commandLineClient = this.peopleClient('CommandLine', config, provider, {
      callbackUrls: COMMAND_LINE_REDIRECTS,
      tokensLast: Duration.hours(1),
    });

    this.webClientId = webClient.userPoolClientId;
    this.commandLineClientId = commandLineClient.userPoolClientId;

    const scopes = Object.entries(scopeDescriptions).map(
      ([scopeName, scopeDescription]) => new cognito.ResourceServerScope({ scopeName, scopeDescription }),
    );
    const resourceServer = this.userPool.addResourceServer('Api', { identifier: 'holdfast', scopes });
    this.programs = Object.entries(config.programs).map(([name, program]) => ({
      name,
      scopes: program.scopes,
      clientId: this.programClient(name, program, resourceServer, scopes).userPoolClientId,
    }));

    const domain = this.userPool.addDomain('Domain', {
      // Unique in the region: the account keeps two companies apart, the stack two installations.
      cognitoDomain: { domainPrefix: `${Stack.of(this).stackName.toLowerCase()}-${Aws.ACCOUNT_ID}` },
    });
    this.signInUrl = config.signIn.address ?? domain.baseUrl();
    this.tokenUrl = `${this.signInUrl}/oauth2/token`;
  }

  /** Access tokens of the pool have the client in the place of an audience. */
  audiencesWith(...scopes: readonly ProgramScope[]): string[] {
    return programsWith(this.programs, scopes).map(({ clientId }) => clientId);
  }

  /**
   * Signs people in by the sign-in pages alone: authorization code with PKCE. Tokens by any other flow would carry the scope
   * `aws.cognito.signin.user.admin`, with which people change attributes of their own; four eyes rest on these.
   * Cognito writes what the provider tells only into attributes that the client may write.
   * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
   */
  private peopleClient(
    id: string,
    { signIn }: HoldfastConfig,
    provider: cognito.IUserPoolIdentityProvider | undefined,
    { callbackUrls, logoutUrls, tokensLast }: PeopleClient,
  ): cognito.UserPoolClient {
    const known = new cognito.ClientAttributes()
      .withStandardAttributes({ email: true, emailVerified: true, fullname: true })
      .withCustomAttributes(jiraAccountId, providerGroups);
    const client = this.userPool.addClient(id, {
      authFlows: { userPassword: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, cognito.OAuthScope.PROFILE],
        callbackUrls: [...callbackUrls],
        ...(logoutUrls === undefined ? {} : { logoutUrls: [...logoutUrls] }),
      },
      supportedIdentityProviders: [
        ...(provider === undefined ? [] : [cognito.UserPoolClientIdentityProvider.custom(provider.providerName)]),
        ...(signIn.provider?.passwordsToo === false ? [] : [cognito.UserPoolClientIdentityProvider.COGNITO]),
      ],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: tokensLast,
      idTokenValidity: tokensLast,
      // Not rotated: a client that rotates cannot name its flows as one that refreshes and nothing else, and left out Cognito fills them in.
      refreshTokenValidity: Duration.millis(durationMs(signIn.lasts)),
      readAttributes: known,
      writeAttributes: signIn.provider === undefined ? onlyLocale : writtenBy(signIn.provider),
    });
    if (provider !== undefined) client.node.addDependency(provider);
    return client;
  }

  private provider(setting: IdentityProvider): cognito.IUserPoolIdentityProvider {
    const { name, attributes } = setting;
    const shared = { userPool: this.userPool, name, attributeMapping: mappingOf(attributes) };
    if (setting.kind === 'saml') {
      return new cognito.UserPoolIdentityProviderSaml(this, 'Saml', {
        ...shared,
        metadata: cognito.UserPoolIdentityProviderSamlMetadata.url(setting.metadataUrl),
        // Whoever signs out of Holdfast stays signed in at the company.
        idpSignout: false,
      });
    }
    return new cognito.UserPoolIdentityProviderOidc(this, 'Oidc', {
      ...shared,
      issuerUrl: setting.issuer,
      clientId: setting.clientId,
      // Read at the deployment; the template has its name alone.
      clientSecret: SecretValue.secretsManager(setting.clientSecret).unsafeUnwrap(),
      scopes: ['openid', 'email', 'profile'],
    });
  }

  /**
   * Gets tokens for its secret, and does nothing else. What is left out here, Cognito fills in: a client without flows may sign
   * people in, and one without attributes may change their e-mail address.
   * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
   */
  private programClient(
    name: string,
    program: Program,
    resourceServer: cognito.IUserPoolResourceServer,
    scopes: readonly cognito.ResourceServerScope[],
  ): cognito.UserPoolClient {
    return this.userPool.addClient(name === FIRST_PROGRAM ? 'Machine' : `${constructName(name)}Program`, {
      userPoolClientName: name,
      generateSecret: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: scopes
          .filter(({ scopeName }) => program.scopes.some((scope) => scope === scopeName))
          .map((scope) => cognito.OAuthScope.resourceServer(resourceServer, scope)),
      },
      accessTokenValidity: Duration.hours(1),
      // Leaves ALLOW_REFRESH_TOKEN_AUTH alone in the list: client credentials give no refresh token, and no flow signs anybody in.
      authFlows: { userPassword: false },
      readAttributes: onlyLocale,
      writeAttributes: onlyLocale,
    });
  }

  private pool(config: HoldfastConfig): cognito.UserPool {
    const pool = new cognito.UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      // Tells an attester from the assignee of a ticket where Jira hides e-mail addresses. Admins set it.
      customAttributes: {
        [jiraAccountId]: new cognito.StringAttribute({ maxLen: 128, mutable: true }),
        [providerGroups]: new cognito.StringAttribute({ maxLen: 2_048, mutable: true }),
      },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: config.signIn.mfa === 'required' ? cognito.Mfa.REQUIRED : cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      deletionProtection: config.operations.removalPolicy === 'retain',
      removalPolicy: removalPolicyOf(config),
    });
    if (config.signIn.mfa === 'optional') {
      acknowledge(
        pool,
        'AwsSolutions-COG2',
        'One-time codes are offered to everybody, and required by signIn.mfa. The company’s own provider asks for its own second factor.',
      );
    }
    acknowledge(
      pool,
      'AwsSolutions-COG8',
      'The Plus plan is priced per user; a team that wants its threat protection turns it on for the pool, as docs/guide.md says.',
    );
    return pool;
  }
}

/** Attributes of a person that the provider tells, by the names that they have there. */
function mappingOf({
  email,
  name,
  jiraAccountId: account,
  groups,
}: IdentityProvider['attributes']): cognito.AttributeMapping {
  const custom = {
    ...(account === undefined ? {} : { [`custom:${jiraAccountId}`]: cognito.ProviderAttribute.other(account) }),
    ...(groups === undefined ? {} : { [`custom:${providerGroups}`]: cognito.ProviderAttribute.other(groups) }),
  };
  return {
    email: cognito.ProviderAttribute.other(email),
    fullname: cognito.ProviderAttribute.other(name),
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  };
}

function writtenBy({ attributes: { jiraAccountId: account, groups } }: IdentityProvider): cognito.ClientAttributes {
  const custom = [...(account === undefined ? [] : [jiraAccountId]), ...(groups === undefined ? [] : [providerGroups])];
  return new cognito.ClientAttributes()
    .withStandardAttributes({ email: true, fullname: true })
    .withCustomAttributes(...custom);
}
