import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { previousTemplate } from '../../support/samples/previous-release.ts';
import { resourcesOf, templateOf } from './synthesized.ts';

/**
 * Properties whose change replaces a resource, of each kind that holds something.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html, "Update requires"
 */
const FIXED: Record<string, readonly string[]> = {
  'AWS::DynamoDB::GlobalTable': ['TableName', 'KeySchema', 'LocalSecondaryIndexes'],
  'AWS::S3::Bucket': ['BucketName', 'BucketNamePrefix', 'BucketNamespace'],
  'AWS::Cognito::UserPool': ['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration'],
  'AWS::Cognito::UserPoolClient': ['UserPoolId', 'GenerateSecret'],
  'AWS::Cognito::UserPoolDomain': ['Domain', 'UserPoolId'],
  'AWS::Cognito::UserPoolResourceServer': ['Identifier', 'UserPoolId'],
  'AWS::Cognito::UserPoolGroup': ['GroupName', 'UserPoolId'],
  'AWS::SecretsManager::Secret': ['Name'],
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
  'AWS::Events::EventBus': ['Name'],
  'AWS::Events::Archive': ['ArchiveName', 'SourceArn'],
  'AWS::SNS::Topic': ['TopicName', 'FifoTopic'],
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  'AWS::Logs::LogGroup': ['LogGroupName', 'LogGroupClass'],
};

const fixedOf = (type: string, properties: Record<string, unknown>) =>
  Object.fromEntries((FIXED[type] ?? []).map((name) => [name, properties[name]]));

describe('an upgrade from the previous release', () => {
  const before = previousTemplate();
  const template = templateOf();

  it('replaces and removes nothing that holds data, messages or credentials', () => {
    const now = new Map(Object.keys(FIXED).flatMap((type) => resourcesOf(template, type)));
    const kept = Object.keys(before.resources).map((id) => {
      const resource = now.get(id);
      return [id, resource?.Type, resource && fixedOf(resource.Type, resource.Properties)];
    });
    expect(kept).toEqual(
      Object.entries(before.resources).map(([id, { Type, Properties }]) => [id, Type, fixedOf(Type, Properties)]),
    );
  });

  it('takes no index of the table away', () => {
    const indexesIn = (properties: Record<string, unknown> | undefined) => properties?.GlobalSecondaryIndexes;
    const [[id, table] = []] = resourcesOf(template, 'AWS::DynamoDB::GlobalTable');
    expect(indexesIn(table?.Properties)).toEqual(indexesIn(before.resources[id ?? '']?.Properties));
  });

  it('gives every output that there was, by its name, or by another that the changelog tells', () => {
    const changelog = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');
    const now = new Set(Object.keys(template.toJSON().Outputs));
    const gone = before.outputs.filter((output) => !now.has(output) && !changelog.includes(`\`${output}\``));
    expect(gone).toEqual([]);
  });
});
