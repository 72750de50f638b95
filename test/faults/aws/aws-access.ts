import type { BusEntry } from '../../../functions/publish-events/handler.ts';
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

/** A bucket as one invocation reaches it. What is in the files is the business of other tests. */
export function putFile(files: Set<string>, { operate }: FunctionSurroundings) {
  return ({ key }: { key: string }): Promise<void> => operate<void>(fileWrite(key, () => void files.add(key)));
}

/** A bucket that keeps what stands there. @returns whether the file was new */
export function putNewFile(files: Set<string>, { operate }: FunctionSurroundings) {
  return ({ key }: { key: string }): Promise<boolean> =>
    operate(
      fileWrite(key, () => {
        const isNew = !files.has(key);
        files.add(key);
        return isNew;
      }),
    );
}

function fileWrite<Result>(key: string, effect: () => Result): Operation<Result> {
  return {
    service: 'files',
    what: `write ${key}`,
    effect,
    strikes: strikes(),
    down: { kind: 'throttled', takesEffect: false, outcome: { fails: unavailable, afterMs: PATIENCE_MS } },
  };
}

function unavailable(): Error {
  return Object.assign(new Error('Service Unavailable'), { name: 'ServiceUnavailable' });
}
