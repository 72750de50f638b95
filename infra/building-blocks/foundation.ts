import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import type { FunctionBundles } from '../bundle/bundle.ts';
import type { Alarms } from '../capabilities/alarms.ts';

/** Shared ground of every capability. */
export interface Foundation {
  readonly config: HoldfastConfig;
  readonly bundles: FunctionBundles;
  readonly alarms: Alarms;
}
