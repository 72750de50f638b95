import { HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { PROTECTED_RESOURCE_PATH } from '../../shared/sign-in/protected-resource.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import { HoldfastFunction } from '../building-blocks/function.ts';
import { GeneratedSecret } from '../building-blocks/generated-secret.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import type { Callers } from './callers.ts';
import { type HttpApi, requestTimeout } from './http-api.ts';
import type { RecordTable } from './record-table.ts';

interface SignInProps {
  readonly foundation: Foundation;
  readonly httpApi: HttpApi;
  readonly callers: Callers;
  readonly recordTable: RecordTable;
}

/** The way in: says how to sign in, to whoever knows the address of the API alone, and keeps people of the pages signed in. */
export class SignIn extends Construct {
  /** With which the cookies of signed-in people are sealed. */
  readonly sessionSecret: GeneratedSecret;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    this.describe(props);
    this.sessionSecret = this.keepSessions(props);
  }

  private describe({ foundation, httpApi, callers }: SignInProps): void {
    const describe = new HoldfastFunction(this, 'Describe', {
      foundation,
      name: 'describe-sign-in',
      description: 'Says how people sign in.',
      environment: {
        API_URL: httpApi.url,
        ...poolOf(callers),
        COMMAND_LINE_CLIENT: callers.commandLineClientId,
      },
      timeout: requestTimeout,
    });
    const routes = httpApi.api.addRoutes({
      path: PROTECTED_RESOURCE_PATH,
      methods: [HttpMethod.GET],
      integration: new HttpLambdaIntegration('Describe', describe.lambda),
      authorizer: new HttpNoneAuthorizer(),
    });
    for (const route of routes) {
      acknowledge(route, 'AwsSolutions-APIG4', 'Says how to get a token, and nothing that is secret (RFC 9728).');
    }
  }

  private keepSessions({ foundation, httpApi, callers, recordTable }: SignInProps): GeneratedSecret {
    const secret = new GeneratedSecret(this, 'SessionSecret', {
      config: foundation.config,
      name: 'session',
      description: '{"secret": …}, with which the cookies of signed-in people are sealed. Nobody needs to know it.',
      template: {},
      generatedKey: 'secret',
      notRotatedBecause: 'Who is signed in stays so while it is changed by hand, in two steps',
    });
    const session = new HoldfastFunction(this, 'Session', {
      foundation,
      name: 'session',
      description: 'Signs people of the pages in, and gives their pages tokens.',
      environment: {
        API_URL: httpApi.url,
        ...poolOf(callers),
        WEB_CLIENT: callers.webClientId,
        SESSION_SECRET_ARN: secret.arn,
        ...(callers.signInUrl === undefined ? { TABLE_NAME: recordTable.table.tableName } : {}),
      },
      timeout: requestTimeout,
    });
    secret.grantRead(session);
    // An issuer of the company's own may rotate refresh tokens: a session is renewed once, however many tabs ask.
    if (callers.signInUrl === undefined) recordTable.grantRenewals(session);
    const integration = new HttpLambdaIntegration('Session', session.lambda);
    for (const [path, method] of SESSION_ROUTES) {
      const routes = httpApi.api.addRoutes({
        path,
        methods: [method],
        integration,
        authorizer: new HttpNoneAuthorizer(),
      });
      for (const route of routes) {
        acknowledge(
          route,
          'AwsSolutions-APIG4',
          'Who signs in has no token yet. The function takes its own sealed cookies alone, and tokens only go to own pages.',
        );
      }
    }
    return secret;
  }
}

/** An issuer of the company's own stands in the configuration, and says itself where it signs people in. */
const poolOf = ({ issuer, signInUrl }: Callers): Record<string, string> =>
  signInUrl === undefined ? {} : { ISSUER: issuer, SIGN_IN_URL: signInUrl };

const SESSION_ROUTES = [
  ['/session/sign-in', HttpMethod.GET],
  ['/session/call-back', HttpMethod.GET],
  ['/session/token', HttpMethod.POST],
  ['/session/sign-out', HttpMethod.POST],
  ['/session/signed-out', HttpMethod.GET],
] as const;
