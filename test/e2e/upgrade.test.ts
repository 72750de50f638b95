import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { connect, type Installation } from '../../cli/installation.ts';
import { run } from '../../cli/program.ts';
import { type ApiClient, apiClient } from '../../local/api-client.ts';
import { cdk } from '../../local/cdk.ts';
import type { openFromTicket } from '../../local/demo/open-from-ticket.ts';
import { MAIL_FILTER, TRAINING } from '../../local/demo/phishing-incident.ts';
import type { reviewAndApprove } from '../../local/demo/review-and-approve.ts';
import { EMULATOR_FOLDER } from '../../local/emulator/start-emulator.ts';
import type { EmulatedStack, LocalStackOptions } from '../../local/local-stack.ts';
import { waitUntil } from '../../local/wait-until.ts';
import { isTicketed, isWatched, type Remediation } from '../../shared/domain/remediation/remediation.ts';
import { keys, partitions } from '../../shared/store/keys.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';
import { NO_SIGN_IN } from '../support/machine/no-sign-in.ts';
import { missingPreviousCheckout, previousCheckout } from '../support/machine/previous-checkout.ts';
import { testTerminal } from '../support/machine/test-terminal.ts';
import { previousTemplate } from '../support/samples/previous-release.ts';
import { silentNarrator } from '../support/world/silent-narrator.ts';

const STACK = 'HoldfastDemo';
const ANNA = { email: 'anna@example.com', name: 'Anna Author', role: 'analyst' } as const;
const BEN = { email: 'ben@example.com', name: 'Ben Approver', role: 'approver' } as const;
const LONGEST_DEPLOYMENT_MS = 240_000;
const SUBJECT = { type: 'control' as const, id: 'heard-during-the-upgrade' };

const isFunction = (value: unknown) => typeof value === 'function';
type PreviousStack = EmulatedStack & { asMachine: () => Promise<ApiClient> };
type StartPrevious = (progress: () => void, options: LocalStackOptions) => Promise<PreviousStack>;
const PreviousStackModule = z.object({ startLocalStack: z.custom<StartPrevious>(isFunction) });
const PreviousOpening = z.object({ openFromTicket: z.custom<typeof openFromTicket>(isFunction) });
const PreviousReview = z.object({ reviewAndApprove: z.custom<typeof reviewAndApprove>(isFunction) });

let previous: ReturnType<typeof previousCheckout>;
let folder: string;
let stack: PreviousStack;
let installation: Installation;
let postMortemId: string;
let anna: ApiClient;
let before: { ids: Map<string, string>; fixes: Remediation[] };
let traffic: { closed: string[]; observed: string[] };

/** The previous release with a record and its fixes, then this one over it while webhooks and signals come in. */
beforeAll(async () => {
  if (missingPreviousCheckout() !== undefined) return;
  previous = previousCheckout();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-upgrade-'));
  const { startLocalStack: startPrevious } = PreviousStackModule.parse(
    await import(join(previous.folder, 'local/local-stack.ts')),
  );
  const previousDemo = (name: string): Promise<unknown> => import(join(previous.folder, 'local/demo', name));
  const { openFromTicket: open } = PreviousOpening.parse(await previousDemo('open-from-ticket.ts'));
  const { reviewAndApprove: review } = PreviousReview.parse(await previousDemo('review-and-approve.ts'));
  stack = await startPrevious(() => {}, { emulatorDir: EMULATOR_FOLDER });
  for (const [name, value] of Object.entries(stack.emulator.env)) vi.stubEnv(name, value);
  const people = { anna: await stack.as(ANNA), ben: await stack.as(BEN) };
  ({ postMortemId } = await open(stack, people.anna, silentNarrator));
  await review(postMortemId, people, silentNarrator);
  // Calls and reads as this release does: the tokens are those of before.
  anna = apiClient(stack.apiUrl, people.anna.token);
  const scanner = await stack.asMachine();
  await proveTwo(scanner);
  // It is heard, and the schedule does not run before the upgrade: a fail that nobody has decided on.
  await scanner.post('/signals', { ...aSignal(TRAINING), outcome: 'fail' });
  await waitUntil('the fail is heard', fixInDoubt, (fix) => fix !== undefined);
  before = { ids: await physicalIds(), fixes: await anna.remediations(postMortemId) };

  const ends = new AbortController();
  const running = beUsed(scanner, ends.signal);
  const app = join(folder, 'cdk.out');
  const how = { env: { ...stack.emulator.env, HOLDFAST_JIRA_SITE: stack.jira.url } };
  const context = ['-c', 'config=test/e2e/upgrade.config.ts', '-c', `stackName=${STACK}`];
  await cdk(['synth', '--quiet', '--output', app, ...context, '-c', 'emulator=true'], how);
  await cdk(['deploy', STACK, '--app', app, '--method', 'direct', '--require-approval', 'never'], how);
  ends.abort();
  traffic = await running;
  installation = await connect({ stack: STACK });
});
afterAll(async () => {
  if (missingPreviousCheckout() !== undefined) return;
  vi.unstubAllEnvs();
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
  previous?.remove();
});

const aSignal = (subject: { type: string; id: string }) => ({
  ...{ id: randomUUID(), subject, outcome: 'pass', observedAt: new Date().toISOString() },
  source: 'phishing-simulation',
});

