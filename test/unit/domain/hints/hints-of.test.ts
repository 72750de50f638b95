import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blameIn } from '../../../../shared/domain/hints/blame.ts';
import { hintsInText, hintsOf } from '../../../../shared/domain/hints/hints-of.ts';
import { recommendationHints } from '../../../../shared/domain/hints/recommendation.ts';
import * as write from '../../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import type { RecommendationDraft } from '../../../../shared/domain/remediation/recommendation.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { ANNA } from '../../../support/world/people.ts';
import { aDraft, anIncident, aPartId, aRecommendationId, aRecord, NOW } from '../../../support/world/records.ts';

const about = (text: string, names: string[] = []) => blameIn(text, names).map((one) => [one.about, one.excerpt]);

/** A record after what was written into it. */
function written(...changes: ((record: PostMortem) => RecordEvent[])[]): PostMortem {
  const log: RecordEvent[] = [];
  const draft = aRecord();
  for (const change of changes) log.push(...change(draft));
  return aRecord(...log);
}

describe('hints about wording', () => {
  it('point at the words, and say what to write instead', () => {
    const [hint] = hintsInText('The analyst on the night shift simply overlooked the alarm.', 'sections.summary.text');
    expect(hint).toEqual({
      path: 'sections.summary.text',
      excerpt: 'analyst on the night shift simply overlooked',
      about: 'blame',
      message: 'This tells what somebody failed to do, and not why.',
      suggestion: expect.stringContaining('what the person saw, knew and had at hand'),
    });
  });

  it('take what a system failed to do as a fact', () => {
    expect(about('The probe failed to report, and the alert should have fired at 10:05.')).toEqual([]);
  });

  it('say nothing where a word of blame is denied', () => {
    expect(about('This was not user error. Rather than carelessness we found a default that is open.')).toEqual([]);
  });

  it('tell hindsight and what would have been from blame', () => {
    expect(about('We should have noticed it. A second factor would have stopped the sign-in.')).toEqual([
      ['hindsight', 'We should have noticed'],
      ['counterfactual', 'would have stopped'],
    ]);
  });

  it('speak of a name only beside a fault, in any part of the name', () => {
    const names = ['Mia Okafor', 'Jörg Özdemir', 'Will Li'];
    expect(
      about('Mia Okafor led the review. Özdemir clicked on it. It was left open by Mia. I will fix it.', names),
    ).toEqual([
      ['blame', 'Özdemir clicked'],
      ['blame', 'left open by Mia'],
    ]);
  });

  it('point at words that are in the text, whatever the text is, and never one over another', () => {
    const word = fc.constantFrom(
      'user',
      'error',
      'should',
      'have',
      'forgot',
      'the',
      'careless',
      'Mia',
      'would',
      'not',
      '…',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join(' ')),
    );
    mustHold(
      fc.property(texts, (text) => {
        let end = 0;
        for (const { at, excerpt } of blameIn(text, ['Mia (Ops) [*'])) {
          expect(text.slice(at, at + excerpt.length + 2)).toContain(excerpt);
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + excerpt.length;
        }
      }),
    );
  });
});

describe('hints about a recommendation', () => {
  const hints = (with_: Partial<RecommendationDraft>) =>
    recommendationHints(aDraft({ answers: [aPartId()], ...with_ }), 'recommendations.r').map(
      ({ path, about: what }) => [path, what],
    );

  it('are none for one that says what is done, why, and how it will show', () => {
    expect(hints({})).toEqual([]);
  });

  it('name what it answers, when it answers nothing', () => {
    expect(hints({ answers: [] })).toEqual([['recommendations.r.answers', 'answers no cause']]);
  });

  it('tell seeing from stopping', () => {
    expect([
      hints({ title: 'Alert on new forwarding rules' }),
      hints({ title: 'Detect and block forwarding rules' }),
    ]).toEqual([[['recommendations.r.kind', 'only detects']], []]);
  });

  it('ask for more than the ticket', () => {
    expect(hints({ verification: { checks: [{ kind: 'ticket state' }] } })).toEqual([
      ['recommendations.r.verification', 'weak verification'],
    ]);
  });

  it('say what a criterion lacks, with an example', () => {
    const [hint] = recommendationHints(aDraft({ answers: [aPartId()], successCriterion: 'Improve monitoring.' }), 'r');
    expect(hint).toEqual({
      path: 'r.successCriterion',
      excerpt: 'Improve',
      about: 'vague criterion',
      message: '"Improve" can be called met on the first day, or never.',
      suggestion: expect.stringMatching(
        /how much .* what is to be seen .* how that is looked at .* by when\. Such as: /,
      ),
    });
  });

  it('take a criterion without a wish and without a measure as one that cannot be decided', () => {
    expect(hints({ successCriterion: 'The mail gateway uses the new vendor.' })).toEqual([
      ['recommendations.r.successCriterion', 'no measure'],
    ]);
  });
});

