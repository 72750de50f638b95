import { InvokeCommand } from '@aws-sdk/client-lambda';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connect, type Installation } from '../../cli/installation.ts';
import { run } from '../../cli/program.ts';
import type { ApiClient } from '../../local/api-client.ts';
import { type EmulatedStack, startLocalStack } from '../../local/local-stack.ts';
import { waitUntil } from '../../local/wait-until.ts';
import { Examination } from '../../shared/doctor/examination.ts';
import { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import { rememberFailure } from '../../shared/store/inbox/failures.ts';
import { keys } from '../../shared/store/keys.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';
import { NO_SIGN_IN } from '../support/machine/no-sign-in.ts';
import { testTerminal } from '../support/machine/test-terminal.ts';
import { NOW } from '../support/world/records.ts';

let stack: EmulatedStack;
let installation: Installation;
let anna: ApiClient;

beforeAll(async () => {
  stack = await startLocalStack(() => {});
  for (const [name, value] of Object.entries(stack.emulator.env)) vi.stubEnv(name, value);
  installation = await connect({ stack: 'HoldfastDemo' });
  anna = await stack.as({ email: 'anna@example.com', name: 'Anna Author', role: 'analyst' });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await stack?.stop();
});

async function holdfast(...args: string[]) {
  const { terminal, out, err } = testTerminal();
  const now = () => new Date().toISOString();
  const exitCode = await run([...args, '--stack', 'HoldfastDemo'], { terminal, connect, signIn: NO_SIGN_IN, now });
  return { exitCode, out: out(), err: err() };
}

function closedIncident(): string {
  const { jira } = stack;
  const { key } = jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Lost laptop' });
  jira.transition(key, 'Done', { by: 'Jonas Berg' });
  return key;
}
const recordOf = (key: string) => waitUntil(`a post-mortem for ${key}`, () => anna.postMortemIdOf(key));

/** @returns the id of the message */
async function send(output: string, body: unknown): Promise<string> {
  const letter = { QueueUrl: installation.output(output), MessageBody: JSON.stringify(body) };
  const { MessageId } = await installation.queues.send(new SendMessageCommand(letter));
  return MessageId ?? '';
}

describeUnlessMissing(await missingEmulator())('holdfast, the command line,', () => {
  it('says which stack it did not find, and where', async () => {
    const { terminal, err } = testTerminal();
    const exitCode = await run(['redrive', '--stack', 'Nothing'], {
      terminal,
      connect,
      signIn: NO_SIGN_IN,
      now: () => '',
    });
    expect([exitCode, err()]).toEqual([1, expect.stringContaining('there is no stack Nothing in eu-central-1')]);
  });

  it('verify-chain holds the records to their logs and to the anchors that the function wrote', async () => {
    const id = PostMortemId.parse(await recordOf(closedIncident()));
    const FunctionName = installation.output('AnchorChainsFunctionName');
    const { FunctionError } = await installation.functions.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
    expect(FunctionError).toBeUndefined();

    const whole = await holdfast('verify-chain', '--json');
    expect([whole.exitCode, JSON.parse(whole.out)]).toMatchObject([
      0,
      { isWhole: true, anchors: { days: 30, findings: [] }, records: [{ postMortemId: id, findings: [] }] },
    ]);

    const { client, name } = installation.table;
    await client.send(
      new UpdateCommand({
        TableName: name,
        Key: keys.event(id, 1),
        UpdateExpression: 'SET event.occurredAt = :then',
        ExpressionAttributeValues: { ':then': '2020-01-01T00:00:00.000Z' },
      }),
    );
    const broken = await holdfast('verify-chain', id);
    expect([broken.exitCode, broken.out]).toEqual([
      1,
      expect.stringContaining('broken chain: EVENT#0000000001: its content was changed'),
    ]);
  });

  it('doctor says whether the systems are as the configuration names them, also under its name of before', async () => {
    const fine = await holdfast('check');
    stack.jira.faults.add({ kind: 'status', status: 503, path: '/rest/api/3/project/*', probability: 1 });
    const silent = await holdfast('doctor', '--json');
    stack.jira.faults.clear();
    expect([fine.exitCode, fine.out]).toEqual([0, expect.stringContaining('  ✔ incidents of the Jira project SEC\n')]);
    const { looks } = Examination.parse(JSON.parse(silent.out));
    expect([
      silent.exitCode,
      looks.flatMap(({ what, unseen }) => (unseen === undefined ? [] : [[what, unseen]])),
      looks.flatMap(({ problems }) => problems),
    ]).toEqual([1, [['incidents of the Jira project SEC', expect.stringContaining('503')]], []]);
  });

  it('audit holds Jira against the records, from where the credentials are', async () => {
    const tie = { postMortemId: '01KA0000000000000000000001', remediationId: '01KA0000000000000000000002' };
    const ticket = { project: { key: 'PLAT' }, issuetype: { name: 'Task' }, summary: 'Stray', labels: ['holdfast'] };
    const { email, apiToken } = stack.jira.credentials;
    const created = await fetch(`${stack.jira.url}/rest/api/3/issue`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${email}:${apiToken}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ fields: ticket, properties: [{ key: 'holdfast.remediation', value: tie }] }),
    });
    expect(created.status).toBe(201);
    const { exitCode, out } = await holdfast('audit', '--dry-run', '--json');
    expect([exitCode, JSON.parse(out)]).toMatchObject([
      1,
      { findings: [{ kind: 'orphan', because: `there is no remediation ${tie.remediationId}` }] },
    ]);
  });

  it('redrive shows what could not be done, and has it done', async () => {
    const { jira } = stack;
    jira.faults.add({ kind: 'webhook-lost', webhookEvent: 'jira:issue_updated', probability: 1 });
    const key = closedIncident();
    const ticket = { source: 'jira', site: new URL(jira.url).host, ticketId: jira.issue(key)?.id, key };
    const metadata = { id: 'e-1', schemaVersion: 1, correlationId: 'c', occurredAt: NOW, hops: 0 };
    const messageId = await send('OpenPostMortemDeadLetterQueueUrl', {
      source: 'holdfast.jira',
      'detail-type': 'Incident Ticket Closed',
      detail: { metadata, data: { ticket, closedAt: NOW } },
    });
    const failure = { messageId, worker: 'open-post-mortem', queue: 'q', at: NOW, receiveCount: 5 };
    await rememberFailure(installation.table, { ...failure, reason: 'JiraUnsure: no answer within 10000 ms' });
    await send('PublishReportDeadLetterQueueUrl', {
      requestContext: { requestId: 'run-1', condition: 'RetriesExhausted' },
      responsePayload: { errorType: 'Error', errorMessage: 'the bucket was away' },
    });

    const shown = await holdfast('redrive', '--all', '--dry-run');
    expect(shown.exitCode).toBe(1);
    expect(shown.out).toMatch(
      new RegExp(`open-post-mortem: 1 message\n  Incident Ticket Closed  ${key}  .+\n    JiraUnsure: no answer`),
    );
    expect(shown.out).toContain('Error: the bucket was away');

    const sent = await holdfast('redrive', '--all', '--json');
    expect([sent.exitCode, JSON.parse(sent.out).queues.filter(({ sent }: { sent: number }) => sent > 0)]).toMatchObject(
      [
        0,
        [
          { name: 'open-post-mortem', sent: 1, left: 0 },
          { name: 'publish-report', sent: 1, left: 0 },
        ],
      ],
    );
    await recordOf(key);
    expect(await holdfast('redrive')).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^\d+ queues are empty\n$/),
    });
  });
});
