import { useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { Time } from '../marks/time.tsx';
import { TlpMark } from '../marks/tlp.tsx';
import { ActButton } from '../parts/act-button.tsx';
import { ChooseFiles } from '../parts/choose-files.tsx';
import { showRecord } from '../record/record-data.ts';
import { ProblemOrTold } from '../record/told.tsx';
import { Custody } from './custody.tsx';
import { OpenFile } from './open-file.tsx';
import { check, type Piece, sendAgain } from './send-file.ts';

const STATUS = {
  expected: 'announced, not here yet',
  held: 'here, checked and locked',
  refused: 'refused: what came was something else',
  elsewhere: 'held where this record was imported from',
} as const;

type PieceRowProps = { id: string; piece: Piece; mayWrite: boolean; mayOpen: boolean };

/** One file: what it is, whether it is here, and what happened to it. */
export function PieceRow({ id, piece, mayWrite, mayOpen }: PieceRowProps) {
  const [shown, setShown] = useState<'custody' | 'open'>();
  const toggle = (what: 'custody' | 'open') => setShown(shown === what ? undefined : what);
  return (
    <li class="evidence-piece stack">
      <div class="row row-apart">
        <p>
          <strong>
            <bdi>{piece.name}</bdi>
          </strong>{' '}
          {piece.tlp === undefined ? null : <TlpMark tlp={piece.tlp} />}
        </p>
        <span class={`evidence-status is-${piece.status}`}>{STATUS[piece.status]}</span>
      </div>
      {piece.description === undefined ? null : (
        <p>
          <bdi>{piece.description}</bdi>
        </p>
      )}
      <p class="quiet small">
        {piece.bytes.toLocaleString('en-GB')} bytes · {piece.mediaType} · added by{' '}
        <bdi>{piece.addedBy.name ?? piece.addedBy.id}</bdi>, <Time at={piece.addedAt} />
        <br />
        SHA-256 <code>{piece.sha256}</code>
      </p>
      {piece.refusedBecause === undefined ? null : <p>{piece.refusedBecause}</p>}
      <div class="row">
        {piece.status === 'held' && mayOpen ? (
          <button type="button" class="button" aria-expanded={shown === 'open'} onClick={() => toggle('open')}>
            Open
          </button>
        ) : null}
        <button type="button" class="button" aria-expanded={shown === 'custody'} onClick={() => toggle('custody')}>
          Custody
        </button>
        {mayWrite && (piece.status === 'expected' || piece.status === 'refused') ? (
          <Unfinished id={id} piece={piece} />
        ) : null}
      </div>
      {shown === 'custody' ? <Custody id={id} part={piece.id} /> : null}
      {shown === 'open' ? <OpenFile id={id} part={piece.id} /> : null}
    </li>
  );
}

/** Of a file that is announced and not here: look again, send it again, or take it back. */
function Unfinished({ id, piece }: { id: string; piece: Piece }) {
  const looking = useAct(async () => check(id, piece.id));
  const sending = useAct(async (file: File) => sendAgain(id, piece.id, file));
  const taking = useAct(async () => {
    const { etag = '*' } = got(
      await api.GET('/post-mortems/{id}/evidence/{part}', { params: { path: { id, part: piece.id } } }),
    );
    const params = { path: { id, part: piece.id }, header: { 'If-Match': etag } };
    showRecord(got(await api.DELETE('/post-mortems/{id}/evidence/{part}', { params })).data);
  });
  return (
    <>
      <ActButton act={looking} onClick={() => void looking.act()}>
        Look again
      </ActButton>
      <ChooseFiles
        label={`The file ${piece.name}, once more`}
        isOne
        act={sending}
        onChosen={([file]) => {
          if (file !== undefined) void sending.act(file);
        }}
      >
        Send it again
      </ChooseFiles>
      <ActButton act={taking} look="plain" onClick={() => void taking.act()}>
        Take it back
      </ActButton>
      <ProblemOrTold error={looking.error.value ?? sending.error.value ?? taking.error.value} what="The file" />
    </>
  );
}
