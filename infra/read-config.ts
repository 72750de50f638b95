import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseConfig } from '../shared/domain/policy/parse-config.ts';
import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';

/** Reads the default export of a config module, by a path from the working directory. */
export async function readConfig(path: string): Promise<HoldfastConfig> {
  const module: object = await import(pathToFileURL(resolve(path)).href);
  if (!('default' in module)) throw new Error(`${path} has no default export: expected \`export default { … }\`.`);
  return parseConfig(module.default);
}
