import { parseConfig } from './shared/domain/parse-config.ts';
import type { HoldfastConfigInput } from './shared/domain/policy.ts';

const config: HoldfastConfigInput = {};

export default parseConfig(config);
