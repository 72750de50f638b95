import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { RandomSource } from './seeded-random.ts';

const run = promisify(execFile);

type Killing = {
  /** The process from which the sandboxes descend; undefined when they are out of reach, in a container. */
  ancestor: number | undefined;
  everyMs: number;
  atMost: number;
  random: RandomSource;
  until: AbortSignal;
};

/**
 * Kills function sandboxes: Node processes that descend from the emulator's process, one at a time, at random, with no
 * chance to say goodbye.
 *
 * @returns how many it killed, once it is told to end
 */
export async function killFunctions({ ancestor, everyMs, atMost, random, until }: Killing): Promise<number> {
  let killed = 0;
  while (ancestor !== undefined && killed < atMost) {
    const isOver = await wait(everyMs, false, { signal: until }).catch(() => true);
    if (isOver) break;
    const sandboxes = await warmNodeProcessesUnder(ancestor);
    const victim = sandboxes[Math.floor(random() * sandboxes.length)];
    if (victim !== undefined && killOne(victim)) killed += 1;
  }
  return killed;
}

function killOne(processId: number): boolean {
  try {
    return process.kill(processId, 'SIGKILL');
  } catch {
    return false; // It ended by itself since it was listed.
  }
}

/**
 * The emulator answers the death of a sandbox that is just starting by ending all sandboxes of that function, those that
 * start among them, whose deaths it answers in the same way: that never ends. On AWS each sandbox dies alone.
 */
const WARM_AFTER_SECONDS = 5;

async function warmNodeProcessesUnder(ancestor: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,etime=,args=']);
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [id, parent, age = '', program = ''] = line.trim().split(/\s+/);
      return { id: Number(id), parent: Number(parent), ageSeconds: secondsIn(age), program };
    });
  const family = new Set([ancestor]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { id, parent } of processes) if (family.has(parent)) family.add(id);
  }
  return processes
    .filter(({ id, program, ageSeconds }) => {
      return family.has(id) && /(^|\/)node$/.test(program) && ageSeconds >= WARM_AFTER_SECONDS;
    })
    .map(({ id }) => id);
}

/** `ps` says `[[days-]hours:]minutes:seconds`. */
function secondsIn(elapsed: string): number {
  const [seconds = 0, minutes = 0, hours = 0, days = 0] = elapsed.split(/[-:]/).reverse().map(Number);
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
