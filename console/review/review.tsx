import './review.css';
import type { Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Time } from '../marks/time.tsx';
import { TlpBand, TlpMark } from '../marks/tlp.tsx';
import { WordMark } from '../marks/word-mark.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { holdBack } from '../router/address.ts';
import type { Params } from '../router/place.ts';
import { to } from '../router/to.ts';
import { useKeys } from '../shell/keys.ts';
import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import { ChangedSince } from './changed-since.tsx';
import { Changes, turnAnchor } from './changes.tsx';
import type { Remark } from './collect-remarks.ts';
import type { Decisions } from './decisions-still-open.ts';
import { readAllPages } from './read-all-pages.ts';
import { RecordReading } from './reading.tsx';
import { RecommendationChoices } from './recommendation-choices.tsx';
import { RemarkButton } from './remarks.tsx';
import { ReviewBar } from './review-bar.tsx';
import { type Counted, SignChecks, WhatWillHappen } from './sign-checks.tsx';
import { roundOf, stillNeededIn } from './since.ts';
import { isAnythingTyped, type TypedWords, typedFor } from './typed-words.ts';
import { useNewerRevision } from './use-newer-revision.ts';
import { type ReviewView, useReview } from './use-review.ts';
import { whyNotJudge } from './why-not-judge.ts';

/** The second person's reading of a record: what is new, what to look at, what comes of it, and their word. */
export function Review({ params: { id = '' } }: { params: Params }) {
  const review = useReview(id);
  const { view, error, read } = review;
  const { me, error: unknown, refetch: readMeAgain } = useMe();
  if (view === undefined) {
    const isWhoMissing = me === undefined && unknown !== null;
    return (
      <Page title="Approval" tab="Approval">
        {isWhoMissing ? (
          <Problem error={unknown} what="Who you are here" retry={() => void readMeAgain()} />
        ) : error === undefined ? (
          <Skeleton rows={8} />
        ) : (
          <Problem error={error} what="The record" retry={() => void read()} />
        )}
      </Page>
    );
  }
  return <Reviewing id={id} view={view} review={review} />;
}

type ReviewingProps = { id: string; view: ReviewView; review: ReturnType<typeof useReview> };

function Reviewing({ id, view, review }: ReviewingProps) {
  const { record, timeline, log } = view;
  const { me } = useMe();
  const typed = typedFor(id);
  const { remarks } = typed.value;
  const rule = whyNotJudge('return', record, log, me?.author);
  const isInReview = record.status === 'in review';
  const newer = useNewerRevision(id, record.revision);
  const remark = (path: string, place: string) => (
    <RemarkButton
      path={path}
      place={place}
      remark={remarks.find((one) => one.path === path)}
      onChange={(text) => setRemarks(typed, { path, place, text })}
    />
  );
  useHeldBack(id, isInReview);
  useKeys(useWalk(view, review.pass));
  return (
    <Page
      title={`${record.incident.key} for approval`}
      tab={`Approve ${record.incident.key}`}
      about={<About view={view} />}
    >
      <TlpBand tlp={record.tlp} />
      <Problem error={review.error} what="The record" retry={() => void review.read()} />
      <ChangedSince newer={newer} read={review.read} />
      <div class="review">
        <div class="review-main">
          <WhatIsNew view={view} onPass={review.pass} />
          {record.recommendations.length === 0 ? null : (
            <section aria-labelledby="choices">
              <h2 id="choices">What becomes of each recommendation</h2>
              <RecommendationChoices
                recommendations={record.recommendations}
                decisions={review.decisions}
                onChange={review.setDecisions}
                isOff={!isInReview || rule !== undefined}
              />
            </section>
          )}
          <section aria-labelledby="whole-record">
            <h2 id="whole-record">The whole record</h2>
            <RecordReading
              record={record}
              timeline={timeline}
              {...(isInReview && rule === undefined ? { beside: remark } : {})}
            />
          </section>
        </div>
        <Side view={view} rule={rule} decisions={review.decisions} />
      </div>
      <ReviewBar
        view={view}
        review={review}
        typed={typed}
        rule={rule}
        approvalRule={whyNotJudge('approve', record, log, me?.author)}
      />
    </Page>
  );
}

type SideProps = { view: ReviewView; rule: string | undefined; decisions: Decisions };

/** What to look at before one's word, and what comes of it. */
function Side({ view: { record, readAt, turns }, rule, decisions }: SideProps) {
  const beside = useReadBeside(record.id);
  return (
    <aside class="review-side" aria-label="Beside the record">
      {record.status === 'in review' ? (
        <>
          <section aria-labelledby="before">
            <h2 id="before">Before you sign</h2>
            <SignChecks record={record} rule={rule} openHints={beside.openHints} unsettled={beside.unsettled} />
          </section>
          <section aria-labelledby="after">
            <h2 id="after">What will happen</h2>
            <WhatWillHappen record={record} readAt={readAt} decisions={decisions} />
          </section>
        </>
      ) : null}
      <p class="small quiet">
        {turns.length === 0 ? null : (
          <>
            <kbd>J</kbd> <kbd>K</kbd> walk the changes ·{' '}
          </>
        )}
        <a href={to.history(record.id)}>The history of it</a>
      </p>
    </aside>
  );
}

