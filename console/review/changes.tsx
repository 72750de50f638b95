import './reading.css';
import type { Schemas } from '../data/api.ts';
import { api } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { nameOf } from '../fix/told.ts';
import { Time } from '../marks/time.tsx';
import { NameList } from '../parts/name-list.tsx';
import { WordChange } from '../parts/word-change.tsx';
import { pathInWords, withTitles } from './path-words.ts';
import { readAllPages } from './read-all-pages.ts';
import { readInWords } from './read-in-words.ts';
import { FieldTerms } from './read-value.tsx';

type ChangeHand = { by: Schemas['AuditEntry']['actor']; at: string; revision: number };
type Change = { path: string; before?: unknown; after?: unknown; hands: ChangeHand[] };
/** One change, with by what it is known: its place, and the revision that it came with. */
export type FieldTurn = Change & { key: string };

/** Of the course of the record, and nothing that anybody wrote or judges. */
const UNJUDGED = new Set(['status', 'isLinkedToTicket', 'returnedBecause']);

/** Fields that differ between two revisions, the newest first. @returns `hasMore` when there are more than were read */
export async function readFieldTurns(
  id: string,
  from: number,
  to: number,
): Promise<{ turns: FieldTurn[]; hasMore: boolean }> {
  if (from >= to) return { turns: [], hasMore: false };
  const { items, hasMore } = await readAllPages(async (cursor) => {
    const query = { from, to, limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = got(await api.GET('/post-mortems/{id}/changes', { params: { path: { id }, query } }));
    return { items: data.changes, next: data.next };
  });
  const judged = items.filter(({ path }) => !UNJUDGED.has(path)).toSorted((a, b) => newest(b) - newest(a));
  return { turns: judged.map((turn) => ({ ...turn, key: `${turn.path}@${newest(turn)}` })), hasMore };
}

const newest = ({ hands }: Change): number => Math.max(0, ...hands.map(({ revision }) => revision));

export const turnAnchor = (turn: FieldTurn): string => `change-${turn.path}`;

type ChangesProps = {
  turns: readonly FieldTurn[];
  record: Schemas['Record'] | undefined;
  /** Those that the reader has not passed yet. */
  toPass?: readonly string[];
  onPass?: (key: string) => void;
};

/** What changed, by field, with who did it. */
export function Changes({ turns, record, toPass = [], onPass }: ChangesProps) {
  return (
    <ol class="changes">
      {turns.map((turn) => {
        const { key } = turn;
        const isNew = toPass.includes(key);
        return (
          <li
            key={key}
            id={turnAnchor(turn)}
            class={`change${isNew ? ' change-new' : ''}`}
            tabIndex={-1}
            onFocus={() => onPass?.(key)}
          >
            <div class="row row-apart">
              <strong>
                <bdi>{pathInWords(turn.path, record, turn.before)}</bdi>
              </strong>
              <span class="small quiet">
                <Hands hands={turn.hands} />
              </span>
            </div>
            <TurnBody turn={turn} record={record} />
            {isNew ? (
              <div>
                <button type="button" class="button" onClick={() => onPass?.(key)}>
                  I have read this change
                </button>
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

function Hands({ hands }: { hands: readonly ChangeHand[] }) {
  const [last] = hands;
  if (last === undefined) return null;
  const names = [...new Set(hands.map(({ by }) => nameOf(by) ?? 'somebody'))];
  return (
    <>
      <NameList names={names} />, <Time at={last.at} />
    </>
  );
}

type TurnBodyProps = { turn: FieldTurn; record: Schemas['Record'] | undefined };

function TurnBody({ turn: { before, after }, record }: TurnBodyProps) {
  const whole = before === undefined ? after : after === undefined ? before : undefined;
  if (typeof whole === 'object' && whole !== null && !Array.isArray(whole)) {
    return (
      <>
        <p class="small">
          <span class="tag">{before === undefined ? 'new' : 'taken out'}</span>
        </p>
        <FieldTerms value={whole} />
      </>
    );
  }
  const words = (value: unknown) => withTitles(readInWords(value), record);
  if (before !== undefined && after !== undefined && isShort(before) && isShort(after)) {
    return (
      <p class="diff">
        <del>
          <span class="unseen">was </span>
          {words(before)}
        </del>{' '}
        → <ins>{words(after)}</ins>
      </p>
    );
  }
  return <WordChange before={words(before)} after={words(after)} />;
}

const isShort = (value: unknown): boolean => typeof value !== 'object' && String(value ?? '').length < 40;
