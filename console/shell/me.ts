import { api, type Schemas } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { TLP_ORDER, type Tlp } from '../marks/tlp-order.ts';

type Me = Awaited<ReturnType<typeof readMe>>;
export type Action = Me['actions'][number]['action'];

const readMe = async () => got(await api.GET('/me')).data;

/** Who the person is to Holdfast. `may` decides what is drawn; what is allowed, the API decides. */
export function useMe() {
  const { data: me, error, refetch } = useQuery({ key: ['me'], read: readMe, staleMs: 300_000 });
  return {
    me,
    error,
    refetch,
    /**
     * @param tlp mark of the record that it is about
     * @param isInvolved whether they write in it, or are of its team
     */
    may(action: Action, tlp: Tlp = 'CLEAR', isInvolved = false): boolean {
      return (me?.actions ?? []).some(
        (one) =>
          one.action === action &&
          (TLP_ORDER.indexOf(tlp) <= TLP_ORDER.indexOf(one.upTo) || (one.beyondIfInvolved && isInvolved)),
      );
    },
  };
}

/** The mark of two that fewer people may see. */
export const stricterOf = (one: Tlp, other: Tlp): Tlp =>
  TLP_ORDER.indexOf(one) >= TLP_ORDER.indexOf(other) ? one : other;

/** The one who acts, compared by what the API compares by. */
export const isMe = (me: Me | undefined, author: Schemas['Author'] | undefined): boolean =>
  me !== undefined && author !== undefined && me.author.id === author.id;
