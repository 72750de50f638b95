import { randomUUID } from 'node:crypto';
import type { PostMortem } from '../../shared/domain/record/post-mortem.ts';
import { isTicketed, isWatched, type Remediation } from '../../shared/domain/remediation/remediation.ts';
import type { Subject } from '../../shared/domain/verification/signal.ts';
import { plainText } from '../../shared/jira/adf.ts';
import type { ApiClient } from '../api-client.ts';
import type { LocalStack } from '../local-stack.ts';
import type { Narrator } from '../narrator.ts';
import { waitUntil } from '../wait-until.ts';
import { mustBe, mustExist } from './expect.ts';
import { MAIL_FILTER, RECOMMENDATIONS, TRAINING } from './phishing-incident.ts';

type Fixes = Record<'filtering' | 'training' | 'reporting', Remediation>;

/** The teams work their tickets, evidence comes in, and the schedules judge: one proven, one not, one late. */
export async function followAndVerify(
  stack: LocalStack,
  { id }: PostMortem,
  { anna, scanner }: { anna: ApiClient; scanner: ApiClient },
  tell: Narrator,
): Promise<Fixes> {
  const { jira, outputs, invoke } = stack;
  const state = async (title: string): Promise<Remediation> =>
    mustExist(
      title,
      (await anna.remediations(id)).find((one) => one.title === title),
    );
  const becomes = (title: string, wanted: Remediation['state']) =>
    waitUntil(
      `"${title}" is ${wanted}`,
      () => state(title),
      (one) => one.state === wanted,
    );
  const { filtering, training, reporting } = RECOMMENDATIONS;

  const tickets = await tell.step(
    'Three tickets appear in Jira',
    () =>
      waitUntil(
        'a ticket for each recommendation',
        async () => (await anna.remediations(id)).filter(isTicketed),
        (all) => all.length === 3,
      ),
    (all) =>
      `· ${all
        .map(({ ticket }) => ticket.key)
        .toSorted()
        .join(', ')}`,
  );
  const keyOf = (title: string) =>
    mustExist(
      title,
      tickets.find((one) => one.title === title),
    ).ticket.key;

  await tell.step(
    'Engineers move two of them to Done',
    async () => {
      for (const { title } of [filtering, training]) jira.transition(keyOf(title), 'Done', { by: 'Mia Okafor' });
      return Promise.all([becomes(filtering.title, 'claimed'), becomes(training.title, 'claimed')]);
    },
    () => `→ ${keyOf(filtering.title)} and ${keyOf(training.title)} are claimed, not believed`,
  );

  const signal = (subject: Subject, outcome: 'pass' | 'fail', detail: string) =>
    scanner.post('/signals', {
      id: randomUUID(),
      subject,
      outcome,
      detail,
      observedAt: new Date().toISOString(),
      source: 'phishing-simulation',
    });
  /** One run for all: a run for one would look at the others as well, and ask them for evidence anew. */
  const verifyWhenDue = async (...titles: string[]) => {
    for (const title of titles) await waitUntil(`the next check of "${title}" is due`, () => state(title), isDueNow);
    await invoke(outputs.VerifyRemediationFunctionName);
  };

  await tell.step(
    'Evidence comes in; the first step is due',
    async () => {
      await signal(MAIL_FILTER, 'pass', '20 of 20 look-alike mails quarantined');
      await signal(TRAINING, 'fail', '4 of 11 entered a password');
      await verifyWhenDue(training.title, filtering.title);
      return becomes(filtering.title, 'verifying');
    },
    () => `→ ${keyOf(filtering.title)} passes its first step`,
  );
  await tell.step(
    `${keyOf(training.title)} did not hold`,
    async () => {
      await becomes(training.title, 'open');
      const issue = mustExist('the ticket', jira.issue(keyOf(training.title)));
      mustBe('the status in Jira', issue.status.name, 'To Do');
      return plainText(mustExist('the comment with the evidence', issue.comments.at(-1)).body);
    },
    (comment) => `→ the same ticket is reopened, and says why:\n${quoted(comment)}`,
  );
  await tell.step(
    'New evidence comes in; the last step is due',
    async () => {
      await signal(MAIL_FILTER, 'pass', '20 of 20 look-alike mails quarantined again');
      await verifyWhenDue(filtering.title);
      return becomes(filtering.title, 'verified');
    },
    () => `→ ${keyOf(filtering.title)} is verified`,
  );
  await tell.step(
    'The sweep looks at deadlines',
    async () => {
      await invoke(outputs.SweepRemediationFunctionName);
      return waitUntil(
        'an overdue remediation',
        () => state(reporting.title),
        (one) => one.overdueSince !== undefined,
      );
    },
    ({ dueAt }) => `→ ${keyOf(reporting.title)} is overdue since ${dueAt}`,
  );
  return {
    filtering: await state(filtering.title),
    training: await state(training.title),
    reporting: await state(reporting.title),
  };
}

export function isDueNow(remediation: Remediation): boolean {
  return !isWatched(remediation) || Date.parse(remediation.nextCheckAt) <= Date.now();
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `              │ ${line}`)
    .join('\n');
