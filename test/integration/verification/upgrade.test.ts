import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listRegrading, type RegradeDependencies, reopenEarlier } from '../../../cli/regrade/regrade.ts';
import { readAnchors } from '../../../shared/audit/read-anchors.ts';
import { verifyRecords } from '../../../shared/audit/verify-records.ts';
import { parseEvent } from '../../../shared/domain/events/events.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { readWalk } from '../../../shared/store/queues/watched.ts';
import { lateness } from '../../../shared/tickets/tell-standing.ts';
import { standingNow } from '../../../shared/verification/check-now.ts';
import { lookAtAllOnce } from '../../../shared/verification/look-at-all.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { testTerminal } from '../../support/machine/test-terminal.ts';
import { STORED_AT, storePreviousRelease } from '../../support/samples/previous-release.ts';
import { aCause } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
const Report = z.object({
  found: z.record(z.string(), z.int()),
  waiting: z.array(z.object({ ticket: z.string() })),
  reopened: z.array(z.object({ ticket: z.string() })),
});
const RECORD = PostMortemId.parse('01KA0000000000000000000005');
let world: World;

/** The table of the previous release, at the moment at which this one is deployed over it. */
beforeEach(async () => {
  world = await startWorld(endpoint());
  await storePreviousRelease(world.table);
  world.clock.advance('P131D');
  world.clock.advance('PT3H5M');
  expect(world.now()).toBe(STORED_AT);
  // The ids that the test of the previous release counted.
  for (let used = 0; used < 5_000; used += 1) world.newId();
});
afterEach(() => world.close());

const fixes = () => world.store.remediations(RECORD);
const fixNamed = async (title: string): Promise<Remediation> => {
  const found = (await fixes()).find((one) => one.title === title);
  if (found === undefined) throw new Error(`there is no fix "${title}"`);
  return found;
};
const logLength = async () => (await world.store.events(RECORD)).length;

/** The schedule goes on for some hours after the deployment. */
async function upgraded(): Promise<void> {
  await world.verify();
  for (const _ of ['14:05', '15:05']) {
    world.clock.advance('PT1H');
    await world.verify();
  }
}

async function signal(subjectId: string, outcome: 'pass' | 'fail'): Promise<void> {
  const observed: Signal = {
    ...{ id: world.newId(), subject: { type: 'control', id: subjectId } },
    ...{ outcome, observedAt: world.now(), source: 'scanner' },
  };
  const event = world.event({ type: 'Signal Recorded', data: { signal: observed } });
  await storeSignal(world.table, observed, event);
  await world.handOver(event);
}

async function standings() {
  const all = (await fixes()).map((fix): [string, unknown] => {
    const { doubt, silence, grade } = { doubt: undefined, silence: undefined, grade: undefined, ...fix };
    return [fix.title, [fix.state, grade ?? silence?.rung ?? (doubt === undefined ? '' : `in doubt: ${doubt.source}`)]];
  });
  return Object.fromEntries(all);
}

const AFTER_THE_UPGRADE = {
  'ticket state only': ['verified', 'done, not tested'],
  'attestation only': ['verified', 'attested'],
  'attested as failed': ['verifying', 'in doubt: attestation'],
  'fresh passes': ['verified', 'proven'],
  'old passes': ['verifying', 'late'],
  'failed unheard': ['verifying', 'in doubt: scanner'],
  'failed just now': ['verifying', 'in doubt: scanner'],
  // Its two steps had passed by one signal; each wants its own now.
  'on its way': ['verifying', 'late'],
  'without evidence': ['claimed', 'late'],
  'failed and reopened': ['open', ''],
  'never claimed': ['open', ''],
};

