import type { ComponentChildren } from 'preact';
import { timeInWords } from '../../marks/time.tsx';
import { startOf } from '../../parts/start-of.ts';
import { zone } from '../../shell/preferences.ts';
import { FromTicket } from '../from-ticket.tsx';
import type { Entry } from './entries.ts';
import { KindMark } from './kinds.tsx';

type EntryRowProps = {
  entry: Entry;
  /** The day that begins with it. */
  day: string | undefined;
  gap: { words: string; isLong: boolean } | undefined;
  /** Before its time: by what it is chosen or moved. */
  lead?: ComponentChildren;
  isDragged?: boolean;
  /** Of an entry of the ticket: another one says what is right. */
  isSetRight?: boolean;
  onBetween?: () => void;
  onChange?: () => void;
  onRemove?: () => void;
};

/** An entry: its time, what happened, and what shows it. */
export function EntryRow({ entry, day, gap, lead, onBetween, onChange, onRemove, ...states }: EntryRowProps) {
  const { isDragged = false, isSetRight = false } = states;
  const isFromTicket = entry.origin === 'ticket';
  return (
    <>
      {day === undefined ? null : (
        <li class="timeline-day">
          <h3>{day}</h3>
        </li>
      )}
      {gap === undefined ? null : (
        <li class={gap.isLong ? 'timeline-gap timeline-gap-long' : 'timeline-gap'}>
          <span>{gap.isLong ? `${gap.words} of which nothing is known. Is that so?` : `+ ${gap.words}`}</span>
          {onBetween === undefined ? null : (
            <button type="button" class="timeline-between" onClick={onBetween}>
              + between
            </button>
          )}
        </li>
      )}
      <li class={isDragged ? 'timeline-entry timeline-dragged' : 'timeline-entry'} id={`entry-${entry.id}`}>
        <div class="timeline-when">
          {lead}
          <EntryTime entry={entry} />
        </div>
        <KindMark kind={entry.kind} />
        <div class="timeline-what">
          <p>
            <bdi>{entry.what}</bdi>
          </p>
          <p class="quiet small row">
            {entry.milestone === undefined ? null : <strong>{milestoneInWords(entry.milestone)}</strong>}
            {entry.role === undefined ? null : <span>by {entry.role}</span>}
            {entry.evidencedBy === undefined ? null : <span>shown by {entry.evidencedBy}</span>}
            {entry.corrects === undefined ? null : <span>sets an entry of the ticket right</span>}
            {isFromTicket ? <FromTicket /> : null}
            {isFromTicket ? (
              <span>{isSetRight ? 'set right by an entry beside it' : 'it stays as it came'}</span>
            ) : null}
            {entry.isRestricted === true ? <span>shown to some readers of the ticket only</span> : null}
          </p>
        </div>
        {onChange === undefined ? null : (
          <div class="timeline-acts">
            <button
              type="button"
              class="button button-plain"
              aria-label={`${isFromTicket ? 'Set right' : 'Correct'}: ${startOf(entry.what, 60)}`}
              onClick={onChange}
            >
              {isFromTicket ? 'Set right' : 'Correct'}
            </button>
            {isFromTicket ? null : (
              <button
                type="button"
                class="button button-plain"
                aria-label={`Remove: ${startOf(entry.what, 60)}`}
                onClick={onRemove}
              >
                Remove
              </button>
            )}
          </div>
        )}
      </li>
    </>
  );
}

const milestoneInWords = (milestone: string) => (milestone === 'began' ? 'it began' : milestone);

function EntryTime({ entry: { at, precision } }: { entry: Entry }) {
  const isRough = precision === 'day' || precision === 'month' || precision === 'year';
  return (
    <time class="timeline-time" dateTime={at} title={at}>
      {isRough
        ? `some time in the ${precision}`
        : `${precision === 'hour' ? '~ ' : ''}${timeInWords(at, 'clock').replace(' UTC', '')}`}
      {zone.value === 'UTC' || isRough ? null : <span class="quiet small"> {at.slice(11, 16)}Z</span>}
    </time>
  );
}
