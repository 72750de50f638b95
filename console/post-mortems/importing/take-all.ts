import { Refusal } from '../../data/refusal.ts';

type TakeAllParts<One> = {
  take: (one: One) => Promise<void>;
  /** Told the seconds before it waits, and undefined when it goes on. */
  waits: (seconds: number | undefined) => void;
  stopped: AbortSignal;
  /** Those that the API could not answer at their last try, in this run or one before. */
  unanswered: Set<One>;
  /** Told one that it cannot answer twice: it would keep all others out. */
  passOver: (one: One) => void;
  /** Ends sooner when it is stopped. */
  pause?: (seconds: number, stopped: AbortSignal) => Promise<void>;
};

/** Where the API does not say how long to wait. */
const WAIT_SECONDS = 5;

/**
 * Takes one after the other until it is stopped. When the calls of a minute are used up, it waits as long as the API asks, and goes on
 * with the same one.
 *
 * @throws what `take` throws otherwise, but for the second failure of the API with the same one
 */
export async function takeAll<One>(
  all: readonly One[],
  { take, waits, stopped, unanswered, passOver, pause = paused }: TakeAllParts<One>,
): Promise<void> {
  for (const one of all) {
    for (;;) {
      if (stopped.aborted) return;
      const seconds = await secondsToWait(() => takeOrPassOver(one, { take, unanswered, passOver }));
      if (seconds === undefined) break;
      waits(seconds);
      await pause(seconds, stopped);
      waits(undefined);
    }
  }
}

async function takeOrPassOver<One>(
  one: One,
  { take, unanswered, passOver }: Pick<TakeAllParts<One>, 'take' | 'unanswered' | 'passOver'>,
): Promise<void> {
  try {
    await take(one);
    unanswered.delete(one);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status < 500) throw error;
    if (unanswered.delete(one)) return passOver(one);
    unanswered.add(one);
    throw error;
  }
}

/** @returns undefined when it was taken */
async function secondsToWait(take: () => Promise<void>): Promise<number | undefined> {
  try {
    await take();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 429) throw error;
    return Math.max(1, error.retryAfter ?? WAIT_SECONDS);
  }
}

function paused(seconds: number, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stopped.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1_000);
    stopped.addEventListener('abort', end);
  });
}
