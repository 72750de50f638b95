import type { Chosen } from '../lists/filter-spec.ts';
import { searchOf } from '../lists/search-of.ts';
import { useList } from '../lists/use-list.ts';
import { Due } from '../marks/due.tsx';
import { StandingMark, StandingShape } from '../marks/standing-mark.tsx';
import { MARKS, type MarkName, markOf } from '../marks/standings.ts';
import { TlpMark } from '../marks/tlp.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { to } from '../router/to.ts';
import { useSummary } from '../today/use-summary.ts';
import { NoFixes } from './no-fixes.tsx';
import { type AnyFixLine, readFixes } from './read-fixes.ts';

type BoardColumn = {
  words: string;
  mark: MarkName;
  states: readonly string[];
  /** Those alone that did not hold: most are open again, or wait for another ticket. */
  cameBack?: true;
};

/** Nobody says that it is done. */
const TO_DO: readonly string[] = ['requested', 'ambiguous', 'open'];

const BOARD: readonly BoardColumn[] = [
  { words: 'To do', mark: 'open', states: TO_DO },
  { words: 'Claimed', mark: 'claimed', states: ['claimed'] },
  { words: 'Being proven', mark: 'passing', states: ['verifying'] },
  { words: 'Did not hold', mark: 'did not hold', states: [...TO_DO, 'ineffective', 'regressed'], cameBack: true },
  { words: 'Holds', mark: 'proven', states: ['verified'] },
  { words: 'Risk accepted', mark: 'accepted', states: ['accepted'] },
  { words: 'Cancelled', mark: 'cancelled', states: ['cancelled'] },
];

/** Cards of a column that are drawn before somebody asks for more. */
const FIRST_CARDS = 40;

/** Fixes by where they stand. */
export function FixBoard({ chosen }: { chosen: Chosen }) {
  const { data: summary } = useSummary();
  const isNarrowed = Object.keys(chosen).some((name) => name !== 'sort');
  return (
    <>
      {!isNarrowed && summary?.remediations.every(({ count }) => count === 0) ? (
        <NoFixes>There is no fix yet.</NoFixes>
      ) : null}
      <section class="board" tabIndex={0} aria-label="Board">
        {BOARD.map((column) => (
          <Column
            key={column.words}
            column={column}
            chosen={chosen}
            count={
              isNarrowed || summary === undefined || column.states.includes('open')
                ? undefined
                : summary.remediations
                    .filter(({ state }) => column.states.includes(state))
                    .reduce((sum, one) => sum + one.count, 0)
            }
          />
        ))}
      </section>
    </>
  );
}

const keyOf = (line: AnyFixLine) => `${line.postMortemId} ${line.id}`;

type ColumnProps = { column: BoardColumn; chosen: Chosen; count: number | undefined };

function Column({ column: { words, mark, states, cameBack }, chosen, count }: ColumnProps) {
  const asked = { ...chosen, state: states, ...(cameBack === true ? { cameBack: ['true'] } : {}) };
  const list = useList<AnyFixLine>({
    key: ['fixes', asked],
    read: (cursor, signal) => readFixes(asked, cursor, signal),
    keyOf,
  });
  const lines = cameBack === true ? list.lines : list.lines.filter((line) => markOf(line) !== 'did not hold');
  const cards = lines.slice(0, FIRST_CARDS);
  const known = count ?? (list.isMore ? `${lines.length}+` : lines.length);
  return (
    <div class="board-column">
      <h2 class="row">
        <StandingShape mark={mark} />
        {words} <span class="quiet">{list.isPending ? '' : known}</span>
      </h2>
      {list.isPending ? <Skeleton rows={2} /> : null}
      {list.error === null ? null : <Problem error={list.error} what="This column" retry={list.readAgain} />}
      <ul class="stack">
        {cards.map((line) => (
          <li key={keyOf(line)} class="board-card">
            <Card line={line} mark={mark} />
          </li>
        ))}
      </ul>
      {lines.length > cards.length || list.isMore ? (
        <a class="small" href={to.remediations(searchOf(asked))}>
          All of them as a table
        </a>
      ) : null}
      {lines.length > 0 || list.isPending || list.error !== null ? null : (
        <p class="quiet small">
          {list.isMore ? `None among the first ${list.lookedAt.toLocaleString('en')} that were looked at` : 'None'}
        </p>
      )}
    </div>
  );
}

function Card({ line, mark }: { line: AnyFixLine; mark: MarkName }) {
  const own = markOf(line);
  if (!('title' in line)) {
    return (
      <a href={to.fix(line.postMortemId, line.id)}>
        <TlpMark tlp={line.tlp} /> <span class="small quiet">Restricted, {line.id}</span>
      </a>
    );
  }
  return (
    <>
      <a href={to.fix(line.postMortemId, line.id)}>
        <bdi>{line.title}</bdi>
      </a>
      <p class="row small quiet">
        {line.ticket === undefined ? null : <code>{line.ticket.key}</code>}
        <TlpMark tlp={line.tlp} />
        <bdi>{line.ownerTeam}</bdi>
        <Due at={line.dueAt} isOver={['verified', 'accepted', 'cancelled'].includes(line.state)} />
      </p>
      {own === mark || MARKS[own].words === MARKS[mark].words ? null : (
        <p class="small">
          <StandingMark mark={own} />
        </p>
      )}
    </>
  );
}
