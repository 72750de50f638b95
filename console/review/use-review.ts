import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api, type Schemas } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got, Refusal } from '../data/refusal.ts';
import { useMe } from '../shell/me.ts';
import { type Arming, armedFor, firstReading, passedChange, readAnew, wentStale } from './arming.ts';
import { type FieldTurn, readFieldTurns, turnKey } from './changes.tsx';
import { type Decisions, sendDecision } from './decisions.ts';
import { type LogEntry, readRecordLog } from './record-log.ts';
import { type Since, sinceWhen } from './since.ts';

/** The record as it was read, with what is new in it. It moves only when it is read again, never under the reader. */
export type ReviewView = {
  record: Schemas['Record'];
  log: readonly LogEntry[];
  since: Since | undefined;
  /** What changed since the reader's last word, and since the reading before. */
  turns: readonly FieldTurn[];
  arming: Arming;
};

type Me = ReturnType<typeof useMe>['me'];

async function readView(id: string, me: Me): Promise<Omit<ReviewView, 'arming'>> {
  const { data: record } = got(await api.GET('/post-mortems/{id}', { params: { path: { id } } }));
  const { items: log } = await readRecordLog(id, new AbortController().signal);
  const since = sinceWhen(log, me?.author);
  const turns = since === undefined ? [] : await readFieldTurns(id, since.revision, record.revision);
  return { record, log, since, turns };
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
      const { state, fresh } =
        before === undefined
          ? { state: firstReading(next.record.revision), fresh: [] }
          : await armedAnew(id, before, next, sent.current, me);
      setView({ ...next, turns: withUnpassed(next.turns, fresh), arming: state });
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

/** What others changed since the reading before has to be passed; the reader's own decisions need not. */
async function armedAnew(
  id: string,
  before: ReviewView,
  next: Omit<ReviewView, 'arming'>,
  sent: ReadonlySet<string>,
  me: Me,
) {
  const fresh = await readFieldTurns(id, before.record.revision, next.record.revision);
  const changes = fresh.map((turn) => ({ key: turnKey(turn), isOwnDecision: isOwnDecision(turn, sent, me) }));
  return { state: readAnew(before.arming, next.record.revision, changes), fresh };
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

/** A change that was changed back since the reader's word is new all the same to who read what stood in between. */
function withUnpassed(turns: readonly FieldTurn[], fresh: readonly FieldTurn[]): FieldTurn[] {
  const known = new Set(turns.map(turnKey));
  return [...fresh.filter((turn) => !known.has(turnKey(turn))), ...turns];
}

type Doing = {
  read: () => Promise<void>;
  setView: (change: (view: ReviewView | undefined) => ReviewView | undefined) => void;
  sent: Set<string>;
};

function useJudging(id: string, view: ReviewView | undefined, { read, setView, sent }: Doing) {
  const [decisions, setDecisions] = useState<Decisions>({});
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
        setDecisions(({ [part]: _, ...rest }) => rest);
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
  const armed = useMemo(() => (view === undefined ? undefined : armedFor(view.arming)), [view]);
  return { decisions, setDecisions, send, approve, giveBack, armed };
}

/** The content is another one than was read. */
const isStaleRefusal = (thrown: unknown): boolean =>
  thrown instanceof Refusal &&
  (thrown.status === 412 || (thrown.status === 409 && thrown.problem?.reason === 'stale revision'));
