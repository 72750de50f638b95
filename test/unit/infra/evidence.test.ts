import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { referencesIn, resourcesOf, templateOf } from './synthesized.ts';

const template = templateOf();

function evidenceBucket(input?: HoldfastConfigInput) {
  const found = resourcesOf(templateOf(input), 'AWS::S3::Bucket').find(([id]) => id.startsWith('Evidence'));
  if (found === undefined) throw new Error('there is no evidence bucket');
  return { id: found[0], ...found[1] };
}

describe('the bucket of the evidence', () => {
  it('keeps every version, lets nobody change one for as long as the config says, and survives the stack', () => {
    expect(evidenceBucket({ evidence: { retentionDays: 90 } })).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 90 } } },
      },
    });
  });

  it('of a trial can be emptied by an administrator', () => {
    expect(evidenceBucket({ operations: { removalPolicy: 'destroy' } })).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 365 } } } },
    });
  });

  it('is encrypted and closed to the public', () => {
    expect(evidenceBucket().Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  it.each([
    ['the API', undefined, { 'Fn::GetAtt': [expect.stringMatching(/^HttpApi/), 'ApiEndpoint'] }],
    ['the company’s own address', 'https://holdfast.acme.com/', 'https://holdfast.acme.com'],
  ])('takes uploads from pages of %s, and lets no page read', (_, address, origin) => {
    const { CorsConfiguration } = evidenceBucket({ api: address === undefined ? {} : { address } }).Properties;
    expect(CorsConfiguration).toEqual({
      CorsRules: [
        {
          AllowedOrigins: [origin],
          AllowedMethods: ['PUT'],
          AllowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          MaxAge: 3_600,
        },
      ],
    });
  });

  it('answers nobody without TLS', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: evidenceBucket().id },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  it('tells its queue of every new version, and the queue lets it in', () => {
    const [[queue] = []] = resourcesOf(template, 'AWS::SQS::Queue').filter(([id]) =>
      id.includes('ReceiveEvidenceQueue'),
    );
    expect(evidenceBucket().Properties.NotificationConfiguration).toEqual({
      QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: { 'Fn::GetAtt': [queue, 'Arn'] } }],
    });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: queue }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 's3.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });
});

describe('an alarm is raised', () => {
  it.each(['EvidenceRefused', 'EvidenceSecondVersion', 'EvidenceUnknown'])(
    'by %s, with the way to its runbook',
    (MetricName) => {
      const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(
        ([, { Properties }]) => Properties.MetricName === MetricName,
      );
      expect(alarms).toMatchObject([
        [
          expect.any(String),
          { Properties: { Threshold: 1, AlarmDescription: expect.stringContaining('docs/runbooks/evidence.md') } },
        ],
      ]);
      expect(referencesIn(alarms[0]?.[1].Properties.AlarmActions)).toHaveLength(1);
    },
  );
});
