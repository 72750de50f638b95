import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { backfill } from '../../../cli/backfill/backfill.ts';
import type { BackfillOrder } from '../../../cli/backfill/backfill-order.ts';
import type { Installation } from '../../../cli/installation.ts';
import { EXIT, run } from '../../../cli/program.ts';
import { BackfillRequest } from '../../../shared/domain/ticket/backfill.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { NO_SIGN_IN } from '../../support/machine/no-sign-in.ts';
import { testTerminal } from '../../support/machine/test-terminal.ts';
import { closedIncident } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const Invoked = z.object({ input: z.object({ FunctionName: z.string(), Payload: z.string() }) });

/** An installation whose one function is that of the world, or another. */
function installation(answer: (request: BackfillRequest) => Promise<unknown> = (request) => world.backfill(request)) {
  const send = async (command: unknown) => {
    const { FunctionName, Payload } = Invoked.parse(command).input;
    if (FunctionName !== 'SweepIncidentsFunctionName') throw new Error(`${FunctionName} was called`);
    const { backfill: request } = z.strictObject({ backfill: BackfillRequest }).parse(JSON.parse(Payload));
    return { Payload: Buffer.from(JSON.stringify((await answer(request)) ?? null)) };
  };
  return z.custom<Installation>().parse({ output: (name: string) => name, functions: { send } });
}

const DAYS = ['--source', 'jira', '--since', '2026-01-01'];

async function holdfast(args: string[], of = installation()) {
  const { terminal, out, err } = testTerminal();
  const connect = () => Promise.resolve(of);
  const exitCode = await run(['backfill', ...args], { terminal, connect, signIn: NO_SIGN_IN, now: world.now });
  return { exitCode, out: out(), err: err() };
}

const opened = async () => {
  await world.deliver();
  return (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened').length;
};

function closeMany(many: number): void {
  for (let index = 0; index < many; index += 1) closedIncident(world, `Phished ${index}`);
  world.clock.advance('P90D');
}

describe('holdfast backfill', () => {
  it('opens the records of closures of the past, and finds nothing left the second time', async () => {
    closeMany(3);
    const first = await holdfast(DAYS);
    const records = await opened();
    const second = await holdfast(DAYS);
    expect([first.exitCode, records, first.out]).toEqual([
      EXIT.ok,
      3,
      [
        '✔ SEC, Security Incident: 3 incidents looked at, 3 told',
        '',
        '3 closures told; their records are open within minutes, those of tickets that say that there is nothing to learn excepted',
        'each is due from today on, by its severity (postMortem.dueWithin)',
        '',
      ].join('\n'),
    ]);
    expect([second.exitCode, second.out]).toEqual([
      EXIT.ok,
      '✔ SEC, Security Incident: 3 incidents looked at, 0 told and 3 with a record\n\nnothing is left to tell\n',
    ]);
  });

  it('takes a minute for 30 of them, and goes on by itself', { timeout: 60_000 }, async () => {
    closeMany(70);
    const { terminal, out } = testTerminal();
    const order: BackfillOrder = { source: 'jira', since: '2026-01-01T00:00:00.000Z', isDryRun: false };
    const begun = Date.parse(world.now());
    const wait = (ms: number) => Promise.resolve(world.clock.advance(`PT${ms / 1_000}S`));
    const isFine = await backfill({ installation: installation(), terminal, asJson: true }, order, wait);
    const minutes = (Date.parse(world.now()) - begun) / 60_000;
    expect([isFine, minutes, JSON.parse(out())]).toMatchObject([true, 2, { told: 70, looked: 70, isDone: true }]);
  });

  it('tells as many as it was asked for, and the same command goes on elsewhere', async () => {
    closeMany(5);
    const first = await holdfast([...DAYS, '--at-most', '2']);
    world.clock.advance('PT1M');
    const second = await holdfast([...DAYS, '--at-most', '2', '--json']);
    expect([first.exitCode, first.out]).toEqual([EXIT.ok, expect.stringContaining('the same command goes on')]);
    expect([JSON.parse(second.out), await opened()]).toMatchObject([{ told: 2, isDone: false }, 4]);
  });

  it('says in a dry run how many there are and what they take, and opens none', async () => {
    closeMany(35);
    const { exitCode, out } = await holdfast([...DAYS, '--dry-run']);
    const few = await holdfast([...DAYS, '--dry-run', '--at-most', '20', '--json']);
    expect([exitCode, await opened(), out]).toEqual([
      EXIT.ok,
      0,
      [
        '✔ SEC, Security Incident: 35 incidents looked at, 35 to tell',
        '',
        '35 closures to tell: about 2 minutes, 30 in a minute',
        'it takes about 140 calls of the system, and 2100 write units of the table',
        'all records of one run are due together, from its day on: --at-most takes as many as your teams can review',
        '',
      ].join('\n'),
    ]);
    expect(JSON.parse(few.out)).toMatchObject({
      told: 35,
      estimate: { toTell: 20, minutes: 1, calls: 80, writeUnits: 1200 },
    });
  });

  it('gives a project up that cannot be asked, says why, and answers 1', async () => {
    await world.close();
    const issueTypes = ['Security Incident', 'Incident of yore'];
    world = await startWorld(endpoint(), { incidents: { jira: { projects: [{ project: 'SEC', issueTypes }] } } });
    closeMany(1);
    let portions = 0;
    const { exitCode, out } = await holdfast(
      DAYS,
      installation(async (request) => {
        portions += 1;
        return { ...(await world.backfill(request)), goesOnInMs: undefined };
      }),
    );
    expect([exitCode, portions, await opened(), out]).toEqual([
      EXIT.findings,
      3,
      1,
      expect.stringMatching(/✖ SEC, Incident of yore: .*\n {4}could not be looked at to the end: .*Incident of yore/),
    ]);
  });

  it.each([
    [['--source', 'jira', '--since', '2027-01-01'], EXIT.findings, '--since 2027-01-01 is in the future'],
    [[...DAYS, '--until', '2027-01-01'], EXIT.findings, '--until 2027-01-01 is in the future'],
    [[...DAYS, '--until', '2025-12-31'], EXIT.findings, '--since 2026-01-01 is after --until 2025-12-31'],
    [['--source', 'jira', '--since', '1 May'], EXIT.usage, 'It is no day such as 2026-01-31'],
    [['--source', 'jira', '--since', '2026-02-30'], EXIT.usage, 'It is no day such as 2026-01-31'],
    [['--source', 'jira'], EXIT.usage, "required option '--since <day>' not specified"],
    [['--source', 'jria', '--since', '2026-01-01'], EXIT.usage, 'Allowed choices are jira, holdfast-json'],
    [[...DAYS, '--at-most', '0'], EXIT.usage, 'It is no whole number above 0'],
    [['--source', 'holdfast-json', '--since', '2026-01-01'], EXIT.findings, 'cannot ask holdfast-json for closures'],
  ])('says what is wrong with %j', async (args, exitCode, because) => {
    const answer = await holdfast(args);
    expect([answer.exitCode, answer.err]).toEqual([exitCode, expect.stringContaining(because)]);
  });

  it('says that an installation of an earlier version does not know it', async () => {
    const { exitCode, err } = await holdfast(
      DAYS,
      installation(() => Promise.resolve(undefined)),
    );
    expect([exitCode, err]).toEqual([EXIT.findings, expect.stringContaining('deploy this version')]);
  });
});
