import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { apiServer } from '../../support/api/api-server.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';

const { world, anna, ben } = apiForEachTest();
let server: Awaited<ReturnType<typeof apiServer>>;
beforeEach(async () => {
  server = await apiServer({ anna, ben });
});
afterEach(async () => {
  await server.close();
});

async function printed(...args: string[]): Promise<string> {
  const { exitCode, out, err } = await server.as('ben', ...args);
  expect([exitCode, err]).toEqual([0, '']);
  return out;
}

const NAME = '2026-11-21T10-00-00.000Z-overdue';

describe('holdfast report', () => {
  it('has one made, says where it is, and shows it in every form', async () => {
    expect(await printed('report', 'make', 'overdue')).toBe(`${NAME} is being made: holdfast report show ${NAME}\n`);
    await world().publishReports();
    expect(await printed('report', 'make', 'overdue', '--wait')).toBe(
      `${NAME} is made: holdfast report show ${NAME}\n`,
    );
    expect(await printed('report', 'list')).toMatch(/^NAME +MADE FOR +SUMMARY\n2026-11-21T10-00-00.000Z-overdue +Ben/);
    const text = await printed('report', 'show', 'overdue');
    expect(text).toMatch(/^# /);
    expect(await printed('report', 'show', NAME)).toBe(text);
    expect(await printed('report', 'show', NAME, '--html')).toContain('<!doctype html>');
    expect(await printed('report', 'show', NAME, '--csv')).toMatch(/^what,title,/);
    expect(JSON.parse(await printed('report', 'show', NAME, '--json'))).toMatchObject({ kind: 'overdue' });
    const file = await server.file('report.html', '');
    const { err } = await server.as('ben', 'report', 'show', NAME, '--html', '--out', file);
    expect([err, await readFile(file, 'utf8')]).toEqual([
      `${NAME} is in ${file}\n`,
      expect.stringContaining('<!doctype html>'),
    ]);
  });

  it('waits until it is made', async () => {
    const making = printed('report', 'make', 'overdue', '--wait');
    await expect.poll(() => world().asked.length).toBe(1);
    await world().publishReports();
    expect(await making).toContain('is made');
  });

  it('is announced by mail where that is asked for', async () => {
    await printed('report', 'make', 'validation', '--mail');
    await world().publishReports();
    expect((await world().outbox()).map(({ type }) => type)).toEqual(['Report Published']);
  });

  it('downloads one that is too long for an answer', async () => {
    await printed('report', 'make', 'overdue');
    await world().publishReports();
    const key = `reports/overdue/2026-11-21/${NAME}.md`;
    const whole = 'x'.repeat(4_500_001);
    await world().reports.put({ key, body: whole });
    world().reportFiles.link = () => Promise.resolve(`data:text/plain,${whole.slice(1)}!`);
    expect(await printed('report', 'show', NAME)).toHaveLength(whole.length);
  });

  it.each([
    [['report', 'show', 'overdue'], 'there is no overdue report yet\n  have one made: holdfast report make overdue'],
    [['report', 'show', NAME], 'look for its name: holdfast report list'],
  ])('says of %j what to do', async (args, said) => {
    const { exitCode, err } = await server.as('ben', ...args);
    expect([exitCode, err]).toEqual([1, expect.stringContaining(said)]);
  });

  it('prints one form, and not two', async () => {
    const { exitCode, err } = await server.as('ben', 'report', 'show', NAME, '--html', '--json');
    expect([exitCode, err]).toEqual([2, expect.stringContaining('not two of them')]);
  });

  it('is for those who may read every record', async () => {
    const { exitCode, err } = await server.as('anna', 'report', 'list');
    expect([exitCode, err]).toEqual([1, expect.stringContaining('your role may not read reports')]);
  });
});

describe('holdfast signal list', () => {
  it('prints what sources said as a table, as CSV and filtered', async () => {
    const signal: Signal = {
      id: 'run-1',
      subject: { type: 'technique', id: 'T1566.002' },
      outcome: 'not judged',
      reason: 'suppressed',
      observedAt: world().now(),
      source: 'mail-simulation',
    };
    await storeSignal(world().table, signal, world().event({ type: 'Signal Recorded', data: { signal } }));
    const all = await printed('signal', 'list');
    expect(
      all
        .split('\n')
        .slice(0, 2)
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['ARRIVED', 'OUTCOME', 'SOURCE', 'SUBJECT', 'RESOURCE', 'SAYS'],
      [
        world().now(),
        'not judged',
        'mail-simulation',
        'technique T1566.002 Phishing: Spearphishing Link',
        'suppressed',
      ],
    ]);
    expect([
      await printed('signal', 'list', '--type', 'technique', '--subject', 'T1566.002', '--outcome', 'not judged'),
      await printed('signal', 'list', '--by', 'another'),
      await printed('signal', 'list', '--before', world().now()),
      await printed('signal', 'list', '--since', world().now(), '--resource', '*'),
    ]).toEqual([all, 'no signals\n', 'no signals\n', all]);
    expect(await printed('signal', 'list', '--csv')).toMatch(/^receivedAt,/);
  });
});
