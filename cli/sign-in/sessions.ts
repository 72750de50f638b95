import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { jsonIn } from '../../shared/domain/words/well-formed.ts';
import { ProtectedResource } from '../../shared/sign-in/protected-resource.ts';
import { CommandFailure } from '../failure.ts';

/** Somebody who is signed in to an installation, on this machine. */
const ApiSession = z.object({
  signIn: ProtectedResource.shape.command_line,
  refreshToken: z.string(),
  idToken: z.string(),
  /** End of the id token, ISO 8601 UTC. */
  idTokenEndsAt: z.string(),
});
export type ApiSession = z.infer<typeof ApiSession>;

const Sessions = z.object({
  /** Address of the API that was signed in to last. */
  current: z.string().optional(),
  /** By the address of the API. */
  sessions: z.record(z.string(), ApiSession),
});
type Sessions = z.infer<typeof Sessions>;

/** The file of sessions, where the system keeps what belongs to a user: https://specifications.freedesktop.org/basedir-spec/latest/ */
export function sessionsPath(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const folder = platform === 'win32' ? env.APPDATA : env.XDG_CONFIG_HOME;
  return join(folder ?? join(homedir(), '.config'), 'holdfast', 'sessions.json');
}

/**
 * Sessions in a file that its owner alone can read. Whoever has a refresh token is that person until it ends, as with the keys of
 * ssh; so a file that others can read is refused, too.
 */
export function sessionsIn(path: string, platform = process.platform) {
  async function read(): Promise<Sessions> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return { sessions: {} };
    if (platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) {
      throw new CommandFailure(
        `others can read ${path}, and with it act as you`,
        `take that away (chmod 600 ${path}), and sign in again`,
      );
    }
    const parsed = Sessions.safeParse(jsonIn(text));
    if (parsed.success) return parsed.data;
    throw new CommandFailure(`${path} is not a file of sessions`, 'remove it, and sign in again: holdfast login');
  }

  /** Whole or not at all: a second command may read it meanwhile. */
  async function write(sessions: Sessions): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const next = `${path}.${randomUUID()}`;
    try {
      await writeFile(next, `${JSON.stringify(sessions, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      await rename(next, path);
    } finally {
      await rm(next, { force: true });
    }
  }

  return {
    /** The session with an API, or with the one that was signed in to last. */
    async find(apiUrl?: string): Promise<{ apiUrl: string; session: ApiSession } | undefined> {
      const { current, sessions } = await read();
      const wanted = apiUrl ?? current;
      const session = wanted === undefined ? undefined : sessions[wanted];
      return wanted === undefined || session === undefined ? undefined : { apiUrl: wanted, session };
    },
    async keep(apiUrl: string, session: ApiSession): Promise<void> {
      const { sessions } = await read();
      await write({ current: apiUrl, sessions: { ...sessions, [apiUrl]: session } });
    },
    async forget(apiUrl: string): Promise<void> {
      const { current, sessions } = await read();
      const { [apiUrl]: _, ...others } = sessions;
      await write({ ...(current === apiUrl || current === undefined ? {} : { current }), sessions: others });
    },
  };
}
