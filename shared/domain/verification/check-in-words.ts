import type { CheckResult } from './check-result.ts';
import type { Check } from './plan.ts';

type SignalCheck = Extract<Check, { kind: 'signal' }>;

/** Sources that have to speak, and their subject: "2 of scanner, edr and config about control waf on eu-1 and eu-2". */
export function subjectInWords({ subject, sources, need, resources, seenFailingBefore }: SignalCheck): string {
  const who = sources === undefined ? 'the newest word of each source' : sourcesInWords(sources, need);
  const where = resources === undefined ? '' : ` on ${each(resources)}`;
  const before = seenFailingBefore === true ? ', which was seen failing before the fix,' : '';
  return `${who} about ${subject.type} ${subject.id}${where}${before}`;
}

function sourcesInWords(sources: readonly string[], need: SignalCheck['need']): string {
  if (sources.length === 1 || need === undefined || need === 'all') return `the newest word of ${each(sources)}`;
  return `the newest word of ${need === 'any' ? 1 : need} of ${each(sources)}`;
}

function each(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Subject of a check, in words. */
export function checkInWords(check: Check): string {
  switch (check.kind) {
    case 'signal':
      return check.sources === undefined && check.resources === undefined
        ? `Signal about ${check.subject.type} ${check.subject.id}`
        : `Signal: ${subjectInWords(check)}`;
    case 'attestation':
      return `Attestation “${check.statement}”`;
    case 'ticket state':
      return 'Ticket state in Jira';
  }
}

/** Evidence that is missing for a check, in words. */
export function wantedInWords({ check, outcome }: CheckResult): string {
  const fresh = outcome === 'stale' ? 'newer ' : '';
  switch (check.kind) {
    case 'signal':
      return `a ${fresh}signal about ${check.subject.type} ${check.subject.id}`;
    case 'attestation':
      return `a ${fresh}attestation by somebody who did not do the work: “${check.statement}”`;
    case 'ticket state':
      return 'an answer from Jira about the ticket';
  }
}
