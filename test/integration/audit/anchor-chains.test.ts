import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorChainsHandler } from '../../../functions/anchor-chains/handler.ts';
import { linkTicket } from '../../../shared/domain/record/decide/open-record.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { anchorFiles } from '../../support/samples/anchor-files.ts';
import { aCause, openedRecord, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let files: ReturnType<typeof anchorFiles>;
beforeEach(async () => {
  world = await startWorld(endpoint());
  files = anchorFiles(world.now);
});
afterEach(() => world.close());

const run = () => anchorChainsHandler({ ...world, putNew: files.putNew })();
const anchored = (day: string) => JSON.parse(files.all().find(({ key }) => key === `anchors/${day}.json`)?.text ?? '0');

describe('anchor-chains', () => {
  it('writes the newest head of each record that changed on a day, once the day is over', async () => {
    const { postMortemId } = await ticketedRemediation(world);
    expect((await run()).anchored.map(({ day }) => day)).not.toContain('2026-11-21');

    world.clock.advance('P1D');
    const last = (await world.store.events(postMortemId)).at(-1);
    expect(await run()).toEqual({ anchored: [{ day: '2026-11-21', heads: 1 }] });
    expect(anchored('2026-11-21')).toEqual({
      version: 1,
      day: '2026-11-21',
      heads: [{ postMortemId, sequence: last?.sequence, hash: last?.hash }],
    });
  });

  it('anchors the days that it missed, each with what changed on it, and each once', async () => {
    const first = await openedRecord(world);
    world.clock.advance('P3D');
    const second = await openedRecord(world);
    world.clock.advance('P1D');
    await run();
    const heads = ['2026-11-21', '2026-11-22', '2026-11-24'].map((day) =>
      anchored(day).heads.map(({ postMortemId }: { postMortemId: string }) => postMortemId),
    );
    expect(heads).toEqual([[first.id], [], [second.id]]);
    expect(await run()).toEqual({ anchored: [] });
  });

  it('goes on where a run broke off, and leaves what is written as it is', async () => {
    await openedRecord(world);
    world.clock.advance('P2D');
    let calls = 0;
    const breaksOff = anchorChainsHandler({
      ...world,
      putNew: async (file) => {
        calls += 1;
        if (calls === 30) throw new Error('the network is gone');
        return files.putNew(file);
      },
    });
    await expect(breaksOff()).rejects.toThrow('the network is gone');
    expect(await run()).toEqual({ anchored: [{ day: '2026-11-22', heads: 0 }] });
    expect(files.all()).toHaveLength(30);
  });

  it('has nothing of a record in which nothing happened', async () => {
    const { id } = await openedRecord(world);
    world.clock.advance('P1D');
    await world.store.changePostMortem(id, linkTicket, aCause());
    world.clock.advance('P1D');
    await run();
    expect(anchored('2026-11-22')).toEqual({ version: 1, day: '2026-11-22', heads: [] });
  });
});
