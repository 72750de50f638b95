import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Installation } from '../../../cli/installation.ts';
import { run } from '../../../cli/program.ts';
import { verifyRecords } from '../../../shared/audit/verify-records.ts';
import { PostMortemFile, type PostMortemFileInput } from '../../../shared/domain/files/post-mortem-file.ts';
import { completenessOf } from '../../../shared/domain/record/completeness.ts';
import * as write from '../../../shared/domain/record/decide/write-record.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { templateFor } from '../../../shared/domain/record/template.ts';
import { PartId, PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { importedBefore, importRecord, importRef } from '../../../shared/import/import-record.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { dueReviews } from '../../../shared/store/queues/due.ts';
import { recordsAskingFor } from '../../../shared/store/queues/subjects-asked-for.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { NO_SIGN_IN } from '../../support/machine/no-sign-in.ts';
import { testTerminal } from '../../support/machine/test-terminal.ts';
import { aFile, aFullFile } from '../../support/samples/post-mortem-files.ts';
import { samplesIn } from '../../support/samples/samples.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let folder: string;
beforeEach(async () => {
  world = await startWorld(endpoint());
  folder = await mkdtemp(join(tmpdir(), 'holdfast-'));
});
afterEach(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

/** Runs a command line against the table of the world. */
async function holdfast(...args: string[]) {
  const { terminal, out, err } = testTerminal();
  const connect = () => Promise.resolve(z.custom<Installation>().parse({ table: world.table }));
  const exitCode = await run(args, { terminal, connect, signIn: NO_SIGN_IN, now: world.now });
  return { exitCode, out: out(), err: err() };
}

async function fileWith(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const openings = async (): Promise<string[]> =>
  (await world.outbox())
    .filter(({ type }) => type === 'Post-Mortem Opened')
    .map(({ data }) => String(Object(data).importedFrom?.id));

const isWhole = async (): Promise<boolean> => {
  const anchors = { days: [], witnesses: [], looks: [], findings: [] };
  return (await verifyRecords({ table: world.table, anchors, now: world.now })).isWhole;
};

describe('the records that an imported review of a period looks at', () => {
  const review = (...covers: string[]): PostMortemFileInput => ({
    ...aFile({ id: 'Q3' }),
    kind: 'periodic review',
    scope: {
      from: '2026-07-01T00:00:00.000Z',
      to: '2026-10-01T00:00:00.000Z',
      covers: covers.map((id) => PostMortemId.parse(id)),
    },
  });
  const elsewhere = '01K9ZZZZZZZZZZZZZZZZZZZZZZ';
  const imported = async (file: PostMortemFileInput) => {
    const path = await fileWith('one.json', file);
    const { records } = Report.parse(JSON.parse((await holdfast('import', path, '--json')).out));
    const [line] = records;
    const id = line?.postMortemId;
    return { ...line, scope: id === undefined ? undefined : (await world.store.head(PostMortemId.parse(id)))?.scope };
  };

  it('are of this installation: others are refused by their place', async () => {
    const { id } = await openedRecord(world);
    expect(await imported(review(id, elsewhere))).toMatchObject({
      outcome: 'refused',
      faults: [
        {
          path: 'scope.covers.1',
          message: `there is no record ${elsewhere} here: import it first, or take it out of the file`,
        },
      ],
    });
    expect(await imported(review(id))).toMatchObject({ outcome: 'imported', scope: { covers: [id] } });
  });

  it('are found under the ids that they got here, when they were imported', async () => {
    const { postMortemId } = await imported({ ...aFile(), id: elsewhere });
    expect(await imported(review(elsewhere))).toMatchObject({ outcome: 'imported', scope: { covers: [postMortemId] } });
  });
});

const Report = z.object({
  records: z.array(
    z.object({
      place: z.string(),
      id: z.string().optional(),
      outcome: z.string(),
      postMortemId: z.string().optional(),
      completeness: z.number().optional(),
      faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    }),
  ),
});
const imported = async (...args: string[]) => {
  const { out, exitCode } = await holdfast('import', ...args, '--json');
  return { exitCode, records: Report.parse(JSON.parse(out)).records };
};

async function recordOf(answer: Awaited<ReturnType<typeof imported>>, index = 0) {
  const id = PostMortemId.parse(answer.records[index]?.postMortemId);
  const record = await world.store.postMortem(id);
  if (record === undefined) throw new Error(`no record ${id}`);
  return record;
}

describe('holdfast import', () => {
  it('takes a record in, closed, and whole by its log', async () => {
    const answer = await imported(await fileWith('record.json', aFullFile()));
    const record = await recordOf(answer);
    expect([
      answer.exitCode,
      record.status,
      await isWhole(),
      (await world.store.wholeTimeline(record.id)).length,
    ]).toEqual([0, 'closed', true, 3]);
    expect(await dueReviews(world.table, '9999-12-31T00:00:00.000Z')).toEqual([]);
  });

  it('notes all that its recommendations ask of signals, however many come in one change', async () => {
    const [like] = aFullFile().recommendations ?? [];
    if (like === undefined) throw new Error('expected a recommendation');
    const controls = Array.from({ length: 300 }, (_, index) => `control-${index}`);
    const recommendations = Array.from({ length: 30 }, (_, index) => ({
      ...like,
      title: `Filter look-alike domains, part ${index}`,
      verification: {
        checks: controls.slice(index * 10, index * 10 + 10).map((id) => ({
          kind: 'signal' as const,
          subject: { type: 'control' as const, id },
        })),
      },
    }));
    const record = await recordOf(await imported(await fileWith('record.json', aFullFile({ recommendations }))));
    const asking = await Promise.all(
      controls.map((id) => Array.fromAsync(recordsAskingFor(world.table, { type: 'control', id }))),
    );
    expect(asking).toEqual(controls.map(() => [record.id]));
  });

  it('makes nothing new when the same file comes again, in whatever order its fields stand', async () => {
    const file = aFullFile();
    const first = await imported(await fileWith('a.json', file));
    const events = (await world.outbox()).length;
    const turned = Object.fromEntries(Object.entries(file).toReversed());
    const second = await imported(await fileWith('b.json', [turned]));
    expect(second.records).toMatchObject([
      { outcome: 'there already', postMortemId: first.records[0]?.postMortemId, place: 'record 1' },
    ]);
    expect((await world.outbox()).length).toBe(events);
  });

  it('refuses a second content under the same id, and says where the first one is', async () => {
    await holdfast('import', await fileWith('a.json', aFile()));
    const { exitCode, out } = await holdfast('import', await fileWith('b.json', aFile({ title: 'Something else' })));
    expect([exitCode, out]).toEqual([
      1,
      expect.stringMatching(/"IR-2024-07" is the record 01\w{24}, and it was imported/),
    ]);
  });

  it('refuses a record that this installation wrote itself', async () => {
    const { id } = await openedRecord(world);
    const { out } = await holdfast('export', id);
    const answer = await holdfast('import', await fileWith('own.json', out));
    expect([answer.exitCode, answer.out]).toEqual([1, expect.stringContaining('it was written here')]);
  });

  it('opens one record when two take the same file in at once', async () => {
    const path = await fileWith('record.json', aFullFile());
    const both = await Promise.all([imported(path), imported(path)]);
    expect(await openings()).toEqual(['IR-2024-07']);
    const record = await recordOf(both[0]);
    expect([record.status, record.rootCauses.length, record.timelineCounts]).toEqual([
      'closed',
      3,
      { attacker: 1, detection: 1, decision: 0, action: 1, communication: 0 },
    ]);
  });

  describe('that broke off', () => {
    const timeline: PostMortemFileInput['timeline'] = Array.from({ length: 120 }, (_, minute) => ({
      at: new Date(Date.UTC(2024, 2, 1, 8, minute)).toISOString(),
      what: `minute ${minute}`,
      kind: 'action',
    }));
    const cause = { actor: ANNA, correlationId: 'import', hops: 0 };
    const wanted = () => {
      const file = PostMortemFile.parse(aFullFile({ timeline }));
      return { file, sha256: sha256('file'), at: world.now(), by: ANNA };
    };
    const take = (store = world.store) =>
      importRecord({ store, rules: world.config, newId: world.newId }, wanted(), cause);

    /** Takes the file in until the machine goes down, after so many changes of the record. */
    async function brokenOff(after: number): Promise<PostMortem> {
      let changes = 0;
      const brittle: typeof world.store = {
        ...world.store,
        changeWithLog(...args) {
          changes += 1;
          if (changes > after) throw new Error('the machine went down');
          return world.store.changeWithLog(...args);
        },
      };
      await expect(take(brittle)).rejects.toThrow('the machine went down');
      world.clock.advance('PT1H');
      const opened = await world.store.postMortemOfTicket(importRef('IR-2024-07'));
      const record = opened && (await world.store.postMortem(opened));
      if (record === undefined) throw new Error('no record was opened');
      return record;
    }

    it('goes on from there', async () => {
      await brokenOff(3);
      const { id } = await take();
      const again = await take();
      const record = await world.store.postMortem(id);
      expect([again.outcome, record?.status, record?.recommendations.length, record?.timelineCounts.action]).toEqual([
        'there already',
        'closed',
        2,
        120,
      ]);
      expect((await world.store.wholeTimeline(id)).map(({ what }) => what)).toEqual(timeline.map(({ what }) => what));
    });

    it('keeps what people wrote meanwhile, and loses no line of the file', async () => {
      const { id, timelineCounts } = await brokenOff(3);
      expect(timelineCounts.action).toBeGreaterThan(0);
      const summary = { text: 'Ben wrote this while the import lay broken.' };
      const own = { at: '2024-03-01T07:00:00.000Z', what: 'Ben remembers a call', kind: 'decision' as const };
      const [first] = await world.store.wholeTimeline(id);
      await world.store.changePostMortem(
        id,
        (record) => [
          ...write.writeSection(record, { section: 'summary', content: summary }, BEN),
          ...write.addTimelineEntry(record, { ...own, id: PartId.parse(world.newId()), origin: 'person' }, BEN),
          ...write.removeTimelineEntry(record, first, BEN),
        ],
        { ...cause, actor: BEN },
      );
      await take();
      const record = await world.store.postMortem(id);
      const told = (await world.store.wholeTimeline(id)).map(({ what }) => what);
      expect([record?.status, record?.sections.summary, told]).toEqual([
        'closed',
        summary,
        [own.what, ...timeline.slice(1).map(({ what }) => what)],
      ]);
      expect(await isWhole()).toBe(true);
    });

    it('is not ended otherwise than it began, while people work in it', async () => {
      const { id } = await brokenOff(3);
      const otherwise = { ...wanted(), status: 'open' as const };
      const words = `the record ${id} was to end as closed`;
      const deps = { store: world.store, rules: world.config, newId: world.newId };
      await expect(importRecord(deps, otherwise, cause)).rejects.toThrow(words);
      await expect(importedBefore(world.store, otherwise)).rejects.toThrow(words);
      expect((await world.store.postMortem(id))?.status).toBe('open');
      await take();
      expect(await importRecord(deps, otherwise, cause)).toEqual({ id, outcome: 'there already' });
    });

    it('reads what was done once, and does nothing of it again', async () => {
      const { id } = await brokenOff(4);
      const reads: number[] = [];
      let changes = 0;
      await take({
        ...world.store,
        eventsPage(...args) {
          reads.push(args[1].after);
          return world.store.eventsPage(...args);
        },
        changeWithLog(...args) {
          changes += 1;
          return world.store.changeWithLog(...args);
        },
      });
      // The rest of the timeline, and its end.
      expect(changes).toBe(2);
      expect([reads[0], reads.filter((after) => after === 0)]).toEqual([0, [0]]);
      expect(reads).toEqual(reads.toSorted((one, other) => one - other));
      expect((await world.store.wholeTimeline(id)).length).toBe(120);
    });

    it('is finished once when two go on at the same time', async () => {
      const { id } = await brokenOff(1);
      await Promise.all([take(), take()]);
      const log = await world.store.events(id);
      expect(log.filter(({ type }) => type === 'Import Finished')).toHaveLength(1);
      expect((await world.store.postMortem(id))?.timelineCounts.action).toBe(120);
    });
  });

  it('takes the others in when one is refused, and says of that one what and where', async () => {
    const list = [aFile(), { ...aFile({ id: 'B' }), severity: 'grave' }, aFile({ id: 'C', category: 'weather' })];
    const { exitCode, out } = await holdfast('import', await fileWith('list.json', list), join(folder, 'none.json'));
    expect([exitCode, await openings()]).toEqual([1, ['IR-2024-07']]);
    expect(out.replaceAll(folder, '')).toMatch(
      /✔ IR-2024-07 {2}imported as 01\w{24}, 38 % complete\n✖ \/list.json, record 2 \(B\)\n {4}severity: Invalid option.*\n✖ \/list.json, record 3 \(C\)\n {4}category: "weather".*\n✖ \/none.json\n {4}the file cannot be read.*\n\n4 records: 1 imported, 3 refused\n$/,
    );
  });

  it('looks at everything and writes nothing on a dry run', async () => {
    const { exitCode, out } = await holdfast(
      'import',
      '--dry-run',
      await fileWith('a.json', [aFile(), aFullFile({ id: 'B' })]),
    );
    expect([exitCode, await openings(), out]).toEqual([
      0,
      [],
      '✔ IR-2024-07  would be imported, 38 % complete\n✔ B  would be imported, 76 % complete\n\n2 records: 2 would be imported, 0 refused; nothing was written\n',
    ]);
  });

  it('leaves a record open that is to be worked on here', async () => {
    const record = await recordOf(await imported('--status', 'open', await fileWith('a.json', aFullFile())));
    expect([record.status, (await dueReviews(world.table, '9999-12-31T00:00:00.000Z')).map(({ id }) => id)]).toEqual([
      'open',
      [record.id],
    ]);
  });

  it('takes half of a character in a file as U+FFFD, and knows the file again', async () => {
    const odd = { ...aFile({ title: 'Phished \ud83d' }), description: 'Two \ude00 mails' };
    const path = await fileWith('odd.json', odd);
    const record = await recordOf(await imported(path));
    const again = await imported(path);
    expect([record.incident.title, record.incident.description, again.records[0]?.outcome]).toEqual([
      'Phished \ufffd',
      'Two \ufffd mails',
      'there already',
    ]);
  });

  it('takes the table of the documentation in', async () => {
    const example = new URL('../../../docs/past-incidents.csv', import.meta.url).pathname;
    const answer = await imported(example);
    const record = await recordOf(answer);
    const { missing } = completenessOf(record, templateFor(record, world.config.postMortem.templates), world.config);
    expect(answer.records.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['IR-2023-004', 'imported'],
      ['IR-2023-009', 'imported'],
    ]);
    expect(missing.map(({ path }) => path.split('.')[0])).toEqual(['rootCauses', 'recommendations']);
    expect(await world.store.wholeTimeline(record.id)).toMatchObject([
      { at: '2023-05-11T00:00:00.000Z', precision: 'day', kind: 'attacker' },
      { at: '2023-05-12T07:10:00.000Z', kind: 'detection' },
      { at: '2023-05-12T07:40:00.000Z', kind: 'action' },
    ]);
  });

  it('names the line and the column of a table that are wrong', async () => {
    const table =
      'title,severity,beganAt,causeKind,causeStatement\nLost laptop,low,2024-01-01,weather,It was raining a lot\n';
    const wrong = await imported(await fileWith('a.csv', table));
    const unknown = await imported(await fileWith('b.csv', 'title,sevirity\nLost laptop,low\n'));
    const torn = await imported(await fileWith('c.csv', 'title,severity\n"Lost laptop,low\n'));
    expect([wrong.records, unknown.records, torn.records]).toMatchObject([
      [{ place: 'line 2', faults: [{ path: 'causeKind' }] }],
      [
        {
          place: 'line 2',
          faults: [{ path: 'sevirity', message: expect.stringContaining('there is no such column') }],
        },
      ],
      [{ place: '', faults: [{ message: expect.stringContaining('it is not CSV') }] }],
    ]);
  });
});

describe('holdfast export', () => {
  it('writes what another installation takes in', async () => {
    const record = await recordOf(await imported(await fileWith('a.json', aFullFile())));
    const { out } = await holdfast('export', record.id);
    const other = await startWorld(endpoint());
    world = await world.close().then(() => other);
    const answer = await imported(await fileWith('moved.json', out));
    const moved = await recordOf(answer);
    expect([moved.incident.title, moved.sections, moved.lessons.length]).toEqual([
      record.incident.title,
      record.sections,
      1,
    ]);
  });

  it('writes every record, each to a file of its own', async () => {
    await imported(await fileWith('a.json', [aFile(), aFile({ id: 'B' })]));
    const out = join(folder, 'records');
    const { exitCode } = await holdfast('export', '--all', '--format', 'markdown', '--out', out);
    const files = await readdir(out);
    expect([exitCode, files.length, await readFile(join(out, files[0] ?? ''), 'utf8')]).toEqual([
      0,
      2,
      expect.stringContaining('**TLP:AMBER**\n\n# Post-mortem: Phished mailboxes'),
    ]);
  });

  it('writes incidents in VERIS as a list that an import takes, and leaves out what is none', async () => {
    await imported(await fileWith('a.json', [aFile(), aFile({ id: 'B', kind: 'exercise' }), aFile({ id: 'C' })]));
    const { exitCode, out } = await holdfast('export', '--all', '--format', 'veris');
    const { records } = await imported('--format', 'veris', '--dry-run', await fileWith('veris.json', out));
    expect([exitCode, records.map(({ outcome }) => outcome)]).toEqual([0, ['would be imported', 'would be imported']]);
    const exercise = (await imported(await fileWith('b.json', aFile({ id: 'B', kind: 'exercise' })))).records[0];
    const refused = await holdfast('export', exercise?.postMortemId ?? '', '--format', 'veris');
    expect([refused.exitCode, refused.err]).toEqual([1, expect.stringContaining('is of the kind "exercise"')]);
  });

  it('leaves a trace of a look at a restricted record', async () => {
    const record = await recordOf(await imported(await fileWith('a.json', aFile({ tlp: 'RED' }))));
    await holdfast('export', record.id, '--format', 'html');
    expect((await world.store.looks(record.id)).at(-1)).toMatchObject({
      type: 'Record Read',
      data: { what: 'export as html', by: { kind: 'machine', id: 'holdfast export' } },
    });
  });

  it.each([
    [['export'], 2],
    [['export', '01KA0000000000000000000001', '--all'], 2],
    [['export', '01KA0000000000000000000001'], 1],
    [['export', '--all', '--format', 'html'], 1],
  ])('does not guess: %j', async (args, expected) => {
    expect((await holdfast(...args)).exitCode).toBe(expected);
  });
});

const incidents = samplesIn({ own: 'veris', reference: 'data/vcdb' }, /\.json$/);

describe('incidents coded in VERIS', () => {
  it('are taken in, all of them and each once', async () => {
    const files: string[] = [];
    for (const { name, text } of incidents) files.push(await fileWith(name, text));
    const first = await imported(...files, '--format', 'veris');
    const second = await imported(...files, '--format', 'veris');
    const outcomes = [first, second].map(({ records }) => new Set(records.map(({ outcome }) => outcome)));
    expect([outcomes, (await openings()).length]).toEqual([
      [new Set(['imported']), new Set(['there already'])],
      incidents.length,
    ]);
  });
});
