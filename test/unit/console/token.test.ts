import { beforeEach, describe, expect, it, vi } from 'vitest';

const wiped = vi.fn();
const reload = vi.fn();
const session = { status: 401, body: {} as unknown };
let page = new EventTarget();

const tokenOf = (sub: string) => ({ token: `x.${btoa(JSON.stringify({ sub }))}.x`, endsAt: '2999-01-01T00:00:00Z' });

/** The module of a page that was loaded just now. */
async function loaded() {
  vi.resetModules();
  return import('../../../console/session/token.ts');
}

describe('a page whose sign-out did not lead away', () => {
  beforeEach(() => {
    vi.clearAllMocks();
    vi.stubGlobal('fetch', async () => Response.json(session.body, { status: session.status }));
    page = new EventTarget();
    vi.stubGlobal('location', { reload });
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  });

  it('is told by another tab that somebody is signed in again', async () => {
    const { takeAway } = await loaded();
    takeAway(wiped);
    Object.assign(session, { status: 200, body: tokenOf('nina') });
    const beside = new BroadcastChannel('holdfast-session');
    beside.postMessage('somebody is signed in');
    await vi.waitFor(() => expect(reload).toHaveBeenCalled());
    beside.close();
  });

  it('wipes the device when it is left, while nobody is signed in again', async () => {
    const { idToken, takeAway } = await loaded();
    takeAway(wiped);
    session.status = 401;
    await expect(idToken()).rejects.toThrow('You are not signed in');
    page.dispatchEvent(new Event('pagehide'));
    expect([wiped.mock.calls.length, reload.mock.calls.length]).toEqual([1, 0]);
  });

  it('begins anew once somebody is signed in again, and leaves what is theirs on the device', async () => {
    const { idToken, isTakenAway, takeAway } = await loaded();
    takeAway(wiped);
    Object.assign(session, { status: 200, body: tokenOf('nina') });
    let isShown = false;
    void idToken().then(() => {
      isShown = true;
    });
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    page.dispatchEvent(new Event('pagehide'));
    expect([wiped.mock.calls.length, isShown, isTakenAway()]).toEqual([0, false, true]);
  });

  it('is not loaded anew by a token that was asked for before the sign-out', async () => {
    const { idToken, takeAway } = await loaded();
    Object.assign(session, { status: 200, body: tokenOf('nina') });
    const asked = idToken();
    takeAway(wiped);
    await asked;
    expect(reload).not.toHaveBeenCalled();
  });
});
