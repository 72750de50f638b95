import * as z from 'zod';
import { Instant } from '../domain/words/identifiers.ts';
import { Author } from '../domain/words/person.ts';
import { ReportKind } from '../domain/words/report-name.ts';

/** A report that somebody asks for, beside those that the schedule brings. */
export const AskedReport = z.object({
  kind: ReportKind,
  /** When it was asked for. The report tells of that moment, and is named by it, so that whoever asks knows where it will be. */
  at: Instant,
  isMailed: z.boolean(),
  by: Author,
});
export type AskedReport = z.infer<typeof AskedReport>;

/** Run under which it is remembered: a repeat of it makes and mails nothing. */
export const runOf = ({ at, isMailed }: Pick<AskedReport, 'at' | 'isMailed'>): string =>
  `asked ${at}${isMailed ? ' by mail' : ''}`;
