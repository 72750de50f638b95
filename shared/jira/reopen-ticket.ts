import { reopenedByHoldfast } from '../domain/decide-remediation.ts';
import type { PostMortemId, RecommendationId } from '../domain/identifiers.ts';
import type { HoldfastConfig } from '../domain/policy.ts';
import type { Cause } from '../domain/recorded-event.ts';
import type { Remediation } from '../domain/remediation.ts';
import type { CheckResult } from '../domain/verification.ts';
import type { RecordStore } from '../store/record-store.ts';
import { type AdfDocument, type AdfNode, bulletList, document, link, paragraph, strong, text } from './adf.ts';
import type { JiraGateway } from './gateway.ts';
import { JiraIssueMissing } from './jira-errors.ts';
import { checkInWords } from './ticket-fields.ts';

export type ReopenDependencies = {
  store: RecordStore;
  jira: JiraGateway;
  config: Pick<HoldfastConfig, 'remediation' | 'verification' | 'postMortem'>;
  now: () => string;
};

type Failed = Extract<Remediation, { state: 'ineffective' | 'regressed' }>;

/**
 * Reopens the ticket of a fix that did not hold: first the evidence, so that whoever sees the ticket move can read
 * why, then the move, then our own record of it. Each step is safe to repeat.
 *
 * @returns false when there was nothing to reopen
 */
export async function reopenTicket(
  { store, jira, config, now }: ReopenDependencies,
  { postMortemId, remediationId }: { postMortemId: PostMortemId; remediationId: RecommendationId },
  cause: Cause,
): Promise<boolean> {
  const state = await store.remediation(postMortemId, remediationId);
  if (state?.state !== 'ineffective' && state?.state !== 'regressed') return false;
  const recordUrl = config.postMortem.recordUrl.replace('{id}', postMortemId);
  try {
    await jira.commentOnce(state.ticket.issueId, `failure ${state.failure.at}`, evidenceComment(state, recordUrl));
    await jira.reopen(state.ticket.issueId);
  } catch (error) {
    // Somebody deleted the ticket, or hid it from us. The fix fails all the same: open it is, and overdue in its time.
    if (!(error instanceof JiraIssueMissing)) throw error;
  }
  await store.changeRemediation(
    postMortemId,
    remediationId,
    (latest) => (latest === undefined ? [] : reopenedByHoldfast(latest, now(), config)),
    cause,
  );
  return true;
}

function evidenceComment({ state, failure }: Failed, recordUrl: string): AdfDocument {
  const verdict =
    state === 'regressed'
      ? 'This fix was verified, and it no longer holds.'
      : 'This ticket was moved to done, but the evidence says that the fix does not work.';
  return document(
    paragraph(strong('Reopened by Holdfast. '), text(verdict)),
    bulletList(failure.results.map(resultInWords)),
    paragraph(
      text('Once it is fixed, move the ticket to done again; it will be checked anew. '),
      link('The record', recordUrl),
    ),
  );
}

/** Jira takes 32,767 characters in a comment; ten checks, each with its reason, stay far below. */
const REASON_LIMIT = 2_000;

const shortened = (words: string): string =>
  words.length <= REASON_LIMIT ? words : `${words.slice(0, REASON_LIMIT - 1)}…`;

function resultInWords({ outcome, check, because, evidence }: CheckResult): AdfNode[] {
  const seen = evidence.flatMap(({ at, url }) => [text(' · '), url === undefined ? text(at) : link(at, url)]);
  return [strong(`${outcome}: `), ...checkInWords(check), text(` — ${shortened(because)}`), ...seen];
}
