import * as z from 'zod';
import { Instant, PartId } from '../../words/identifiers.ts';
import { HttpLink, STORED, type Words, WRITTEN } from '../../words/words.ts';

/** Duties to report with a clock of their own, and the others. */
export const REGIMES = [
  'NIS2',
  'DORA',
  'GDPR',
  'SEC 8-K',
  'sector regulator',
  'law enforcement',
  'contract',
  'partner',
  'ISAC',
  'customers',
  'public',
] as const;

/** Something that has to be told, or was told, to somebody outside. */
export const notification = (words: Words) =>
  z.strictObject({
    regime: z.enum(REGIMES),
    stage: z.enum(['early warning', 'notification', 'intermediate report', 'final report', 'disclosure']),
    recipient: words.line,
    /** Start of this stage's clock: awareness, classification, the stage before; see `notificationDueAt`. */
    clockStartedAt: Instant.optional(),
    /** Deadline, where no law sets one or another date was agreed. */
    dueAt: Instant.optional(),
    sentAt: Instant.optional(),
    reference: words.line.optional(),
    url: HttpLink.optional(),
  });
export const NotificationDraft = notification(WRITTEN);
export type NotificationDraft = z.infer<typeof NotificationDraft>;
export const Notification = notification(STORED).extend({
  id: PartId,
  /** The deadline that was announced; a new one is announced again. */
  announcedDueAt: Instant.optional(),
});
export type Notification = z.infer<typeof Notification>;

/** The deadline that is still to be kept; undefined where there is none, or somebody was told. */
export function openDeadlineOf(one: Notification): string | undefined {
  return one.sentAt === undefined ? notificationDueAt(one) : undefined;
}

const HOUR_MS = 3_600_000;

/**
 * Time by which it has to be told; undefined where no law gives the stage a time, or its clock has not started.
 *
 * - NIS2, Directive (EU) 2022/2555 Art. 23(4): early warning 24 hours and notification 72 hours after becoming aware,
 *   final report one month after the notification.
 * - DORA, Delegated Regulation (EU) 2025/301 Art. 5: notification 4 hours after the classification as major, intermediate
 *   report 72 hours after the notification, final report one month after the intermediate report.
 * - GDPR, Regulation (EU) 2016/679 Art. 33(1): 72 hours after becoming aware.
 * - SEC Form 8-K, Item 1.05: four business days after the incident was determined to be material.
 */
export function notificationDueAt({ regime, stage, clockStartedAt, dueAt }: NotificationDraft): string | undefined {
  if (dueAt !== undefined || clockStartedAt === undefined) return dueAt;
  switch (`${regime}, ${stage}`) {
    case 'NIS2, early warning':
      return hoursAfter(clockStartedAt, 24);
    case 'NIS2, notification':
    case 'GDPR, notification':
    case 'DORA, intermediate report':
      return hoursAfter(clockStartedAt, 72);
    case 'DORA, notification':
      return hoursAfter(clockStartedAt, 4);
    case 'NIS2, final report':
    case 'DORA, final report':
      return oneMonthAfter(clockStartedAt);
    case 'SEC 8-K, disclosure':
      return businessDaysAfter(clockStartedAt, 4);
    default:
      return undefined;
  }
}

const hoursAfter = (at: string, hours: number): string => new Date(Date.parse(at) + hours * HOUR_MS).toISOString();

/** Same day of the next month, or its last day where that month is shorter. */
function oneMonthAfter(at: string): string {
  const start = new Date(at);
  const next = new Date(start);
  next.setUTCMonth(start.getUTCMonth() + 1);
  if (next.getUTCDate() !== start.getUTCDate()) next.setUTCDate(0);
  return next.toISOString();
}

/** Monday to Friday. Holidays are not known here, so the true date may be later, never earlier. */
function businessDaysAfter(at: string, days: number): string {
  const date = new Date(at);
  for (let left = days; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) left -= 1;
  }
  return date.toISOString();
}
