import { isTicketed } from '../../../shared/domain/remediation/remediation.ts';
import type { Random } from '../../faults/weather/random.ts';
import type { FixBooks } from '../books.ts';
import { DAY, HOUR, MINUTE } from '../truth/spans.ts';
import type { Year } from './year.ts';

/** People close a ticket, and close it again when Holdfast reopened it: mostly within days, some late, some never; and a bot at once. */
export function workOnTicket(
  { timeline, holdfast, end, weather }: Year,
  books: FixBooks,
  random: Random,
  approvedAt: number,
): void {
  const isBot = random.chance(weather.bots);
  const closeLater = (): void => {
    if (isBot) {
      timeline.after(random.integer(HOUR, 12 * HOUR), close);
      return;
    }
    if (random.chance(0.02)) return;
    const wait = random.chance(0.05) ? random.integer(30 * DAY, 80 * DAY) : random.integer(DAY, 10 * DAY);
    timeline.after(wait, close);
  };
  const close = (): void => {
    const fix = books.shown.at(-1)?.fix;
    // Its ticket is not there yet, or Holdfast is just moving it.
    if (fix === undefined || !isTicketed(fix) || fix.state !== 'open') {
      timeline.after(HOUR, close);
      return;
    }
    const { key, issueId } = fix.ticket;
    books.truth.close(timeline.nowMs(), isBot);
    books.closings.push(timeline.nowMs());
    holdfast.board.finish(key);
    // A webhook may be lost: then the sweep finds it.
    if (!random.chance(0.05)) timeline.after(1_000 + random.mostlyShort(2 * MINUTE), () => holdfast.tell(issueId));
    waitForReopening(fix.reopenCount);
  };
  const waitForReopening = (before: number): void => {
    if (timeline.nowMs() >= end) return;
    timeline.after(6 * HOUR, () => {
      const fix = books.shown.at(-1)?.fix;
      if (fix?.state === 'open' && fix.reopenCount > before) closeLater();
      else waitForReopening(before);
    });
  };
  timeline.at(approvedAt, closeLater);
}
