import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** Facts about the stack of `npm run local` that a command in another terminal needs. */
const Session = z.object({
  processId: z.int(),
  /** The desk: `session-desk.ts`. */
  deskUrl: z.string(),
  deskKey: z.string(),
  apiUrl: z.string(),
  jiraUrl: z.string(),
  /** Where a browser finds the console. */
  pagesUrl: z.string(),
});
export type Session = z.infer<typeof Session>;

/** One for each checkout. Tests name another, so that they do not meet what a person has running. */
export const sessionFolder = (): string =>
  process.env.HOLDFAST_SESSION_FOLDER ?? fileURLToPath(new URL('../../.holdfast/local', import.meta.url));

const sessionFile = () => join(sessionFolder(), 'session.json');

/** Only for the eyes of whoever started it: the key lets its bearer sign in as anybody. */
export async function writeSession(session: Session): Promise<void> {
  await mkdir(sessionFolder(), { recursive: true });
  await writeFile(sessionFile(), JSON.stringify(session, undefined, 2), { mode: 0o600 });
}

export const removeSession = (): Promise<void> => rm(sessionFile(), { force: true });

/** @throws Error that says how to start one, when none runs */
export async function readSession(): Promise<Session> {
  const session = await sessionThatRuns();
  if (session === undefined) throw new Error('Nothing is running: start it with `npm run local` in another terminal.');
  return session;
}

/** @returns undefined when none runs; what a process that was killed left behind does not count */
export async function sessionThatRuns(): Promise<Session | undefined> {
  const text = await readFile(sessionFile(), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const session = Session.safeParse(JSON.parse(text)).data;
  return session !== undefined && isAlive(session.processId) ? session : undefined;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0); // Signal 0 asks only whether the process is there.
    return true;
  } catch {
    return false;
  }
}
