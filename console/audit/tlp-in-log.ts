import type { components } from '../../client/api.ts';
import { TLP_ORDER, type Tlp } from '../marks/tlp-order.ts';

type Entry = Pick<components['schemas']['AuditEntry'], 'type' | 'data'>;

const MARKED: ReadonlySet<string> = new Set(['Post-Mortem Opened', 'Record Classified']);

/** Mark of records whose opening names none. */
const UNNAMED: Tlp = 'AMBER';

/** TLP mark of the record after these entries, so that the record itself is not read, which may be a look; undefined: not known. */
export function tlpInLog(entries: readonly Entry[]): Tlp | undefined {
  const told = entries.findLast(({ type, data }) => MARKED.has(type) && data.tlp !== undefined)?.data.tlp;
  if (told !== undefined) return TLP_ORDER.find((one) => one === told);
  return entries[0]?.type === 'Post-Mortem Opened' ? UNNAMED : undefined;
}
