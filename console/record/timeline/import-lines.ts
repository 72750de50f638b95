import type { Entry, Written } from './entries.ts';
import { isNotMade } from './is-not-made.ts';
import type { Line } from './paste/lines.ts';

/** Entries that the API takes together: all of them, or none. */
const AT_ONCE = 50;

/** How far a paste has come into the record. */
export type Progress = {
  /** Lines that are made, as they were sent. */
  lines: ReadonlyMap<number, Line>;
  entries: readonly Entry[];
  /** Sent, while nobody knows whether it was made: it goes again as it was, under its own key, before anything else. */
  open?: { key: string; lines: readonly Line[] };
};

export const NOTHING_SENT: Progress = { lines: new Map(), entries: [] };

type Doors = {
  addAll: (entries: Written[], key: string) => Promise<Entry[]>;
  newKey: () => string;
  /** Told at each step. */
  keep: (progress: Progress) => void;
};

/** Sends the lines that are not made yet, batch by batch. What was made stays made when a later batch is refused. */
export async function importLines(taken: readonly Line[], before: Progress, doors: Doors): Promise<Progress> {
  let progress = before;
  const step = (next: Progress) => {
    progress = next;
    doors.keep(next);
  };
  for (;;) {
    const { lines, entries, open } = progress;
    const next = open?.lines ?? taken.filter(({ line }) => !lines.has(line)).slice(0, AT_ONCE);
    if (next.length === 0) return progress;
    const batch = open ?? { key: doors.newKey(), lines: next };
    if (open === undefined) step({ lines, entries, open: batch });
    try {
      const made = await doors.addAll(batch.lines.map(writtenFrom), batch.key);
      step({
        lines: new Map([...lines, ...batch.lines.map((line): [number, Line] => [line.line, line])]),
        entries: [...entries, ...made],
      });
    } catch (error) {
      if (isNotMade(error, open !== undefined)) step({ lines, entries });
      throw error;
    }
  }
}

/** A line that is made, or may be, stays as it was sent, whatever is changed meanwhile. */
export function asSent(line: Line, { lines, open }: Progress): Line {
  const made = lines.get(line.line);
  if (made !== undefined) return { ...made, isTaken: false, isFixed: true, remarks: ['is in the timeline'] };
  const sent = open?.lines.find((one) => one.line === line.line);
  return sent === undefined ? line : { ...sent, isFixed: true, remarks: ['was sent, and no answer came'] };
}

const writtenFrom = ({ at, what, kind, role }: Line): Written => ({
  at: at ?? '',
  what,
  kind,
  ...(role === '' ? {} : { role }),
});
