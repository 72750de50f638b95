import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import type { FunctionBundles } from '../bundle/bundle.ts';
import type { Alarms } from '../capabilities/alarms.ts';

/** What every capability is built on. */
export interface Foundation {
  readonly config: HoldfastConfig;
  readonly bundles: FunctionBundles;
  readonly alarms: Alarms;
}
