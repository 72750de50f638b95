import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type EmulatedStack, startLocalStack } from '../../local/local-stack.ts';
import { waitUntil } from '../../local/wait-until.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';
import { closureWebhooks } from './storm/closure-webhooks.ts';
import { failOneCallInFive } from './storm/jira-faults.ts';
import { killFunctions } from './storm/kill-functions.ts';
import { type Queues, queuesOf } from './storm/queues.ts';
import { seededRandom } from './storm/seeded-random.ts';
import { sendWebhooks } from './storm/send-webhooks.ts';
import { storedRecords } from './storm/stored-records.ts';

/** Fewer closures for a quick run, another seed for another storm. */
const { STORM_CLOSURES: closures, STORM_SEED: seed } = z
  .object({
    STORM_CLOSURES: z.coerce.number().int().positive().default(1_000),
    STORM_SEED: z.coerce.number().int().default(1),
  })
  .parse(process.env);

/** The stack hides a failed message for three minutes, in case its batch still runs. A test has not so long. */
const HIDDEN_SECONDS = 10;
const CALM_AFTER_MS = 60_000 + closures * 600;
const AT_REST_AFTER_MS = 120_000;

let stack: EmulatedStack;
beforeAll(async () => {
  stack = await startLocalStack(() => {}, { config: 'test/e2e/storm/storm.config.ts' });
});
afterAll(() => stack?.stop());

describeUnlessMissing(await missingEmulator())('a storm', () => {
  const timeout = CALM_AFTER_MS + 3 * AT_REST_AFTER_MS;
  it(`of ${closures} closures, a failing Jira and dying functions leaves exactly one linked record for each`, {
    timeout,
  }, async () => {
    const { jira, emulator, webhookUrl } = stack;
    const queues = queuesOf(emulator);
    const linked = () => Promise.resolve(jira.issues().filter(({ remoteLinks }) => remoteLinks.length > 0).length);
    const startedAt = performance.now();

    await queues.hideFailuresFor(HIDDEN_SECONDS);
    jira.removeWebhook(webhookUrl);
    const webhooks = await closureWebhooks(jira, closures);
    failOneCallInFive(jira);
    const calm = new AbortController();
    const killing = killFunctions({
      ancestor: emulator.processId,
      everyMs: 700,
      atMost: Math.max(10, closures / 10),
      random: seededRandom(seed + 1),
      until: calm.signal,
    });
    const sent = await sendWebhooks(webhookUrl, webhooks, seededRandom(seed));
    await waitUntil('nine of ten are linked', linked, (count) => count >= closures * 0.9, CALM_AFTER_MS);
    calm.abort();
    const killed = await killing;
    jira.faults.clear();
    const calls = jira.requests();
    const failed = calls.filter(({ fault }) => fault !== undefined).length;

    await untilAtRest(queues);
    const redriven = await queues.redrive();
    await waitUntil('all are linked', linked, (count) => count === closures, AT_REST_AFTER_MS);
    await untilAtRest(queues);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    console.info({ closures, ...sent, calls: calls.length, failed, killed, redriven, seconds });

    const records = await storedRecords(stack);
    expect(records).toHaveLength(closures);
    const recordOf = new Map(records.map((record) => [record.ticketId, record]));
    const issues = jira.issues();
    expect(
      issues.map(({ id, remoteLinks }) => [recordOf.get(id), remoteLinks.map(({ globalId }) => globalId)]),
    ).toEqual(
      issues.map(({ id }) => [
        {
          id: expect.any(String),
          ticketId: id,
          isLinkedToTicket: true,
          log: ['Post-Mortem Opened', 'Incident Ticket Linked'],
          isChainWhole: true,
        },
        [`holdfast:post-mortem:${recordOf.get(id)?.id}`],
      ]),
    );
    expect(await queues.depths()).toEqual({ work: 0, deadLetters: 0 });
    expect(failed / calls.length).toBeGreaterThan(0.1);
    if (emulator.processId !== undefined) expect(killed).toBeGreaterThan(0);
  });
});

/** Messages that a worker has taken, or has failed at, still count as work. */
function untilAtRest(queues: Queues) {
  return waitUntil('empty queues', queues.depths, ({ work }) => work === 0, AT_REST_AFTER_MS);
}
