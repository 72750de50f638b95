import { to } from '../router/to.ts';

const RECORD = /(?:^|[/=#])([0-7][0-9A-HJKMNP-TV-Z]{25})\/?$/;

/** Where a link of a report leads from here. A record opens in the console, wherever the report was made to lead; what is no web address leads nowhere. */
export function webLink({ text, url }: { text: string; url: string }): string | undefined {
  const record = text === 'Record' ? RECORD.exec(url)?.[1] : undefined;
  if (record !== undefined) return to.record(record);
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}
