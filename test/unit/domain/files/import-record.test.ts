import { describe, expect, it } from 'vitest';
import { exportRecord } from '../../../../shared/domain/files/export-record.ts';
import type { Import } from '../../../../shared/domain/files/import.ts';
import {
  importProgress,
  importSteps,
  NO_PROGRESS,
  openImported,
  rehearse,
} from '../../../../shared/domain/files/import-record.ts';
import { PostMortemFile, type PostMortemFileInput } from '../../../../shared/domain/files/post-mortem-file.ts';
import { replay } from '../../../../shared/domain/history/replay.ts';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import { completenessOf } from '../../../../shared/domain/record/completeness.ts';
import { PART_LIMITS } from '../../../../shared/domain/record/content/parts.ts';
import { bytesOf } from '../../../../shared/domain/record/decide/record-size.ts';
import { settle } from '../../../../shared/domain/record/decide/settle-record.ts';
import { addPart } from '../../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { templateFor } from '../../../../shared/domain/record/template.ts';
import { Refusal } from '../../../../shared/domain/words/refusal.ts';
import { sha256 } from '../../../../shared/sha256.ts';
import { partsOf } from '../../../../shared/store/records/record-items.ts';
import { aFile, aFullFile } from '../../../support/samples/post-mortem-files.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aDraft, aLesson, aNotification, aPartId, aPostMortemId, aProof, NOW } from '../../../support/world/records.ts';

const MACHINE = { kind: 'machine' as const, id: 'import' };

const wanting = (file: PostMortemFileInput, status?: Import['status']): Import => ({
  file: PostMortemFile.parse(file),
  sha256: sha256(JSON.stringify(file)),
  at: NOW,
  by: MACHINE,
  status,
});

type FileLesson = NonNullable<PostMortemFileInput['lessons']>[number];
const aFileLesson = (ownerTeam: string) => {
  const { id: _, ...lesson } = aLesson({ ownerTeam });
  return lesson;
};

/** Everything that the log of an import tells. */
function taken(file: PostMortemFileInput, status?: Import['status']) {
  const wanted = wanting(file, status);
  const log: RecordEvent[] = [...openImported(aPostMortemId(), wanted, DEFAULT_CONFIG)];
  let record = log.reduce<PostMortem | undefined>(applyToPostMortem, undefined);
  for (const step of importSteps(wanted, sha256)) {
    const events = record === undefined ? [] : step(record, importProgress(log));
    record = events.reduce<PostMortem | undefined>(applyToPostMortem, record);
    log.push(...events);
  }
  const { timeline } = replay(log);
  if (record === undefined) throw new Error('an import opens a record');
  return { record, timeline, log };
}

const exported = (file: PostMortemFileInput) => {
  const { record, timeline } = taken(file);
  return exportRecord(record, timeline, []);
};

/** A file without what an import makes anew: the ids of its parts, and the history of the record. */
function withoutIds(file: PostMortemFile) {
  const { history: _, ...rest } = file;
  const names = new Map([...file.rootCauses, ...file.observations].map(({ id }, index) => [id, `part ${index}`]));
  const named = (labels: readonly string[] = []) => labels.map((one) => names.get(one));
  const bare = (list: readonly { id?: string | undefined }[]) => list.map(({ id: _id, ...one }) => one);
  return {
    ...rest,
    rootCauses: file.rootCauses.map(({ id: _id, ...one }) => ({ ...one, worksWith: named(one.worksWith) })),
    recommendations: file.recommendations.map(({ id: _id, ...one }) => ({ ...one, answers: named(one.answers) })),
    contributingFactors: bare(file.contributingFactors),
    observations: bare(file.observations),
    lessons: bare(file.lessons),
    notifications: bare(file.notifications),
    evidence: bare(file.evidence).map((one) => ({ ...one, addedBy: MACHINE, addedAt: NOW })),
    timeline: bare(file.timeline),
  };
}

