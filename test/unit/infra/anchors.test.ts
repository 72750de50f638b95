import { describe, expect, it } from 'vitest';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { resourcesOf, templateOf } from './synthesized.ts';

const anchorBuckets = (input?: HoldfastConfigInput) =>
  resourcesOf(templateOf(input), 'AWS::S3::Bucket').filter(([id]) => id.startsWith('Anchors'));

describe('the bucket of the anchors', () => {
  it('lets nobody change an anchor for seven years, and survives the stack', () => {
    expect(anchorBuckets()).toMatchObject([
      [
        expect.any(String),
        {
          DeletionPolicy: 'Retain',
          Properties: {
            VersioningConfiguration: { Status: 'Enabled' },
            ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2_557 } } },
            PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
          },
        },
      ],
    ]);
  });

  it('of a trial can be emptied by an administrator', () => {
    const trial = anchorBuckets({ operations: { removalPolicy: 'destroy', anchorRetentionDays: 3 } });
    expect(trial).toMatchObject([
      [
        expect.any(String),
        {
          DeletionPolicy: 'Delete',
          Properties: { ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 3 } } } },
        },
      ],
    ]);
  });
});
