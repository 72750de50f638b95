const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type EndingSignal = keyof typeof EXIT_CODES;
const ENDING_SIGNALS: readonly EndingSignal[] = ['SIGHUP', 'SIGINT', 'SIGTERM'];

/** Somebody ended the program: Ctrl-C (SIGINT), SIGTERM, or the terminal was closed (SIGHUP). */
export class Interrupted extends Error {
  /** Exit code of a shell: 128 and the number of the signal. */
  readonly exitCode: number;

  constructor(name: EndingSignal) {
    super(`ended by ${name}`);
    this.name = 'Interrupted';
    this.exitCode = EXIT_CODES[name];
  }
}

/**
 * Aborted with `Interrupted` at the first Ctrl-C, SIGTERM or SIGHUP, so that whatever is under way is taken down in order. At the
 * second, this process ends at once; leashed processes end with it.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ENDING_SIGNALS) {
    process.on(name, () => {
      const reason = new Interrupted(name);
      if (controller.signal.aborted) process.exit(reason.exitCode);
      controller.abort(reason);
    });
  }
  return controller.signal;
}

/** @throws the reason when `signal` is aborted; never answers otherwise */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/**
 * Runs a program of a person until it is done, fails, or is interrupted; then this process ends. Its exit code says which.
 *
 * @param work cleans up behind itself, also when `signal` is aborted
 */
export async function runInterruptibly(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const signal = interruption();
  try {
    await work(signal);
  } catch (error) {
    if (!signal.aborted) {
      console.error(`\n${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
      return;
    }
  }
  if (signal.aborted) {
    console.error('\nEnded. Nothing of it runs any more.');
    // What still waits for an answer of something that is gone would wait in vain.
    process.exit(signal.reason instanceof Interrupted ? signal.reason.exitCode : 1);
  }
}
