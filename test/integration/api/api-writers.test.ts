import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentEtag } from '../../../shared/api/http/etags.ts';
import { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { examineRecord } from '../../../shared/store/records/examine-further.ts';
import { apiForEachTest, type CallAs, FIRST } from '../../support/api/api-world.ts';
import { consumedUnits } from '../../support/machine/consumed-units.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const { world, anna, ben } = apiForEachTest();

async function openedByHand(): Promise<string> {
  const body = { kind: 'incident', title: 'Told by phone', severity: 'high' };
  return Object((await anna('POST', '/post-mortems', body)).body).id;
}

const looseEnds = async (id: string) => (await examineRecord(world().table, PostMortemId.parse(id))).findings;

/** Next step of a writer, in a record that another one writes in at the same moment. */
const Step = fc.constantFrom('cause', 'entry', 'summary', 'impact', 'classify', 'read', 'pause');
type Step = 'cause' | 'entry' | 'summary' | 'impact' | 'classify' | 'read' | 'pause';

type Written = { causes: string[]; entries: string[]; sections: Map<string, string> };

async function write(
  caller: CallAs,
  id: string,
  name: string,
  steps: readonly Step[],
  written: Written,
): Promise<void> {
  const record = `/post-mortems/${id}`;
  for (const [index, step] of steps.entries()) {
    const words = `${name} wrote this as number ${index}`;
    if (step === 'pause') await Promise.resolve();
    if (step === 'read') expect((await caller('GET', record)).status).toBe(200);
    if (step === 'cause') {
      const { status } = await caller('POST', `${record}/root-causes`, { kind: 'human', statement: words });
      expect(status).toBe(201);
      written.causes.push(words);
    }
    if (step === 'entry') {
      const entry = { at: '2026-11-20T09:00:00Z', what: words, kind: 'action' };
      expect((await caller('POST', `${record}/timeline`, entry)).status).toBe(201);
      written.entries.push(words);
    }
    if (step === 'summary' || step === 'impact') await rewrite(caller, `${record}/sections/${step}`, words, written);
    if (step === 'classify') {
      const etag = (await caller('GET', record)).headers.etag ?? '';
      const { status } = await caller('PATCH', record, { severity: 'low' }, { 'if-match': etag });
      expect([200, 412]).toContain(status);
    }
  }
}

/** Reads, and writes on exactly that: 412 when the other one was faster, and then nothing of theirs is lost. */
async function rewrite(caller: CallAs, path: string, words: string, { sections }: Written): Promise<void> {
  const read = await caller('GET', path);
  const content = path.endsWith('summary') ? { text: words } : { description: words };
  const condition: Record<string, string> = read.status === 404 ? FIRST : { 'if-match': read.headers.etag ?? '' };
  const { status, headers } = await caller('PUT', path, content, condition);
  expect([200, 412]).toContain(status);
  const before = read.status === 404 ? '' : (read.headers.etag ?? '');
  // Each version that was accepted follows another one: no two writers were accepted on the same.
  if (status === 200) {
    expect(sections.has(`${path} ${before}`), 'two were accepted on the same version').toBe(false);
    sections.set(`${path} ${before}`, headers.etag ?? '');
  }
}

describe('two people who write in the same record', () => {
  it('lose nothing and break no chain, in 200 interleavings', { timeout: 600_000 }, async () => {
    const steps = fc.array(Step, { minLength: 1, maxLength: 4 });
    await mustHold(
      fc.asyncProperty(steps, steps, async (ofAnna, ofBen) => {
        const id = await openedByHand();
        const written: Written = { causes: [], entries: [], sections: new Map() };
        await Promise.all([write(anna, id, 'Anna', ofAnna, written), write(ben, id, 'Ben', ofBen, written)]);
        const record = await world().store.postMortem(PostMortemId.parse(id));
        const timeline = await world().store.wholeTimeline(PostMortemId.parse(id));
        expect(record?.rootCauses.map(({ statement }) => statement).toSorted()).toEqual(written.causes.toSorted());
        expect(timeline.map(({ what }) => what).toSorted()).toEqual(written.entries.toSorted());
        const last = record?.sections.summary;
        if (last !== undefined) expect([...written.sections.values()]).toContain(contentEtag(last));
        expect(await looseEnds(id)).toEqual([]);
      }),
      { runs: 200, seed: 20_261_121 },
    );
  });
});

describe('a timeline of 10,000 entries', () => {
  it('costs as much to write in as an empty one, and is read whole and in order', { timeout: 600_000 }, async () => {
    const id = await openedByHand();
    const path = `/post-mortems/${id}/timeline`;
    const { during } = consumedUnits(world().table.client);
    // Every other one goes before those that are there: the order is that of time, not of writing.
    const minute = (index: number) => (index % 2 === 0 ? index : 20_000 - index);
    const at = (index: number) =>
      new Date(Date.parse('2026-01-01T00:00:00.000Z') + minute(index) * 60_000).toISOString();
    const batch = (from: number) => ({
      entries: Array.from({ length: 50 }, (_, index) => ({
        at: at(from + index),
        what: 'Seen in the log',
        kind: 'action',
      })),
    });
    const costs: unknown[] = [];
    for (let from = 0; from < 10_000; from += 50) {
      costs.push(await during(async () => expect((await anna('POST', `${path}/batch`, batch(from))).status).toBe(201)));
    }
    expect(new Set(costs.slice(1).map((units) => JSON.stringify(units))).size).toBe(1);
    expect((await anna('POST', path, batch(0).entries[0])).body).toMatchObject({ status: 422, reason: 'limit' });

    const found: string[] = [];
    const pageCosts: number[] = [];
    for (let cursor = ''; ; ) {
      let page: { entries: { at: string; id: string }[]; next?: string } = { entries: [] };
      const units = await during(async () => {
        page = Object((await ben('GET', `${path}?limit=100${cursor}`)).body);
      });
      pageCosts.push(units.read);
      found.push(...page.entries.map((entry) => `${entry.at} ${entry.id}`));
      if (page.next === undefined) break;
      cursor = `&cursor=${page.next}`;
    }
    expect([found.length, new Set(found).size, found]).toEqual([10_000, 10_000, found.toSorted()]);
    expect(Math.max(...pageCosts)).toBeLessThanOrEqual(Math.min(...pageCosts) + 2);
  });
});
