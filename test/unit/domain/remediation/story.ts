import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { overdue, syncWithTicket } from '../../../../shared/domain/remediation/decide/claim.ts';
import { requestTicket, ticketCreated } from '../../../../shared/domain/remediation/decide/creation.ts';
import { claimedFix, judge, nextLook } from '../../../../shared/domain/remediation/decide/judge.ts';
import {
  beginReopening,
  reopenedByHoldfast,
  wantFollowUp,
} from '../../../../shared/domain/remediation/decide/reopening.ts';
import { acceptRisk, expireAcceptance } from '../../../../shared/domain/remediation/decide/risk.ts';
import { showWhileAccepted } from '../../../../shared/domain/remediation/decide/show-while-accepted.ts';
import { claimToJudge, isWatched, type Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../../shared/domain/remediation/remediation-events.ts';
import type { Check } from '../../../../shared/domain/verification/plan.ts';
import { stretchesOf, type WordOutcome } from '../../../../shared/domain/verification/verdict/stretches.ts';
import { verdictOf } from '../../../../shared/domain/verification/verdict/verdict-of.ts';
import { verdictPolicy } from '../../../../shared/domain/verification/verdict/verdict-policy.ts';
import { Duration } from '../../../../shared/domain/words/duration.ts';
import type { Person, TicketPerson } from '../../../../shared/domain/words/person.ts';
import { BEN } from '../../../support/world/people.ts';
import { aPostMortemId, aRecommendation, NOW } from '../../../support/world/records.ts';

const DAY = 86_400_000;
const rules = DEFAULT_CONFIG;
const ticket = { site: 'jira.test', issueId: '1', key: 'ENG-1' };
export const SIGNAL = { kind: 'signal', subject: { type: 'control', id: 'mfa' } } as const satisfies Check;

/** A fix from its approval on, with what a source says of it. Days are counted from the approval. */
export function story({
  checks = [SIGNAL],
  steps = ['P7D', 'P30D'],
  askable = [],
}: {
  checks?: Check[];
  steps?: string[];
  askable?: string[];
} = {}) {
  const recommendation = aRecommendation({
    verification: { checks, steps: steps.map((step) => Duration.parse(step)) },
  });
  const words: { source: string; resource: string; at: number; outcome: WordOutcome }[] = [];
  const log: RemediationEvent[] = [];
  let state: Remediation | undefined;
  const at = (day: number) => new Date(Date.parse(NOW) + day * DAY).toISOString();
  const happen = (events: readonly RemediationEvent[]): string[] => {
    for (const event of events) {
      state = applyToRemediation(state, event);
      log.push(event);
    }
    return events.map(({ type }) => type.replace('Remediation ', ''));
  };
  const mustBe = (): Remediation => {
    if (state === undefined) throw new Error('there is no remediation yet');
    return state;
  };
  const postMortemId = aPostMortemId();
  happen([
    {
      type: 'Recommendation Approved',
      data: {
        postMortemId,
        recommendation,
        remediation: beginRemediation(postMortemId, recommendation, { now: NOW, tlp: 'AMBER' }, rules),
      },
    },
  ]);
  happen(requestTicket(mustBe(), NOW, rules));
  happen(ticketCreated(mustBe(), ticket, false));
  const judgedOn = (day: number): string[] => {
    const fix = mustBe();
    const claim = claimToJudge(fix);
    if (claim === undefined) return [];
    const now = at(day);
    const known = words.filter((word) => word.at <= Date.parse(now));
    const keys = Map.groupBy(known, ({ source, resource }) => `${source} on ${resource}`);
    const histories = [...keys.values()].map((ofKey) => ({
      source: ofKey[0]?.source ?? '',
      resource: ofKey[0]?.resource ?? '',
      stretches: stretchesOf(ofKey),
    }));
    const verdict = verdictOf(
      claimedFix(claim),
      { histories: checks.map(({ kind }) => (kind === 'signal' ? histories : [])), attestations: [] },
      verdictPolicy(rules.verification, askable),
      Date.parse(now),
    );
    if (fix.state === 'accepted') return happen(showWhileAccepted(fix, verdict, now));
    if (!isWatched(fix)) return [];
    const told = happen(judge(fix, verdict, [], now, NOW));
    if (told.length === 0) state = { ...fix, ...nextLook(fix, verdict, now) };
    return told;
  };
  return {
    done: (day: number, by?: TicketPerson) => {
      const outcome = { status: { name: 'Done' }, resolution: undefined };
      const claim = { at: at(day), status: 'Done', ...(by === undefined ? {} : { by }) };
      const reading = { ticket, isDone: true, outcome, movedAt: at(day), claim };
      return [...happen(syncWithTicket(mustBe(), reading, at(day), rules)), ...judgedOn(day)];
    },
    /** @param closedAs resolution of the ticket, that claims nothing; without it, the ticket is at work again */
    notDone: (day: number, closedAs?: string) => {
      const isDone = closedAs !== undefined;
      const outcome = {
        status: { name: isDone ? 'Done' : 'In Progress' },
        resolution: closedAs === undefined ? undefined : { name: closedAs },
      };
      const reading = { ticket, isDone, outcome, movedAt: at(day), claim: { at: at(day), status: 'Done' } };
      return happen(syncWithTicket(mustBe(), reading, at(day), rules));
    },
    accepted: (day: number, days: number, by: Person = BEN) => {
      const words = { reason: 'The vendor delivers in spring.', compensatingControl: 'We watch the log.' };
      return happen(acceptRisk(mustBe(), { until: at(day + days), ...words }, by, at(day), rules));
    },
    /** With the verdict that follows at once. */
    expiredOn: (day: number) => [...happen(expireAcceptance(mustBe(), at(day))), ...judgedOn(day)],
    says: (day: number, outcome: WordOutcome, resource = '*', source = 'scanner') => {
      words.push({ source, resource, at: Date.parse(at(day)), outcome });
    },
    judgedOn,
    reopenedOn: (day: number) => {
      happen(beginReopening(mustBe(), at(day), rules));
      return happen(reopenedByHoldfast(mustBe(), at(day), rules));
    },
    /** Jira let nobody move its ticket out of done. */
    followedUpOn: (day: number) => happen(wantFollowUp(mustBe(), at(day), rules, 'no way out of Done')),
    overdueOn: (day: number) => happen(overdue(mustBe(), at(day))),
    state: mustBe,
    log,
    at,
  };
}