describe('what the previous release stored', () => {
  it('is whole for verify-chain, before its fixes are regraded and after', async () => {
    const verify = () => verifyRecords({ table: world.table, anchors: readAnchors([]), now: world.now }, RECORD);
    const before = await verify();
    await upgraded();
    expect([before.isWhole, (await verify()).isWhole]).toEqual([true, true]);
  });

  it('is told by a check that somebody asks for as the schedule judges it: a fail from before waits for a person', async () => {
    await upgraded();
    const { id: remediationId, postMortemId } = await fixNamed('failed unheard');
    const standing = await standingNow(world, { postMortemId, remediationId });
    expect(standing).toMatchObject({ state: 'verifying', grade: 'awaiting', doubt: { source: 'scanner' } });
    expect(standing.results.map(({ outcome }) => outcome)).toContain('unsettled');
  });

  it('is regraded within hours, each fix by one event, and nothing is reopened', async () => {
    const before = await logLength();
    await upgraded();
    const written = (await world.store.events(RECORD)).slice(before);
    const ofFix = Map.groupBy(written, ({ data }) => ('remediationId' in data ? data.remediationId : ''));
    const types = Object.fromEntries(
      (await fixes()).map(({ id, title }) => [title, (ofFix.get(id) ?? []).map(({ type }) => type)]),
    );
    expect([await standings(), types]).toEqual([
      AFTER_THE_UPGRADE,
      {
        'ticket state only': ['Remediation Regraded'],
        'attestation only': ['Remediation Regraded'],
        'attested as failed': ['Remediation Regraded'],
        'fresh passes': ['Remediation Regraded'],
        'old passes': ['Remediation Regraded'],
        'failed unheard': ['Remediation Regraded'],
        'failed just now': ['Remediation Regraded'],
        'on its way': ['Remediation Evidence Late'],
        'without evidence': ['Remediation Evidence Late'],
        'failed and reopened': [],
        'never claimed': [],
      },
    ]);
  });

  it('has the owners told whose evidence is late, and nobody else', async () => {
    await upgraded();
    const regraded = (await world.store.events(RECORD))
      .map(({ type, data }) => parseEvent(type, data))
      .flatMap((event) => (event.type === 'Remediation Regraded' ? [event] : []));
    const { id } = await fixNamed('old passes');
    const told = regraded.flatMap((event) => lateness(event)?.data ?? []);
    expect(regraded).toHaveLength(7);
    expect(told.map(({ remediationId, expectedAt }) => [remediationId, expectedAt])).toEqual([
      [id, '2027-04-01T14:05:00.000Z'],
    ]);
  });

  it('is late from the upgrade on, and unproven a week after it', async () => {
    await upgraded();
    const silence = async (title: string) => {
      const fix = await fixNamed(title);
      return 'silence' in fix ? fix.silence : undefined;
    };
    const late = await silence('old passes');
    world.clock.advance('P6DT21H');
    await world.verify();
    const dayBefore = [await silence('old passes'), await silence('without evidence')];
    world.clock.advance('PT4H');
    await world.verify();
    expect([late, dayBefore, (await silence('old passes'))?.rung]).toEqual([
      { rung: 'late', expectedAt: '2027-04-01T14:05:00.000Z' },
      [late, { rung: 'late', expectedAt: STORED_AT }],
      'unproven',
    ]);
  });

  it('is not reopened by a source that goes on with its fail, and is by a fail after a pass', async () => {
    await upgraded();
    await signal('unheard', 'fail');
    world.clock.advance('PT2H');
    await world.verify();
    const gone = (await fixNamed('failed unheard')).state;
    await signal('unheard', 'pass');
    world.clock.advance('PT1H');
    await signal('unheard', 'fail');
    world.clock.advance('PT2H');
    await world.verify();
    expect([gone, (await fixNamed('failed unheard')).state]).toEqual(['verifying', 'regressed']);
  });

  it('regresses as usual by a fail from after the upgrade, also before the walk has reached the fix', async () => {
    await world.verify();
    world.clock.advance('PT1M');
    await signal('fresh', 'fail');
    world.clock.advance('PT2H');
    await world.verify();
    expect((await fixNamed('fresh passes')).state).toBe('regressed');
  });

  it('recovers without a person when its source passes for a week', async () => {
    await upgraded();
    for (let day = 0; day <= 8; day += 1) {
      await signal('unheard', 'pass');
      world.clock.advance('P1D');
    }
    await world.verify();
    const fix = await fixNamed('failed unheard');
    expect([fix.state, fix.reopenCount, 'doubt' in fix && fix.doubt]).toEqual(['verifying', 0, false]);
  });
});

describe('the walk through all fixes', () => {
  it('goes on where the run before ended, and ends', async () => {
    await world.verify();
    world.clock.advance('PT1H');
    const walk = () => lookAtAllOnce({ ...world, hasTime: () => true }, aCause(), 2);
    const places: (string | undefined)[] = [];
    for (let run = 0; run < 8; run += 1) {
      await walk();
      const { after, isThrough } = await readWalk(world.table);
      places.push(isThrough ? 'through' : `${after?.nextActionQueue} ${after?.nextActionAt} ${after?.sk}`);
    }
    const before = await logLength();
    await walk();
    expect([places.at(-1), new Set(places).size, await standings(), (await logLength()) - before]).toEqual([
      'through',
      places.indexOf('through') + 1,
      AFTER_THE_UPGRADE,
      0,
    ]);
  });
});

describe('holdfast regrade', () => {
  async function told(command: (deps: RegradeDependencies) => Promise<boolean>) {
    const { terminal, out } = testTerminal();
    const isFine = await command({ installation: { table: world.table }, terminal, now: world.now, asJson: true });
    return { isFine, ...Report.parse(JSON.parse(out())) };
  }
  const everything = async () =>
    (await world.table.client.send(new ScanCommand({ TableName: world.table.name, ConsistentRead: true }))).Items;

  it('tells before the upgrade what it will find, and writes nothing', async () => {
    const before = await everything();
    const report = await told(listRegrading);
    expect([await everything(), report.isFine, report.found]).toEqual([
      before,
      false,
      { 'done, not tested': 1, attested: 1, proven: 1, late: 1, 'in doubt': 3 },
    ]);
    expect(report.waiting).toHaveLength(2);
    await expect(told((deps) => reopenEarlier(deps, { atMost: 1, by: 'lea@acme.example' }))).rejects.toThrow(
      'has judged nothing yet',
    );
  });

  it('reopens in portions, the longest failing first, and the log says who decided it', async () => {
    await upgraded();
    const before = await logLength();
    const portions: unknown[] = [];
    for (let run = 0; run < 4; run += 1) {
      const { isFine, reopened, waiting } = await told((deps) =>
        reopenEarlier(deps, { atMost: 1, by: 'lea@acme.example' }),
      );
      portions.push([isFine, reopened.length, waiting.length]);
    }
    const written = (await world.store.events(RECORD)).slice(before);
    expect(portions).toEqual([
      [false, 1, 2],
      [false, 1, 1],
      [true, 1, 0],
      [true, 0, 0],
    ]);
    expect(written.map(({ type, actor }) => [type, actor])).toEqual(
      Array.from({ length: 3 }, () => [
        'Remediation Regressed',
        { kind: 'machine', id: 'holdfast regrade', owner: 'lea@acme.example' },
      ]),
    );
    expect(await standings()).toEqual({
      ...AFTER_THE_UPGRADE,
      'attested as failed': ['regressed', ''],
      'failed unheard': ['regressed', ''],
      'failed just now': ['regressed', ''],
    });
  });
});
