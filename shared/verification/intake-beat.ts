import { type Cause, recorded } from '../domain/events/recorded-event.ts';
import { downBetween, type IntakeDown } from '../domain/verification/intake-down.ts';
import { readBeats, writeBeats } from '../store/inbox/intake-beats.ts';
import type { Table } from '../store/table.ts';

/** Times that are remembered, the longest: short ones put silence off by little. */
const MOST_DOWNS = 50;

export type IntakeBeatDependencies = { table: Table; now: () => string; newId: () => string };

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
  const downs = longestOf([...(before?.downs ?? []), down]);
  const isWritten = await writeBeats(table, before, { lastAt, downs }, { from: down.from, event });
  return isWritten ? Date.parse(down.to) - Date.parse(down.from) : undefined;
}

const longestOf = (downs: readonly IntakeDown[]): IntakeDown[] =>
  downs
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, MOST_DOWNS)
    .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));

const lengthOf = ({ from, to }: IntakeDown): number => Date.parse(to) - Date.parse(from);
