/** Longest that is waited for one call, in all: a minute is what the API counts by. */
const PATIENCE_MS = 65_000;

export type Patience = {
  /** Longest wait in all, in milliseconds; 0 never waits. */
  readonly patienceMs?: number;
  /** Told of each wait before it begins. */
  readonly waiting?: (seconds: number) => void;
  readonly wait?: (ms: number) => Promise<void>;
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/**
 * Sends a request again when the API asks to wait (429): nothing was done by then, whatever the method was. It waits as long as
 * `Retry-After` says, a second where nothing is said, and gives the refusal back rather than wait longer in all than it may.
 *
 * @param send the same request, each time anew
 */
export async function patiently(
  send: () => Promise<Response>,
  { patienceMs = PATIENCE_MS, waiting = () => {}, wait = sleep }: Patience = {},
): Promise<Response> {
  let waitedMs = 0;
  for (;;) {
    const response = await send();
    const seconds = Number(response.headers.get('retry-after') ?? 1);
    const ms = Number.isFinite(seconds) ? Math.max(seconds, 1) * 1_000 : Number.POSITIVE_INFINITY;
    if (response.status !== 429 || waitedMs + ms > patienceMs) return response;
    waitedMs += ms;
    await response.body?.cancel();
    waiting(ms / 1_000);
    await wait(ms);
  }
}
