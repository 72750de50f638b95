import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiServer } from '../../support/api/api-server.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { aMeasure } from '../../support/world/records.ts';

const { anna, ben } = apiForEachTest();
let server: Awaited<ReturnType<typeof apiServer>>;
beforeEach(async () => {
  server = await apiServer({ anna, ben });
});
afterEach(async () => {
  await server.close();
});

async function withMeasure(): Promise<{ id: string; measure: string }> {
  const opened = await anna('POST', '/post-mortems', { kind: 'incident', title: 'Told by phone', severity: 'high' });
  const { id } = Object(opened.body);
  const { id: _, status: _s, ...draft } = aMeasure();
  const added = await anna('POST', `/post-mortems/${id}/temporary-measures`, draft);
  expect(added.status, JSON.stringify(added.body)).toBe(201);
  return { id, measure: Object(added.body).temporaryMeasures[0].id };
}
const removalOf = async ({ id, measure }: { id: string; measure: string }): Promise<unknown> =>
  Object((await anna('GET', `/post-mortems/${id}/temporary-measures/${measure}`)).body).removal?.proof;

describe('holdfast measure', () => {
  it('extends one, keeps its end from then on, and says when it was undone', async () => {
    const it = await withMeasure();
    const named = [it.id, it.measure];
    const because = ['--because', 'The new filter is late.'];
    const extended = await server.as('ben', 'measure', 'extend', ...named, '--until', '2027-02-01', ...because);
    expect(extended.out).toBe(
      'All mail from example.net, at the gateway is to be undone by 2027-02-01T00:00:00.000Z.\n',
    );
    const tooFar = await server.as('ben', 'measure', 'extend', ...named, '--until', '2040-01-01', ...because);
    expect([tooFar.exitCode, tooFar.err]).toEqual([
      1,
      expect.stringContaining('is too far away; a temporary measure ends'),
    ]);
    const path = `/post-mortems/${it.id}/temporary-measures/${it.measure}`;
    const hidden = await anna('DELETE', path, undefined, { 'if-match': '*' });
    expect([hidden.status, Object(hidden.body).detail]).toEqual([
      409,
      expect.stringContaining('holdfast measure removed'),
    ]);
    const note = 'The rule is gone from the gateway.';
    const undone = await server.as(
      'ben',
      'measure',
      'removed',
      ...named,
      '--note',
      note,
      '--undone-at',
      '2026-11-21T10:00:00.000Z',
    );
    expect([undone.out, undone.err]).toEqual(['All mail from example.net, at the gateway is undone.\n', '']);
    expect(await removalOf(it)).toEqual({ note, undoneAt: '2026-11-21T10:00:00.000Z' });
  });

  it('says in which record one goes on, so that its own can be merged', async () => {
    const [first, second] = [await withMeasure(), await withMeasure()];
    const merge = () =>
      ben(
        'POST',
        `/post-mortems/${first.id}/merge`,
        { into: second.id, reason: 'Both tell of one campaign.' },
        { 'if-match': '*' },
      );
    expect((await merge()).status).toBe(409);
    const removed = ['measure', 'removed', first.id, first.measure, '--note', 'Both records tell of it.'];
    const half = await server.as('anna', ...removed, '--goes-on-in', second.id);
    expect([half.exitCode, half.err]).toEqual([2, expect.stringContaining('--goes-on-in goes with --goes-on-as')]);
    const wrong = await server.as('anna', ...removed, '--goes-on-in', second.id, '--goes-on-as', first.measure);
    expect(wrong.err).toContain('goesOn: there is no such temporary measure in force in another record');
    const moved = await server.as('anna', ...removed, '--goes-on-in', second.id, '--goes-on-as', second.measure);
    expect([moved.out, moved.err]).toEqual([
      `All mail from example.net, at the gateway goes on in ${second.id}.\n`,
      '',
    ]);
    expect(await removalOf(first)).toMatchObject({ goesOn: { postMortemId: second.id, measureId: second.measure } });
    expect((await merge()).status).toBe(200);
  });
});
