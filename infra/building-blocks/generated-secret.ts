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
  /** Why it is not changed by itself; by default, because the other copy is in another system. */
  readonly notRotatedBecause?: string;
}

const IN_ANOTHER_SYSTEM = 'The other copy is in another system, which has no API to replace it';

/** A secret that is made with a random value: of another system, where a person replaces or copies it, or of our own. */
export class GeneratedSecret extends Construct {
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    { config, name, description, template, generatedKey, notRotatedBecause = IN_ANOTHER_SYSTEM }: GeneratedSecretProps,
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
    acknowledge(secret, 'AwsSolutions-SMG4', `${notRotatedBecause}: docs/runbooks/rotate-secrets.md.`);
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
