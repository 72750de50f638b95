import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { PostMortem } from '../../shared/domain/record/post-mortem.ts';
import { isTicketed, type Remediation } from '../../shared/domain/remediation/remediation.ts';
import type { Subject } from '../../shared/domain/verification/signal.ts';
import { plainText } from '../../shared/jira/adf.ts';
import type { ApiClient } from '../api-client.ts';
import type { LocalStack } from '../local-stack.ts';
import type { Narrator } from '../narrator.ts';
import { waitUntil } from '../wait-until.ts';
import { takeThrough } from './demo-plan.ts';
import { MAIL_TEST, SIMULATION } from './demo-settings.ts';
import { mustBe, mustExist } from './expect.ts';
import { judgedUntil } from './judged-until.ts';
import { MAIL_FILTER, RECOMMENDATIONS, TRAINING } from './phishing-incident.ts';

type Fixes = Record<'filtering' | 'training' | 'reporting', Remediation>;

/** The teams work their tickets, evidence comes in, and the schedules judge: one proven, one not, one late. */
export async function followAndVerify(
  stack: LocalStack,
  { id }: PostMortem,
  { anna, scanner }: { anna: ApiClient; scanner: ApiClient },
  tell: Narrator,
): Promise<Fixes> {
  const fixes = fixesOf(anna, id);
  const keyOf = await ticketsAppear(fixes, tell);
  const walk: Walk = { stack, fixes, scanner, keyOf, tell };
  await engineersFinishTwo(walk);
  await anotherSourceIsRefused(walk);
  await firstEvidenceComesIn(walk);
  await trainingIsReopened(walk);
  await lastEvidenceComesIn(walk);
  await reportingIsOverdue(walk);
  return {
    filtering: await fixes.fix(filtering.title),
    training: await fixes.fix(training.title),
    reporting: await fixes.fix(reporting.title),
  };
}

type Walk = {
  stack: LocalStack;
  fixes: FixesOfRecord;
  scanner: ApiClient;
  /** Ticket key of the fix with this title. */
  keyOf: (title: string) => string;
  tell: Narrator;
};

const { filtering, training, reporting } = RECOMMENDATIONS;

const Problem = z.object({ detail: z.string() });

type FixesOfRecord = ReturnType<typeof fixesOf>;

/** The fixes of one record by their titles, as its author sees them. */
function fixesOf(anna: ApiClient, id: string) {
  const fix = async (title: string): Promise<Remediation> =>
    mustExist(
      title,
      (await anna.remediations(id)).find((one) => one.title === title),
    );
  return {
    fix,
    withTickets: async () => (await anna.remediations(id)).filter(isTicketed),
    becomes: (title: string, wanted: Remediation['state']) =>
      waitUntil(
        `"${title}" is ${wanted}`,
        () => fix(title),
        (one) => one.state === wanted,
      ),
  };
}

/** @returns the key of each ticket by the title of its fix */
async function ticketsAppear({ withTickets }: FixesOfRecord, tell: Narrator): Promise<Walk['keyOf']> {
  const tickets = await tell.step(
    'Three tickets appear in Jira',
    () => waitUntil('a ticket for each recommendation', withTickets, (all) => all.length === 3),
    (all) =>
      `· ${all
        .map(({ ticket }) => ticket.key)
        .toSorted()
        .join(', ')}`,
  );
  return (title) =>
    mustExist(
      title,
      tickets.find((one) => one.title === title),
    ).ticket.key;
}

function engineersFinishTwo({ stack: { jira, plan }, fixes, keyOf, tell }: Walk) {
  return tell.step(
    'Engineers move two of them to Done',
    async () => {
      for (const { title } of [filtering, training]) takeThrough(jira, keyOf(title), plan.workEnds, 'Mia Okafor');
      return Promise.all([fixes.becomes(filtering.title, 'claimed'), fixes.becomes(training.title, 'claimed')]);
    },
    () => `→ ${keyOf(filtering.title)} and ${keyOf(training.title)} are claimed, not believed`,
  );
}

/** The scanner's secret is no word of the company that watches the mailboxes. */
function anotherSourceIsRefused({ scanner, tell }: Walk) {
  return tell.step(
    'The scanner says that the mail filter holds, in the name of another source',
    async () => {
      const proof = signalOf(MAIL_FILTER, 'pass', 'All is well', MAIL_TEST);
      const { status, body } = await scanner.call('POST', '/signals', { ...proof, source: 'mailbox-monitoring' });
      mustBe('the answer', status, 403);
      return Problem.parse(body);
    },
    ({ detail }) => `→ 403: ${detail}`,
  );
}

function firstEvidenceComesIn({ stack, scanner, fixes, keyOf, tell }: Walk) {
  return tell.step(
    'Evidence comes in; the first step is due',
    async () => {
      await signal(scanner, MAIL_FILTER, 'pass', '20 of 20 look-alike mails quarantined', MAIL_TEST);
      // On a slow machine the last step may be due, and passed, before anybody looks.
      return judgedUntil(stack, () => fixes.fix(filtering.title), 'verifying', 'verified');
    },
    () => `→ ${keyOf(filtering.title)} passes its first step`,
  );
}

/** No schedule runs here: the fail is taken up when it arrives, and its source is asked whether it stands by it. */
function trainingIsReopened({ stack, scanner, fixes, keyOf, tell }: Walk) {
  return tell.step(
    `The simulation says that ${keyOf(training.title)} does not hold`,
    async () => {
      const asked = stack.simulation.runs();
      stack.simulation.finds(TRAINING.id, { outcome: 'fail', detail: '4 of 11 entered a password again' });
      await signal(scanner, TRAINING, 'fail', '4 of 11 entered a password', SIMULATION);
      await fixes.becomes(training.title, 'open');
      mustBe('whether the simulation was asked', stack.simulation.runs() > asked, true);
      const issue = mustExist('the ticket', stack.jira.issue(keyOf(training.title)));
      mustBe('whether Jira calls it done', issue.status.category === 'done', false);
      return plainText(mustExist('the comment with the evidence', issue.comments.at(-1)).body);
    },
    (comment) => `→ asked again at once, it repeats it; the same ticket is reopened, and says why:\n${quoted(comment)}`,
  );
}

function lastEvidenceComesIn({ stack, scanner, fixes, keyOf, tell }: Walk) {
  return tell.step(
    'New evidence comes in; the last step is due',
    async () => {
      await signal(scanner, MAIL_FILTER, 'pass', '20 of 20 look-alike mails quarantined again', MAIL_TEST);
      return judgedUntil(stack, () => fixes.fix(filtering.title), 'verified');
    },
    () => `→ ${keyOf(filtering.title)} is verified`,
  );
}

function reportingIsOverdue({ stack: { invoke, outputs }, fixes, keyOf, tell }: Walk) {
  return tell.step(
    'The sweep looks at deadlines',
    async () => {
      await invoke(outputs.SweepRemediationFunctionName);
      return waitUntil(
        'an overdue remediation',
        () => fixes.fix(reporting.title),
        (one) => one.overdueSince !== undefined,
      );
    },
    ({ dueAt }) => `→ ${keyOf(reporting.title)} is overdue since ${dueAt}`,
  );
}

const signal = (scanner: ApiClient, ...said: Parameters<typeof signalOf>) =>
  scanner.post('/signals', signalOf(...said));

const signalOf = (subject: Subject, outcome: 'pass' | 'fail', detail: string, source: string) => ({
  id: randomUUID(),
  subject,
  outcome,
  detail,
  observedAt: new Date().toISOString(),
  source,
});

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `              │ ${line}`)
    .join('\n');
