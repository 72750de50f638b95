import { subjectInWords } from '../domain/verification/check-in-words.ts';
import type { CheckResult } from '../domain/verification/check-result.ts';
import type { Check } from '../domain/verification/plan.ts';
import { shortened } from '../domain/words/shorten.ts';
import { proseRuns } from './prose.ts';
import { link, strong, type TextRun, text } from './ticket-text.ts';

/** A check for the engineer who has the ticket: what it asks of it. */
export function checkInTicket(check: Check): TextRun[] {
  switch (check.kind) {
    case 'signal':
      return [strong('Signal: '), text(`${subjectInWords(check)} must pass`)];
    case 'attestation':
      return [
        strong('Attestation: '),
        text('somebody other than the assignee attests: '),
        ...proseRuns(check.statement),
      ];
    case 'ticket state':
      return [strong('Ticket: '), text('this ticket must still be done')];
  }
}

/** Jira takes 32,767 characters in a text; ten checks, each with its reason, stay far below. */
const REASON_LIMIT = 2_000;

/** What came of a check, with the evidence. */
export function resultInTicket({ outcome, check, because, evidence }: CheckResult): TextRun[] {
  const seen = evidence.flatMap(({ at, url }) => [text(' · '), url === undefined ? text(at) : link(at, url)]);
  return [strong(`${outcome}: `), ...checkInTicket(check), text(` — ${shortened(because, REASON_LIMIT)}`), ...seen];
}
