import { HoldfastConfig } from './policy.ts';

/** A setting by its place in `holdfast.config.ts`. `null`: left open there. */
export type Setting = { path: string; value: string | number | boolean | string[] | null; isDefault: boolean };

/**
 * What the configuration says, a line each, for people who may not see the file. The credentials are in Secrets Manager and not in the
 * configuration; ids of clients and names of secrets are of use to nobody who reads this, so they are left out, too.
 */
export function settingsOf(config: HoldfastConfig): Setting[] {
  const usual = new Map(leavesOf(HoldfastConfig.parse({})).map(({ path, value }) => [path, JSON.stringify(value)]));
  return leavesOf(config)
    .filter(({ path }) => !isLeftOut(path))
    .map(({ path, value }) => ({ path, value, isDefault: usual.get(path) === JSON.stringify(value) }));
}

const LEFT_OUT = /\.(clientId|clientSecret|clients|metadataUrl|cloudId)(\.|$)|secret|password$|token$/i;

const isLeftOut = (path: string): boolean => LEFT_OUT.test(path);

type Leaf = Pick<Setting, 'path' | 'value'>;

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) {
    return [{ path, value }];
  }
  if (Array.isArray(value)) {
    const isPlain = value.every((one) => typeof one === 'string' || one === null);
    if (isPlain) return [{ path, value: value.map((one) => (one === null ? 'none' : String(one))) }];
    return value.flatMap((one, at) => leavesOf(one, `${path}[${at}]`));
  }
  if (typeof value !== 'object') return [];
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  // A chapter with nothing in it is a setting: none are configured.
  if (fields.length === 0) return [{ path, value: [] }];
  return fields.flatMap(([name, field]) => leavesOf(field, path === '' ? name : `${path}${step(name)}`));
}

/** As it is written in the file. */
const step = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name}']`);
