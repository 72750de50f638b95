import { counted } from '../../shared/document/counted.ts';
import type { EventData } from '../../shared/domain/events/events.ts';
import { WHOLE_SUBJECT } from '../../shared/domain/verification/signal.ts';
import type { PostMortemId, RecommendationId } from '../../shared/domain/words/identifiers.ts';
import type { Severity } from '../../shared/domain/words/severity.ts';

export type Found = EventData<'Remediation Regraded'>['found'];

/** A fix whose fail from before the upgrade waits for a person. No title: it may be of a restricted record. */
export type WaitingFix = {
  ticket: string;
  ownerTeam: string;
  priority: Severity;
  postMortemId: PostMortemId;
  remediationId: RecommendationId;
  failingSince: string;
  fails: readonly { source: string; resource: string }[];
};

export type RegradeReport = {
  /** When verdicts began here; undefined before the upgrade. */
  upgradedAt: string | undefined;
  /** Claimed fixes that were looked at. */
  looked: number;
  /** Findings of the first verdict on fixes that were called verified and are not regraded yet. */
  found: Partial<Record<Found, number>>;
  waiting: readonly WaitingFix[];
  reopened: readonly WaitingFix[];
};

/** For a person: what changes, and at the end what is to decide. */
export function regradeText({ upgradedAt, looked, found, waiting, reopened }: RegradeReport): string {
  const counts = Object.entries(found).map(([grade, times]) => `  ${String(times).padStart(6)}  ${grade}`);
  const lines = [
    upgradedAt === undefined ? 'not upgraded yet: nothing is judged by the new rules' : `upgraded ${upgradedAt}`,
    `${counted(looked, 'claimed fix', 'claimed fixes')} looked at`,
    ...(counts.length === 0 ? [] : ['', 'called verified before, and found to be:', ...counts]),
    ...(reopened.length === 0 ? [] : ['', 'reopened:', ...reopened.map(lineOf)]),
    ...(waiting.length === 0 ? [] : ['', 'failed before the upgrade, for a person to reopen:', ...waiting.map(lineOf)]),
    '',
    waiting.length === 0
      ? 'nothing waits for a person'
      : `${counted(waiting.length, 'fix', 'fixes')} ${waiting.length === 1 ? 'waits' : 'wait'} for a person: holdfast regrade --apply --at-most 20 --by <e-mail>`,
  ];
  return `${lines.join('\n')}\n`;
}

function lineOf({ ticket, ownerTeam, priority, failingSince, fails, postMortemId }: WaitingFix): string {
  const who = fails.map(({ source, resource }) => (resource === WHOLE_SUBJECT ? source : `${source} on ${resource}`));
  return `  ${ticket}  ${priority}, ${ownerTeam}, record ${postMortemId}: fails since ${failingSince} by ${who.join(', ')}`;
}
