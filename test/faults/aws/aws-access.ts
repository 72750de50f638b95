import type { BusEntry } from '../../../functions/publish-events/handler.ts';
import type { ModelQueue } from '../../../local/aws-model/queue.ts';
import type { TallyFile } from '../../../shared/report/claims/claim-tally.ts';
import type { DueFixQueue } from '../../../shared/verification/due-fix.ts';
import type { FunctionSurroundings, Operation, Strike } from './invocation.ts';

const PATIENCE_MS = 4_000;

function strikes<Result>(): Strike<Result>[] {
  return [
    { kind: 'crash before the call', takesEffect: false, outcome: 'crash' },
    { kind: 'crash after the call', takesEffect: true, outcome: 'crash' },
    { kind: 'throttled', takesEffect: false, outcome: { fails: unavailable } },
    { kind: 'time-out before the effect', takesEffect: false, outcome: { fails: unavailable, afterMs: PATIENCE_MS } },
    { kind: 'time-out after the effect', takesEffect: true, outcome: { fails: unavailable, afterMs: PATIENCE_MS } },
  ];
}

/** The bus as one invocation reaches it. */
export function putEvents(put: (entries: readonly BusEntry[]) => boolean[], { operate }: FunctionSurroundings) {
  return (entries: readonly BusEntry[]): Promise<boolean[]> =>
    operate({
      service: 'bus',
      what: `put events ${entries.map(({ detailType }) => `“${detailType}”`).join(', ')}`,
      effect: () => put(entries),
      strikes: strikes(),
      down: { kind: 'throttled', takesEffect: false, outcome: { fails: unavailable, afterMs: PATIENCE_MS } },
    });
}

/** A queue as one invocation reaches it. It may take a part of what it gets, and knows only about how much waits in it. */
export function sendToQueue(queue: ModelQueue, { operate, guess, refuses }: FunctionSurroundings): DueFixQueue {
  const down: Strike<never> = {
    kind: 'throttled',
    takesEffect: false,
    outcome: { fails: unavailable, afterMs: PATIENCE_MS },
  };
  return {
    waiting: () =>
      operate({
        service: 'queues',
        what: `count what waits in ${queue.id}`,
        effect: () => guess(queue.waiting().length),
        strikes: strikes(),
        down,
      }),
    send: (fixes) =>
      operate({
        service: 'queues',
        what: `send ${fixes.map(({ remediationId }) => remediationId).join(', ')}`,
        effect: () =>
          fixes.map((fix) => {
            if (refuses()) return false;
            queue.send(JSON.stringify(fix));
            return true;
          }),
        strikes: strikes(),
        down,
      }),
  };
}

/** The bucket of the reports as one invocation reaches it. @returns the text that stood there already */
export function putReport(files: Map<string, string>, { operate }: FunctionSurroundings) {
  return ({ key, body }: { key: string; body: string }): Promise<string | undefined> =>
    operate(
      fileWrite(key, () => {
        const before = files.get(key);
        files.set(key, before ?? body);
        return before;
      }),
    );
}

/** The tally of claims, in a bucket. */
export function tallyIn(files: Map<string, string>, { operate }: FunctionSurroundings): TallyFile {
  const key = 'tallies/claims.json';
  const read = fileAccess(`read ${key}`, () => files.get(key));
  return {
    async read() {
      const text = await operate(read);
      return text === undefined ? undefined : JSON.parse(text);
    },
    write: (tally) => operate<void>(fileWrite(key, () => void files.set(key, JSON.stringify(tally)))),
  };
}

/** A bucket that keeps what stands there. @returns whether the file was new */
export function putNewFile(files: Map<string, string>, { operate }: FunctionSurroundings) {
  return ({ key }: { key: string }): Promise<boolean> =>
    operate(
      fileWrite(key, () => {
        const isNew = !files.has(key);
        files.set(key, '');
        return isNew;
      }),
    );
}

const fileWrite = <Result>(key: string, effect: () => Result): Operation<Result> => fileAccess(`write ${key}`, effect);

function fileAccess<Result>(what: string, effect: () => Result): Operation<Result> {
  return {
    service: 'files',
    what,
    effect,
    strikes: strikes(),
    down: { kind: 'throttled', takesEffect: false, outcome: { fails: unavailable, afterMs: PATIENCE_MS } },
  };
}

function unavailable(): Error {
  return Object.assign(new Error('Service Unavailable'), { name: 'ServiceUnavailable' });
}
