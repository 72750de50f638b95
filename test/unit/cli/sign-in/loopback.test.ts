import { describe, expect, it } from 'vitest';
import { takeBack } from '../../../../cli/sign-in/loopback.ts';
import { freePort } from '../../../../local/emulator/free-port.ts';

const anAddress = async () => `http://localhost:${await freePort()}/signed-in`;
const statusOf = async (url: string) => (await fetch(url)).status;

describe('a browser that is sent back', () => {
  it('is taken once it brings the state of this sign-in; no other page can end it', async () => {
    const back = await takeBack([await anAddress()]);
    const cameBack = back.cameBack('our-state');
    const { redirectUri } = back;
    const others = [
      await statusOf(`${redirectUri}?code=stolen&state=another`),
      await statusOf(`${redirectUri}?code=stolen`),
      await statusOf(redirectUri.replace('signed-in', '?state=our-state')),
    ];
    const ours = await fetch(`${redirectUri}?code=c&state=our-state`);
    const page = await ours.text();
    back.close();
    expect([others, ours.status, (await cameBack).search]).toEqual([[404, 404, 404], 200, '?code=c&state=our-state']);
    expect([page.includes('close this page'), page.includes('script')]).toEqual([true, false]);
  });

  it('is taken at the next address where a port is in use', async () => {
    const [first, second] = [await anAddress(), await anAddress()];
    const other = await takeBack([first]);
    const ours = await takeBack([first, second]);
    const none = takeBack([first, second]);
    await expect(none).rejects.toThrow('are all in use');
    other.close();
    ours.close();
    expect(ours.redirectUri).toBe(second);
  });

  it('finds nobody there any more', async () => {
    const back = await takeBack([await anAddress()]);
    back.close();
    await expect(fetch(back.redirectUri)).rejects.toThrow('fetch failed');
  });
});
