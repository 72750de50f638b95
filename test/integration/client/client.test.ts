import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { answered, HoldfastError, holdfastClient, pagesOf } from '../../../client/client.ts';
import { apiServer } from '../../support/api/api-server.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { ticketedRemediation } from '../../support/world/stories.ts';

const run = promisify(execFile);
const { world, anna, ben } = apiForEachTest();
const root = new URL('../../../', import.meta.url).pathname;

let server: Awaited<ReturnType<typeof apiServer>> | undefined;
afterEach(() => server?.close());

async function clientOf(who: string) {
  server = await apiServer({ anna, ben });
  return holdfastClient({ apiUrl: server.apiUrl, token: () => who });
}

describe('the typed client', () => {
  it('opens a record, writes in it by the version that it read, and reads it', async () => {
    const client = await clientOf('anna');
    const opened = answered(
      await client.POST('/post-mortems', { body: { kind: 'incident', title: 'Told by phone', severity: 'high' } }),
    );
    const params = { path: { id: opened.data.id } };
    answered(await client.PUT('/post-mortems/{id}/sections/summary', { params, body: { text: 'A phone call.' } }));
    const { data, etag } = answered(await client.GET('/post-mortems/{id}', { params }));
    expect([data.sections.summary?.text, etag]).toEqual(['A phone call.', `"${data.revision}"`]);
  });

  it('says in one error all that the API did not take', async () => {
    const client = await clientOf('anna');
    const refused = await client.GET('/remediations', { params: { query: { limit: 0 } } });
    expect(() => answered(refused)).toThrow(HoldfastError);
    expect(() => answered(refused)).toThrow(/limit: /);
  });

  it('goes through all pages of a list', async () => {
    const client = await clientOf('anna');
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const body = { kind: 'incident' as const, title: 'Told by phone', severity: 'high' as const };
      ids.push(answered(await client.POST('/post-mortems', { body })).data.id);
    }
    const found: string[] = [];
    const pages = pagesOf((cursor) =>
      client.GET('/post-mortems', { params: { query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } } }),
    );
    for await (const { postMortems } of pages) found.push(...postMortems.map(({ id }) => id));
    expect(found.toSorted()).toEqual(ids);
  });

  it('is built, and its example runs', { timeout: 60_000 }, async () => {
    const fix = await ticketedRemediation(world());
    world().clock.advance('P60D');
    await world().sweep();
    await world().deliver();
    server = await apiServer({ anna, ben });
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-client-'));
    try {
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
      await run(process.execPath, [
        await realpath(join(root, 'node_modules/.bin/tsc')),
        ...['-p', join(root, 'client/tsconfig.json'), '--outDir', folder],
      ]);
      const built = await import(join(folder, 'client.js'));
      expect(Object.keys(built).toSorted()).toEqual(['HoldfastError', 'answered', 'holdfastClient', 'pagesOf']);
      const { stdout } = await run(process.execPath, [join(root, 'client/examples/late-fixes.ts'), fix.ownerTeam], {
        env: { ...process.env, HOLDFAST_API_URL: server.apiUrl, HOLDFAST_TOKEN: 'anna' },
      });
      expect(stdout).toContain(fix.ticket.key);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
