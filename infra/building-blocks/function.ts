import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName } from '../../runtime/function-names.ts';
import { alarmPeriod } from '../capabilities/alarms.ts';
import type { Foundation } from './foundation.ts';
import { acknowledge } from './nag.ts';
import { removalPolicyOf } from './removal.ts';

interface HoldfastFunctionProps {
  readonly foundation: Foundation;
  readonly name: FunctionName;
  /** One sentence, shown in the AWS console. */
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  /** 30 seconds by default. */
  readonly timeout?: Duration;
}

/**
 * A Lambda function with its log group, its role and its alarm.
 *
 * The role starts with the right to write to this log group and to send traces, nothing else; each capability grants the rest.
 */
export class HoldfastFunction extends Construct implements iam.IGrantable {
  readonly lambda: lambda.Function;
  readonly grantPrincipal: iam.IPrincipal;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: HoldfastFunctionProps) {
    super(scope, id);
    const { foundation, name, description, environment, timeout = Duration.seconds(30) } = props;
    const { config, bundles, alarms } = foundation;
    this.timeout = timeout;

    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: config.operations.logRetentionDays,
      removalPolicy: removalPolicyOf(config),
    });
    // A role of our own, because the managed policy that the CDK attaches by default allows writing to every log group.
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);

    this.lambda = new lambda.Function(this, 'Function', {
      description,
      code: lambda.Code.fromAsset(bundles.folderOf(name)),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 512,
      timeout,
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: lambda.Tracing.ACTIVE,
      // Stack traces name the source's files and lines: worth the 15 ms that reading the map costs a cold start.
      environment: { NODE_OPTIONS: '--enable-source-maps', ...environment },
    });
    this.grantPrincipal = this.lambda.grantPrincipal;
    acknowledge(
      role,
      'AwsSolutions-IAM5[Resource::*]',
      'X-Ray takes traces only for all resources: PutTraceSegments has no resource type.',
    );

    alarms.watch(this, 'Errors', {
      metric: this.lambda.metricErrors({ period: alarmPeriod }),
      description: `${name} failed. Its log group is ${logGroup.logGroupName}: docs/runbooks/function-errors.md.`,
    });
  }
}
