import type { Schemas } from '../data/api.ts';
import { isUnder } from './contents.ts';
import type { Writer } from './editing/merge.ts';

type Change = { path: string; hands: readonly { by: Schemas['AuditEntry']['actor']; at: string; revision: number }[] };

/** Who changed a field last, or something in it. */
export function lastHandAt(path: string, changes: readonly Change[]): Writer | undefined {
  const hands = changes.filter((one) => isUnder(path, one.path) || isUnder(one.path, path)).flatMap((one) => one.hands);
  const [last] = hands.toSorted((one, other) => other.revision - one.revision);
  if (last === undefined) return undefined;
  const { by, at } = last;
  return by.kind === 'system' ? { id: '', name: 'Holdfast', at } : { id: by.id, name: by.name ?? by.id, at };
}
