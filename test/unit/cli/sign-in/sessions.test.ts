import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ApiSession, sessionsIn, sessionsPath } from '../../../../cli/sign-in/sessions.ts';

const API = 'https://api.acme.com';
const session = (idToken: string): ApiSession => ({
  signIn: {
    client_id: 'command-line',
    redirect_uris: ['http://localhost:8473/signed-in'],
    issuer: 'https://issuer.acme.com',
    authorization_endpoint: 'https://sign-in.acme.com/oauth2/authorize',
    token_endpoint: 'https://sign-in.acme.com/oauth2/token',
    revocation_endpoint: 'https://sign-in.acme.com/oauth2/revoke',
  },
  refreshToken: `refresh ${idToken}`,
  idToken,
  idTokenEndsAt: '2026-11-21T11:00:00.000Z',
});

describe('the sessions of somebody on their machine', () => {
  let path: string;
  beforeEach(async () => {
    path = join(await mkdtemp(join(tmpdir(), 'holdfast-')), 'config', 'holdfast', 'sessions.json');
  });
  afterEach(() => rm(dirname(dirname(dirname(path))), { recursive: true, force: true }));

  it('are kept by the address of their API; the last one stands for all', async () => {
    const sessions = sessionsIn(path);
    await sessions.keep(API, session('one'));
    await sessions.keep('https://trial.acme.com', session('two'));
    const found = [await sessions.find(), await sessions.find(API), await sessions.find('https://none.acme.com')];
    expect(found.map((one) => one?.session.idToken)).toEqual(['two', 'one', undefined]);
  });

  it('are gone when they are forgotten, and no other is used in their place', async () => {
    const sessions = sessionsIn(path);
    await sessions.keep(API, session('one'));
    await sessions.keep('https://trial.acme.com', session('two'));
    await sessions.forget('https://trial.acme.com');
    expect([await sessions.find(), (await sessions.find(API))?.session.idToken]).toEqual([undefined, 'one']);
    expect(await readFile(path, 'utf8')).not.toContain('two');
  });

  it('are nobody’s before the first sign-in', async () => {
    expect(await sessionsIn(path).find()).toBeUndefined();
  });

  it('can be read by their owner alone, and leave no other file', async () => {
    await sessionsIn(path).keep(API, session('one'));
    await sessionsIn(path).keep(API, session('two'));
    const modes = [(await stat(path)).mode & 0o777, (await stat(dirname(path))).mode & 0o777];
    expect([modes, await readdir(dirname(path))]).toEqual([[0o600, 0o700], ['sessions.json']]);
  });

  it('are not taken from a file that others can read, and are where there are no such rights', async () => {
    await sessionsIn(path).keep(API, session('one'));
    await chmod(path, 0o640);
    await expect(sessionsIn(path, 'linux').find()).rejects.toThrow('others can read');
    expect(await sessionsIn(path, 'win32').find()).toMatchObject({ apiUrl: API });
  });

  it.each(['', '{', '{"sessions":{"https://api.acme.com":{}}}'])(
    'say what to do about a broken file: %j',
    async (text) => {
      await sessionsIn(path).keep(API, session('one'));
      await writeFile(path, text);
      await expect(sessionsIn(path).find()).rejects.toMatchObject({
        advice: expect.stringContaining('holdfast login'),
      });
    },
  );

  it.each([
    [{ XDG_CONFIG_HOME: '/home/anna/settings' }, 'linux', '/home/anna/settings/holdfast/sessions.json'],
    [{ APPDATA: '/users/anna/appdata' }, 'win32', '/users/anna/appdata/holdfast/sessions.json'],
  ] as const)('are where the system keeps such files: %j on %s', (env, platform, expected) => {
    expect(sessionsPath(env, platform)).toBe(expected);
  });
});
