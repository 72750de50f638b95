import { describe, expect, it } from 'vitest';
import { looked } from '../../../shared/domain/words/look.ts';
import { connectionOfInstances, UnknownInstance } from '../../../shared/intake/several-instances.ts';
import type { PolledScope, SourceConnection } from '../../../shared/intake/source.ts';

const scope: PolledScope = {
  name: 'incidents',
  moves: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }) }),
  movesSince: () => {
    throw new Error('nobody asks for it');
  },
  lastReopening: () => Promise.resolve(undefined),
};
const connection = (site: string, overlapMs: number): SourceConnection => ({
  details: () => Promise.reject(new Error(`asked ${site}`)),
  poll: { overlapMs, scopes: [scope] },
  wasClosed: undefined,
  look: () => Promise.resolve('gone'),
  linkBack: () => Promise.resolve('linked'),
  check: () => (site === 'b.example.com' ? Promise.reject(new Error('away')) : Promise.resolve([looked('the states')])),
});
const instances = connectionOfInstances(
  'holdfast-json',
  ['a', 'b'].map((key, index) => ({
    key,
    site: `${key}.example.com`,
    connection: connection(`${key}.example.com`, 1_000 * (index + 1)),
  })),
);
const ticketOn = (site: string) => ({ source: 'holdfast-json' as const, site, ticketId: '1', key: 'INC-1' });

describe('several instances of one system', () => {
  it('are asked for the tickets of their site', async () => {
    await expect(instances.details(ticketOn('b.example.com'))).rejects.toThrow('asked b.example.com');
  });

  it('are not asked for a ticket of a site that none has', async () => {
    await expect(instances.details(ticketOn('c.example.com'))).rejects.toThrow(UnknownInstance);
  });

  it('are swept each by itself, with the longest overlap', () => {
    expect([instances.poll?.overlapMs, instances.poll?.scopes.map(({ name }) => name)]).toEqual([
      2_000,
      ['a: incidents', 'b: incidents'],
    ]);
  });

  it('can what one of them can', async () => {
    const link = await instances.linkBack?.(ticketOn('a.example.com'), { globalId: 'x', url: 'https://x', title: 'x' });
    expect([link, await instances.look?.(ticketOn('b.example.com')), instances.wasClosed]).toEqual([
      'linked',
      'gone',
      undefined,
    ]);
  });

  it('are looked at each by itself: one that is away hides no other', async () => {
    expect((await instances.check()).map(({ what, unseen }) => [what, unseen])).toEqual([
      ['the states, of the instance a', undefined],
      ['incidents on b.example.com', 'away'],
    ]);
  });
});
