import { useState } from 'preact/hooks';
import '../lists/lists.css';
import './duties.css';
import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
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
import type { InRecord, UnreadRecord } from './in-record.ts';
import { readDutiesAnew, readFromRecords } from './record-duties.ts';
import { UnreadDuties } from './unread-duties.tsx';

type Line = InRecord<Schemas['Notification']>;
type AnyLine = Line | UnreadRecord;

const keyOf = (line: AnyLine) => ('unread' in line ? line.unread.id : `${line.record.id} ${line.part.id}`);

/** What could not be read may be the most urgent. */
function urgencyOf(line: AnyLine): string {
  if ('unread' in line) return '';
  const { sentAt, dueAt } = line.part;
  return sentAt === undefined ? (dueAt ?? '9') : `9${sentAt}`;
}

/** Who has to be told of incidents, until when, and who was. */
export function Notifications() {
  const [sent, setSent] = useState<Line>();
  const list = useList<AnyLine>({
    key: ['notifications'],
    read: (cursor, signal) => readFromRecords(({ notifications }) => notifications, cursor, signal),
    keyOf,
  });
  const lines = list.lines.toSorted((a, b) => urgencyOf(a).localeCompare(urgencyOf(b)));
  return (
    <Page
      title="Notifications"
      about="Authorities, partners and customers that are to be told, from the records under way. Restricted records are left out: theirs stand in each of them."
    >
      {list.isPending ? (
        <Skeleton rows={5} />
      ) : list.error !== null && lines.length === 0 ? (
        <Problem error={list.error} what="The list" retry={list.readAgain} />
      ) : lines.length === 0 && !list.isMore ? (
        <Empty
          action={
            <a class="button" href={to.postMortems()}>
              To the post-mortems
            </a>
          }
        >
          Nobody is to be told. A notification is added in its record, with the rule that asks for it and its deadline.
        </Empty>
      ) : (
        <>
          <ul class="duties">
            {lines.map((line) => (
              <li key={keyOf(line)} class="duty">
                {'unread' in line ? (
                  <UnreadDuties record={line.unread} because={line.because} />
                ) : (
                  <NotificationCard line={line} onSent={() => setSent(line)} />
                )}
              </li>
            ))}
          </ul>
          <ListFoot list={list} />
        </>
      )}
      <SentDialog line={sent} onClose={() => setSent(undefined)} />
    </Page>
  );
}

function NotificationCard({ line: { part, record }, onSent }: { line: Line; onSent: () => void }) {
  const { may } = useMe();
  return (
    <>
      <div class="duty-words">
        <p class="duty-statement">
          {part.regime}, {part.stage}: <bdi>{part.recipient}</bdi>
        </p>
        <p class="row small quiet">
          <a href={to.record(record.id)}>{record.incident.key}</a>
          <TlpMark tlp={record.tlp} />
          <bdi>{record.incident.title}</bdi>
          {part.reference === undefined ? null : (
            <span>
              reference <bdi>{part.reference}</bdi>
            </span>
          )}
        </p>
      </div>
      <div class="duty-state">
        {part.sentAt === undefined ? (
          <>
            <span class="mark tone-open">○ To be sent</span>
            {part.dueAt === undefined ? <span class="quiet">no deadline</span> : <Due at={part.dueAt} />}
          </>
        ) : (
          <>
            <span class="mark tone-good">● Sent</span>
            <Time at={part.sentAt} style="day" />
          </>
        )}
      </div>
      <div class="duty-actions">
        {part.sentAt === undefined && may('write records', record.tlp, true) ? (
          <button type="button" class="button" onClick={onSent}>
            It was sent<span class="unseen"> to {part.recipient.slice(0, 80)}</span>
          </button>
        ) : null}
      </div>
    </>
  );
}

function SentDialog({ line, onClose }: { line: Line | undefined; onClose: () => void }) {
  if (line === undefined) return null;
  const { part, record } = line;
  return (
    <Dialog isOpen title="When it was sent, and under which reference" onClose={onClose} mayClose={mayLeave}>
      <p>
        {part.regime}, {part.stage}: <bdi>{part.recipient}</bdi>
      </p>
      <BodyForm
        name="reportNotificationSent"
        send={async (body) => {
          const params = { path: { id: record.id, part: part.id } };
          got(await api.POST('/post-mortems/{id}/notifications/{part}/sent', { params, body: body as never }));
          return () => {
            toast('Written down as sent.');
            readDutiesAnew(record.id);
            onClose();
          };
        }}
      >
        It was sent
      </BodyForm>
    </Dialog>
  );
}
