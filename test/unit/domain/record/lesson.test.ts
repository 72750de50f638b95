import { describe, expect, it } from 'vitest';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import type { Evidence } from '../../../../shared/domain/record/content/evidence.ts';
import type { Lesson, LessonReference } from '../../../../shared/domain/record/content/lesson.ts';
import { lessonDueAt } from '../../../../shared/domain/record/content/lesson.ts';
import { proofProblems } from '../../../../shared/domain/record/content/lesson-proof.ts';
import {
  confirmLesson,
  lessonDue,
  putLessonInPlace,
  refuseLesson,
  reopenLesson,
} from '../../../../shared/domain/record/decide/settle-lesson.ts';
import { settle } from '../../../../shared/domain/record/decide/settle-record.ts';
import { changePart, removePart } from '../../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { Duration } from '../../../../shared/domain/words/duration.ts';
import { Refusal } from '../../../../shared/domain/words/refusal.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aLesson, anIncident, aPartId, aProof, aRecord, NOW } from '../../../support/world/records.ts';

const LATER = '2026-12-20T10:00:00.000Z';
const REASON = 'The plan of that version does not name the mailbox.';

function having(lesson: Lesson): PostMortem {
  const part = { kind: 'lesson' as const, content: lesson };
  return aRecord({ type: 'Part Added', data: { postMortemId: aRecord().id, part, by: ANNA } });
}

const led = (record: PostMortem, ...decide: ((record: PostMortem) => RecordEvent[])[]): PostMortem =>
  decide.reduce((now, one) => one(now).reduce(applyToPostMortem, now), record);
const claimed =
  ({ id }: Lesson, reference = aProof(), by: Parameters<typeof putLessonInPlace>[3] = ANNA) =>
  (record: PostMortem) =>
    putLessonInPlace(record, id, reference, by, NOW);
const confirmed =
  ({ id }: Lesson, by = BEN, at = NOW) =>
  (record: PostMortem) =>
    confirmLesson(record, id, by, at);

const anEvidence = (id: Evidence['id'], status: Evidence['status'] = 'held'): Evidence => ({
  ...{ id, status, name: 'result.txt', mediaType: 'text/plain', bytes: 1, sha256: 'a'.repeat(64) },
  ...{ key: 'result.txt', addedBy: ANNA, addedAt: NOW },
});

function refusal(act: () => unknown): Pick<Refusal, 'reason' | 'message' | 'missing'> | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
const pathsWanted = (lesson: Lesson, reference: LessonReference, openedAt = '2026-11-20T08:00:00.000Z'): string[] => {
  const record = { ...having(lesson), incident: anIncident({ openedAt }) };
  return (
    refusal(() => putLessonInPlace(record, lesson.id, reference, ANNA, NOW))?.missing.map(({ path }) => path) ?? []
  );
};

