import { RemovalPolicy } from 'aws-cdk-lib';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';

/** Removal policy of resources that hold the team's records, for a deleted stack or a deleted resource. */
export function removalPolicyOf(config: HoldfastConfig): RemovalPolicy {
  return config.operations.removalPolicy === 'destroy' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
}
