import type { Turns } from '../domain/ticket/turns.ts';

/** Another run has the turn, or ours took too long. Nothing was written; the next time what is to be said may be there. */
export class JiraTurnTaken extends Error {
  constructor(name: string) {
    super(`another run may be writing ${name}; nothing was written, and it is to be tried again`);
    this.name = 'JiraTurnTaken';
  }
}

export type SiteTurns = {
  /**
   * Does something while nobody else does it.
   *
   * @param work calls `stillOurs` before it writes, which throws when there is no time left to do so
   * @throws JiraTurnTaken, and what `work` throws: the turn runs out then, since nobody knows what was done
   */
  readonly inTurn: <Done>(name: string, work: (stillOurs: () => void) => Promise<Done>) => Promise<Done>;
};

/** A request may wait so long for the limits of the site, beside the time for its answer. */
const WAIT_MS = 30_000;

/** Turns of one site that all functions share. @param timeoutMs of a request */
export function siteTurns(turns: Turns, timeoutMs: number, clock: () => number = Date.now): SiteTurns {
  const requestMs = timeoutMs + WAIT_MS;
  return {
    async inTurn(name, work) {
      const until = clock() + 2 * requestMs + timeoutMs;
      if (!(await turns.take(name, clock(), until))) throw new JiraTurnTaken(name);
      const done = await work(() => {
        if (clock() + requestMs > until) throw new JiraTurnTaken(name);
      });
      await turns.end(name, until);
      return done;
    },
  };
}

/** For whoever is alone. */
export const EVERY_TURN: SiteTurns = { inTurn: (_name, work) => work(() => {}) };
