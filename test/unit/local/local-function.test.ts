import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalFunction, localFunction } from '../../../local/in-process/local-function.ts';

const CODE = `
  let calls = 0;
  export async function handler(event) {
    calls += 1;
    if (event.behaviour === 'exit') process.exit(1);
    if (event.behaviour === 'throw outside') setImmediate(() => { throw new Error('nobody catches this'); });
    if (event.behaviour !== 'answer') await new Promise(() => setInterval(() => {}, 1_000));
    return calls;
  }`;

let folder: string;
let running: LocalFunction;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-function-'));
  writeFileSync(join(folder, 'index.mjs'), CODE);
});
afterEach(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});

function begin(timeoutMs: number): (behaviour: string) => Promise<unknown> {
  running = localFunction({ name: 'a-function', folder, timeoutMs }, {}, new PassThrough().resume());
  return (behaviour) => running.invoke({ behaviour }).catch((error: unknown) => String(error));
}
const LONG = 60_000;

describe('a function in a thread', () => {
  it('stays warm between calls', async () => {
    const call = begin(LONG);
    expect([await call('answer'), await call('answer')]).toEqual([1, 2]);
  });

  it.each([
    ['exit', 'its thread ended'],
    ['throw outside', 'nobody catches this'],
  ])('fails its calls when its thread dies (%s), and answers the next one in a new thread', async (behaviour, why) => {
    const call = begin(LONG);
    const [failed, alongside] = await Promise.all([call(behaviour), call('wait for ever')]);
    expect([failed, alongside, await call('answer')]).toEqual([
      expect.stringContaining(why),
      expect.stringContaining(why),
      1,
    ]);
  });

  it('is ended when a call takes longer than it may', async () => {
    // The next thread has to start within the same time, on a machine that may be busy.
    const call = begin(8_000);
    const late = await call('wait for ever');
    expect([late, await call('answer')]).toEqual([
      'FunctionFailed: a-function failed: a call took longer than 8000 ms',
      1,
    ]);
  });
});
