import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import { completenessOf } from '../../../../shared/domain/record/completeness.ts';
import { absorb, carryOn, linkTicket, mergeInto } from '../../../../shared/domain/record/decide/open-record.ts';
import * as review from '../../../../shared/domain/record/decide/review-record.ts';
import * as write from '../../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { templateFor } from '../../../../shared/domain/record/template.ts';
import type { Recommendation } from '../../../../shared/domain/remediation/recommendation.ts';
import type { RecommendationId } from '../../../../shared/domain/words/identifiers.ts';
import type { Author, Person } from '../../../../shared/domain/words/person.ts';
import { Refusal } from '../../../../shared/domain/words/refusal.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import {
  aDraft,
  aPartId,
  aRecommendation,
  aRecommendationId,
  aRecord,
  NOW,
  TICKET,
} from '../../../support/world/records.ts';

const anObservation = () => ({
  kind: 'observation' as const,
  content: { id: aPartId(), kind: 'got lucky' as const, statement: 'It was a Sunday.' },
});

const decide = {
  ...write,
  ...review,
  linkTicket,
  submit: (record: PostMortem, by: Person) => review.submit(record, by, DEFAULT_CONFIG),
};

const missingFrom = (record: PostMortem) =>
  completenessOf(record, templateFor(record, DEFAULT_CONFIG.postMortem.templates), DEFAULT_CONFIG).missing;

const then = (record: PostMortem, events: RecordEvent[]): PostMortem => events.reduce(applyToPostMortem, record);

function complete(by: Person = ANNA): PostMortem {
  const cause = aPartId();
  let record: PostMortem = { ...aRecord(), category: 'phishing' };
  record = then(
    record,
    decide.writeSection(record, { section: 'summary', content: { text: 'Two people were phished.' } }, by),
  );
  record = then(
    record,
    decide.writeSection(
      record,
      { section: 'impact', content: { description: 'Two mailboxes', assets: [], services: ['mail'], dataKinds: [] } },
      by,
    ),
  );
  record = then(
    record,
    decide.writeSection(
      record,
      { section: 'detection', content: { how: 'A user asked.', whyNotSooner: 'No filter' } },
      by,
    ),
  );
  record = then(
    record,
    decide.writeSection(
      record,
      { section: 'response', content: { procedures: [], firstAction: 'Passwords reset' } },
      by,
    ),
  );
  record = then(
    record,
    decide.addRootCause(record, { id: cause, kind: 'human', statement: 'Nobody was trained', whys: [] }, by),
  );
  return then(record, decide.proposeRecommendation(record, aRecommendationId(), aDraft({ answers: [cause] }), by));
}

const inReview = () => {
  const record = complete();
  return then(record, decide.submit(record, ANNA));
};

