import type { Entry } from '../entries.ts';
import { KINDS } from '../kind-names.ts';

/** What is done to many entries at once. */
export type BulkDeed =
  | { act: 'kind'; kind: Entry['kind'] }
  | { act: 'role'; role: string }
  | { act: 'shift'; ms: number }
  | { act: 'remove' };

/** What the fields of the bar say. */
export type BulkDraft = {
  act: BulkDeed['act'];
  kind: string;
  role: string;
  amount: string;
  unit: keyof typeof UNIT_MS;
  way: 'later' | 'earlier';
};

/** A day is 24 hours: instants are moved, not what the clocks of a zone show. */
const UNIT_MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** @returns undefined while a field says nothing that can be done */
export function bulkDeedOf({ act, kind, role, amount, unit, way }: BulkDraft): BulkDeed | undefined {
  switch (act) {
    case 'kind': {
      const found = KINDS.find((one) => one === kind);
      return found === undefined ? undefined : { act, kind: found };
    }
    case 'role':
      return { act, role: role.trim() };
    case 'shift': {
      const ms = /^\d{1,5}$/.test(amount) ? Number(amount) * UNIT_MS[unit] : 0;
      return ms === 0 ? undefined : { act, ms: way === 'later' ? ms : -ms };
    }
    case 'remove':
      return { act };
  }
}
