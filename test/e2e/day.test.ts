import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { defaultCatalogue } from '../../local/jira-simulator/site/catalogue.ts';
import { type EmulatedStack, startLocalStack } from '../../local/local-stack.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { missingEmulator } from '../support/machine/missing-emulator.ts';
import { disagreements } from './day/both-sides.ts';
import { BOT } from './day/bots.ts';
import { tellDay } from './day/day-in-numbers.ts';
import { brokenRules } from './day/in-step-rules.ts';
import { liveDay } from './day/live-day.ts';
import { unexplained } from './day/unexplained.ts';
import { seededRandom } from './storm/seeded-random.ts';

/** `npm run test:day` has a thousand edits. Another seed is another day. */
const { DAY_EDITS: edits, DAY_SEED: seed } = z
  .object({
    DAY_EDITS: z.coerce.number().int().positive().default(150),
    DAY_SEED: z.coerce.number().int().default(1),
  })
  .parse(process.env);

const isLong = edits >= 1_000;
/** Runs of the sweeps in a day, by their schedule, are 96. */
const size = isLong ? { records: 6, fixesEach: 6, idleRuns: 96 } : { records: 4, fixesEach: 5, idleRuns: 8 };
const TIMEOUT_MS = 300_000 + edits * 1_500;

let stack: EmulatedStack;
beforeAll(async () => {
  const users = [...defaultCatalogue.users, BOT];
  const jiraOptions = { users, random: seededRandom(seed + 2) };
  stack = await startLocalStack(() => {}, { config: 'test/e2e/day/day.config.ts', jiraOptions });
});
afterAll(() => stack?.stop());

describeUnlessMissing(await missingEmulator())('a day', () => {
  it(`of ${edits} edits by people and bots ends with both sides saying the same, and no loop`, {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { jira } = stack;
    const day = await liveDay(stack, { seed, edits, ...size });
    const fixes = await day.tickets.fixes();
    tellDay(day, fixes);
    const writes = [...day.writes, ...day.idleWrites];
    expect({
      disagreements: disagreements({ jira, fixes, writes, tickets: day.tickets }),
      brokenRules: brokenRules({ jira, fixes, log: day.log, tickets: day.tickets }),
      unexplainedWrites: unexplained({ fixes, writes, log: day.log }),
      lastRounds: day.rounds.slice(-2),
      idleWrites: day.idleWrites,
      idleEvents: day.idleEvents,
      idleEdits: day.idleEdits,
      messages: await day.queues.depths(),
    }).toEqual({
      disagreements: [],
      brokenRules: [],
      unexplainedWrites: [],
      lastRounds: [0, 0],
      idleWrites: [],
      idleEvents: [],
      idleEdits: 0,
      messages: { work: 0, deadLetters: 0 },
    });
    expect(day.writes.length).toBeLessThan(day.edits.total() + day.decisions.total());
  });
});
