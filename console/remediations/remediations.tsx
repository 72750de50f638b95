import '../lists/lists.css';
import './remediations.css';
import { chosenIn } from '../lists/chosen-in.ts';
import { ClearFilters, FilterBar } from '../lists/filter-bar.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { LongTable } from '../lists/long-table.tsx';
import { useList } from '../lists/use-list.ts';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { query, setQuery } from '../router/address.ts';
import { to } from '../router/to.ts';
import { Page } from '../shell/page.tsx';
import { FixBoard } from './fix-board.tsx';
import { FIX_COLUMNS } from './fix-columns.tsx';
import { FixCounts } from './fix-counts.tsx';
import { FIX_FILTERS } from './fix-filters.ts';
import { NoFixes } from './no-fixes.tsx';
import { type AnyFixLine, readFixes } from './read-fixes.ts';

const keyOf = (line: AnyFixLine) => `${line.postMortemId} ${line.id}`;

/** Fixes of all records, as a table or as a board. */
export function Remediations() {
  const isBoard = query.value.get('view') === 'board';
  return (
    <Page
      title="Remediations"
      about={isBoard ? 'Only Jira and evidence move a fix: nothing is dragged here.' : undefined}
      actions={
        <div class="row">
          <button
            type="button"
            class="button"
            aria-pressed={!isBoard}
            onClick={() => setQuery({ view: undefined }, { replace: false })}
          >
            Table
          </button>
          <button
            type="button"
            class="button"
            aria-pressed={isBoard}
            onClick={() => setQuery({ view: 'board' }, { replace: false })}
          >
            Board
          </button>
        </div>
      }
    >
      {isBoard ? <BoardView /> : <TableView />}
    </Page>
  );
}

/** The columns of the board are the states, so these two do not narrow it. */
const BOARD_FILTERS = FIX_FILTERS.filter(({ name }) => name !== 'state' && name !== 'grade');

function BoardView() {
  return (
    <>
      <FilterBar filters={BOARD_FILTERS} label="Filter remediations" />
      <FixBoard chosen={chosenIn(query.value, BOARD_FILTERS)} />
    </>
  );
}

function TableView() {
  const chosen = chosenIn(query.value, FIX_FILTERS);
  const list = useList<AnyFixLine>({
    key: ['fixes', chosen],
    read: (cursor, signal) => readFixes(chosen, cursor, signal),
    keyOf,
  });
  return (
    <>
      <FixCounts />
      <FilterBar filters={FIX_FILTERS} label="Filter remediations" />
      {list.isPending ? (
        <Skeleton rows={8} />
      ) : list.lines.length === 0 && list.error !== null ? (
        <Problem error={list.error} what="The list" retry={list.readAgain} />
      ) : list.lines.length === 0 && !list.isMore ? (
        Object.keys(chosen).length > 0 ? (
          <Empty action={<ClearFilters filters={FIX_FILTERS} />}>No fix is what these filters ask for.</Empty>
        ) : (
          <NoFixes>Nothing is to be done or to be proven.</NoFixes>
        )
      ) : (
        <>
          <LongTable
            label="Remediations"
            columns={FIX_COLUMNS}
            lines={list.lines}
            keyOf={keyOf}
            hrefOf={(line) => to.fix(line.postMortemId, line.id)}
            isWhole={!list.isMore}
            nearEnd={() => {
              if (list.isMore && !list.isTiring && list.error === null) list.readOn();
            }}
          />
          <ListFoot list={list} />
        </>
      )}
    </>
  );
}