describe('a lesson', () => {
  const lesson = aLesson({ reviewEvery: Duration.parse('P90D') });

  it('is claimed by whoever puts it in place, and in place once a second person confirms it', () => {
    const claim = led(having(lesson), claimed(lesson));
    const done = led(claim, confirmed(lesson, BEN, LATER));
    expect([claim.lessons[0], done.lessons[0]]).toEqual([
      {
        ...lesson,
        status: 'claimed',
        claim: { reference: aProof(), by: ANNA, at: NOW, confirmBy: '2026-11-28T10:00:00.000Z' },
      },
      {
        ...lesson,
        status: 'in place',
        inPlace: { reference: aProof(), by: ANNA, at: NOW, confirmed: { by: BEN, at: LATER } },
        nextReviewAt: '2027-03-20T10:00:00.000Z',
      },
    ]);
  });

  it('is not confirmed by whoever put it in place, under any profile, nor by who answers for the program that did', () => {
    const claim = led(having(lesson), claimed(lesson));
    const program = { kind: 'machine' as const, id: 'wiki', name: 'wiki', owner: 'ben@example.com' };
    const byProgram = led(having(lesson), claimed(lesson, aProof(), program));
    const otherProfile = { kind: 'person' as const, id: 'saml_anna', name: 'A. Analyst', email: 'ANNA@example.com' };
    expect([
      refusal(() => confirmLesson(claim, lesson.id, ANNA, NOW)),
      refusal(() => confirmLesson(claim, lesson.id, otherProfile, NOW)),
      refusal(() => confirmLesson(byProgram, lesson.id, BEN, NOW)),
      refusal(() => confirmLesson(byProgram, lesson.id, ANNA, NOW)),
    ]).toMatchObject([
      { reason: 'four eyes', message: 'you put this lesson in place; a second person must confirm it' },
      { reason: 'four eyes' },
      {
        reason: 'four eyes',
        message: expect.stringContaining('you answer for the program wiki, which put this lesson'),
      },
      undefined,
    ]);
  });

  it('is not confirmed by whoever imported the word that it is in place, whoever the file names', () => {
    const claim = led(having(lesson), claimed(lesson));
    const imported = (at: string): PostMortem => ({
      ...claim,
      openedBy: BEN,
      importedFrom: { id: 'OLD-1', sha256: '0'.repeat(64), at },
    });
    const before = '2026-11-21T09:59:59.000Z';
    expect(refusal(() => confirmLesson(imported(NOW), lesson.id, BEN, LATER))).toMatchObject({
      reason: 'four eyes',
      message: 'you imported this record with what it says of this lesson; a second person must confirm it',
    });
    // Claimed here since.
    expect(confirmLesson(imported(before), lesson.id, BEN, LATER)).toMatchObject([{ type: 'Lesson Confirmed' }]);
  });

  it('is claimed once by the same word of the same person, and waits since their first', () => {
    const claim = led(having(lesson), claimed(lesson));
    const replaced = led(claim, (record) => putLessonInPlace(record, lesson.id, aProof({ version: '3' }), ANNA, LATER));
    expect([
      putLessonInPlace(claim, lesson.id, aProof(), ANNA, LATER),
      putLessonInPlace(claim, lesson.id, aProof(), BEN, LATER).map(({ type }) => type),
      replaced.lessons[0]?.claim,
    ]).toMatchObject([[], ['Lesson Claimed'], { at: LATER, confirmBy: '2026-11-28T10:00:00.000Z' }]);
  });

  it('is open again when a second person refuses it, with the reason, until it is claimed again', () => {
    const refused = led(having(lesson), claimed(lesson), (record) =>
      refuseLesson(record, lesson.id, REASON, BEN, LATER),
    );
    const again = led(refused, claimed(lesson, aProof({ version: '3' })));
    expect(refused.lessons[0]).toEqual({
      ...lesson,
      reopened: { why: 'claim refused', reason: REASON, by: BEN, at: LATER },
    });
    expect(again.lessons[0]).toMatchObject({ status: 'claimed', claim: { reference: { version: '3' } } });
    // Whoever looks next sees that somebody refused one before, until it is settled.
    expect(again.lessons[0]?.reopened).toEqual(refused.lessons[0]?.reopened);
    expect(led(again, confirmed(lesson)).lessons[0]?.reopened).toBeUndefined();
  });

  const reviewed =
    ({ id }: Lesson, reference = aProof(), by = ANNA) =>
    (record: PostMortem) =>
      putLessonInPlace(record, id, reference, by, '2027-02-01T00:00:00.000Z');
  const done = led(having(lesson), claimed(lesson), confirmed(lesson));

  it('that is in place is reviewed in the version that was confirmed, and stays confirmed', () => {
    const note = aProof({ note: 'On page 4 now' });
    expect(led(done, reviewed(lesson, note)).lessons[0]).toEqual({
      ...lesson,
      status: 'in place',
      inPlace: {
        ...{ reference: aProof(), by: ANNA, at: NOW, confirmed: { by: BEN, at: NOW } },
        reviewed: { reference: note, by: ANNA, at: '2027-02-01T00:00:00.000Z' },
      },
      nextReviewAt: '2027-05-02T00:00:00.000Z',
    });
  });

  it.each([{ version: '3' }, { url: 'https://elsewhere.example.com/payments' }])(
    'that is reviewed in another version or place, %o, is a claim, and what was confirmed stands until that is',
    (change) => {
      const claim = led(done, reviewed(lesson, aProof(change)));
      const again = led(claim, confirmed(lesson, BEN, '2027-02-02T00:00:00.000Z'));
      expect(refusal(() => confirmLesson(claim, lesson.id, ANNA, LATER))?.reason).toBe('four eyes');
      expect([claim.lessons[0], again.lessons[0]]).toMatchObject([
        {
          status: 'claimed',
          claim: { reference: change, by: ANNA },
          inPlace: { reference: aProof(), confirmed: { by: BEN, at: NOW } },
        },
        { status: 'in place', inPlace: { reference: change, confirmed: { by: BEN, at: '2027-02-02T00:00:00.000Z' } } },
      ]);
      expect(again.lessons[0]?.claim).toBeUndefined();
      expect(settle({ ...claim, status: 'closed' }, [], LATER)).toEqual([]);
    },
  );

  it('is in place in the confirmed version again when a later one is refused, and a review that came due is due anew', () => {
    const claim = led(done, reviewed(lesson, aProof({ version: '3' })));
    const refused = (at: string) => led(claim, (record) => refuseLesson(record, lesson.id, REASON, BEN, at)).lessons[0];
    expect([refused('2027-02-02T00:00:00.000Z'), refused('2027-03-02T00:00:00.000Z')]).toMatchObject([
      {
        status: 'in place',
        inPlace: { reference: aProof() },
        reopened: { why: 'claim refused', reason: REASON },
        nextReviewAt: '2027-02-19T10:00:00.000Z',
      },
      { status: 'in place', nextReviewAt: '2027-03-09T00:00:00.000Z' },
    ]);
  });

  it('is not reviewed in a version by the one human who confirmed that, under any profile or by a program', () => {
    const otherProfile = { ...BEN, id: 'saml_ben' };
    const program = { kind: 'machine' as const, id: 'wiki', name: 'wiki', owner: 'BEN@example.com' };
    const review = (by: Parameters<typeof putLessonInPlace>[3]) =>
      refusal(() => putLessonInPlace(done, lesson.id, aProof(), by, LATER));
    expect([review(BEN), review(otherProfile), review(program), review(ANNA)]).toMatchObject([
      { reason: 'four eyes', message: 'you confirmed this version; somebody else must review it' },
      { reason: 'four eyes' },
      {
        reason: 'four eyes',
        message: 'whoever answers for this program confirmed this version; somebody else must review it',
      },
      undefined,
    ]);
  });

  it('that no longer holds is open again, for a new date and with what was found', () => {
    const open = led(done, (record) => reopenLesson(record, lesson.id, { reason: REASON, dueAt: LATER }, ANNA, NOW));
    expect(open.lessons[0]).toEqual({
      ...lesson,
      dueAt: LATER,
      heldUntil: NOW,
      reopened: { why: 'no longer holds', reason: REASON, by: ANNA, at: NOW },
    });
    expect(refusal(() => reopenLesson(done, lesson.id, { reason: REASON, dueAt: NOW }, ANNA, NOW))).toMatchObject({
      reason: 'incomplete',
      missing: [{ path: 'dueAt' }],
    });
  });

  it('that a version before confirmations put in place stays there, not confirmed, and can be confirmed now', () => {
    const record = having(lesson);
    const before = led(record, () => [
      {
        type: 'Lesson Put In Place',
        data: { postMortemId: record.id, lessonId: lesson.id, reference: { version: '2' }, by: ANNA, at: NOW },
      },
    ]);
    expect(before.lessons[0]).toMatchObject({ status: 'in place', inPlace: { reference: { version: '2' }, by: ANNA } });
    expect(before.lessons[0]?.inPlace?.confirmed).toBeUndefined();
    expect(refusal(() => confirmLesson(before, lesson.id, ANNA, NOW))?.reason).toBe('four eyes');
    expect(led(before, confirmed(lesson)).lessons[0]?.inPlace?.confirmed).toEqual({ by: BEN, at: NOW });
  });

  it('that nobody confirmed gets its second person by its first review', () => {
    const record = having(lesson);
    const data = { postMortemId: record.id, lessonId: lesson.id, reference: aProof(), by: ANNA, at: NOW };
    const before = led(record, () => [{ type: 'Lesson Put In Place', data }], reviewed(lesson, aProof(), BEN));
    expect(before.lessons).toMatchObject([{ status: 'claimed', claim: { by: BEN }, inPlace: { by: ANNA } }]);
    expect(refusal(() => confirmLesson(before, lesson.id, BEN, LATER))?.reason).toBe('four eyes');
    expect(led(before, confirmed(lesson, ANNA, LATER)).lessons).toMatchObject([
      { status: 'in place', inPlace: { by: BEN, confirmed: { by: ANNA } } },
    ]);
  });

  it('of a detection is reviewed by a newer test than the one that was shown, of a document by the same version', () => {
    const detection = aLesson({ updates: 'detection' });
    const at = (day: string) => `2026-11-${day}T10:00:00.000Z`;
    const tested = (when: string) => ({
      ...{ version: '4', url: 'https://rules.example.com/4' },
      test: { what: 'A false mail was sent', at: when, result: 'fired' as const, url: 'https://tests.example.com/9' },
    });
    const first = tested(at('21'));
    const done = led(having(detection), claimed(detection, first), confirmed(detection));
    const review = (reference: LessonReference, now: string) => (record: PostMortem) =>
      putLessonInPlace(record, detection.id, reference, ANNA, now);
    expect(refusal(() => review(first, at('28'))(done))?.message).toContain(
      'test.at: a review of a detection wants a test of after',
    );
    const again = led(done, review(tested(at('27')), at('28')));
    expect(refusal(() => review(tested(at('27')), at('29'))(again))?.message).toContain('which was shown before');
    expect(refusal(() => review(tested(at('28')), at('29'))(again))).toBeUndefined();
  });

  it('that is rewritten still says why it is open again, and from when on a proof counts', () => {
    const again = { reason: REASON, dueAt: LATER };
    const open = led(having(lesson), claimed(lesson), confirmed(lesson), (record) =>
      reopenLesson(record, lesson.id, again, ANNA, NOW),
    );
    const { announcedDueAt: _, ...draft } = aLesson({
      id: lesson.id,
      statement: 'People report a mail, by the button.',
    });
    const after = led(open, (record) => changePart(record, { kind: 'lesson', content: draft }, ANNA));
    expect(after.lessons).toMatchObject([{ reopened: { why: 'no longer holds', reason: REASON }, heldUntil: NOW }]);
  });

  it('holds the evidence that its test names', () => {
    const detection = aLesson({ updates: 'detection' });
    const test = { what: 'A false mail', at: NOW, result: 'fired' as const, evidenceId: aPartId() };
    const record = { ...having(detection), evidence: [anEvidence(test.evidenceId, 'elsewhere')] };
    const claim = led(record, claimed(detection, { version: '1', test }));
    expect(refusal(() => removePart(claim, 'evidence', test.evidenceId, ANNA))?.message).toContain(
      'refuse that claim first',
    );
  });

  it('is not rewritten or removed once somebody claims it', () => {
    const claim = led(having(lesson), claimed(lesson));
    const rewritten = { kind: 'lesson' as const, content: { ...lesson, document: 'Another' } };
    expect([
      refusal(() => changePart(claim, rewritten, ANNA))?.message,
      refusal(() => removePart(claim, 'lesson', lesson.id, ANNA))?.message,
    ]).toEqual(Array(2).fill('this lesson is claimed; it can no longer be changed'));
  });

  it('that waits for a second person for a week is told of, once, as one that is not in place', () => {
    const claim = led(having(lesson), claimed(lesson));
    const dueAt = '2026-11-28T10:00:00.000Z';
    const told = led(claim, (record) => lessonDue(record, lesson.id, dueAt));
    expect([
      lessonDue(claim, lesson.id, '2026-11-28T09:59:59.999Z'),
      told.lessons.map(lessonDueAt),
      told.lessons[0]?.announcedDueAt,
      lessonDue(told, lesson.id, LATER),
    ]).toEqual([[], [dueAt], dueAt, []]);
  });

  it('is held against the facts of now when it is confirmed: the day of the incident, and the evidence', () => {
    const claim = led(having(lesson), claimed(lesson));
    const moved = { ...claim, incident: anIncident({ openedAt: '2026-11-22T08:00:00.000Z' }) };
    const detection = aLesson({ updates: 'detection' });
    const test = { what: 'A false mail', at: NOW, result: 'fired' as const, evidenceId: aPartId() };
    const withEvidence = { ...having(detection), evidence: [anEvidence(test.evidenceId)] };
    const byEvidence = led(withEvidence, claimed(detection, { version: '1', test }));
    expect([
      refusal(() => confirmLesson(moved, lesson.id, BEN, LATER)),
      refusal(() => confirmLesson({ ...byEvidence, evidence: [] }, detection.id, BEN, LATER)),
      refusal(() => confirmLesson(byEvidence, detection.id, BEN, LATER)),
    ]).toMatchObject([
      {
        reason: 'incomplete',
        message: expect.stringMatching(/versionAt: .+ refuse it, or have it claimed again$/),
        missing: [{ path: 'versionAt' }],
      },
      { reason: 'incomplete', missing: [{ path: 'test.evidenceId' }] },
      undefined,
    ]);
  });

  it('is decided about only where that can be', () => {
    const open = having(lesson);
    const done = led(open, claimed(lesson), confirmed(lesson));
    expect(
      [
        () => confirmLesson(open, lesson.id, BEN, NOW),
        () => refuseLesson(open, lesson.id, REASON, BEN, NOW),
        () => reopenLesson(open, lesson.id, { reason: REASON, dueAt: LATER }, BEN, NOW),
        () => confirmLesson(done, lesson.id, BEN, NOW),
        () => refuseLesson(done, lesson.id, REASON, BEN, NOW),
        () => confirmLesson(done, aPartId(), BEN, NOW),
      ].map((act) => refusal(act)?.reason),
    ).toEqual([...Array(5).fill('wrong state'), 'unknown part']);
  });
});

