import { signal } from '@preact/signals';
import type { PartKey } from '../contents.ts';
import type { Desk } from '../desk.ts';

/** Parts that were begun on this page or kept on this device, by record: their paths, such as `rootCauses.new-1f3…`. */
const begun = signal<ReadonlyMap<string, readonly string[]>>(new Map());

export const newPartsOf = (record: string, key: PartKey): readonly string[] =>
  (begun.value.get(record) ?? []).filter((path) => path.startsWith(`${key}.`));

export const newPartPath = (key: PartKey): string => `${key}.new-${crypto.randomUUID()}`;

export function beginPart(record: string, key: PartKey): string {
  const path = newPartPath(key);
  note(record, [path]);
  return path;
}

export function forgetPart(record: string, path: string): void {
  const rest = (begun.peek().get(record) ?? []).filter((one) => one !== path);
  begun.value = new Map([...begun.peek(), [record, rest]]);
}

/** Finds again what was begun before the page was loaded. */
export async function findKeptParts({ keep, record }: Desk): Promise<void> {
  const kept = await keep.all().catch(() => []);
  note(
    record.id,
    kept.flatMap(({ path }) => (/^\w+\.new-/.test(path) ? [path] : [])),
  );
}

/** Also for one that somebody else left unfinished. */
export function note(record: string, paths: readonly string[]): void {
  const known = begun.peek().get(record) ?? [];
  begun.value = new Map([...begun.peek(), [record, [...new Set([...known, ...paths])]]]);
}
