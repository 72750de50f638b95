import * as z from 'zod';
import { ForeignName, wholeRule } from '../words/settings.ts';

/**
 * What a system says of the state of a ticket, by facet: `{ status: ['Resolved', '6'], closeCode: 'Duplicate' }`. A facet may have a name and an id, of
 * which either tells it; one that the ticket does not have is undefined.
 */
export type TicketState<Facet extends string> = { readonly [F in Facet]?: string | readonly string[] | undefined };

/** States, by the values that each facet may have. `null`: it has none. All facets that are named have to hold. */
type States<Facet extends string> = {
  readonly [F in Facet]?: readonly (string | null)[] | undefined;
};

/**
 * The states of a system's tickets, in three sets: those in which an incident is over and has its record opened, those of incidents of which
 * there is nothing to review, and all others, in which it is worked on.
 */
export type StateSets<Facet extends string> = {
  readonly opens: readonly States<Facet>[];
  readonly nothingToReview: readonly States<Facet>[];
};

/** @param facets of which the system's states consist @param byDefault sets of a team that says nothing */
export function stateSets<const Facet extends string>(facets: readonly Facet[], byDefault: StateSets<NoInfer<Facet>>) {
  const values = z.array(z.union([ForeignName, z.null()])).min(1);
  const states = z
    .partialRecord(z.enum(facets), values)
    .check(
      wholeRule((state) =>
        Object.keys(Object(state)).length > 0
          ? []
          : [{ path: [], expected: `expected ${facets.join(' or ')}; without any, it would be every state` }],
      ),
    );
  return z
    .strictObject({
      opens: z
        .array(states)
        .min(1)
        .max(100)
        .default(() => byDefault.opens.map((one) => states.parse(one))),
      nothingToReview: z
        .array(states)
        .max(100)
        .default(() => byDefault.nothingToReview.map((one) => states.parse(one))),
    })
    .prefault({});
}

export type StateSet = 'opens' | 'nothing to review' | 'open';

/** The set that a state is in. What says that there is nothing to review counts more than that it is over. */
export function setOf<Facet extends string>(state: TicketState<Facet>, sets: StateSets<Facet>): StateSet {
  if (sets.nothingToReview.some((states) => isOf(state, states))) return 'nothing to review';
  return sets.opens.some((states) => isOf(state, states)) ? 'opens' : 'open';
}

const isOf = <Facet extends string>(state: TicketState<Facet>, states: States<Facet>): boolean =>
  Object.entries<readonly (string | null)[] | undefined>(states).every(
    ([facet, wanted]) => wanted === undefined || hasOneOf(new Map(Object.entries(state)).get(facet), wanted),
  );

function hasOneOf(told: unknown, wanted: readonly (string | null)[]): boolean {
  const names = [told].flat().flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [plain(one)] : []));
  return wanted.some((one) => (one === null ? names.length === 0 : names.includes(plain(one))));
}

const plain = (name: string): string => name.trim().toLowerCase();

/** What a move between states means. `if known`: it is news only of an incident that has a record. */
export type StateMove = 'closed' | 'reopened' | 'reopened, if known';

/**
 * ```
 *   before \ after    opens        nothing to review    open
 *   not told          closed       closed               reopened, if known
 *   open              closed       closed               –
 *   opens             –            –                    reopened
 *   nothing to review closed       –                    reopened, if known
 * ```
 * A later state of the opening set is the same closure: systems close by themselves what people resolved. Whether a closure has something to
 * review is decided when its record would be opened, by the state of that moment.
 */
export function moveBetween(before: StateSet | undefined, after: StateSet): StateMove | undefined {
  if (before === after || (before === 'opens' && after === 'nothing to review')) return undefined;
  if (after !== 'open') return 'closed';
  return before === 'opens' ? 'reopened' : 'reopened, if known';
}
