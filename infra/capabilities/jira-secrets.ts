import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { acknowledge } from '../building-blocks/nag.ts';
import { removalPolicyOf } from '../building-blocks/removal.ts';

/**
 * Secrets that Holdfast and Jira share.
 *
 * Both are made with random values, so that nothing secret stands in a template. The operator puts in the API token that
 * Jira issued, and copies the webhook secret into Jira: docs/guide.md.
 */
export class JiraSecrets extends Construct {
  /** `{"email": …, "apiToken": …}` of the Jira account that Holdfast works as. */
  readonly api: JiraSecret;
  /** `{"secret": …}`, with which Jira signs what it sends. */
  readonly webhook: JiraSecret;

  constructor(scope: Construct, id: string, { config }: { config: HoldfastConfig }) {
    super(scope, id);
    this.api = new JiraSecret(this, 'Api', {
      config,
      name: 'jira-api',
      description: 'The e-mail and API token of the Jira account that Holdfast works as. Replace both.',
      template: { email: 'replace-me@example.com' },
      generatedKey: 'apiToken',
    });
    this.webhook = new JiraSecret(this, 'Webhook', {
      config,
      name: 'jira-webhook',
      description: 'The secret of the webhook that calls Holdfast. Enter it in Jira.',
      template: {},
      generatedKey: 'secret',
    });
  }
}

interface JiraSecretProps {
  readonly config: HoldfastConfig;
  readonly name: string;
  readonly description: string;
  /** Fields of the JSON beside the generated value. */
  readonly template: Readonly<Record<string, string>>;
  readonly generatedKey: string;
}

export class JiraSecret extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { config, name, description, template, generatedKey }: JiraSecretProps) {
    super(scope, id);
    const secret = new CfnSecret(this, 'Secret', {
      name: `${Stack.of(this).stackName}/${name}`,
      description,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(template),
        generateStringKey: generatedKey,
        passwordLength: 48,
        excludePunctuation: true,
      },
    });
    secret.applyRemovalPolicy(removalPolicyOf(config));
    this.arn = secret.attrId;
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      'The other copy is in Jira, which has no API to replace it: docs/runbooks/rotate-secrets.md.',
    );
  }

  /** Allows reading the value, and nothing about the secret itself. */
  grantRead(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns: [this.arn],
    });
  }
}
