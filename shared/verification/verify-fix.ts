import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { isClaiming, outcomeInWords, type TicketOutcome } from '../domain/remediation/claiming.ts';
import { judge, stepOf } from '../domain/remediation/decide/check.ts';
import { isWatched, type RemediationCommon, type WatchedRemediation } from '../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../domain/remediation/remediation-events.ts';
import type { Check } from '../domain/verification/plan.ts';
import type { Signal, Subject } from '../domain/verification/signal.ts';
import { type CheckEvidence, type CheckResult, runCheck } from '../domain/verification/verdict.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import type { RecordStore } from '../store/records/record-store.ts';

export type VerifyFixDependencies = {
  store: RecordStore;
  /** `show`: undefined when the ticket is gone, or hidden from our account. */
  tickets: {
    show: (ticketId: string) => Promise<{ isDone: boolean; outcome: TicketOutcome } | undefined>;
  };
  /** Signals of a window, and the newest from before it. */
  signalsAbout: (subject: Subject, window: { since: string; until: string }) => Promise<Signal[]>;
  config: Pick<HoldfastConfig, 'verification' | 'remediation'>;
  now: () => string;
};

/**
 * Runs the checks of a step that is due, on the evidence that there is now.
 *
 * @returns what it made of them; no events when nothing was due any more
 */
export async function verifyFix(
  { store, tickets, signalsAbout, config, now }: VerifyFixDependencies,
  { postMortemId, remediationId }: { postMortemId: PostMortemId; remediationId: RecommendationId },
  cause: Cause,
): Promise<RemediationEvent[]> {
  const due = await store.remediation(postMortemId, remediationId);
  const at = now();
  if (due === undefined || !isWatched(due) || !isDue(due, at)) return [];
  const evidence = await gather(due, at, tickets, signalsAbout, config);
  const results = resultsOf(due, evidence, at, config);
  const { events } = await store.changeRemediation(
    postMortemId,
    remediationId,
    // Decided on the state that the evidence was gathered for; if that has moved on, the next run looks again.
    (latest) =>
      latest !== undefined && isWatched(latest) && isDue(latest, at) && isSameCase(latest, due)
        ? judge(latest, results, at, config)
        : [],
    cause,
  );
  return events;
}

async function gather(
  { checks, ticket, attestations, claim }: WatchedRemediation,
  until: string,
  tickets: VerifyFixDependencies['tickets'],
  signalsAbout: VerifyFixDependencies['signalsAbout'],
  { remediation }: Pick<HoldfastConfig, 'remediation'>,
): Promise<CheckEvidence> {
  const asked = checks.map(askedFor);
  const subjects = asked.flatMap(({ subject }) => subject ?? []);
  const asksTicket = asked.some((one) => one.asksTicket);
  const [signals, shown] = await Promise.all([
    Promise.all(subjects.map((subject) => signalsAbout(subject, { since: claim.at, until }))),
    asksTicket ? tickets.show(ticket.issueId) : undefined,
  ]);
  return {
    signals: signals.flat(),
    attestations,
    ticket: shown && {
      isDone: shown.isDone && isClaiming(shown.outcome, remediation),
      status: outcomeInWords(shown.outcome),
    },
  };
}

/** True when a check of the fix cannot be answered without its ticket. */
export const asksForTicket = ({ checks }: Pick<RemediationCommon, 'checks'>): boolean =>
  checks.some((check) => askedFor(check).asksTicket);

/** Facts that have to be read so that a check can be answered. */
function askedFor(check: Check): { subject?: Subject; asksTicket: boolean } {
  switch (check.kind) {
    case 'signal':
      return { subject: check.subject, asksTicket: false };
    case 'attestation':
      // Attestations lie in the remediation itself.
      return { asksTicket: false };
    case 'ticket state':
      return { asksTicket: true };
  }
}

/** Each step wants evidence of its own: newer than the claim, and newer than the step before. */
function resultsOf(
  due: WatchedRemediation,
  evidence: CheckEvidence,
  now: string,
  { verification }: Pick<HoldfastConfig, 'verification'>,
): CheckResult[] {
  const window = {
    claimedAt: due.claim.at,
    since: due.lastCheckAt ?? due.claim.at,
    now,
    maxAge: verification.evidenceMaxAge,
  };
  return due.checks.map((check, index) => runCheck(check, index, evidence, window));
}

function isSameCase(a: WatchedRemediation, b: WatchedRemediation): boolean {
  const isSameClaim = a.claim.at === b.claim.at && stepOf(a) === stepOf(b);
  return isSameClaim && a.attestations.length === b.attestations.length && a.doubt?.at === b.doubt?.at;
}

const isDue = ({ nextCheckAt }: WatchedRemediation, now: string): boolean => Date.parse(nextCheckAt) <= Date.parse(now);
