import { type Cause, recorded } from '../domain/events/recorded-event.ts';
import { downBetween } from '../domain/verification/intake-down.ts';
import { readBeats, writeBeats } from '../store/inbox/intake-beats.ts';
import type { Table } from '../store/table.ts';

/** Times that are remembered, the newest: old ones lie before the evidence that a verdict still asks for. */
const MOST_DOWNS = 100;

export type IntakeBeatDependencies = { table: Table; now: () => string; newId: () => string };

/** How often a signal that was taken in is noted as a beat, by each instance that takes signals in. */
const SIGN_EVERY_MS = 300_000;

/**
 * Notes by the signals that are taken in that the intake is up, so that it is not called down while only the scheduler's call is
 * missing. They do not begin it: an installation without the scheduler's beats knows nothing of its intake.
 *
 * @returns a function for each signal: it reads and writes at most once in five minutes
 */
export function signsOfLife(deps: IntakeBeatDependencies): (cause: Cause) => Promise<void> {
  let notedAt = Number.NEGATIVE_INFINITY;
  return async (cause) => {
    const nowMs = Date.parse(deps.now());
    if (nowMs - notedAt < SIGN_EVERY_MS) return;
    notedAt = nowMs;
    const before = await readBeats(deps.table);
    if (before === undefined || nowMs - Date.parse(before.lastAt) < SIGN_EVERY_MS) return;
    await beatIntake(deps, cause);
  };
}

/**
 * Notes that the intake of evidence is up. Where it was down before, that is told once, and silence of that time is held against no
 * fix.
 *
 *     · · · ·                    · · ·
 *           └─ over 15 minutes ──┘  down
 *
 * @returns how long it had been down, in milliseconds; undefined when it had not been
 */
export async function beatIntake(
  { table, ...deps }: IntakeBeatDependencies,
  cause: Cause,
): Promise<number | undefined> {
  const before = await readBeats(table);
  const lastAt = deps.now();
  if (before !== undefined && Date.parse(before.lastAt) >= Date.parse(lastAt)) return undefined;
  const down = before === undefined ? undefined : downBetween(before.lastAt, lastAt);
  if (down === undefined) {
    await writeBeats(table, before, { lastAt, downs: before?.downs ?? [] }, undefined);
    return undefined;
  }
  const event = recorded({ type: 'Evidence Intake Was Down', data: down }, 'holdfast', cause, deps);
  const downs = [...(before?.downs ?? []), down].slice(-MOST_DOWNS);
  const isWritten = await writeBeats(table, before, { lastAt, downs }, { from: down.from, event });
  return isWritten ? Date.parse(down.to) - Date.parse(down.from) : undefined;
}
