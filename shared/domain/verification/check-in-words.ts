import type { CheckResult, NotJudgedSince } from './check-result.ts';
import type { Check } from './plan.ts';
import { subjectNamed } from './subject-named.ts';

type SignalCheck = Extract<Check, { kind: 'signal' }>;

/**
 * Sources that have to speak, and their subject: "2 of scanner, edr and config about control waf on eu-1 and eu-2". Of a plan from
 * before plans had to name them, that any is accepted is assumed, and said so.
 */
export function subjectInWords({ subject, sources, need, resources, seenFailingBefore }: SignalCheck): string {
  const who =
    sources === undefined ? 'the newest word of each source, any accepted (assumed),' : sourcesInWords(sources, need);
  const where = resources === undefined ? '' : ` on ${each(resources)}`;
  const before = seenFailingBefore === true ? ', which was seen failing before the fix,' : '';
  return `${who} about ${subjectNamed(subject)}${where}${before}`;
}

function sourcesInWords(sources: readonly string[], need: SignalCheck['need']): string {
  if (sources.length === 1) return `the newest word of ${each(sources)}`;
  if (need === undefined || need === 'all') return `the newest word of each of ${each(sources)}`;
  return need === 'any'
    ? `the newest word of ${each(sources, 'or')}`
    : `the newest word of at least ${need} of ${each(sources)}`;
}

function each(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** Subject of a check, in words. */
export function checkInWords(check: Check): string {
  switch (check.kind) {
    case 'signal':
      return check.sources === undefined && check.resources === undefined
        ? `Signal about ${subjectNamed(check.subject)}, any source accepted (assumed)`
        : `Signal: ${subjectInWords(check)}`;
    case 'attestation':
      return `Attestation “${check.statement}”`;
    case 'ticket state':
      return 'Ticket state in Jira';
  }
}

/** Words that judged nothing, in words: "not judged 3 times, the last time by scanner on eu-1". The reason and the time are left out. */
export function notJudgedInWords({ count, hasMore, newest: { source, resource } }: NotJudgedSince): string {
  const last = count === 1 ? '' : ', the last time';
  return `${notJudgedTimes({ count, hasMore })}${last} by ${source}${resource === undefined ? '' : ` on ${resource}`}`;
}

/** Count alone, without who said so: "not judged 50 times or more". */
export const notJudgedTimes = ({ count, hasMore }: Pick<NotJudgedSince, 'count' | 'hasMore'>): string =>
  `not judged ${count === 1 ? 'once' : `${count} times`}${hasMore === true ? ' or more' : ''}`;

/** Evidence that is missing for a check, in words. */
export function wantedInWords({ check, outcome }: CheckResult): string {
  const fresh = outcome === 'stale' ? 'newer ' : '';
  switch (check.kind) {
    case 'signal':
      return `a ${fresh}signal about ${subjectNamed(check.subject)}`;
    case 'attestation':
      return `a ${fresh}attestation by somebody who did not do the work: “${check.statement}”`;
    case 'ticket state':
      return 'an answer from Jira about the ticket';
  }
}
