export type Task = { name: string; run: () => Promise<void> };

/**
 * Runs every task, whatever happens to the others, and then throws one error with all that failed.
 *
 * @throws AggregateError with an error for each failed task
 */
export async function runAll(tasks: AsyncIterable<Task> | Iterable<Task>): Promise<void> {
  const failures: Error[] = [];
  for await (const { name, run } of tasks) {
    try {
      await run();
    } catch (error) {
      failures.push(new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error }));
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(
      failures,
      `${failures.length} failed: ${failures.map(({ message }) => message).join('; ')}`,
    );
  }
}
