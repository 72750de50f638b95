import { type Signal, signal } from '@preact/signals';
import { isByHand, type Remark, type ReturnReason } from './collect-remarks.ts';
import type { Decisions } from './decisions-still-open.ts';

/** What the reader typed for a record and did not send yet. */
export type TypedWords = { remarks: readonly Remark[]; decisions: Decisions; reason: ReturnReason | undefined };

export const NOTHING_TYPED: TypedWords = { remarks: [], decisions: {}, reason: undefined };

const byRecord = new Map<string, Signal<TypedWords>>();

/** It is kept while the window is open, so that whoever looks something up and comes back finds it. Nothing of it is put on the device. */
export function typedFor(id: string): Signal<TypedWords> {
  const known = byRecord.get(id) ?? signal(NOTHING_TYPED);
  byRecord.set(id, known);
  return known;
}

/** Whether anything would be gone with the window. */
export const isAnythingTyped = ({ remarks, decisions, reason }: TypedWords): boolean =>
  remarks.length > 0 || Object.keys(decisions).length > 0 || isByHand(reason);
