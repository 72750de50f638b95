export type Task = { name: string; run: () => Promise<void> };

/**
 * Runs every task, whatever happens to the others, and then throws one error with all that failed.
 *
 * @param atOnce how many run at the same time, so that one that waits does not hold up the others
 * @throws AggregateError with an error for each failed task
 */
export async function runAll(tasks: AsyncIterable<Task> | Iterable<Task>, atOnce = 1): Promise<void> {
  const failures: Error[] = [];
  const waiting = inTurn(tasks);
  const work = async (): Promise<void> => {
    for await (const { name, run } of waiting) {
      try {
        await run();
      } catch (error) {
        failures.push(
          new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error }),
        );
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failures.length > 0) {
    throw new AggregateError(
      failures,
      `${failures.length} failed: ${failures.map(({ message }) => message).join('; ')}`,
    );
  }
}

/** Hands each task to whoever asks next. */
async function* inTurn(tasks: AsyncIterable<Task> | Iterable<Task>): AsyncGenerator<Task> {
  yield* tasks;
}