describe('a record as a file', () => {
  it('says after an import what it said before', () => {
    const file = PostMortemFile.parse(aFullFile());
    expect(withoutIds(exported(aFullFile()))).toEqual(withoutIds(file));
  });

  it('says the same when it is exported, imported and exported again', () => {
    const once = exported(aFullFile());
    expect(withoutIds(exported(once))).toEqual(withoutIds(once));
  });

  it('is of its own format: what an export writes, the schema reads', () => {
    expect(PostMortemFile.safeParse(JSON.parse(JSON.stringify(exported(aFullFile())))).error).toBeUndefined();
  });

  it('is imported by no more than its name, title, severity and times', () => {
    const { record } = taken(aFile());
    expect(record).toMatchObject({
      status: 'closed',
      kind: 'incident',
      tlp: 'AMBER',
      openedBy: MACHINE,
      importedFrom: { id: 'IR-2024-07', at: NOW },
      incident: { title: 'Phished mailboxes', openedAt: '2024-03-01T08:00:00.000Z' },
    });
  });

  it('is replayed from its log, as every record', () => {
    const { record, log } = taken(aFullFile());
    expect(replay(log).record).toEqual(record);
  });

  it('keeps a long timeline in its order, 50 entries at a time', () => {
    const timeline = Array.from({ length: 130 }, (_, minute) => ({
      at: new Date(Date.UTC(2024, 2, 1, 8, minute)).toISOString(),
      what: `minute ${minute}`,
      kind: 'action' as const,
    }));
    const { timeline: told, log } = taken(aFile({ timeline }));
    expect(told.map(({ what }) => what)).toEqual(timeline.map(({ what }) => what));
    expect(log.filter(({ type }) => type === 'Timeline Entries Added')).toHaveLength(3);
  });

  it('puts no more into one transaction than DynamoDB takes', () => {
    const lots = Array.from({ length: 90 }, (_, index) => ({
      kind: 'process gap' as const,
      statement: `The gap number ${index}: ${'x'.repeat(3_900)}`,
    }));
    const wanted = wanting(aFullFile({ contributingFactors: lots }));
    let record = openImported(aPostMortemId(), wanted, DEFAULT_CONFIG).reduce<PostMortem | undefined>(
      applyToPostMortem,
      undefined,
    );
    const sizes = importSteps(wanted, sha256).map((step) => {
      const events = record === undefined ? [] : step(record, NO_PROGRESS);
      record = events.reduce<PostMortem | undefined>(applyToPostMortem, record);
      return { events: events.length, bytes: bytesOf(events) };
    });
    expect(Math.max(...sizes.map(({ events }) => events))).toBeLessThanOrEqual(20);
    expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeLessThan(350_000);
  });

  it('does nothing a second time, whatever step the first try came to', () => {
    const wanted = wanting(aFullFile(), 'open');
    const { record, log } = taken(aFullFile(), 'open');
    const again = importSteps(wanted, sha256).flatMap((step) => step(record, importProgress(log)));
    expect([record.status, again]).toEqual(['open', []]);
  });

  it('goes on over a fact that somebody set right meanwhile', () => {
    const wanted = wanting(
      aFile({ corrections: [{ of: 'incident.title', shouldBe: 'From the file', because: 'The log shows it.' }] }),
    );
    const opened = openImported(aPostMortemId(), wanted, DEFAULT_CONFIG).reduce<PostMortem | undefined>(
      applyToPostMortem,
      undefined,
    );
    if (opened === undefined) throw new Error('an import opens a record');
    const content = { id: aPartId(), of: 'incident.title', shouldBe: 'By Ben', because: 'The log shows it.' };
    const byBen = addPart(opened, { kind: 'correction', content }, BEN).reduce(applyToPostMortem, opened);
    const record = importSteps(wanted, sha256).reduce(
      (now, step) => step(now, NO_PROGRESS).reduce(applyToPostMortem, now),
      byBen,
    );
    expect([record.status, record.corrections]).toEqual(['closed', [content]]);
  });

  it('proposes anew what was approved elsewhere, when the record is to be worked on here', () => {
    const { record } = taken(aFullFile(), 'open');
    expect([record.status, record.recommendations.map(({ status }) => status)]).toEqual([
      'open',
      ['proposed', 'declined'],
    ]);
  });

  it('opens lessons anew when the record is to be worked on here: nobody here saw who claimed and confirmed them', () => {
    const claim = { reference: aProof(), by: BEN, at: NOW, confirmBy: NOW };
    const inPlace = { reference: aProof(), by: BEN, at: NOW };
    const lessons = [
      { ...aFileLesson('people'), status: 'claimed' as const, claim },
      { ...aFileLesson('people'), status: 'in place' as const, inPlace, nextReviewAt: NOW },
    ];
    const [open, closed] = (['open', 'closed'] as const).map(
      (status) => taken(aFile({ lessons }), status).record.lessons,
    );
    const { id: _, ...bare } = { ...aFileLesson('people'), id: undefined };
    expect(open?.map(({ id: _id, ...rest }) => rest)).toEqual([bare, bare]);
    expect(closed).toMatchObject([
      { status: 'claimed', claim },
      { status: 'in place', inPlace },
    ]);
  });

  it('has no claim of a time to come, which would look as if it were made here', () => {
    const at = '2027-01-01T00:00:00.000Z';
    const lessons = [
      {
        ...aFileLesson('people'),
        status: 'claimed' as const,
        claim: { reference: aProof(), by: BEN, at, confirmBy: at },
      },
      { ...aFileLesson('people'), status: 'in place' as const, inPlace: { reference: aProof(), by: BEN, at } },
      {
        ...{ ...aFileLesson('people'), status: 'in place' as const },
        inPlace: {
          ...{ reference: aProof(), by: BEN, at: NOW, confirmed: { by: ANNA, at } },
          reviewed: { reference: aProof(), by: BEN, at },
        },
      },
      {
        ...{ ...aFileLesson('people'), heldUntil: at },
        reopened: { why: 'no longer holds' as const, reason: 'The playbook was replaced', by: BEN, at },
      },
    ];
    expect(() => rehearse(aPostMortemId(), wanting(aFile({ lessons })), DEFAULT_CONFIG, sha256)).toThrow(
      expect.objectContaining({
        missing: [
          { path: 'lessons.0.claim.at', message: `${at} is to come, and it is claimed already` },
          { path: 'lessons.1.inPlace.at', message: `${at} is to come, and it is in place already` },
          { path: 'lessons.2.inPlace.confirmed.at', message: `${at} is to come, and it is confirmed already` },
          { path: 'lessons.2.inPlace.reviewed.at', message: `${at} is to come, and it is reviewed already` },
          { path: 'lessons.3.reopened.at', message: `${at} is to come, and it is open again already` },
          { path: 'lessons.3.heldUntil', message: `${at} is to come, and it did not hold any more then` },
        ],
      }),
    );
  });

  it('gives what is to be worked on here only to teams that there are, and leaves history its own', () => {
    const rules = parseConfig({ teams: { people: { owner: 'a@acme.com', lead: 'b@acme.com' } } });
    const file = aFullFile({ lessons: [aFileLesson('legal'), aFileLesson('people')] });
    const rehearsed = (status: Import['status']) => rehearse(aPostMortemId(), wanting(file, status), rules, sha256);
    expect(() => rehearsed('open')).toThrow(
      expect.objectContaining({
        missing: [
          // The second recommendation was declined: nobody is to carry it out.
          { path: 'recommendations.0.ownerTeam', message: expect.stringContaining('"messaging" is no team') },
          { path: 'lessons.0.ownerTeam', message: expect.stringContaining('"legal" is no team') },
        ],
      }),
    );
    expect(rehearsed('closed').recommendations[0]?.ownerTeam).toBe('messaging');
  });

  it('takes any date of a past incident, and one that may be set here of what is to be judged here', () => {
    const proposal = { ...PROPOSAL, impact: 4, dueAt: '2027-02-19T10:00:00.000Z' };
    const rehearsed = (dueAt: string, status?: Import['status']) =>
      rehearse(
        aPostMortemId(),
        wanting(aFile({ recommendations: [{ ...proposal, dueAt }] }), status),
        DEFAULT_CONFIG,
        sha256,
      ).recommendations[0]?.dueAt;
    expect([rehearsed('2024-06-01T00:00:00.000Z'), rehearsed('2031-06-01T00:00:00.000Z')]).toEqual([
      '2024-06-01T00:00:00.000Z',
      '2031-06-01T00:00:00.000Z',
    ]);
    expect(rehearsed(proposal.dueAt, 'open')).toBe(proposal.dueAt);
    for (const dueAt of ['2024-06-01T00:00:00.000Z', '2031-06-01T00:00:00.000Z']) {
      expect(() => rehearsed(dueAt, 'open')).toThrow(
        expect.objectContaining({
          missing: [{ path: 'recommendations.0.dueAt', message: expect.stringContaining(dueAt) }],
        }),
      );
    }
  });

  it('holds the date of every lesson of a record that is worked on here to the longest time, and of no other', () => {
    const { id: _, ...lesson } = aLesson({ dueAt: '2031-06-01T00:00:00.000Z' });
    const rehearsed = (status: Import['status'], one: Partial<FileLesson> = {}) =>
      rehearse(aPostMortemId(), wanting(aFile({ lessons: [{ ...lesson, ...one }] }), status), DEFAULT_CONFIG, sha256)
        .lessons[0]?.dueAt;
    const inPlace = { reference: aProof(), by: BEN, at: NOW };
    expect(rehearsed('closed')).toBe(lesson.dueAt);
    for (const one of [{}, { status: 'in place' as const, inPlace }]) {
      expect(() => rehearsed('open', one)).toThrow(
        expect.objectContaining({
          missing: [{ path: 'lessons.0.dueAt', message: expect.stringContaining('too far away') }],
        }),
      );
    }
  });

  it('keeps how a fix stood, and follows it no more', () => {
    const { record, log } = taken(aFullFile());
    expect(record.recommendations[0]).toMatchObject({
      status: 'approved',
      stood: { state: 'verified', ticket: 'MSG-7', verifiedAt: '2024-06-20T00:00:00.000Z' },
    });
    expect(log.some(({ type }) => type === 'Recommendation Approved')).toBe(false);
  });

  it('says of evidence where it is held, and that is not here', () => {
    expect(taken(aFullFile()).record.evidence).toMatchObject([{ name: 'mail.log', status: 'elsewhere' }]);
  });

  it('is measured as every record', () => {
    const { record } = taken(aFullFile());
    const { score, missing } = completenessOf(
      record,
      templateFor(record, DEFAULT_CONFIG.postMortem.templates),
      DEFAULT_CONFIG,
    );
    expect([score, missing.map(({ path }) => path.split('.')[0])]).toEqual([
      76,
      ['sections', 'observations', 'rootCauses', 'rootCauses'],
    ]);
  });
});

