import { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { isRemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import type { TableWrite } from '../../faults/table/memory-table.ts';
import type { FixBooks, SaidWord } from '../books.ts';

/** Writes down what a write into the table says of a fix, or of a word that arrived. */
export function keepBooks(
  { item, eventName }: TableWrite,
  at: number,
  fixes: ReadonlyMap<string, FixBooks>,
  words: ReadonlyMap<string, SaidWord>,
): void {
  if (item.remediation !== undefined) {
    const fix = Remediation.parse(item.remediation);
    const books = fixes.get(fix.id);
    books?.shown.push({ at, fix });
    if (books !== undefined && Number.isNaN(books.firstDueAt)) books.firstDueAt = Date.parse(fix.dueAt);
  }
  if (eventName !== 'INSERT') return;
  const { event } = item;
  const told = Object(event);
  if (told.type === 'Signal Recorded') {
    const word = words.get(String(Object(item.signal).id));
    if (word !== undefined) word.arrivedAt = at;
  } else if (isRemediationEvent(told)) {
    fixes.get(String(Object(told.data).remediationId))?.events.push({ at, event: told });
  }
}
