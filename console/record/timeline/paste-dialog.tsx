import type { Entry } from './entries.ts';

export function PasteDialog(_: { id: string; existing: readonly Entry[]; onClose: () => void }) {
  return null;
}
