import type { Import } from '../domain/files/import.ts';
import { rehearse } from '../domain/files/import-record.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { completenessOf } from '../domain/record/completeness.ts';
import { templateFor } from '../domain/record/template.ts';
import { PostMortemId } from '../domain/words/identifiers.ts';
import { sha256 } from '../sha256.ts';

/**
 * Share of the requirements of its template that a record would meet, 0 to 100.
 *
 * @throws Refusal when the rules would not let it in: an import must not break off half-way
 */
export function rehearsedCompleteness(wanted: Import, rules: HoldfastConfig, newId: () => string): number {
  const rehearsed = rehearse(PostMortemId.parse(newId()), wanted, rules, sha256);
  return completenessOf(rehearsed, templateFor(rehearsed, rules.postMortem.templates), rules).score;
}
