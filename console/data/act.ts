import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

/** One thing that a person does, with what came of it. Never sent twice at the same time, and never shown as done before it is. */
export function useAct<Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) {
  const latest = useMemo(() => ({ run }), []);
  latest.run = run;
  return useMemo(() => {
    const isRunning = signal(false);
    const error = signal<Error | undefined>(undefined);
    return {
      isRunning,
      error,
      /** @returns what came of it; undefined when it failed, which `error` tells, or when it still runs */
      async act(...args: Args): Promise<Result | undefined> {
        if (isRunning.value) return undefined;
        isRunning.value = true;
        error.value = undefined;
        try {
          return await latest.run(...args);
        } catch (thrown) {
          error.value = thrown instanceof Error ? thrown : new Error(String(thrown));
          return undefined;
        } finally {
          isRunning.value = false;
        }
      },
    };
  }, []);
}
