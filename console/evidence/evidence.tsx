import './evidence.css';
import { useState } from 'preact/hooks';
import { TlpBand, TlpMark } from '../marks/tlp.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { type RecordNow, useRecord } from '../record/record-data.ts';
import { to } from '../router/to.ts';
import { isMe, stricterOf, useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import { AddFiles } from './add-files.tsx';
import { PieceRow } from './piece-row.tsx';
import type { Piece } from './send-file.ts';

/** Files of a record: added by their hash, opened for a purpose, each with what happened to it. */
export function Evidence({ params: { id = '' } }: { params: Readonly<Record<string, string>> }) {
  const { data, error, refetch } = useRecord(id);
  const mayOpen = useMayOpen();
  const [isAll, setIsAll] = useState(false);
  if (data === undefined) {
    return (
      <Page title="Evidence">
        {error === null ? (
          <Skeleton rows={6} />
        ) : (
          <Problem error={error} what="The record" retry={() => void refetch()} />
        )}
      </Page>
    );
  }
  const { data: record } = data;
  const mayWrite = record.acts.some(({ act, isAllowed }) => act === 'write' && isAllowed);
  const shown = isAll ? record.evidence : record.evidence.slice(0, 100);
  return (
    <>
      <TlpBand tlp={record.tlp} />
      <Page
        title="Evidence"
        tab={`Evidence of ${record.incident.key}`}
        about={
          <>
            <a href={to.record(id)}>
              {record.incident.key} <bdi>{record.incident.title}</bdi>
            </a>{' '}
            <TlpMark tlp={record.tlp} />
          </>
        }
      >
        {mayWrite ? <AddFiles record={record} /> : null}
        {record.evidence.length === 0 ? (
          <Empty>
            No file is here. Add the mails, logs or images that show what happened, before somebody tidies up.
          </Empty>
        ) : null}
        <ul class="evidence-list">
          {shown.map((piece) => (
            <PieceRow key={piece.id} {...{ id, piece, mayWrite, mayOpen: mayOpen(record, piece) }} />
          ))}
        </ul>
        {shown.length < record.evidence.length ? (
          <button type="button" class="button" onClick={() => setIsAll(true)}>
            Show all {record.evidence.length}
          </button>
        ) : null}
      </Page>
    </>
  );
}

/** Who may open a file: the stricter mark counts, and past the reach of a role its own mark is for whoever brought it alone. */
function useMayOpen() {
  const { me, may } = useMe();
  return ({ tlp }: RecordNow, piece: Piece): boolean => {
    const stricter = stricterOf(piece.tlp ?? tlp, tlp);
    return may('open evidence', stricter, stricter === piece.tlp ? isMe(me, piece.addedBy) : true);
  };
}
