import type { Subject } from '../verification/signal.ts';
import { isWatched, type Remediation } from './remediation.ts';

/**
 * True when one more pass about the subject, of a source that passed before, changes nothing but how fresh the evidence is. Everything
 * else is judged: a list of what to judge would always lack something.
 */
export function isAtRest(remediation: Remediation, subject: Subject): boolean {
  if (!isWatched(remediation)) {
    const kept = remediation.state === 'accepted' ? remediation.kept : undefined;
    return kept?.doubt === undefined;
  }
  const { doubt, silence, excused, heldUntil, asked, checks } = remediation;
  // A named resource that is gone comes back with any pass.
  const namesResources = checks.some(
    (check) =>
      check.kind === 'signal' &&
      check.subject.type === subject.type &&
      check.subject.id === subject.id &&
      check.resources !== undefined,
  );
  // A pass may be the answer to a question, and brings the next one nearer than the next look.
  if (asked !== undefined) return false;
  const isWaiting = silence !== undefined || excused !== undefined;
  return doubt === undefined && !isWaiting && heldUntil === undefined && !namesResources;
}