/** One remark of each place; an empty one is taken back. */
function setRemarks(typed: Signal<TypedWords>, remark: Remark) {
  const others = typed.value.remarks.filter(({ path }) => path !== remark.path);
  typed.value = { ...typed.value, remarks: remark.text === '' ? others : [...others, remark] };
}

/** Nobody leaves by accident what they typed and did not send. */
function useHeldBack(id: string, isInReview: boolean) {
  useEffect(() => {
    if (!isInReview) return undefined;
    return holdBack(() =>
      isAnythingTyped(typedFor(id).value)
        ? 'Your remarks and choices are not sent yet. They wait here until this window is closed or loaded anew. Leave?'
        : undefined,
    );
  }, [id, isInReview]);
}

function About({ view: { record, log } }: { view: ReviewView }) {
  const needed = stillNeededIn(log, record);
  const round = roundOf(log);
  return (
    <span class="row">
      <a href={to.record(record.id)}>
        <bdi>{record.incident.title}</bdi>
      </a>
      <WordMark words={record.severity} tone={record.severity} />
      <TlpMark tlp={record.tlp} />
      <WordMark words={record.status} tone={record.status} />
      <span>
        {round > 1 ? `round ${round} · ` : ''}revision {record.revision}
      </span>
      {record.approvals.map(({ by, at, revision }) => (
        <span key={by.id}>
          <bdi>{by.name}</bdi> approved revision {revision}, <Time at={at} style="day" />
        </span>
      ))}
      {needed === undefined ? null : (
        <span>
          {needed} more {needed === 1 ? 'has' : 'have'} to approve
        </span>
      )}
    </span>
  );
}

function WhatIsNew({
  view: { record, since, turns, arming },
  onPass,
}: {
  view: ReviewView;
  onPass: (key: string) => void;
}) {
  if (since === undefined && turns.length === 0) return null;
  const isFirst = since?.because === 'it was submitted';
  if (since !== undefined && turns.length === 0) {
    return (
      <section aria-labelledby="new">
        <h2 id="new">{isFirst ? 'Your first look at it' : `Since ${since.because}`}</h2>
        <p class="quiet">
          {isFirst
            ? 'Nothing is new to you, because all of it is: read the whole record below.'
            : 'Nothing has changed since.'}
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="new">
      <h2 id="new">
        {since === undefined ? (
          'Since you read it'
        ) : (
          <>
            Since {since.because}, <Time at={since.at} style="day" />
          </>
        )}
      </h2>
      {arming.toPass.length === 0 ? null : (
        <p class="band band-warn" role="status">
          Changed while you read: {arming.toPass.length} {arming.toPass.length === 1 ? 'change' : 'changes'} to pass
          before you approve.
        </p>
      )}
      <Changes turns={turns} record={record} toPass={arming.toPass} onPass={onPass} />
    </section>
  );
}

/** J and K walk the changes; what has the focus was passed. */
function useWalk({ turns }: ReviewView, pass: (key: string) => void) {
  return useMemo(() => {
    const step = (by: 1 | -1) => () => {
      const at = turns.findIndex((turn) => document.activeElement?.closest('.change')?.id === turnAnchor(turn));
      const next = turns[at === -1 ? (by === 1 ? 0 : turns.length - 1) : at + by];
      if (next === undefined) return;
      document.getElementById(turnAnchor(next))?.focus();
      pass(next.key);
    };
    return [
      { keys: 'J', words: 'Next change', run: step(1) },
      { keys: 'K', words: 'Change before', run: step(-1) },
      {
        keys: 'Mod Shift Enter',
        words: 'Go to your word, which is given by itself',
        run: () => document.querySelector<HTMLElement>('.review-bar .button-main')?.focus(),
        inFields: true as const,
      },
    ];
  }, [turns, pass]);
}

/** What is read beside the record, and approved with nothing of it: its hints, its comments. */
function useReadBeside(id: string) {
  const path = { id };
  const hints = useQuery({
    key: ['record', id, 'all hints'],
    read: (signal) =>
      readAllPages(async (cursor) => {
        const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
        const { data } = got(await api.GET('/post-mortems/{id}/hints', { params: { path, query }, signal }));
        return { items: data.hints, next: data.next };
      }),
  });
  const comments = useQuery({
    key: ['record', id, 'all comments'],
    read: (signal) =>
      readAllPages(async (cursor) => {
        const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
        const { data } = got(await api.GET('/post-mortems/{id}/comments', { params: { path, query }, signal }));
        return { items: data.comments, next: data.next };
      }),
  });
  return {
    openHints: countedIn(hints, ({ dismissed }) => dismissed === undefined),
    unsettled: countedIn(comments, ({ inReplyTo, isResolved }) => inReplyTo === undefined && isResolved !== true),
  };
}

type Read<Item> = { data: { items: Item[]; hasMore: boolean } | undefined; error: Error | null };

/** How many there are, as far as they were read. */
function countedIn<Item>({ data, error }: Read<Item>, isIt: (item: Item) => boolean): Counted {
  if (data === undefined) return error === null ? 'being read' : 'not read';
  return { count: data.items.filter(isIt).length, hasMore: data.hasMore };
}