const reasonOf = (act: () => unknown): string => {
  try {
    act();
    return 'allowed';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
};

describe('a post-mortem', () => {
  it('is due as the policy of its severity says', () => {
    expect(aRecord()).toMatchObject({ status: 'open', revision: 1, dueAt: '2026-12-01T10:00:00.000Z' });
  });

  it('lists what is missing, in the order in which one fills it in', () => {
    expect(missingFrom(aRecord()).map(({ path }) => path)).toEqual([
      'category',
      'sections.summary',
      'sections.impact',
      'sections.detection',
      'sections.response',
      'rootCauses',
      'sections.humanFactor',
      'recommendations',
    ]);
  });

  it('wants a recommendation for every root cause', () => {
    const record = complete();
    const cause = { id: aPartId(), kind: 'technical' as const, statement: 'No mail filter', whys: [] };
    expect(missingFrom(then(record, decide.addRootCause(record, cause, ANNA)))).toEqual([
      {
        path: `rootCauses.${cause.id}`,
        message: 'propose a recommendation that answers the root cause "No mail filter"',
      },
    ]);
  });

  it('is content without a human cause when somebody says why there is none', () => {
    const base = complete();
    const technical: PostMortem = {
      ...base,
      rootCauses: base.rootCauses.map((one) => ({ ...one, kind: 'technical' })),
    };
    const written = then(
      technical,
      decide.writeSection(
        technical,
        { section: 'humanFactor', content: { consideredNoneBecause: 'A zero-day in the appliance; nobody acted' } },
        ANNA,
      ),
    );
    expect([missingFrom(technical).map(({ path }) => path), missingFrom(written)]).toEqual([
      ['sections.humanFactor'],
      [],
    ]);
  });

  it('keeps a cause that another cause works with', () => {
    const [first, second] = [aPartId(), aPartId()];
    const cause = { kind: 'technical' as const, statement: 'No mail filter', whys: [] };
    let record = then(aRecord(), decide.addRootCause(aRecord(), { ...cause, id: first }, ANNA));
    record = then(record, decide.addRootCause(record, { ...cause, id: second, worksWith: [first] }, ANNA));
    expect([
      reasonOf(() => decide.removePart(record, 'root cause', first, ANNA)),
      reasonOf(() => decide.removePart(record, 'root cause', second, ANNA)),
    ]).toEqual(['wrong state', 'allowed']);
  });

  it('is not submitted while something is missing', () => {
    expect(reasonOf(() => decide.submit(aRecord(), ANNA))).toBe('incomplete');
  });

  it('approves its recommendations with it, each with a deadline of its priority', () => {
    const record = inReview();
    const approved = then(record, decide.approve(record, record.revision, BEN, NOW, DEFAULT_CONFIG));
    expect([approved.status, approved.recommendations.map(({ status, dueAt }) => ({ status, dueAt }))]).toEqual([
      'approved',
      [{ status: 'approved', dueAt: '2026-12-05T10:00:00.000Z' }],
    ]);
  });

  it('is approved by nobody who wrote in it or submitted it', () => {
    const record = inReview();
    const approveBy = (by: Person, of = record) =>
      reasonOf(() => decide.approve(of, of.revision, by, NOW, DEFAULT_CONFIG));
    const submittedByBen = then(complete(), decide.submit(complete(), BEN));
    expect([approveBy(ANNA), approveBy(BEN), approveBy(BEN, submittedByBen)]).toEqual([
      'four eyes',
      'allowed',
      'four eyes',
    ]);
  });

  it('is not approved by who set its kind, its severity or its category; its mark and its date anybody may set', () => {
    const approvedAfter = (change: Parameters<typeof write.classify>[1]) => {
      const record: PostMortem = { ...complete(), kind: change.kind === undefined ? 'incident' : 'exercise' };
      const classified = then(record, write.classify(record, change, BEN, DEFAULT_CONFIG));
      const submitted = then(classified, decide.submit(classified, ANNA));
      return reasonOf(() => decide.approve(submitted, submitted.revision, BEN, NOW, DEFAULT_CONFIG));
    };
    const changes = [
      { severity: 'low' as const },
      { category: 'malware' },
      { kind: 'incident' as const },
      { tlp: 'RED' as const },
      { dueAt: NOW },
    ];
    expect(changes.map(approvedAfter)).toEqual(['four eyes', 'four eyes', 'four eyes', 'allowed', 'allowed']);
  });

  it('is of an incident again when one comes back that was found to be none', () => {
    const found: PostMortem = { ...complete(), kind: 'false positive', status: 'closed' };
    const { source, site, ticketId, key } = found.incident;
    const ticket = { source, site, ticketId, key };
    const back: RecordEvent = { type: 'Post-Mortem Carried On', data: { postMortemId: found.id, ticket, at: NOW } };
    expect(then(found, [back])).toMatchObject({ kind: 'incident', status: 'open' });
  });

  it('is found to be of another kind while it is reviewed, but for a review of a period, which it never becomes', () => {
    const as = (record: PostMortem, kind: PostMortem['kind']) =>
      reasonOf(() => write.classify(record, { kind }, ANNA, DEFAULT_CONFIG));
    const period: PostMortem = { ...complete(), kind: 'periodic review' };
    const kinds = ['false positive', 'near miss', 'incident', 'periodic review'] as const;
    expect([kinds.map((kind) => as(complete(), kind)), kinds.map((kind) => as(period, kind))]).toEqual([
      ['allowed', 'allowed', 'allowed', 'wrong state'],
      ['wrong state', 'wrong state', 'wrong state', 'allowed'],
    ]);
    expect(as(inReview(), 'false positive')).toBe('wrong state');
    const found = then(complete(), write.classify(complete(), { kind: 'false positive' }, ANNA, DEFAULT_CONFIG));
    expect([found.kind, found.judgedRevision]).toEqual(['false positive', found.revision]);
  });

  it('is not approved by its author under a second profile', () => {
    const record = inReview();
    const federated: Person = { ...ANNA, id: 'anna-of-the-idp', email: 'Anna@Example.com' };
    expect(reasonOf(() => decide.approve(record, record.revision, federated, NOW, DEFAULT_CONFIG))).toBe('four eyes');
  });

  describe('that a program wrote in', () => {
    const intake = { kind: 'machine' as const, id: 'client-1', name: 'intake', owner: 'Ben@Example.com' };
    const approveBy = (by: Person, ...authors: Author[]) => {
      const record = inReview();
      const written = authors.reduce(
        (state, author) =>
          then(state, [{ type: 'Part Added', data: { postMortemId: state.id, part: anObservation(), by: author } }]),
        record,
      );
      return reasonOf(() => decide.approve(written, written.revision, by, NOW, DEFAULT_CONFIG));
    };
    const carl: Person = { kind: 'person', id: 'carl', name: 'Carl', email: 'carl@example.com' };
    const { email: _, ...nameless } = carl;

    it('is not approved by the person who answers for it', () => {
      expect([approveBy(BEN, intake), approveBy(carl, intake)]).toEqual(['four eyes', 'allowed']);
    });

    it('is not approved by an earlier owner of it either', () => {
      const handedOver = { ...intake, owner: carl.email ?? '' };
      expect([approveBy(BEN, intake, handedOver), approveBy(carl, intake, handedOver)]).toEqual([
        'four eyes',
        'four eyes',
      ]);
    });

    it('is not approved by somebody of whom it cannot be told whether they answer for it', () => {
      expect(approveBy(nameless, intake)).toBe('four eyes');
    });

    it('is approved as before when its log has only the id of the program', () => {
      const old = { kind: 'machine' as const, id: 'client-1' };
      expect([approveBy(BEN, old), approveBy(nameless, old)]).toEqual(['allowed', 'allowed']);
    });
  });

  it('is approved only in the revision that the approver read', () => {
    const record = inReview();
    expect(reasonOf(() => decide.approve(record, record.contentRevision - 1, BEN, NOW, DEFAULT_CONFIG))).toBe(
      'stale revision',
    );
  });

  it('does not change while it is in review, and can be changed again when returned', () => {
    const record = inReview();
    const write = (of: PostMortem) =>
      reasonOf(() => decide.writeSection(of, { section: 'summary', content: { text: 'New' } }, ANNA));
    const returned = then(record, decide.returnToAuthors(record, 'The impact is too vague', BEN));
    expect([write(record), write(returned), returned.returnedBecause]).toEqual([
      'wrong state',
      'allowed',
      'The impact is too vague',
    ]);
  });

  it('carries out what was not declined', () => {
    const record = inReview();
    const [recommendation] = record.recommendations;
    if (recommendation === undefined) throw new Error('the complete record has a recommendation');
    const declined = then(
      record,
      decide.declineRecommendation(record, recommendation.id, 'We leave that product', BEN),
    );
    const events = decide.approve(declined, declined.revision, BEN, NOW, DEFAULT_CONFIG);
    expect(events.map(({ type }) => type)).toEqual(['Post-Mortem Approved']);
  });

  it('keeps the words of others when a recommendation is declined, and asks whoever has not approved yet to read it again', () => {
    const record = inReview();
    const { id } = theOne(record);
    const carl: Person = { kind: 'person', id: 'carl', name: 'Carl' };
    const word: RecordEvent = {
      type: 'Approval Given',
      data: { postMortemId: record.id, revision: record.revision, by: carl, at: NOW, stillNeeded: 1 },
    };
    const given = then(record, [word]);
    const judgedSo = (judge: RecordEvent[]) => {
      const next = then(given, judge);
      const late = reasonOf(() => decide.approve(next, record.revision, BEN, NOW, DEFAULT_CONFIG));
      return { words: next.approvals.map(({ by }) => by.id), late };
    };
    const until = '2027-01-31T00:00:00Z';
    const risk = { until, reason: 'The vendor needs time', compensatingControl: 'We watch the log' };
    expect({
      declined: judgedSo(decide.declineRecommendation(given, id, 'We leave that product', BEN)),
      putOff: judgedSo(decide.acceptRecommendationRisk(given, id, risk, BEN, NOW, DEFAULT_CONFIG)),
    }).toEqual({
      declined: { words: ['carl'], late: 'stale revision' },
      putOff: { words: [], late: 'stale revision' },
    });
  });

  const judged = (judge: (record: PostMortem, id: RecommendationId) => RecordEvent[]) => {
    const record = inReview();
    const { id } = theOne(record);
    const back = then(record, judge(record, id));
    return then(back, decide.returnToAuthors(back, 'Think of another way', BEN));
  };
  const theOne = ({ recommendations: [first] }: PostMortem): Recommendation => {
    if (first === undefined) throw new Error('the complete record has a recommendation');
    return first;
  };
  const RISK = { until: '2027-01-31T00:00:00.000Z', reason: 'No budget.', compensatingControl: 'We look by hand.' };

  it.each<[string, (record: PostMortem, id: RecommendationId) => RecordEvent[]]>([
    ['declined', (record, id) => decide.declineRecommendation(record, id, 'We leave that product', BEN)],
    ['risk accepted', (record, id) => decide.acceptRecommendationRisk(record, id, RISK, BEN, NOW, DEFAULT_CONFIG)],
  ])('has what was %s proposed again in other words, or taken out, once it is open again', (status, judge) => {
    const record = judged(judge);
    const before = theOne(record);
    const content = { ...before, title: 'Do it another way' };
    const rewritten = then(record, decide.changePart(record, { kind: 'recommendation', content }, ANNA));
    const { declinedBecause: _, acceptance: _a, ...rest } = content;
    expect([before.status, theOne(rewritten)]).toEqual([status, { ...rest, status: 'proposed' }]);
    expect(then(record, decide.removePart(record, 'recommendation', before.id, ANNA)).recommendations).toEqual([]);
  });

  const dated = (dueAt: string | undefined): PostMortem => {
    const record = inReview();
    return { ...record, recommendations: [{ ...theOne(record), dueAt }] };
  };
  const dueAtOnceApproved = (record: PostMortem) =>
    theOne(then(record, decide.approve(record, record.revision, BEN, NOW, DEFAULT_CONFIG))).dueAt;

  it.each([
    ['that its author set', '2027-01-10T00:00:00.000Z', '2027-01-10T00:00:00.000Z'],
    ['of its priority, where the author set none', undefined, '2026-12-05T10:00:00.000Z'],
    // By a configuration that allowed more, or while the review took its time: what an approver read is what is due.
    ['that is too far away by now', '2029-01-10T00:00:00.000Z', '2029-01-10T00:00:00.000Z'],
    ['that is past by now', '2026-11-20T00:00:00.000Z', '2026-11-20T00:00:00.000Z'],
  ])('has a recommendation approved with the date %s', (_, dueAt, expected) => {
    expect(dueAtOnceApproved(dated(dueAt))).toBe(expected);
  });

  it('puts the date of a recommendation off with it, and keeps one that is later', () => {
    const afterAcceptance = (dueAt: string) => {
      const record = dated(dueAt);
      const { id } = theOne(record);
      const put = then(record, decide.acceptRecommendationRisk(record, id, RISK, BEN, NOW, DEFAULT_CONFIG));
      const approved = then(put, decide.approve(put, put.revision, BEN, NOW, DEFAULT_CONFIG));
      return theOne(then(approved, decide.endRecommendationAcceptance(approved, id, RISK.until, DEFAULT_CONFIG))).dueAt;
    };
    expect([afterAcceptance('2027-01-10T00:00:00.000Z'), afterAcceptance('2027-02-10T00:00:00.000Z')]).toEqual([
      '2027-02-14T00:00:00.000Z',
      '2027-02-10T00:00:00.000Z',
    ]);
  });

  it('keeps the date of a recommendation that is written in other words', () => {
    const record = dated('2027-01-10T00:00:00.000Z');
    const open = then(record, decide.returnToAuthors(record, 'Say it in other words', BEN));
    const content = { ...theOne(open), title: 'Filter look-alike domains' };
    const rewritten = then(open, decide.changePart(open, { kind: 'recommendation', content }, ANNA));
    expect(theOne(rewritten).dueAt).toBe('2027-01-10T00:00:00.000Z');
  });

  it('leaves a recommendation as it is that was approved', () => {
    const record: PostMortem = { ...complete(), recommendations: [aRecommendation({ status: 'approved' })] };
    const content = theOne(record);
    expect([
      reasonOf(() => decide.changePart(record, { kind: 'recommendation', content }, ANNA)),
      reasonOf(() => decide.removePart(record, 'recommendation', content.id, ANNA)),
    ]).toEqual(['wrong state', 'wrong state']);
  });

  it('takes no answer from a recommendation that was declined', () => {
    const declined = judged((record, id) => decide.declineRecommendation(record, id, 'We leave that product', BEN));
    const [cause] = declined.rootCauses;
    const trouble = { id: aPartId(), kind: 'went badly' as const, statement: 'Nobody called' };
    const troubled = then(declined, decide.addObservation(declined, trouble, ANNA));
    const answering: PostMortem = {
      ...troubled,
      recommendations: troubled.recommendations.map((one) => ({ ...one, answers: [...one.answers, trouble.id] })),
    };
    expect(missingFrom(answering).map(({ path }) => path)).toEqual([
      `observations.${trouble.id}`,
      `rootCauses.${cause?.id}`,
    ]);
  });

  it('takes 30 recommendations that are to be judged, and 100 with those that were approved', () => {
    const with_ = (...counts: [Recommendation['status'], number][]): PostMortem => ({
      ...aRecord(),
      recommendations: counts.flatMap(([status, length]) => Array.from({ length }, () => aRecommendation({ status }))),
    });
    const add = (record: PostMortem) =>
      reasonOf(() => decide.proposeRecommendation(record, aRecommendationId(), aDraft(), ANNA));
    expect([
      add(with_(['approved', 99])),
      add(with_(['approved', 100])),
      add(with_(['approved', 30], ['declined', 10], ['risk accepted', 10], ['proposed', 9])),
      add(with_(['declined', 10], ['risk accepted', 10], ['proposed', 9], ['draft', 1])),
    ]).toEqual(['allowed', 'limit', 'allowed', 'limit']);
  });

  it('is merged into another one by nobody who wrote in it', () => {
    const merge = (by: Person) =>
      reasonOf(() => mergeInto(complete(), aRecord().id, 'The same mails in both.', by, NOW));
    expect([merge(ANNA), merge(BEN)]).toEqual(['four eyes', 'allowed']);
  });

  it('absorbs another one while its review goes on, and after it only what it absorbed before', () => {
    const [record, other] = [aRecord(), aRecord()];
    const statuses = ['open', 'in review', 'approved', 'closed', 'waived', 'merged'] as const;
    const outcome = (of: PostMortem) =>
      statuses.map((status) => reasonOf(() => absorb({ ...of, status }, other, BEN, NOW)));
    const refused = 'wrong state';
    expect(outcome(record)).toEqual(['allowed', 'allowed', refused, refused, refused, refused]);
    const absorbed = then(record, absorb(record, other, BEN, NOW));
    expect(outcome(absorbed)).toEqual(['allowed', 'allowed', 'allowed', 'allowed', refused, refused]);
    expect(absorb({ ...absorbed, status: 'approved' }, other, BEN, NOW)).toEqual([]);
  });

  it('absorbs with another one what that had absorbed, also when it hears of it late', () => {
    const [first, second, third] = [aRecord(), aRecord(), aRecord()];
    const early = then(third, absorb(third, second, BEN, NOW));
    const grown = then(second, absorb(second, first, BEN, NOW));
    const late = then(early, absorb(early, grown, BEN, NOW));
    const names = ({ absorbed }: PostMortem) => absorbed.map(({ postMortemId }) => postMortemId);
    expect([names(then(third, absorb(third, grown, BEN, NOW))), names(late)]).toEqual([
      [second.id, first.id],
      [second.id, first.id],
    ]);
  });

  it('is due anew when it is carried on after its review, keeps a later date that somebody set, and its own while it is under way', () => {
    const later = '2026-12-24T10:00:00.000Z';
    const carriedOn = (record: PostMortem) => then(record, carryOn(record, TICKET, later, later, DEFAULT_CONFIG)).dueAt;
    const set = '2027-03-01T00:00:00.000Z';
    const reviewed = { ...aRecord(), status: 'closed' as const };
    const often = [1, 2, 3].reduce((record) => ({ ...record, dueAt: carriedOn(record) ?? '' }), aRecord());
    expect([carriedOn(reviewed), carriedOn({ ...reviewed, dueAt: set }), often.dueAt]).toEqual([
      '2027-01-03T10:00:00.000Z',
      set,
      aRecord().dueAt,
    ]);
  });

  it('is written in by people and programs; what Holdfast notes moves its revision alone', () => {
    const record = complete();
    const noted = then(record, [...linkTicket(record), ...carryOn(record, TICKET, NOW, NOW, DEFAULT_CONFIG)]);
    const later = then(noted, carryOn(noted, TICKET, '2026-12-24T10:00:00.000Z', NOW, DEFAULT_CONFIG));
    const marked = then(later, write.classify(later, { tlp: 'GREEN' }, ANNA, DEFAULT_CONFIG));
    const versions = [record, later, marked].map(({ revision, writtenRevision, contentRevision }) => [
      revision,
      writtenRevision,
      contentRevision,
    ]);
    expect(versions).toEqual([
      [7, 7, 7],
      [9, 7, 7],
      [10, 10, 7],
    ]);
  });

  it('takes no recommendation that answers a cause of another record', () => {
    expect(
      reasonOf(() =>
        decide.proposeRecommendation(aRecord(), aRecommendationId(), aDraft({ answers: [aPartId()] }), ANNA),
      ),
    ).toBe('unknown part');
  });

  it('is what the replay of its events gives, whatever was done in which order', () => {
    const acts: ((record: PostMortem) => RecordEvent[])[] = [
      (record) => decide.writeSection(record, { section: 'summary', content: { text: 'A' } }, ANNA),
      (record) =>
        decide.addRootCause(record, { id: aPartId(), kind: 'human', statement: 'Nobody knew it', whys: [] }, BEN),
      (record) =>
        decide.addContributingFactor(record, { id: aPartId(), kind: 'process gap', statement: 'No playbook' }, ANNA),
      (record) =>
        decide.addTimelineEntry(
          record,
          { id: aPartId(), at: NOW, what: 'Somebody clicked', kind: 'attacker', origin: 'person' },
          ANNA,
        ),
      (record) => decide.proposeRecommendation(record, aRecommendationId(), aDraft(), ANNA),
      (record) => decide.submit(record, ANNA),
      (record) => decide.returnToAuthors(record, 'More detail, please', BEN),
      (record) => decide.approve(record, record.revision, BEN, NOW, DEFAULT_CONFIG),
      decide.linkTicket,
    ];
    mustHold(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 30 }), (chosen) => {
        const opened = aRecord();
        let record = opened;
        const log: RecordEvent[] = [];
        for (const act of chosen) {
          try {
            const events = act(record);
            log.push(...events);
            record = then(record, events);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        expect(log.reduce(applyToPostMortem, opened)).toEqual(record);
        expect(PostMortem.parse(record)).toEqual(record);
        for (const { by } of record.approvals) expect(record.authors).not.toContainEqual(by);
      }),
    );
  });
});
