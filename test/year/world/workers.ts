import type { Cause, RecordedEvent } from '../../../shared/domain/events/recorded-event.ts';
import { REMEDIATION_EVENTS } from '../../../shared/domain/remediation/remediation-events.ts';
import { SIGNAL_EVENTS } from '../../../shared/domain/verification/signal-events.ts';
import { createTicket } from '../../../shared/tickets/create-ticket.ts';
import { type ReopenDependencies, reopenTicket } from '../../../shared/tickets/reopen-ticket.ts';
import { type AskSourceDependencies, askSource } from '../../../shared/verification/ask-source.ts';
import { judgeFix } from '../../../shared/verification/judge-fix.ts';
import { type TakeUpDependencies, takeUpSignal } from '../../../shared/verification/take-up-signal.ts';
import type { YearWeakening } from '../weakenings.ts';

type WorkersDependencies = ReopenDependencies & AskSourceDependencies & TakeUpDependencies;

export type Workers = {
  readonly deps: WorkersDependencies;
  readonly weakening: YearWeakening;
  readonly onTakenUp: (signalId: string) => void;
};

/** What the worker that hears of an event does; undefined where none does that matters to a year. */
export function workOn(
  { deps, weakening, onTakenUp }: Workers,
  { type, data }: RecordedEvent,
  cause: Cause,
): (() => Promise<unknown>) | undefined {
  switch (type) {
    case 'Signal Recorded': {
      const { signal } = SIGNAL_EVENTS[type].data.parse(data);
      if (weakening.ignores?.(signal.outcome) === true) return () => Promise.resolve(onTakenUp(signal.id));
      return async () => {
        await takeUpSignal(deps, signal, cause);
        onTakenUp(signal.id);
      };
    }
    case 'Recommendation Approved': {
      const approved = REMEDIATION_EVENTS[type].data.parse(data);
      return () => createTicket(deps, approved, cause);
    }
    case 'Remediation Claimed': {
      const fix = REMEDIATION_EVENTS[type].data.parse(data);
      return () => judgeFix(deps, fix, cause);
    }
    case 'Remediation Source Asked': {
      const asked = REMEDIATION_EVENTS[type].data.parse(data);
      return () => askSource(deps, asked, cause);
    }
    case 'Remediation Ineffective':
    case 'Remediation Regressed': {
      const fix = REMEDIATION_EVENTS[type].data.parse(data);
      return () => reopenTicket(deps, fix, cause);
    }
    default:
      return undefined;
  }
}
