import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvalidConfig, parseConfig } from '../shared/domain/policy/parse-config.ts';
import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';

/** The file gives no configuration at all: it is not there, cannot be loaded, or exports none. One line says so. */
export class UnreadableConfig extends Error {
  override name = 'UnreadableConfig';
}

/**
 * Reads the default export of a config module, by a path from the working directory.
 *
 * @throws UnreadableConfig
 * @throws InvalidConfig with a line for each wrong value
 */
export async function readConfig(path: string): Promise<HoldfastConfig> {
  const module = await load(path);
  if ('default' in module) return parseConfig(module.default);
  throw new UnreadableConfig('no default export: expected `export default parseConfig({ … })`.');
}

async function load(path: string): Promise<object> {
  const file = resolve(path);
  await access(file).catch((cause: unknown) => {
    const advice =
      'take it back with `git checkout holdfast.config.ts`, or name another with `-c config=other.config.ts`';
    throw new UnreadableConfig(`there is no such file (${file}): ${advice}.`, { cause });
  });
  try {
    return await import(pathToFileURL(file).href);
  } catch (cause) {
    // A config that parses itself, as ours does, has said what is wrong with it.
    if (cause instanceof InvalidConfig) throw cause;
    throw new UnreadableConfig(`it cannot be loaded: ${oneLine(cause)}`, { cause });
  }
}

/** Errors of the parser end with the place, on a line of its own. */
const oneLine = (error: unknown): string =>
  String(error)
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');
