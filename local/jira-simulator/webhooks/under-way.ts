/** Counter of the work that is under way, for those who wait until there is none. */
export function createUnderWay() {
  let count = 0;
  let waiting: (() => void)[] = [];

  return {
    begin(): void {
      count += 1;
    },

    end(): void {
      count -= 1;
      if (count === 0) wake();
    },

    /** Resolves when nothing is under way. */
    settled(): Promise<void> {
      if (count === 0) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },

    /** Forgets what is under way: nobody will end it any more. */
    abandon(): void {
      count = 0;
      wake();
    },
  };

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  }
}
