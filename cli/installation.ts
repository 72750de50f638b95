import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { documentClient } from '../runtime/dynamodb.ts';
import type { Table } from '../shared/store/table.ts';
import { CommandFailure } from './failure.ts';

export type Whereabouts = { stack: string; region?: string | undefined; endpointUrl?: string | undefined };

/** A deployed stack: what it put out (`infra/outputs.ts`), and the clients to reach it. */
export type Installation = {
  stack: string;
  outputs: ReadonlyMap<string, string>;
  /** @throws CommandFailure when the stack has no such output */
  output: (name: string) => string;
  table: Table;
  files: S3Client;
  queues: SQSClient;
  functions: LambdaClient;
  bus: EventBridgeClient;
};

/**
 * Finds an installation by the name of its stack. Credentials, region and endpoint are those of the environment, as for
 * every AWS tool, unless an option says otherwise.
 *
 * @throws CommandFailure when there is no such stack, or it is not one of Holdfast
 */
export async function connect({ stack, region, endpointUrl }: Whereabouts): Promise<Installation> {
  const endpoint = endpointUrl ?? process.env.AWS_ENDPOINT_URL;
  const where = region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  const shared = { ...(where === undefined ? {} : { region: where }), ...(endpoint === undefined ? {} : { endpoint }) };
  const outputs = await outputsOf(new CloudFormationClient(shared), stack);
  const output = (name: string): string => {
    const value = outputs.get(name);
    if (value !== undefined) return value;
    throw new CommandFailure(
      `the stack ${stack} has no output ${name}`,
      'name a stack of Holdfast with --stack, or deploy this version of it: npx cdk deploy',
    );
  };
  const isElsewhere = endpoint !== undefined;
  return {
    stack,
    outputs,
    output,
    table: { client: documentClient(new DynamoDBClient(shared)), name: output('TableName') },
    // Only AWS has a host name for each bucket and queue; elsewhere they are paths of the one endpoint.
    files: new S3Client({ ...shared, forcePathStyle: isElsewhere }),
    queues: new SQSClient({ ...shared, useQueueUrlAsEndpoint: !isElsewhere }),
    functions: new LambdaClient(shared),
    bus: new EventBridgeClient(shared),
  };
}

async function outputsOf(client: CloudFormationClient, stack: string): Promise<Map<string, string>> {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    const outputs = Stacks?.[0]?.Outputs ?? [];
    return new Map(outputs.map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']));
  } catch (error) {
    if (!(error instanceof Error && /does not exist/.test(error.message))) throw error;
    const region = await client.config.region();
    throw new CommandFailure(
      `there is no stack ${stack} in ${region}`,
      'name it with --stack, its region with --region, its account with AWS_PROFILE',
      { cause: error },
    );
  }
}
