export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values say the same; the order of names says nothing. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => name in b && isSame(a[name], b[name]));
}

/** Whether a value says all that another one says. An empty list says nothing: the API fills lists that are left out. */
export function saysAll(value: Json | undefined, other: Json | undefined): boolean {
  if (other === undefined || (Array.isArray(other) && other.length === 0)) return true;
  if (Array.isArray(value) && Array.isArray(other))
    return value.length === other.length && other.every((one, at) => saysAll(value[at], one));
  if (!isObject(value) || !isObject(other)) return value === other;
  return Object.keys(other).every((name) => saysAll(Object.hasOwn(value, name) ? value[name] : undefined, other[name]));
}
