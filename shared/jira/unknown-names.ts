import { isNamed } from '../domain/ticket/ticket-outcome.ts';
import type { FoundProblem } from '../domain/words/look.ts';
import type { NamedOnSite } from './workflow-reads.ts';

const KINDS = { statuses: 'status of the category Done', resolutions: 'resolution' } as const;

/**
 * Problems of names in the configuration that a site does not have.
 *
 * @param setting list of rules with `statuses` and `resolutions` in which they stand
 * @param known what there is, by name and id
 */
export function unknownNames(
  kind: keyof typeof KINDS,
  { wanted, known, setting }: { wanted: readonly string[]; known: readonly NamedOnSite[]; setting: string },
): FoundProblem[] {
  const one = KINDS[kind];
  const place = `${setting}[].${kind}`;
  const choice = [...new Set(known.map(({ name }) => name))];
  const advice =
    choice.length === 0
      ? `take it out of ${place}, where null is none`
      : `write one of ${choice.join(', ')} into ${place}`;
  return wanted
    .filter((name) => !known.some((shown) => isNamed(shown, name)))
    .map((name) => ({ code: `no ${kind} ${name}`, problem: `the site has no ${one} ${name}`, advice }));
}

/** What is named in lists of which null is none, each once. */
export const namedIn = (lists: readonly (readonly (string | null)[])[]): string[] =>
  [...new Set(lists.flat())].filter((one) => one !== null);

/** Without Jira's own names, of which every site has only some. */
export const withoutDefault = (names: readonly string[], ofDefault: readonly string[]): string[] =>
  names.filter((name) => !ofDefault.some((one) => isNamed({ name: one }, name)));
