import { canonicalJson } from '../../words/canonical-json.ts';
import { Refusal } from '../../words/refusal.ts';
import type { PostMortem } from '../post-mortem.ts';
import type { Evidence } from './evidence.ts';
import type { Part } from './parts.ts';

/** Fields that people may still correct after a piece of evidence was announced. All others are its custody. */
const DESCRIPTIVE = ['description', 'tlp', 'collectedAt', 'collectedBy'] as const satisfies (keyof Evidence)[];

/** Evidence is not rewritten: name, size, hash, place and status are what the log says that they are. */
export function mustKeepItsCustody({ evidence }: PostMortem, { kind, content }: Part): void {
  if (kind !== 'evidence') return;
  const before = evidence.find(({ id }) => id === content.id);
  if (before !== undefined && canonicalJson(custodyIn(before)) === canonicalJson(custodyIn(content))) return;
  throw new Refusal(
    'wrong state',
    `of evidence only ${DESCRIPTIVE.join(', ')} can be changed; announce another file as another piece of evidence`,
  );
}

function custodyIn(evidence: Evidence): Record<string, unknown> {
  return Object.fromEntries(Object.entries(evidence).filter(([field]) => !DESCRIPTIVE.some((one) => one === field)));
}
