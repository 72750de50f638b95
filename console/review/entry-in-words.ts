import { fixOf } from '../fix/told.ts';
import { wordsOfEntry } from '../fix/words-of-entry.ts';
import { timeInWords } from '../marks/time-in-words.ts';
import { sectionInWords } from './path-words.ts';
import type { LogEntry } from './record-log.ts';

/** What entries of the log tell of a record, by docs/events.md. */
type ToldOfRecord = {
  section?: string;
  kind?: string;
  part?: { kind?: string; content?: Named };
  rootCause?: Named;
  factor?: Named;
  recommendation?: Named & { declinedBecause?: string; acceptance?: { until: string; compensatingControl: string } };
  remediation?: { title?: string };
  entry?: { what?: string };
  entries?: unknown[];
  reason?: string;
  because?: string;
  revision?: number;
  stillNeeded?: number;
  severity?: string;
  category?: string;
  tlp?: string;
  dueAt?: string;
  until?: string;
  text?: string;
  path?: string;
  inReplyTo?: string;
  hints?: unknown[];
  purpose?: string;
  status?: string;
  into?: string;
  other?: string;
  what?: string;
  document?: string;
};
type Named = { title?: string; statement?: string; what?: string; name?: string; recipient?: string };

/** What an entry of the log says, in a line, and in whose words where somebody gave some. */
export function entryInWords(
  entry: LogEntry,
  fixTitles: ReadonlyMap<string, string>,
): { line: string; said?: string | undefined } {
  const told = entry.data as ToldOfRecord;
  const fix = fixOf(entry);
  if (fix !== undefined && entry.type !== 'Recommendation Approved') {
    const words = wordsOfEntry(entry, false);
    const title = fixTitles.get(fix) ?? 'a fix';
    return words === undefined
      ? { line: `${entry.type}: ${title}` }
      : { line: `Fix “${title}”: ${words.head.toLowerCase()}`, said: words.words };
  }
  return wordsOfRecordEntry(entry.type, told) ?? wordsOfContentEntry(entry.type, told) ?? { line: entry.type };
}

function wordsOfRecordEntry(
  type: LogEntry['type'],
  told: ToldOfRecord,
): { line: string; said?: string | undefined } | undefined {
  switch (type) {
    case 'Post-Mortem Opened':
      return { line: 'opened the record' };
    case 'Post-Mortem Submitted':
      return { line: `handed it in for approval, revision ${told.revision ?? '?'}` };
    case 'Approval Given':
      return { line: `approved revision ${told.revision ?? '?'}; ${told.stillNeeded ?? 'more'} more to approve` };
    case 'Post-Mortem Approved':
      return { line: `approved revision ${told.revision ?? '?'}: the record is approved` };
    case 'Post-Mortem Returned':
      return { line: 'returned it to its authors', said: told.reason };
    case 'Post-Mortem Closed':
      return { line: 'closed it: every fix and every lesson is settled' };
    case 'Post-Mortem Resumed':
      return { line: 'took it up again', said: told.because };
    case 'Post-Mortem Carried On':
      return { line: 'carried it on: the incident came back' };
    case 'Post-Mortem Waived':
      return { line: 'waived it: no post-mortem is needed', said: told.reason };
    case 'Post-Mortem Merged':
      return { line: 'merged it into another record', said: told.reason };
    case 'Post-Mortem Absorbed':
      return { line: 'merged another record of the incident into it' };
    case 'Record Classified':
      return { line: `set ${classified(told)}` };
    case 'Recommendation Approved':
      return { line: `approved the recommendation “${told.recommendation?.title ?? ''}”` };
    case 'Recommendation Declined':
      return {
        line: `declined the recommendation “${told.recommendation?.title ?? ''}”`,
        said: told.recommendation?.declinedBecause,
      };
    case 'Recommendation Risk Accepted':
      return {
        line: `put off the recommendation “${told.recommendation?.title ?? ''}” until ${timeInWords(told.recommendation?.acceptance?.until ?? '', 'day')}`,
        said: told.recommendation?.acceptance?.compensatingControl,
      };
    case 'Incident Ticket Linked':
      return { line: 'linked it in the ticket of the incident' };
    default:
      return undefined;
  }
}

function classified({ kind, category, severity, tlp, dueAt }: ToldOfRecord): string {
  const due = dueAt === undefined ? undefined : timeInWords(dueAt, 'day');
  const set = { kind, category, severity, 'TLP mark': tlp, 'due date': due };
  return Object.entries(set)
    .flatMap(([name, value]) => (value === undefined ? [] : [`the ${name} to ${value}`]))
    .join(', ');
}

function wordsOfContentEntry(
  type: LogEntry['type'],
  told: ToldOfRecord,
): { line: string; said?: string | undefined } | undefined {
  const named = nameOfPart(told.part?.content ?? told.recommendation ?? told.rootCause ?? told.factor);
  switch (type) {
    case 'Section Written':
      return { line: `wrote in ${sectionInWords(told.section ?? '')}` };
    case 'Root Cause Added':
      return { line: 'named a root cause', said: named };
    case 'Contributing Factor Added':
      return { line: 'named a contributing factor', said: named };
    case 'Recommendation Proposed':
      return { line: `proposed “${named ?? ''}”` };
    case 'Part Added':
      return { line: `added: ${told.part?.kind ?? 'a part'}`, said: named };
    case 'Part Changed':
      return { line: `rewrote: ${told.part?.kind ?? 'a part'}`, said: named };
    case 'Part Removed':
      return { line: `took out: ${told.kind ?? 'a part'}` };
    case 'Timeline Entry Added':
      return { line: 'added to the timeline', said: told.entry?.what };
    case 'Timeline Entries Added':
      return { line: `added ${told.entries?.length ?? 'several'} entries to the timeline` };
    case 'Timeline Entry Changed':
      return { line: 'corrected the timeline', said: told.entry?.what };
    case 'Timeline Entry Removed':
      return { line: 'took out of the timeline', said: told.entry?.what };
    case 'Comment Added':
      return {
        line: told.inReplyTo === undefined ? `commented on ${placeOfComment(told.path)}` : 'answered a comment',
        said: told.text,
      };
    case 'Comment Changed':
      return { line: 'rewrote a comment', said: told.text };
    case 'Comment Resolved':
      return { line: 'settled a comment' };
    case 'Comment Reopened':
      return { line: 'took a comment up again' };
    case 'Hints Dismissed':
      return { line: `left ${told.hints?.length ?? 'some'} hints unanswered`, said: told.because };
    case 'Evidence Opened':
      return { line: 'opened a piece of evidence', said: told.purpose };
    case 'Lesson Claim Refused':
    case 'Lesson No Longer Holds':
    case 'Temporary Measure Extended':
      return { line: type, said: told.reason ?? told.because };
    default:
      return undefined;
  }
}

const nameOfPart = (part: Named | undefined): string | undefined =>
  part?.title ?? part?.statement ?? part?.what ?? part?.name ?? part?.recipient;

function placeOfComment(path = ''): string {
  const [place = '', name = ''] = path.split('.');
  return place === 'sections' ? sectionInWords(name) : sectionInWords(place);
}
