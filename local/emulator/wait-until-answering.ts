import { setTimeout as sleep } from 'node:timers/promises';
import type { LeashedProcess } from './leashed-process.ts';

const pollEveryMs = 50;

interface Wait {
  readonly url: string;
  readonly of: LeashedProcess;
  readonly timeoutMs: number;
  /** True for an HTTP status that counts as up; by default only success does. */
  readonly isUp?: (status: number) => boolean;
}

/** Polls a URL until it answers. Fails at once when the process behind it has ended, and after `timeoutMs` in any case. */
export async function waitUntilAnswering({ url, of, timeoutMs, isUp = isSuccess }: Wait): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  while (of.isRunning()) {
    if (await answers(url, isUp)) return;
    if (Date.now() > giveUpAt) {
      throw new Error(`${url} did not answer within ${timeoutMs / 1000} s. Last output:\n${await of.lastWords()}`);
    }
    await sleep(pollEveryMs);
  }
  throw new Error(`The process behind ${url} ended while starting. Last output:\n${await of.lastWords()}`);
}

async function answers(url: string, isUp: (status: number) => boolean): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return isUp(response.status);
  } catch {
    return false; // Not listening yet: exactly what we wait for.
  }
}

const isSuccess = (status: number) => status >= 200 && status < 300;