describe('the proof that a lesson is in place', () => {
  const training = { audience: 'payroll', people: 20, trained: 18, at: NOW };
  const test = {
    what: 'A false mail to a test mailbox',
    at: NOW,
    result: 'fired' as const,
    url: 'https://siem.example.com/1',
  };

  it.each(['policy', 'procedure', 'response plan'] as const)(
    'of a %s is a version, where it is, and of when',
    (updates) => {
      const lesson = aLesson({ updates });
      expect([
        pathsWanted(lesson, { version: '2' }),
        pathsWanted(lesson, aProof()),
        pathsWanted(lesson, aProof({ training, test })),
      ]).toEqual([['url', 'versionAt'], [], ['training', 'test']]);
    },
  );

  it('of a plan or a training may be an exercise, with its date and result; of another document it is none', () => {
    const exercise = { at: NOW, result: 'The copies were out after 6 minutes.' };
    expect([
      pathsWanted(aLesson({ updates: 'response plan' }), aProof({ exercise })),
      pathsWanted(aLesson({ updates: 'training' }), { version: '1', training, exercise }),
      pathsWanted(aLesson({ updates: 'policy' }), aProof({ exercise })),
      pathsWanted(aLesson({ updates: 'detection' }), { version: '1', test, exercise }),
    ]).toEqual([[], [], ['exercise'], ['exercise']]);
  });

  it('of anything says something: a version, a place that others reach, and how a trial went', () => {
    const exercise = { at: NOW, result: 'n/a' };
    const training = { audience: '-', people: 20, trained: 18, at: NOW };
    const nothing = { ...test, what: 'TBD', url: 'http://127.0.0.1/alerts/1' };
    expect([
      pathsWanted(aLesson({ updates: 'response plan' }), aProof({ version: '-', url: 'http://localhost', exercise })),
      pathsWanted(aLesson({ updates: 'training' }), { version: 'n/a', training }),
      pathsWanted(aLesson({ updates: 'detection' }), { version: '1', test: nothing }),
      pathsWanted(aLesson(), aProof({ version: 'v3', url: 'http://wiki/payments' })),
    ]).toEqual([
      ['version', 'url', 'exercise.result'],
      ['version', 'training.audience'],
      ['test.what', 'test.url'],
      [],
    ]);
  });

  it('of a training is how many of whom did it, and no more than there are', () => {
    const lesson = aLesson({ updates: 'training' });
    expect([
      pathsWanted(lesson, aProof()),
      pathsWanted(lesson, { version: '1', training }),
      pathsWanted(lesson, { version: '1', training: { ...training, trained: 21 } }),
      pathsWanted(lesson, { version: '1', training, test }),
    ]).toEqual([['training'], [], ['training.trained'], ['test']]);
  });

  it('of a detection is a test in which it fired, with a link or evidence of the record', () => {
    const lesson = aLesson({ updates: 'detection' });
    const { url: _, ...unshown } = test;
    expect([
      pathsWanted(lesson, aProof()),
      pathsWanted(lesson, { version: '1', test }),
      pathsWanted(lesson, { version: '1', test: unshown }),
      pathsWanted(lesson, { version: '1', test: { ...test, result: 'did not fire' } }),
      pathsWanted(lesson, { version: '1', test: { ...unshown, evidenceId: aPartId() } }),
      pathsWanted(lesson, { version: '1', test, training }),
    ]).toEqual([['test'], [], ['test.url'], ['test.result'], ['test.evidenceId'], ['training']]);
  });

  it.each([
    ['expected', ['test.evidenceId']],
    ['refused', ['test.evidenceId']],
    ['held', []],
    ['elsewhere', []],
  ] as const)('that names evidence that is %s lacks %o', (status, wanted) => {
    const evidence = [anEvidence(aPartId(), status)];
    const reference = { version: '1', test: { ...test, url: undefined, evidenceId: evidence[0]?.id } };
    const problems = proofProblems(aLesson({ updates: 'detection' }), reference, { openedAt: NOW, now: NOW, evidence });
    expect(problems.map(({ path }) => path)).toEqual(wanted);
  });

  it('is newer than the review that found that it no longer holds, to the day, also after a refusal', () => {
    const lesson = aLesson();
    const found = '2026-12-20T10:00:00.000Z';
    const now = '2026-12-21T10:00:00.000Z';
    const claim = (versionAt: string) => (record: PostMortem) =>
      putLessonInPlace(record, lesson.id, aProof({ versionAt }), ANNA, now);
    const open = led(having(lesson), claimed(lesson), confirmed(lesson), (record) =>
      reopenLesson(record, lesson.id, { reason: REASON, dueAt: '2027-01-31T00:00:00.000Z' }, BEN, found),
    );
    const refused = led(open, claim('2026-12-20T00:00:00.000Z'), (record) =>
      refuseLesson(record, lesson.id, REASON, BEN, now),
    );
    expect([open, refused].map((record) => refusal(() => claim(NOW)(record))?.missing)).toEqual(
      Array(2).fill([
        {
          path: 'versionAt',
          message: `${NOW} is before 2026-12-20, when a review found that the lesson no longer held`,
        },
      ]),
    );
  });

  it('is newer than the incident, to the day, and not of a time to come', () => {
    const lesson = aLesson();
    const paths = (versionAt: string) => pathsWanted(lesson, aProof({ versionAt }), '2026-11-20T08:00:00.000Z');
    expect([
      paths('2026-11-19T23:59:59.999Z'),
      paths('2026-11-20T00:00:00.000Z'),
      paths(NOW),
      paths('2026-11-21T10:00:00.001Z'),
      pathsWanted(aLesson({ updates: 'training' }), { version: '1', training: { ...training, at: LATER } }),
      pathsWanted(aLesson({ updates: 'detection' }), {
        version: '1',
        test: { ...test, at: '2026-11-01T00:00:00.000Z' },
      }),
    ]).toEqual([['versionAt'], [], [], ['versionAt'], ['training.at'], ['test.at']]);
  });
});

describe('a lesson that may no longer hold', () => {
  const lesson = aLesson();
  const inPlaceNow = () => led(having(lesson), claimed(lesson), confirmed(lesson));
  const doubted = (record: PostMortem) => reopenLesson(record, lesson.id, { reason: REASON, dueAt: LATER }, ANNA, NOW);

  it('is judged as it is while its record is in review, and opened again before and after', () => {
    const refusedIn = (status: PostMortem['status']) => refusal(() => doubted({ ...inPlaceNow(), status }))?.reason;
    const statuses = ['open', 'in review', 'approved', 'closed'] as const;
    expect(statuses.map(refusedIn)).toEqual([undefined, 'wrong state', undefined, undefined]);
  });

  it('is not opened again in a record that came closed from a file, of which nobody follows anything', () => {
    const importedFrom = { id: 'OLD-1', sha256: '0'.repeat(64), at: NOW };
    const history: PostMortem = { ...inPlaceNow(), status: 'closed', importedFrom };
    expect(refusal(() => doubted(history))?.message).toContain('open a record here');
  });
});