describe('what DynamoDB does not take', () => {
  const refused = (file: PostMortemFileInput): unknown[] => {
    try {
      rehearse(aPostMortemId(), wanting(file), DEFAULT_CONFIG, sha256);
    } catch (error) {
      if (error instanceof Refusal) return [error.reason, ...error.missing.map(({ path }) => path)];
    }
    return [];
  };
  const facts = (count: number, value: string) => ({
    source: { vocabulary: 'VERIS', facts: Array.from({ length: count }, () => ({ name: 'notes', value })) },
  });

  it('is refused before anything is written, by its bytes: a section', () => {
    expect([
      refused(aFile({ sections: facts(9, 'x'.repeat(40_000)) })),
      refused(aFile({ sections: facts(9, 'ü'.repeat(40_000)) })),
    ]).toEqual([[], ['limit', 'sections.source']]);
  });

  it('is refused with its place among its kind: a part', () => {
    const held = { name: 'mail.log', mediaType: 'text/plain', bytes: 1, sha256: 'a'.repeat(64) };
    const file = aFile({
      rootCauses: [{ kind: 'human', statement: 'Nobody was trained' }],
      evidence: [held, { ...held, key: 'x'.repeat(380_000) }],
    });
    expect(refused(file)).toEqual(['limit', 'evidence.1']);
  });

  it('is refused as a whole: a record that nobody could be sent', () => {
    const lots = (count: number) =>
      aFile({
        observations: Array.from({ length: count }, () => ({ kind: 'got lucky', statement: '酉'.repeat(4_000) })),
        contributingFactors: Array.from({ length: 99 }, () => ({ kind: 'process gap', statement: '酉'.repeat(4_000) })),
      });
    expect([refused(lots(140)), refused(lots(160))]).toEqual([[], ['limit']]);
  });

  it('goes in by smaller pieces: a timeline in a script of three bytes', () => {
    const timeline = Array.from({ length: 130 }, (_, minute) => ({
      at: new Date(Date.UTC(2024, 2, 1, 8, minute)).toISOString(),
      what: `${minute} ${'酉'.repeat(3_900)}`,
      kind: 'action' as const,
    }));
    const { timeline: told, log } = taken(aFile({ timeline }));
    const sizes = log.filter(({ type }) => type === 'Timeline Entries Added').map((event) => bytesOf(event));
    expect(told.map(({ what }) => what)).toEqual(timeline.map(({ what }) => what));
    expect(Math.max(...sizes)).toBeLessThan(310_000);
  });
});

