import { HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Foundation } from '../building-blocks/foundation.ts';
import { HoldfastFunction } from '../building-blocks/function.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { type HttpApi, requestTimeout } from './http-api.ts';

/** Someone who opens it for the first time loads some ten files at once, and a team opens it in the same minute. */
const FILES = { rateLimit: 100, burstLimit: 200 };

const ROUTES = ['/', '/console', '/console/{proxy+}'] as const;

interface ConsoleProps {
  readonly foundation: Foundation;
  readonly httpApi: HttpApi;
  /** To which files go from the page, by signed requests. */
  readonly evidence: Bucket;
}

/** The console: its page and files, to everybody who knows the address. Without a token of a signed-in person it shows nothing. */
export class Console extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { foundation, httpApi, evidence }: ConsoleProps) {
    super(scope, id);
    this.url = `${httpApi.url}console`;
    const serve = new HoldfastFunction(this, 'Serve', {
      foundation,
      name: 'serve-console',
      description: 'Serves the page and the files of the console.',
      environment: { STORAGE_ORIGINS: `https://${evidence.bucketRegionalDomainName}` },
      timeout: requestTimeout,
    });
    const integration = new HttpLambdaIntegration('Serve', serve.lambda);
    for (const path of ROUTES) {
      const routes = httpApi.api.addRoutes({
        path,
        methods: [HttpMethod.GET],
        integration,
        authorizer: new HttpNoneAuthorizer(),
      });
      httpApi.limit(routes, [`GET ${path}`], FILES);
      for (const route of routes) {
        acknowledge(
          route,
          'AwsSolutions-APIG4',
          'The page is the same for everybody and holds no record; what it shows it gets from the API with a token of its person.',
        );
      }
    }
  }
}
