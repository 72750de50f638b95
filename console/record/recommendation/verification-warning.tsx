import type { FieldRecord } from '../../forms/binding/field-value.ts';

/** Nothing but the word of its ticket is asked for: such a fix is done one day, and never proven. */
export function VerificationWarning({ value }: { value: FieldRecord | undefined }) {
  const plan = value?.verification;
  const checks = typeof plan === 'object' && plan !== null && !Array.isArray(plan) ? plan.checks : undefined;
  if (!Array.isArray(checks) || checks.length === 0) return null;
  const isTicketOnly = checks.every(
    (check) => typeof check === 'object' && check !== null && !Array.isArray(check) && check.kind === 'ticket state',
  );
  if (!isTicketOnly) return null;
  return (
    <p class="band band-warn" role="note">
      Only the state of its ticket is asked for. Such a fix can never be proven: add a signal, or the word of a person.
    </p>
  );
}
