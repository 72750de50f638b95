/** In the place of what somebody wrote in a restricted record. Long enough for every field that wants a sentence. */
const WITHHELD = 'withheld: the record is restricted';

/** Leads nowhere, for ever: https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
const WITHHELD_URL = 'https://withheld.invalid/';

/** Fields in which people write, wherever they stand. Ids, times, kinds and numbers are not among them. */
const WRITTEN = new Set([
  'because',
  'category',
  'compensatingControl',
  'declinedBecause',
  'description',
  'document',
  'note',
  'reason',
  'reference',
  'refusedBecause',
  'statement',
  'successCriterion',
  'title',
  'what',
  'why',
]);

/** Lists that say more than that something happened: who had to do with it, what was seen. */
const EMPTIED = new Set(['people', 'results', 'techniques', 'attestations', 'd3fend', 'controls']);

/**
 * The same value in the same shape, without a word of what people wrote: what is left says that something happened, to
 * which record, when and by whom. https://www.first.org/tlp/
 */
export function withoutWords<Value>(value: Value): Value;
export function withoutWords(value: unknown): unknown {
  return stripped(value, '');
}

function stripped(value: unknown, field: string): unknown {
  if (typeof value === 'string') {
    if (field === 'url') return WITHHELD_URL;
    return WRITTEN.has(field) ? WITHHELD : value;
  }
  if (Array.isArray(value)) return EMPTIED.has(field) ? [] : value.map((one) => stripped(one, field));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, stripped(inner, name)]));
}
