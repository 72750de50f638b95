/** Timers that end together, so that a stopped simulator keeps no process alive. */
export function createTimers() {
  const pending = new Set<NodeJS.Timeout>();
  return {
    after(delayMs: number, run: () => void): void {
      const timer = setTimeout(() => {
        pending.delete(timer);
        run();
      }, delayMs);
      pending.add(timer);
    },

    clear(): void {
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}

export type Timers = ReturnType<typeof createTimers>;
