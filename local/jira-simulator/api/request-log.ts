import type { InjectedFault } from '../webhooks/faults.ts';

/** A request to the REST API as it arrived, and what it got. Credentials are not kept. */
export type LoggedRequest = {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly requestBody: unknown;
  /** Status of the answer; `undefined` while, or for ever if, there is none. */
  readonly status: number | undefined;
  readonly responseBody: unknown;
  /** The fault that struck it. */
  readonly fault: InjectedFault['kind'] | undefined;
};

type Entry = { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] };

export function createRequestLog() {
  const entries: Entry[] = [];
  let waiting: ((request: LoggedRequest) => void)[] = [];

  return {
    begin(request: Pick<LoggedRequest, 'at' | 'method' | 'path' | 'query' | 'requestBody' | 'fault'>) {
      const entry: Entry = { ...request, status: undefined, responseBody: undefined };
      entries.push(entry);
      return {
        answered(status: number, responseBody: unknown): void {
          entry.status = status;
          entry.responseBody = responseBody;
        },

        dealtWith(): void {
          const woken = waiting;
          waiting = [];
          for (const resolve of woken) resolve({ ...entry });
        },
      };
    },

    /** Resolves when the next request has been dealt with: answered, or had its effect and is left without an answer. */
    next(): Promise<LoggedRequest> {
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },

    count: (): number => entries.length,

    all(): LoggedRequest[] {
      return entries.map((entry) => ({ ...entry }));
    },

    clear(): void {
      entries.length = 0;
    },
  };
}

export type RequestLog = ReturnType<typeof createRequestLog>;
