import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { firstBrokenLink } from '../../../shared/domain/history/audit-chain.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { keys } from '../../../shared/store/keys.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { fullRecord } from '../../support/world/full-record.ts';

const { world, api, as, ben } = apiForEachTest();

const reader = (id: string) => as({ kind: 'person', id, name: `Reader ${id}`, email: `${id}@example.com` }, 'auditor');
const olga = reader('olga');

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('looks at a restricted record', () => {
  it('collide neither with each other nor with whoever writes: 12 readers and a writer at once', async () => {
    const { id } = await fullRecord(api(), 'RED');
    const record = `/post-mortems/${id}`;
    const pages = ['', '/timeline', '/hints', '/sections/summary', '/comments', '/remediations'];
    const reading = numbers(12).map(async (number) => {
      const read = reader(`reader-${number}`);
      const statuses: number[] = [];
      for (const page of pages) statuses.push((await read('GET', `${record}${page}`)).status);
      return statuses;
    });
    const writing = (async () => {
      const statuses: number[] = [];
      for (const number of numbers(12)) {
        const entry = { at: '2026-11-20T09:00:00Z', what: `Entry ${number}`, kind: 'action' };
        statuses.push((await ben('POST', `${record}/timeline`, entry)).status);
      }
      return statuses;
    })();
    const refused = [...(await Promise.all(reading)).flat(), ...(await writing)].filter((status) => status >= 300);
    const looks = await world().store.looks(PostMortemId.parse(id));
    const asked = numbers(12).flatMap((number) =>
      pages.map((page) => `reader-${number} ${page === '' ? 'the record' : page.slice(1)}`),
    );
    expect([refused, looks.map(({ actor, data }) => `${actor.id} ${String(data.what)}`).toSorted()]).toEqual([
      [],
      asked.toSorted(),
    ]);
    expect(firstBrokenLink(looks, sha256)).toBeUndefined();
  });

  it('say after which entry of the log they were', async () => {
    const { id } = await fullRecord(api(), 'RED');
    const before = await world().store.sequence(PostMortemId.parse(id));
    await olga('GET', `/post-mortems/${id}`);
    await ben('POST', `/post-mortems/${id}/root-causes`, { kind: 'human', statement: 'Written after the look' });
    await olga('GET', `/post-mortems/${id}`);
    const after = (await world().store.looks(PostMortemId.parse(id))).map(({ data }) => data.afterEntry);
    expect(after).toEqual([before, before + 1]);
  });

  it('are listed page by page to the end, though each page is a look, too', async () => {
    const { id } = await fullRecord(api(), 'RED');
    for (const number of numbers(4)) await reader(`reader-${number}`)('GET', `/post-mortems/${id}`);
    const actors: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await olga('GET', `/post-mortems/${id}/looks?limit=2${cursor}`);
      actors.push(...Object(body).looks.map(({ actor }: { actor: { id: string } }) => actor.id));
      if (Object(body).next === undefined) break;
      cursor = `&cursor=${Object(body).next}`;
    }
    expect(actors).toEqual(['reader-0', 'reader-1', 'reader-2', 'reader-3', 'olga']);
  });

  it('stand in a chain that shows when one of them is changed', async () => {
    const { id } = await fullRecord(api(), 'RED');
    await olga('GET', `/post-mortems/${id}`);
    await olga('GET', `/post-mortems/${id}/comments`);
    const verified = async () => Object((await olga('GET', `/post-mortems/${id}/events/verification`)).body).findings;
    const before = await verified();
    await world().table.client.send(
      new UpdateCommand({
        TableName: world().table.name,
        Key: keys.look(PostMortemId.parse(id), 1),
        UpdateExpression: 'SET #event.#actor.#id = :somebody',
        ExpressionAttributeNames: { '#event': 'event', '#actor': 'actor', '#id': 'id' },
        ExpressionAttributeValues: { ':somebody': 'eve' },
      }),
    );
    expect([before, await verified()]).toEqual([
      [],
      [{ kind: 'broken chain', where: 'LOOK#0000000001', what: 'its content was changed' }],
    ]);
  });
});