describe('a past incident', () => {
  const lessons = Array.from({ length: PART_LIMITS.lesson }, () => aLesson());
  const notifications = Array.from({ length: PART_LIMITS.notification }, () => aNotification({ dueAt: NOW }));
  const full = aFile({ lessons, notifications });
  const deadlines = (record: PostMortem) =>
    [...partsOf(record).values()].filter(({ deadlineAt }) => deadlineAt !== undefined).length;
  const all = lessons.length + notifications.length;

  it('that a file brings as closed waits for nothing, and is not resumed', () => {
    const { record } = taken(full);
    expect([deadlines(record), settle(record, [], NOW)]).toEqual([0, []]);
  });

  it('that was approved and closed here keeps every deadline, and is resumed when something is open', () => {
    const { record } = taken(full, 'open');
    const { id: postMortemId, revision } = record;
    const approval: RecordEvent = { type: 'Post-Mortem Approved', data: { postMortemId, revision, by: BEN, at: NOW } };
    const closure: RecordEvent = { type: 'Post-Mortem Closed', data: { postMortemId, at: NOW } };
    const approved = applyToPostMortem(record, approval);
    const closed = applyToPostMortem(approved, closure);
    expect([approved, closed].map(deadlines)).toEqual([all, all]);
    expect(settle(closed, [], NOW)).toMatchObject([{ type: 'Post-Mortem Resumed' }]);
  });
});

