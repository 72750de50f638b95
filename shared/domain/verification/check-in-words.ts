import type { CheckResult } from './check-result.ts';
import type { Check } from './plan.ts';

/** Subject of a check, in words. */
export function checkInWords(check: Check): string {
  switch (check.kind) {
    case 'signal':
      return `Signal about ${check.subject.type} ${check.subject.id}`;
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
