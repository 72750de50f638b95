import { firstBrokenLink } from '../../shared/domain/history/audit-chain.ts';
import type { PostMortem } from '../../shared/domain/record/post-mortem.ts';
import type { Remediation } from '../../shared/domain/remediation/remediation.ts';
import { sha256 } from '../../shared/sha256.ts';
import { LOCAL_PEOPLE } from '../local-people.ts';
import type { LocalStack } from '../local-stack.ts';
import type { Narrator } from '../narrator.ts';
import { demoSettings } from './demo-settings.ts';
import { mustBe, mustExist } from './expect.ts';
import { followAndVerify } from './follow-and-verify.ts';
import { openFromTicket } from './open-from-ticket.ts';
import { publishAndFetch, type SavedReport } from './publish-and-fetch.ts';
import { reviewAndApprove } from './review-and-approve.ts';
import { settleAndClose } from './settle-and-close.ts';
import { shortenedTimes } from './shortened-times.ts';

export type WalkResult = {
  postMortemId: string;
  /** Milliseconds from the closed ticket to the stored record: the first time, and with warm functions. */
  closedToStoredMs: { first: number; warm: number };
  /** Status of the record at the end. */
  status: PostMortem['status'];
  /** Remediations at the time of the reports. */
  remediations: Record<'filtering' | 'training' | 'reporting', Remediation>;
  events: string[];
  reports: SavedReport[];
};

/**
 * Walks one incident through the whole loop: closed ticket, review, tickets, claims, verification, reports.
 *
 * @throws StepFailed that names the step in which something was off
 */
export async function walkIncident(stack: LocalStack, tell: Narrator, reportFolder: string): Promise<WalkResult> {
  const people = await tell.step('People sign in', async () => {
    const [anna, ben] = await Promise.all(LOCAL_PEOPLE.slice(0, 2).map(stack.as));
    return { anna: mustExist('Anna', anna), ben: mustExist('Ben', ben), scanner: await stack.asScanner() };
  });

  tell.heading('1  An incident closes, a post-mortem opens');
  const opened = await openFromTicket(stack, people.anna, tell);

  tell.heading('2  The team reviews, a second person approves');
  const approved = await reviewAndApprove(opened.postMortemId, people, tell);

  tell.heading('3  Recommendations become Jira tickets; "Done" is checked against evidence');
  for (const line of shortenedTimes(demoSettings(stack.jira.url, stack.plan))) tell.line(line);
  const remediations = await followAndVerify(stack, approved, people, tell);

  tell.heading('4  Reports, and the proof behind them');
  const reports = await publishAndFetch(stack, tell, reportFolder);
  const log = await people.anna.events(opened.postMortemId);
  await tell.step(
    'The audit log is whole',
    () => Promise.resolve(mustBe('the first broken link', firstBrokenLink(log, sha256), undefined)),
    () => `· ${log.length} entries, each with the hash of the one before`,
  );

  tell.heading('5  The last things are settled, the record closes');
  const { status, carriedOn } = await settleAndClose(stack, opened.postMortemId, people, tell);
  const { ticketKey, ...record } = opened;
  mustBe('how often the record was carried on, at the end', carriedOn, 1);
  mustBe('links on the ticket, at the end', stack.jira.issue(ticketKey)?.remoteLinks.length, 1);
  return { ...record, status, remediations, events: log.map(({ type }) => type), reports };
}