const PROPOSAL = {
  ...aDraft(),
  answers: [],
  verification: { checks: [{ kind: 'ticket state' as const }], untestedBecause: 'Nobody can look at it from outside.' },
};

describe('a file that left an installation when blanks still counted', () => {
  const old = exported({ ...aFullFile(), recommendations: [PROPOSAL] });
  const recommendations = old.recommendations.map((one) => ({
    ...one,
    title: '      ',
    successCriterion: ' '.repeat(12),
  }));
  const file = { ...old, title: ' ', sections: { summary: { text: ' ' } }, recommendations };

  it('comes back', () => {
    expect(PostMortemFile.safeParse(file).error?.issues ?? []).toEqual([]);
  });

  it('is not submitted here before somebody can read what it proposes', () => {
    const { record } = taken(file, 'open');
    const { missing } = completenessOf(
      record,
      templateFor(record, DEFAULT_CONFIG.postMortem.templates),
      DEFAULT_CONFIG,
    );
    const [one] = record.recommendations;
    expect(missing.filter(({ path }) => path.startsWith('recommendations.'))).toEqual([
      { path: `recommendations.${one?.id}.title`, message: 'write the title anew: nobody can read it' },
      {
        path: `recommendations.${one?.id}.successCriterion`,
        message: 'write the successCriterion anew: nobody can read it',
      },
    ]);
  });
});

