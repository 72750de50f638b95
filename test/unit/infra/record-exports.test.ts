import { expect, it } from 'vitest';
import { resourcesOf, templateOf } from './synthesized.ts';

it('keeps exports for a day, in a bucket without versions that lets nobody in', () => {
  const found = resourcesOf(templateOf(), 'AWS::S3::Bucket').find(([id]) => id.startsWith('RecordExports'));
  expect(found?.[1].Properties).toMatchObject({
    LifecycleConfiguration: {
      Rules: [{ ExpirationInDays: 1, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
  expect(found?.[1].Properties).not.toHaveProperty('VersioningConfiguration');
});
