import { signal } from '@preact/signals';
import type { FieldRecord } from '../../forms/binding/field-value.ts';
import type { PartKey } from '../contents.ts';
import type { Desk } from '../desk.ts';

/** Parts that were begun on this page or kept on this device, by record: their paths, such as `rootCauses.new-1f3…`. */
const begun = signal<ReadonlyMap<string, readonly string[]>>(new Map());

export const newPartsOf = (record: string, key: PartKey): readonly string[] =>
  (begun.value.get(record) ?? []).filter((path) => path.startsWith(`${key}.`));

/** What is to stand in a new part at first, until its form is drawn. */
const first = new Map<string, FieldRecord>();

/** @param words of it that are known, as from a template. @returns its path */
export function beginPart(record: string, key: PartKey, words?: FieldRecord): string {
  const path = `${key}.new-${crypto.randomUUID()}`;
  if (words !== undefined) first.set(path, words);
  note(record, [path]);
  return path;
}

export function firstWords(path: string): FieldRecord | undefined {
  const words = first.get(path);
  first.delete(path);
  return words;
}

export function forgetPart(record: string, path: string): void {
  const rest = (begun.peek().get(record) ?? []).filter((one) => one !== path);
  begun.value = new Map([...begun.peek(), [record, rest]]);
}

/** Finds again what was begun before the page was loaded, and what was typed in a part that somebody took out since. */
export async function findKeptParts({ keep, record }: Desk): Promise<void> {
  const kept = await keep.all().catch(() => []);
  note(
    record.id,
    kept.flatMap(({ path }) => (path.startsWith('sections.') ? [] : [path])),
  );
}

/** Also for one that somebody else left unfinished. */
export function note(record: string, paths: readonly string[]): void {
  const known = begun.peek().get(record) ?? [];
  begun.value = new Map([...begun.peek(), [record, [...new Set([...known, ...paths])]]]);
}
