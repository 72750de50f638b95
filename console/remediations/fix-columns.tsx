import type { Column } from '../lists/long-table.tsx';
import { Due } from '../marks/due.tsx';
import { StandingMark } from '../marks/standing-mark.tsx';
import { markOf } from '../marks/standings.ts';
import { TlpMark } from '../marks/tlp.tsx';
import { WordMark } from '../marks/word-mark.tsx';
import { to } from '../router/to.ts';
import type { AnyFixLine } from './read-fixes.ts';
import { TicketLink } from './ticket-link.tsx';

/** A fix of which nothing more is waited for. */
const isOver = (line: AnyFixLine) => ['verified', 'accepted', 'cancelled'].includes(line.state);

/** Columns of the table of fixes. */
export const FIX_COLUMNS: readonly Column<AnyFixLine>[] = [
  { head: 'Stands', as: 'mark', cell: (line) => <StandingMark mark={markOf(line)} /> },
  {
    head: 'Fix',
    as: 'main',
    cell: (line) => (
      <a href={to.fix(line.postMortemId, line.id)}>
        {'title' in line ? (
          <bdi>{line.title}</bdi>
        ) : (
          <span class="hatched">Restricted: your look will be in the log. {line.id}</span>
        )}
      </a>
    ),
  },
  { head: 'TLP', as: 'tlp', cell: (line) => <TlpMark tlp={line.tlp} /> },
  { head: 'Team', as: 'team', cell: (line) => ('title' in line ? <bdi>{line.ownerTeam}</bdi> : null) },
  {
    head: 'Priority',
    as: 'word',
    cell: (line) => ('title' in line ? <WordMark words={line.priority} tone={line.priority} /> : null),
  },
  { head: 'Due', as: 'due', cell: (line) => ('title' in line ? <Due at={line.dueAt} isOver={isOver(line)} /> : null) },
  {
    head: 'Ticket, incident',
    as: 'key',
    cell: (line) =>
      'title' in line ? (
        <span class="fix-keys">
          {line.ticket === undefined ? null : <TicketLink ticket={line.ticket} />}
          <a href={to.record(line.postMortemId)}>{line.incident}</a>
        </span>
      ) : null,
  },
];
