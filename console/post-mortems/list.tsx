import { useState } from 'preact/hooks';
import '../lists/lists.css';
import { useAct } from '../data/act.ts';
import { chosenIn } from '../lists/chosen-in.ts';
import { ClearFilters, FilterBar } from '../lists/filter-bar.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { type Column, LongTable } from '../lists/long-table.tsx';
import { saveCsv } from '../lists/save-csv.ts';
import { useList } from '../lists/use-list.ts';
import { Due } from '../marks/due.tsx';
import { TlpMark } from '../marks/tlp.tsx';
import { WordMark } from '../marks/word-mark.tsx';
import { ActButton } from '../parts/act-button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { query } from '../router/address.ts';
import { to } from '../router/to.ts';
import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import { type AnyRecordLine, readRecords, readRecordsCsv } from './read-records.ts';
import { RECORD_FILTERS } from './record-filters.ts';
import { RecordPeek } from './record-peek.tsx';

const COLUMNS: readonly Column<AnyRecordLine>[] = [
  {
    head: 'Ticket',
    as: 'key',
    cell: (line) => ('incident' in line ? <code>{line.incident.key}</code> : null),
  },
  {
    head: 'What happened',
    as: 'main',
    cell: (line) => (
      <a href={to.record(line.id)}>
        {'incident' in line ? (
          <bdi>{line.incident.title}</bdi>
        ) : (
          <span class="hatched">Restricted: your look will be in the log. {line.id}</span>
        )}
      </a>
    ),
  },
  { head: 'TLP', as: 'tlp', cell: (line) => <TlpMark tlp={line.tlp} /> },
  {
    head: 'Severity',
    as: 'word',
    cell: (line) => ('incident' in line ? <WordMark words={line.severity} tone={line.severity} /> : null),
  },
  { head: 'Status', as: 'word', cell: (line) => <WordMark words={line.status} tone={line.status} /> },
  {
    head: 'Due',
    as: 'due',
    cell: (line) =>
      'incident' in line ? <Due at={line.dueAt} isOver={!['open', 'in review'].includes(line.status)} /> : null,
  },
  {
    head: 'Category',
    as: 'category',
    cell: (line) => ('incident' in line ? (line.category ?? (line.kind === 'incident' ? '' : line.kind)) : null),
  },
];

const idOf = (line: AnyRecordLine) => line.id;

/** All records that one may know of, narrowed by what stands in the address. */
export function RecordList() {
  const { may } = useMe();
  const [peeked, setPeeked] = useState<AnyRecordLine>();
  const chosen = chosenIn(query.value, RECORD_FILTERS);
  const list = useList<AnyRecordLine>({
    key: ['records', chosen],
    read: (cursor, signal) => readRecords(chosen, cursor, signal),
    keyOf: idOf,
  });
  const save = useAct(() => saveCsv((limit, cursor) => readRecordsCsv(chosen, limit, cursor), 'post-mortems.csv'));
  const rests = chosen.q !== undefined && Object.keys(chosen).length > 1;
  return (
    <Page
      title="Post-mortems"
      actions={
        <>
          <ActButton act={save} onClick={() => void save.act()} look="plain">
            Save as CSV
          </ActButton>
          {may('import records') ? (
            <a class="button" href={to.importRecords()}>
              Import
            </a>
          ) : null}
          {may('open records') ? (
            <a class="button button-main" href={to.newRecord()}>
              New
            </a>
          ) : null}
        </>
      }
    >
      <FilterBar filters={RECORD_FILTERS} label="Filter post-mortems" />
      {rests ? <p class="quiet small">Words are looked for in all records; the other filters rest meanwhile.</p> : null}
      <Problem error={save.error.value} what="The file" />
      {list.isPending ? (
        <Skeleton rows={8} />
      ) : list.lines.length === 0 && list.error !== null ? (
        <Problem error={list.error} what="The list" retry={list.readAgain} />
      ) : list.lines.length === 0 && !list.isMore ? (
        <NothingFound isFiltered={Object.keys(chosen).length > 0} mayOpen={may('open records')} />
      ) : (
        <>
          <LongTable
            label="Post-mortems"
            columns={COLUMNS}
            lines={list.lines}
            keyOf={idOf}
            hrefOf={(line) => to.record(line.id)}
            isWhole={!list.isMore}
            nearEnd={() => {
              if (list.isMore && !list.isTiring && list.error === null) list.readOn();
            }}
            peek={(line) => {
              if ('incident' in line) setPeeked(line);
            }}
          />
          <ListFoot list={list} />
        </>
      )}
      <RecordPeek line={peeked} onClose={() => setPeeked(undefined)} />
    </Page>
  );
}

function NothingFound({ isFiltered, mayOpen }: { isFiltered: boolean; mayOpen: boolean }) {
  if (isFiltered) {
    return <Empty action={<ClearFilters filters={RECORD_FILTERS} />}>No record is what these filters ask for.</Empty>;
  }
  return (
    <Empty
      action={
        mayOpen ? (
          <a class="button" href={to.newRecord()}>
            Open one by hand
          </a>
        ) : undefined
      }
    >
      Nothing is open or in review. A record opens by itself when the ticket of an incident is closed; approved and
      closed ones are found by their status.
    </Empty>
  );
}
