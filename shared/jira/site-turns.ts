import type { Turns } from '../domain/ticket/turns.ts';
import { JiraConflict, JiraIssueMissing, JiraOutage, JiraRateLimited, JiraRefused } from './jira-errors.ts';

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
   * @param when `harmless twice`: to do it again does no harm, so the turn is given back however it ends
   * @throws JiraTurnTaken, and what `work` throws: where nobody knows what Jira did, the turn runs out by itself
   */
  readonly inTurn: <Done>(
    name: string,
    work: (stillOurs: () => void) => Promise<Done>,
    when?: 'once' | 'harmless twice',
  ) => Promise<Done>;
};

/** A request may wait so long for the limits of the site, beside the time for its answer. */
const WAIT_MS = 30_000;

/** Turns of one site that all functions share. @param timeoutMs of a request */
export function siteTurns(turns: Turns, timeoutMs: number, clock: () => number = Date.now): SiteTurns {
  const requestMs = timeoutMs + WAIT_MS;
  return {
    async inTurn(name, work, when = 'once') {
      const until = clock() + 2 * requestMs + timeoutMs;
      if (!(await turns.take(name, clock(), until))) throw new JiraTurnTaken(name);
      const stillOurs = (): void => {
        if (clock() + requestMs > until) throw new JiraTurnTaken(name);
      };
      try {
        const done = await work(stillOurs);
        await turns.end(name, until);
        return done;
      } catch (error) {
        // The error is what counts; a turn that cannot be given back runs out.
        if (when === 'harmless twice' || surelyDidNothing(error)) await turns.end(name, until).catch(() => undefined);
        throw error;
      }
    },
  };
}

/** An answer that says no, or a request that was never sent. */
const surelyDidNothing = (error: unknown): boolean =>
  [JiraRefused, JiraConflict, JiraRateLimited, JiraOutage, JiraIssueMissing, JiraTurnTaken].some(
    (kind) => error instanceof kind,
  );

/** For whoever is alone. */
export const EVERY_TURN: SiteTurns = { inTurn: (_name, work) => work(() => {}) };