describe('a file that is not imported', () => {
  it.each([
    [{ format: 'holdfast.post-mortem/2' }, 'format: expected "holdfast.post-mortem/1"'],
    [{ id: 'a#b' }, 'id: expected a name without # on one line'],
    [{ severity: 'grave' }, 'severity: Invalid option: expected one of "critical"|"high"|"medium"|"low"'],
    [{ autor: 'me' }, ': Unrecognized key: "autor"'],
    [
      {
        rootCauses: [{ id: 'a', kind: 'human', statement: 'Nobody was trained' }],
        recommendations: [{ answers: ['b'] }],
      },
      'recommendations.0.title: Invalid input: expected string, received undefined',
    ],
    [
      { rootCauses: [{ kind: 'human', statement: 'Nobody was trained', worksWith: ['x'] }] },
      'rootCauses.0.worksWith: there is no root cause "x" here',
    ],
    [
      { timeline: [{ at: NOW, what: 'Seen \ud83d', kind: 'action' }] },
      'timeline.0.what: expected whole characters: a surrogate stands without its other half',
    ],
    [
      { recommendations: [{ ...PROPOSAL, title: '      ' }] },
      'recommendations.0.title: expected at least 5 characters that can be read; blanks and what is invisible do not count',
    ],
    [
      { sections: { summary: { text: ' \u200b' } } },
      'sections.summary.text: expected at least 1 character that can be read; blanks and what is invisible do not count',
    ],
    [
      { sections: { impact: { description: 'Much', cost: { amount: 2 ** 53, currency: 'EUR' } } } },
      'sections.impact.cost.amount: Too big: expected number to be <=9007199254740991',
    ],
  ])('says where it is wrong: %j', (change, expected) => {
    const { error } = PostMortemFile.safeParse({ ...aFile(), ...change });
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toContain(expected);
  });

  it.each([
    [{ category: 'weather' }, '"weather" is none of the categories'],
    [{ endedAt: '2024-02-01T00:00:00.000Z' }, 'is before the beginning'],
    [{ kind: 'periodic review' as const }, 'say which period it looks at'],
  ])('is refused by the rules of the house: %j', (change, expected) => {
    expect(() => rehearse(aPostMortemId(), wanting(aFile(change)), DEFAULT_CONFIG, sha256)).toThrow(expected);
  });
});

describe('a file', () => {
  const because = 'The log shows it.';
  const faults = (with_: Partial<PostMortemFileInput>) =>
    PostMortemFile.safeParse(aFile(with_)).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

  it('is wrong in each correction that fits no fact, or says nothing that could stand there', () => {
    const corrections = [
      { of: 'incident.opendAt', shouldBe: NOW, because },
      { of: 'incident.closedAt', shouldBe: 'yesterday', because },
      { of: 'incident.title', because },
      { of: 'incident.people.0', because },
      { of: 'incident.techniques.T1566', because },
    ];
    expect(faults({ corrections })).toEqual([
      expect.stringMatching(/^corrections\.0\.of: expected one of incident\.title/),
      expect.stringMatching(/^corrections\.1\.shouldBe: expected a time in UTC/),
      expect.stringMatching(/^corrections\.2\.shouldBe: say what is right instead/),
    ]);
  });

  it('is wrong in a second correction of one fact', () => {
    const corrections = ['A', 'B'].map((shouldBe) => ({ of: 'incident.title', shouldBe, because }));
    expect(faults({ corrections })).toEqual(['corrections.1.of: there is another correction of incident.title']);
  });

  it('is wrong in an entry that corrects none of its own, or one of another time', () => {
    const [there, gone] = [aPartId(), aPartId()];
    const entry = { at: NOW, what: 'The mail came', kind: 'attacker' as const };
    const timeline = [
      { ...entry, id: there, origin: 'ticket' as const },
      { ...entry, corrects: { at: NOW, id: there } },
      { ...entry, corrects: { at: NOW, id: gone } },
      { ...entry, corrects: { at: '2001-01-01T00:00:00.000Z', id: there } },
    ];
    expect(faults({ timeline })).toEqual([
      `timeline.2.corrects: there is no entry "${gone}" in this timeline`,
      `timeline.3.corrects.at: the entry "${there}" is at ${NOW}`,
    ]);
  });
});
