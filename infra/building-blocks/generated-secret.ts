import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { acknowledge } from './nag.ts';
import { removalPolicyOf } from './removal.ts';

interface GeneratedSecretProps {
  readonly config: HoldfastConfig;
  readonly name: string;
  readonly description: string;
  /** Fields of the JSON beside the generated value. */
  readonly template: Readonly<Record<string, string>>;
  readonly generatedKey: string;
}

/** A secret of another system: made with a random value, that a person replaces or copies. */
export class GeneratedSecret extends Construct {
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    { config, name, description, template, generatedKey }: GeneratedSecretProps,
  ) {
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
      'The other copy is in another system, which has no API to replace it: docs/runbooks/rotate-secrets.md.',
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