const fixes = () => anna.remediations(postMortemId);
/** Two fixes are closed as done, their source passes every second, and the schedule runs until both are verified. */
async function proveTwo(scanner: ApiClient): Promise<void> {
  const all = await waitUntil('tickets', fixes, (found) => found.length === 3 && found.every(isTicketed));
  const tested = all.filter(({ checks }) => checks.some(({ kind }) => kind === 'signal')).filter(isTicketed);
  for (const { ticket } of tested) stack.jira.transition(ticket.key, 'Done', { by: 'Mia Okafor' });
  await waitUntil('claims', fixes, (found) => found.filter(isWatched).length === tested.length);
  const isDone = async () => {
    await pause(1_000);
    for (const subject of [MAIL_FILTER, TRAINING]) await scanner.post('/signals', aSignal(subject));
    await stack.invoke(stack.outputs.VerifyRemediationFunctionName);
    return (await fixes()).filter(({ state }) => state === 'verified').length;
  };
  await waitUntil('two verified fixes', isDone, (count) => count === tested.length, 60_000);
}

const fixInDoubt = async () => (await fixes()).find((fix) => isWatched(fix) && fix.doubt !== undefined);

/** Resources of the stack, by their logical ids. */
async function physicalIds(): Promise<Map<string, string>> {
  const client = new CloudFormationClient({});
  const ids = new Map<string, string>();
  for await (const page of paginateListStackResources({ client }, { StackName: STACK })) {
    for (const { LogicalResourceId = '', PhysicalResourceId = '' } of page.StackResourceSummaries ?? []) {
      ids.set(LogicalResourceId, PhysicalResourceId);
    }
  }
  return ids;
}

/** Incidents close and a scanner reports, as they would on any day. A call that is not taken is made again, as senders do. */
async function beUsed(scanner: ApiClient, ends: AbortSignal): Promise<{ closed: string[]; observed: string[] }> {
  const closed: string[] = [];
  const observed: string[] = [];
  while (!ends.aborted) {
    const { key } = stack.jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Lost laptop' });
    stack.jira.transition(key, 'Done', { by: 'Jonas Berg' });
    closed.push(key);
    const signal = aSignal(SUBJECT);
    const send = () => scanner.call('POST', '/signals', signal).catch(String);
    const isTaken = (answer: Awaited<ReturnType<typeof send>>) => typeof answer !== 'string' && answer.status < 300;
    await waitUntil('the signal is taken', send, isTaken, LONGEST_DEPLOYMENT_MS);
    observed.push(signal.observedAt);
    await pause(1_000);
  }
  return { closed, observed };
}

async function observedIn(partition: string): Promise<string[]> {
  const { client, name } = installation.table;
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition },
    }),
  );
  return Items.map((item) => z.object({ signal: z.object({ observedAt: z.string() }) }).parse(item).signal.observedAt);
}

/** A clone without its history has nothing to upgrade from. The name of this test says so. */
const isAlone = missingPreviousCheckout();
if (isAlone !== undefined) {
  it(`an upgrade is not tested: ${isAlone}`, () => expect(isAlone).toContain('git fetch'));
}
const describeUpgrade: (name: string, tests: () => void) => void =
  isAlone === undefined ? describeUnlessMissing(await missingEmulator()) : () => {};

describeUpgrade('an upgrade of the deployed stack', () => {
  it('replaces nothing that holds data, messages or credentials', async () => {
    const after = await physicalIds();
    const stateful = Object.keys(previousTemplate().resources).filter((id) => before.ids.has(id));
    const idsIn = (ids: Map<string, string>) => stateful.map((id) => [id, ids.get(id)]);
    expect(stateful.length).toBeGreaterThan(40);
    expect(idsIn(after)).toEqual(idsIn(before.ids));
  });

  it('loses no closed incident and no signal that came in meanwhile', async () => {
    await stack.invoke(installation.output('SweepIncidentsFunctionName'));
    for (const key of traffic.closed) await waitUntil(`a post-mortem for ${key}`, () => anna.postMortemIdOf(key));
    const stored = [
      ...(await observedIn(partitions.signals(SUBJECT))),
      ...(await observedIn(partitions.words(SUBJECT))),
    ];
    expect(traffic.closed.length).toBeGreaterThan(2);
    expect(new Set(stored)).toEqual(new Set(traffic.observed));
  });

  it('regrades every fix that was called verified, reopens none, and leaves the one that failed to a person', async () => {
    const verify = () => stack.invoke(installation.output('VerifyRemediationFunctionName'));
    await verify();
    // The walk through all fixes begins an hour after the upgrade.
    const { client, name: TableName } = installation.table;
    const at = new Date(Date.now() - 2 * 3_600_000).toISOString();
    await client.send(new PutCommand({ TableName, Item: { ...keys.cursor('verdicts-since'), at } }));
    await verify();
    const after = await fixes();
    const wereVerified = before.fixes.filter(({ state }) => state === 'verified').map(({ id }) => id);
    expect(wereVerified.length).toBeGreaterThan(0);
    for (const fix of after.filter(({ id }) => wereVerified.includes(id))) {
      expect(fix).toMatchObject({ regraded: expect.anything() });
    }
    expect(after.map(({ reopenCount }) => reopenCount)).toEqual(before.fixes.map(({ reopenCount }) => reopenCount));
    // Not by `holdfast regrade`: it judges by the configuration of the checkout, in which a fail has to stand for an hour.
    expect(await fixInDoubt()).toMatchObject({ state: 'verifying', reopenCount: 0, regraded: expect.anything() });
  });

  it('leaves records whole for verify-chain', async () => {
    const { terminal, out } = testTerminal();
    const now = () => new Date().toISOString();
    const exitCode = await run(['verify-chain', postMortemId, '--stack', STACK], {
      terminal,
      connect,
      signIn: NO_SIGN_IN,
      now,
    });
    expect([exitCode, out()]).toEqual([0, expect.stringContaining('nothing was changed past the logs')]);
  });
});
