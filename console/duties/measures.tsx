import { useState } from 'preact/hooks';
import '../lists/lists.css';
import './duties.css';
import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { usePinned } from '../data/use-pinned.ts';
import { BodyForm } from '../lists/body-form.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { useList } from '../lists/use-list.ts';
import { Due } from '../marks/due.tsx';
import { Time } from '../marks/time.tsx';
import { TlpMark } from '../marks/tlp.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { toast } from '../parts/toasts.tsx';
import { mayLeave } from '../router/address.ts';
import { to } from '../router/to.ts';
import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import type { InRecord, NotAll, UnreadRecord } from './in-record.ts';
import { readMeasures } from './read-measures.ts';
import { readDutiesAnew } from './record-duties.ts';
import { UnreadDuties } from './unread-duties.tsx';

type Line = InRecord<Schemas['TemporaryMeasure']>;
type AnyLine = Line | UnreadRecord;
type Deed = { line: Line; what: 'removed' | 'extend' };

const keyOf = (line: AnyLine) => ('unread' in line ? line.unread.id : `${line.record.id} ${line.part.id}`);
/** What could not be read may be the most urgent. */
const urgencyOf = (line: AnyLine) => ('unread' in line ? '' : line.part.until);

/** What was done to contain incidents for a while, and is in force. */
export function Measures() {
  const [deed, setDeed] = useState<Deed>();
  const list = useList<AnyLine | NotAll>({
    key: ['measures'],
    read: readMeasures,
    keyOf: (line) => ('notAll' in line ? line.notAll : keyOf(line)),
  });
  const notAll = list.lines.find((line) => 'notAll' in line)?.notAll;
  const lines = list.lines
    .filter((line): line is AnyLine => !('notAll' in line))
    .toSorted((a, b) => urgencyOf(a).localeCompare(urgencyOf(b)));
  return (
    <Page
      title="Temporary measures"
      about="Blocks, isolations and exceptions in force, from the records under way, and what your teams have to undo of imported past incidents. Restricted records are left out: theirs stand in each of them."
    >
      {list.isPending ? (
        <Skeleton rows={5} />
      ) : list.error !== null && lines.length === 0 ? (
        <Problem error={list.error} what="The list" retry={list.readAgain} />
      ) : lines.length === 0 && !list.isMore && notAll === undefined ? (
        <Empty
          action={
            <a class="button" href={to.postMortems()}>
              To the post-mortems
            </a>
          }
        >
          No measure of a record under way is in force that you may see here, and your teams have none to undo of past
          incidents. What contains an incident until it is solved is added in its record, so that somebody undoes it.
        </Empty>
      ) : (
        <>
          <ul class="duties">
            {lines.map((line) => (
              <li key={keyOf(line)} class="duty">
                {'unread' in line ? (
                  <UnreadDuties record={line.unread} because={line.because} />
                ) : (
                  <MeasureCard line={line} onDeed={(what) => setDeed({ line, what })} />
                )}
              </li>
            ))}
          </ul>
          <ListFoot list={{ ...list, lines }} notAll={notAll} />
        </>
      )}
      {deed === undefined ? null : (
        <Dialog
          isOpen
          title={deed.what === 'removed' ? 'Show that it is undone' : 'Until when it is needed, and why'}
          onClose={() => setDeed(undefined)}
          mayClose={mayLeave}
        >
          <DeedForm key={keyOf(deed.line) + deed.what} deed={deed} onClose={() => setDeed(undefined)} />
        </Dialog>
      )}
    </Page>
  );
}

function MeasureCard({ line: { part, record }, onDeed }: { line: Line; onDeed: (what: Deed['what']) => void }) {
  const { may } = useMe();
  const more = part.extensions?.length ?? 0;
  const isJudged = record.status === 'in review';
  return (
    <>
      <div class="duty-words">
        <p class="duty-statement">
          <bdi>{part.what}</bdi>
        </p>
        <p class="row small quiet">
          <a href={to.record(record.id)}>{record.incident.key}</a>
          <TlpMark tlp={record.tlp} />
          <span>{part.kind}</span>
          <bdi>{part.ownerTeam}</bdi>
          <span>
            since <Time at={part.since} style="day" />
          </span>
          {more === 0 ? null : <span>extended {more === 1 ? 'once' : `${more} times`}</span>}
        </p>
      </div>
      <div class="duty-state">
        <span class="mark tone-warn">◷ In force</span>
        <Due at={part.until} />
      </div>
      {may('write records', record.tlp, true) ? (
        <div class="duty-actions">
          <button type="button" class="button" onClick={() => onDeed('removed')}>
            It is undone<span class="unseen">: {part.what.slice(0, 80)}</span>
          </button>
          <button
            type="button"
            class="button"
            aria-disabled={isJudged}
            title={isJudged ? 'Its record is in review: nothing is extended meanwhile.' : undefined}
            onClick={() => {
              if (!isJudged) onDeed('extend');
            }}
          >
            Extend<span class="unseen">: {part.what.slice(0, 80)}</span>
          </button>
        </div>
      ) : null}
    </>
  );
}

function DeedForm({ deed: { line, what }, onClose }: { deed: Deed; onClose: () => void }) {
  const { part, record } = line;
  const path = { id: record.id, part: part.id };
  const measure = usePinned({
    key: ['measure', record.id, part.id],
    read: async (signal) =>
      got(await api.GET('/post-mortems/{id}/temporary-measures/{part}', { params: { path }, signal })),
  });
  const done = (words: string) => {
    toast(words);
    readDutiesAnew(record.id);
    onClose();
  };
  if (measure.error !== null)
    return <Problem error={measure.error} what="The measure" retry={() => void measure.refetch()} />;
  if (measure.data === undefined) return <Skeleton rows={2} />;
  if (measure.data.data.status !== 'in force') {
    return <p class="quiet">Somebody was faster: it is not in force any more. Nothing was sent.</p>;
  }
  const params = { path, header: { 'If-Match': measure.data.etag ?? '' } };
  return (
    <>
      <p>
        <bdi>{part.what}</bdi>
      </p>
      {what === 'removed' ? (
        <BodyForm
          name="reportMeasureRemoved"
          send={async (body) => {
            const action = '/post-mortems/{id}/temporary-measures/{part}/removed';
            got(await api.POST(action, { params, body: body as never }));
            return () => done('Written down as undone.');
          }}
        >
          It is undone
        </BodyForm>
      ) : (
        <BodyForm
          name="extendMeasure"
          send={async (body) => {
            const action = '/post-mortems/{id}/temporary-measures/{part}/extend';
            got(await api.POST(action, { params, body: body as never }));
            return () => done('It is in force for longer.');
          }}
        >
          Extend
        </BodyForm>
      )}
    </>
  );
}
