import { HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { PROTECTED_RESOURCE_PATH } from '../../shared/sign-in/protected-resource.ts';
import type { Foundation } from '../building-blocks/foundation.ts';
import { HoldfastFunction } from '../building-blocks/function.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { type HttpApi, requestTimeout } from './http-api.ts';
import type { Identity } from './identity.ts';

interface SignInProps {
  readonly foundation: Foundation;
  readonly httpApi: HttpApi;
  readonly identity: Identity;
}

/** Says how to sign in, to whoever knows the address of the API alone. */
export class SignIn extends Construct {
  constructor(scope: Construct, id: string, { foundation, httpApi, identity }: SignInProps) {
    super(scope, id);
    const describe = new HoldfastFunction(this, 'Describe', {
      foundation,
      name: 'describe-sign-in',
      description: 'Says how people sign in.',
      environment: {
        API_URL: httpApi.url,
        ISSUER: identity.issuer,
        SIGN_IN_URL: identity.signInUrl,
        COMMAND_LINE_CLIENT: identity.commandLineClient.userPoolClientId,
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
}
