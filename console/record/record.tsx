import './record.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { missingFields } from '../forms/problems.ts';
import { type Shape, shapeOf } from '../forms/shape.ts';
import { isKeptClose } from '../marks/kept-close.ts';
import { TlpBand } from '../marks/tlp.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { to } from '../router/to.ts';
import { useKeys } from '../shell/keys.ts';
import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import { forgetRecord, rememberRecord } from '../shell/recent-records.ts';
import { CONTENTS, PARTS, type Stop } from './contents.ts';
import { type Desk, DeskContext } from './desk.ts';
import { forgetOldDrafts, keepOf, setKeptClose } from './editing/device-keep.ts';
import { EvidenceStop } from './evidence-stop.tsx';
import { RecordFacts } from './head.tsx';
import { jumpTo } from './jump.ts';
import { focusComments } from './panel/comments.tsx';
import { RecordPanel } from './panel/panel.tsx';
import { PartList } from './parts/part-list.tsx';
import { RecordRail } from './rail.tsx';
import { ReadOnlyBecause } from './read-only-because.tsx';
import { forgetUnreadable, isUnreadable, type RecordNow, useRecord } from './record-data.ts';
import { SectionForm } from './section-form.tsx';
import { SubmitAct } from './submit-act.tsx';
import { TicketFacts } from './ticket-facts.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { useActivity } from './use-activity.ts';

/** A post-mortem: one long page that is written, read and handed in. */
export function RecordPlace({ params: { id = '' } }: { params: Readonly<Record<string, string>> }) {
  const { data, error, refetch } = useRecord(id);
  const { me, error: unknown, refetch: readMeAgain } = useMe();
  const { shapes, missing } = useShapes();
  useEffect(() => () => forgetUnreadable(id), [id]);
  useMemo(() => {
    // What may not be read is not to lie on this device either.
    if (isUnreadable(error)) setKeptClose(id, true);
  }, [id, error]);
  const isShown = data !== undefined && me !== undefined && shapes !== undefined && !isUnreadable(error);
  if (!isShown) {
    const failed = data === undefined || isUnreadable(error) ? error : null;
    const isWhoMissing = me === undefined && unknown !== null;
    return (
      <Page title={failed === null ? 'Post-mortem' : 'This record cannot be shown'}>
        {missing === undefined ? null : (
          <Problem error={missing} what="A part of this page" retry={() => location.reload()} />
        )}
        {isWhoMissing ? <Problem error={unknown} what="Who you are here" retry={() => void readMeAgain()} /> : null}
        {failed === null ? (
          isWhoMissing || missing !== undefined ? null : (
            <Skeleton rows={10} />
          )
        ) : (
          <>
            <Problem error={failed} what="The record" retry={() => void refetch()} />
            <p class="record-others">
              <a href={to.postMortems()}>All post-mortems</a>
            </p>
          </>
        )}
      </Page>
    );
  }
  return <RecordPage key={id} record={data.data} person={me.author.id} shapes={shapes} />;
}

type Shapes = ReadonlyMap<string, Shape>;

/** All shapes come in one file. */
function useShapes(): { shapes?: Shapes; missing?: Error } {
  const [found, setFound] = useState<{ shapes?: Shapes; missing?: Error }>({});
  useEffect(() => {
    const names = CONTENTS.flatMap(({ kind, name }) =>
      kind === 'section' ? [name] : kind === 'parts' ? [PARTS[name].route] : [],
    );
    void Promise.all(names.map(async (name) => [name, await shapeOf(name)] as const))
      .then((all) => setFound({ shapes: new Map(all) }))
      .catch((error: unknown) => setFound({ missing: error instanceof Error ? error : new Error(String(error)) }));
  }, []);
  return found;
}

function RecordPage({ record, person, shapes }: { record: RecordNow; person: string; shapes: Shapes }) {
  const { id, tlp, acts } = record;
  const may = (act: RecordNow['acts'][number]['act']) => acts.some((one) => one.act === act && one.isAllowed);
  // Before anything is looked for or kept there.
  useMemo(() => setKeptClose(id, isKeptClose(tlp)), [id, tlp]);
  const keep = useMemo(() => keepOf(person, id), [id, person]);
  const present = useActivity(record, may('write'));
  const [place, setPlace] = useState<string>();
  const missing = useMemo(() => missingFields(record.completeness.missing), [record]);
  const desk: Desk = {
    record,
    keep,
    person,
    mayWrite: may('write'),
    mayComment: may('comment'),
    missing,
    present,
    openComments: (path) => {
      setPlace(path);
      requestAnimationFrame(() => requestAnimationFrame(focusComments));
    },
  };
  usePageOfRecord(record);
  return (
    <DeskContext.Provider value={desk}>
      <TlpBand tlp={tlp} />
      <Page
        title={record.incident.title}
        tab={`${record.incident.key} ${record.incident.title}`}
        about={<RecordFacts record={record} present={present} />}
        actions={<SubmitAct record={record} />}
      >
        <ReadOnlyBecause record={record} />
        <div class="record">
          <RecordRail />
          <div class="record-body">
            <TicketFacts />
            {CONTENTS.map((stop) => (
              <StopHere key={stop.name} stop={stop} shapes={shapes} desk={desk} />
            ))}
          </div>
          <RecordPanel place={place} setPlace={setPlace} />
        </div>
      </Page>
    </DeskContext.Provider>
  );
}

function StopHere({ stop, shapes, desk }: { stop: Stop; shapes: Shapes; desk: Desk }) {
  const { record, mayWrite } = desk;
  switch (stop.kind) {
    case 'timeline':
      return (
        <div class="record-timeline">
          <Timeline id={record.id} tlp={record.tlp} mayWrite={mayWrite} />
        </div>
      );
    case 'evidence':
      return <EvidenceStop stop={stop} />;
    case 'section': {
      const shape = shapes.get(stop.name);
      return shape === undefined ? null : <SectionForm stop={stop} shape={shape} />;
    }
    case 'parts': {
      const shape = shapes.get(PARTS[stop.name].route);
      return shape === undefined ? null : <PartList stop={stop} shape={shape} />;
    }
  }
}

/** Keys, jumps, and what happens on the way out. */
function usePageOfRecord(record: RecordNow): void {
  const { id, tlp, incident, completeness } = record;
  const words = `${incident.key} ${incident.title}`;
  useEffect(() => (isKeptClose(tlp) ? forgetRecord(id) : rememberRecord({ id, words })), [id, tlp, words]);
  useKeys(
    useMemo(
      () => [
        { keys: 'N', words: 'Next field that is missing', run: () => nextMissing(completeness.missing) },
        {
          keys: 'S',
          words: 'Go to the sections',
          run: () => document.querySelector<HTMLElement>('.record-rail-line[aria-current], .record-rail-line')?.focus(),
        },
      ],
      [completeness],
    ),
  );
  useEffect(() => {
    void forgetOldDrafts().catch(() => undefined);
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (wanted !== '') jumpTo(wanted);
  }, [id]);
}

let lastMissing = '';

/** The next after the one where the person was led last, from the top again after the last. */
function nextMissing(missing: readonly { path: string }[]): void {
  const paths = [...new Set(missing.map(({ path }) => path))];
  const next = paths[(paths.indexOf(lastMissing) + 1) % paths.length];
  if (next === undefined) return;
  lastMissing = next;
  jumpTo(next);
}