describe('hints about a record', () => {
  it('are none for an empty one', () => {
    expect(hintsOf(aRecord())).toEqual([]);
  });

  it('come from every text of it, with the path of each', () => {
    const [cause, trouble, recommendation, lesson] = [aPartId(), aPartId(), aRecommendationId(), aPartId()];
    const record = written(
      (one) => write.writeSection(one, { section: 'summary', content: { text: 'Human error.' } }, ANNA),
      (one) =>
        write.writeSection(
          one,
          {
            section: 'response',
            content: {
              procedures: [
                { name: 'Stupid name', wasFollowed: 'no', wasAdequate: 'no', note: 'Sloppy work by the team.' },
              ],
            },
          },
          ANNA,
        ),
      (one) =>
        write.addRootCause(one, { id: cause, kind: 'human', statement: 'The user was careless.', whys: [] }, ANNA),
      (one) =>
        write.addObservation(one, { id: trouble, kind: 'went badly', statement: 'They ignored the page.' }, ANNA),
      (one) =>
        write.proposeRecommendation(one, recommendation, aDraft({ why: 'It would have stopped the mail.' }), ANNA),
      (one) =>
        write.addPart(
          one,
          {
            kind: 'lesson',
            content: {
              id: lesson,
              statement: 'Be more careful with mails.',
              updates: 'training',
              document: 'Lazy days',
              ownerTeam: 'x',
              dueAt: NOW,
              status: 'open',
            },
          },
          ANNA,
        ),
    );
    expect(hintsOf(record).map(({ path, about: what }) => [path, what])).toEqual([
      ['sections.summary.text', 'blame'],
      ['sections.response.procedures.0.note', 'blame'],
      [`rootCauses.${cause}.statement`, 'blame'],
      [`observations.${trouble}.statement`, 'blame'],
      [`recommendations.${recommendation}.why`, 'counterfactual'],
      [`lessons.${lesson}.statement`, 'vague recommendation'],
      [`rootCauses.${cause}.whys`, 'cause without whys'],
      [`recommendations.${recommendation}.answers`, 'answers no cause'],
    ]);
  });

  it('know the people of the ticket by name, and look at what people wrote into the timeline', () => {
    const person = { accountId: 'j', name: 'Jonas Berg' };
    const record = { ...aRecord(), incident: anIncident({ people: [{ role: 'assignee' as const, person }] }) };
    const entry = { at: NOW, what: 'Jonas forgot to lock the account', kind: 'action' as const };
    const [own, ticket] = [aPartId(), aPartId()];
    const timeline = [
      { ...entry, id: own, origin: 'person' as const },
      { ...entry, id: ticket, origin: 'ticket' as const },
    ];
    expect(hintsOf(record, timeline).map(({ path, message }) => [path, message])).toEqual([
      [`timeline.${own}.what`, 'A person is named beside what went wrong.'],
    ]);
  });

  it('let luck speak of what could have been', () => {
    const record = written((one) =>
      write.addObservation(
        one,
        { id: aPartId(), kind: 'got lucky', statement: 'On a Sunday nobody could have stopped it.' },
        ANNA,
      ),
    );
    expect(hintsOf(record)).toEqual([]);
  });
});
