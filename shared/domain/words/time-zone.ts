import * as z from 'zod';

/**
 * A name of the IANA time zone database, as Scheduler takes it. Node knows the names; offsets such as +01:00, which it takes
 * as well, Scheduler refuses.
 */
export const TimeZone = z
  .string()
  .refine((name) => /^[A-Z]/.test(name) && !SHOUTED.test(name) && spelling(name) === name, {
    error: 'expected an IANA time zone name, such as Europe/Berlin, America/New_York or UTC',
  });

/** No name of the database has a word of four capitals or more: US/EASTERN is one that Node takes for US/Eastern. */
const SHOUTED = /(?<![A-Za-z])[A-Z]{4,}(?![A-Za-z\d])/;

/** Node ignores case, and may answer with another name of the same zone: only a name that differs in case is misspelt. */
function spelling(name: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
  } catch {
    return undefined;
  }
}
