import { RemovalPolicy } from 'aws-cdk-lib';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';

/** What becomes of a resource that holds the team's records when the stack, or the resource in it, is deleted. */
export function removalPolicyOf(config: HoldfastConfig): RemovalPolicy {
  return config.operations.removalPolicy === 'destroy' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
}
