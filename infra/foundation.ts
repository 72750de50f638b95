import type { HoldfastConfig } from '../shared/domain/policy.ts';
import type { Alarms } from './alarms.ts';
import type { FunctionBundles } from './bundle.ts';

/** What every capability is built on. */
export interface Foundation {
  readonly config: HoldfastConfig;
  readonly bundles: FunctionBundles;
  readonly alarms: Alarms;
}
