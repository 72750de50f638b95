import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api, type Schemas } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got, Refusal } from '../data/refusal.ts';
import { readTimeline } from '../record/timeline/entries.ts';
import { useMe } from '../shell/me.ts';
import { type Arming, armedFor, changesOnPage, firstReading, passedChange, readAnew, wentStale } from './arming.ts';
import { type FieldTurn, readFieldTurns } from './changes.tsx';
import { sendDecision } from './decisions.ts';
import { type Decisions, decisionsStillOpen } from './decisions-still-open.ts';
import { type LogEntry, readRecordLog } from './record-log.ts';
import { type Since, sinceWhen } from './since.ts';
import { typedFor } from './typed-words.ts';

/** The record as it was read, with what is new in it. It moves only when it is read again, never under the reader. */
export type ReviewView = {
  record: Schemas['Record'];
  /** ISO 8601, at the latest when the API drew up its answer. */
  readAt: string;
  timeline: readonly Schemas['TimelineEntry'][];
  log: readonly LogEntry[];
  since: Since | undefined;
  /** What changed since the reader's last word, and since the reading before. */
  turns: readonly FieldTurn[];
  /** What is longer than what was read of it, such as "its log": the page does not show all that would be approved. */
  cut: readonly string[];
  arming: Arming;
};

type Me = ReturnType<typeof useMe>['me'];

/** The record is read first: whatever is written while the rest is read has a later revision, for which nothing is armed. */
async function readView(id: string, me: Me): Promise<Omit<ReviewView, 'arming'>> {
  const { signal } = new AbortController();
  const readAt = new Date().toISOString();
  const { data: record } = got(await api.GET('/post-mortems/{id}', { params: { path: { id } }, signal }));
  const [timeline, log] = await Promise.all([readTimeline(id, signal), readRecordLog(id, signal)]);
  const since = sinceWhen(log.items, me?.author);
  const changed = await readFieldTurns(id, since?.revision ?? record.revision, record.revision);
  const cut = [
    { words: 'its log', is: log.hasMore },
    { words: 'what changed', is: changed.hasMore },
  ].flatMap(({ words, is }) => (is ? [words] : []));
  return { record, readAt, timeline, log: log.items, since, turns: changed.turns, cut };
}

/** Reading and judging of one record. What decides is sent once, and the record read again before anything more is offered. */
export function useReview(id: string) {
  const { me } = useMe();
  const [view, setView] = useState<ReviewView>();
  const [error, setError] = useState<Error>();
  const sent = useRef(new Set<string>());
  const latest = useRef<ReviewView | undefined>(undefined);
  latest.current = view;

  const read = useCallback(async () => {
    try {
      const next = await readView(id, me);
      const before = latest.current;
      setView(
        before === undefined
          ? { ...next, arming: firstReading(next.record.revision) }
          : await viewAnew(before, next, sent.current, me),
      );
      const typed = typedFor(id);
      const decisions = decisionsStillOpen(typed.value.decisions, next.record.recommendations);
      typed.value = { ...typed.value, decisions };
      setError(undefined);
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  }, [id, me]);

  useEffect(() => {
    if (me !== undefined) void read();
  }, [read, me]);

  const pass = useCallback(
    (key: string) => setView((known) => known && { ...known, arming: passedChange(known.arming, key) }),
    [],
  );
  return { view, error, read, pass, ...useJudging(id, view, { read, setView, sent: sent.current }) };
}

const CUT_BETWEEN = 'what changed since you read it';

/** What others changed since the reading before has to be passed; the reader's own decisions need not. */
async function viewAnew(
  before: ReviewView,
  next: Omit<ReviewView, 'arming'>,
  sent: ReadonlySet<string>,
  me: Me,
): Promise<ReviewView> {
  const { id, revision } = next.record;
  if (revision < before.record.revision) throw new Error(`revision ${revision} is older than what was read`);
  const fresh = await readFieldTurns(id, before.record.revision, revision);
  const changes = fresh.turns.map((turn) => ({ path: turn.path, isOwnDecision: isOwnDecision(turn, sent, me) }));
  const turns = changesOnPage(next.turns, fresh.turns, { turns: before.turns, toPass: before.arming.toPass });
  // What was not read of one reading is not read by the next one.
  const isFreshCut = fresh.hasMore || before.cut.includes(CUT_BETWEEN);
  const cut = isFreshCut ? [...next.cut, CUT_BETWEEN] : next.cut;
  return { ...next, turns, cut, arming: readAnew(before, revision, changes, turns) };
}

/** A choice that this page sent, and that nobody else had a hand in. */
export function isOwnDecision({ path, hands }: FieldTurn, sent: ReadonlySet<string>, me: Me): boolean {
  const [list, part = ''] = path.split('.');
  return (
    list === 'recommendations' &&
    sent.has(part) &&
    hands.every(({ by }) => by.kind === 'person' && by.id === me?.author.id)
  );
}

type Doing = {
  read: () => Promise<void>;
  setView: (change: (view: ReviewView | undefined) => ReviewView | undefined) => void;
  sent: Set<string>;
};

function useJudging(id: string, view: ReviewView | undefined, { read, setView, sent }: Doing) {
  const typed = typedFor(id);
  const { decisions } = typed.value;
  const setDecisions = (next: Decisions) => {
    typed.value = { ...typed.value, decisions: next };
  };
  const told = () =>
    Promise.all(
      [['records'], ['record', id], ['my-work'], ['summary'], ['fixes']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  /** Sends, and reads before it says how it went: after a time-out nobody knows. */
  const judging = async (run: () => Promise<unknown>) => {
    try {
      await run();
    } catch (thrown) {
      if (isStaleRefusal(thrown)) setView((known) => known && { ...known, arming: wentStale(known.arming) });
      await read();
      throw thrown;
    }
    await told();
    await read();
  };
  const send = useAct(async () => {
    if (view === undefined) return;
    await judging(async () => {
      for (const [part, decision] of Object.entries(decisions)) {
        sent.add(part);
        await sendDecision(view.record, part, decision);
        const { [part]: _, ...rest } = typed.value.decisions;
        setDecisions(rest);
      }
    });
  });
  const approve = useAct(async (revision: number) => {
    const params = { path: { id }, header: { 'If-Match': `"${revision}"` } };
    await judging(async () => got(await api.POST('/post-mortems/{id}/approve', { params, body: { revision } })));
    return true;
  });
  const giveBack = useAct(async (reason: string) => {
    const params = { path: { id }, header: { 'If-Match': `"${view?.arming.revision ?? 0}"` } };
    await judging(async () => got(await api.POST('/post-mortems/{id}/return', { params, body: { reason } })));
    return true;
  });
  const armed = view === undefined || view.cut.length > 0 ? undefined : armedFor(view.arming);
  return { decisions, setDecisions, send, approve, giveBack, armed };
}

/** The content is another one than was read. */
const isStaleRefusal = (thrown: unknown): boolean =>
  thrown instanceof Refusal &&
  (thrown.status === 412 || (thrown.status === 409 && thrown.problem?.reason === 'stale revision'));
