import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHints } from '../../../../shared/domain/hints/hand-in.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { completenessOf } from '../../../../shared/domain/record/completeness.ts';
import { submit } from '../../../../shared/domain/record/decide/review-record.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { templateFor } from '../../../../shared/domain/record/template.ts';
import { saysSomething, saysTheSame } from '../../../../shared/domain/words/says-something.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { ANNA } from '../../../support/world/people.ts';
import { aDraft, aLesson, aPartId, aRecommendationId, aRecord } from '../../../support/world/records.ts';

const [cause, fix] = [aPartId(), aRecommendationId()];
const DRAFT = aDraft({ answers: [cause] });

/** What was once complete: a word in each place. */
const JUNK: PostMortem = {
  ...aRecord(),
  severity: 'high',
  sections: {
    summary: { text: 'x' },
    impact: { description: 'x', assets: [], services: [], dataKinds: [] },
    detection: { how: 'x', whyNotSooner: 'x' },
    response: { procedures: [] },
  },
  rootCauses: [{ id: cause, kind: 'procedural', statement: 'xxxxxxxxxx', whys: [] }],
  recommendations: [{ ...DRAFT, id: fix, status: 'proposed', why: 'xxxxxxxxxx', successCriterion: 'be better.' }],
};

/** The same, said as somebody says it who has little time. */
const SHORT: PostMortem = {
  ...JUNK,
  category: 'phishing',
  sections: {
    summary: { text: 'Two people entered their passwords on a false page.' },
    impact: { description: 'Two mailboxes were open.', assets: [], services: ['mail'], dataKinds: [] },
    detection: { how: 'A colleague asked.', whyNotSooner: 'No filter.' },
    response: { firstAction: 'Passwords were reset.', procedures: [] },
    humanFactor: { consideredNoneBecause: 'The page was the same letter by letter.' },
  },
  rootCauses: [{ id: cause, kind: 'procedural', statement: 'No way to report a mail.', whys: [] }],
  recommendations: [{ ...DRAFT, id: fix, status: 'proposed' }],
};

function missing(record: PostMortem, config = DEFAULT_CONFIG): string[] {
  const template = templateFor(record, config.postMortem.templates);
  return completenessOf(record, template, config, 'any').missing.map(({ path }) => path);
}

describe('a record with a word in each place', () => {
  it('is refused, each word by its path', () => {
    expect(missing(JUNK)).toEqual([
      'category',
      'sections.summary.text',
      'sections.impact.assets',
      'sections.impact.description',
      'sections.detection.how',
      'sections.detection.whyNotSooner',
      'sections.response.firstAction',
      `rootCauses.${cause}.statement`,
      'sections.humanFactor',
      `recommendations.${fix}.why`,
      `recommendations.${fix}.successCriterion`,
    ]);
    expect(() => submit(JUNK, ANNA, DEFAULT_CONFIG)).toThrow('not complete');
  });

  it('is complete with a short sentence in each', () => {
    expect(missing(SHORT)).toEqual([]);
  });

  it('is as incomplete with its title in each place', () => {
    const { title } = SHORT.incident;
    const summary = { text: `  ${title.toUpperCase()}!` };
    expect(missing({ ...SHORT, sections: { ...SHORT.sections, summary } })).toEqual(['sections.summary.text']);
  });
});

describe('a demand', () => {
  const withImpact = (impact: object) =>
    missing({ ...SHORT, sections: { ...SHORT.sections, impact: { ...Object(SHORT.sections.impact), ...impact } } });
  const withResponse = (response: object) =>
    missing({ ...SHORT, sections: { ...SHORT.sections, response: { procedures: [], ...response } } });
  const withFix = (with_: object) =>
    missing({ ...SHORT, recommendations: [{ ...DRAFT, id: fix, status: 'proposed', ...with_ }] });

  it('of the systems is met by an asset, by a service, or by the reason why none suffered', () => {
    const [none, asset, reason, word] = [
      { services: [] },
      { services: [], assets: [{ name: 'mail.example.com' }] },
      { services: [], noSystemsBecause: 'Somebody rang up and asked for money.' },
      { services: [], noSystemsBecause: 'none at all.' },
    ].map(withImpact);
    expect([none, asset, reason, word]).toEqual([
      ['sections.impact.assets'],
      [],
      [],
      ['sections.impact.noSystemsBecause'],
    ]);
  });

  it('of the response is met by what was done first, or by how a phase went', () => {
    const containment = { description: 'Both accounts were locked.' };
    expect([
      withResponse({}),
      withResponse({ containment }),
      withResponse({ containment: { description: 'done' } }),
    ]).toEqual([['sections.response.firstAction'], [], ['sections.response.containment.description']]);
  });

  it('of a criterion is met by a measure, by what is to be seen, or by the reason why neither can be', () => {
    const because = 'The board decides by its own judgement.';
    expect([
      withFix({ successCriterion: 'Be much better at this.' }),
      withFix({ successCriterion: 'Be much better at this.', criterionWithoutMeasureBecause: because }),
      withFix({ successCriterion: 'Be much better at this.', criterionWithoutMeasureBecause: 'none at all' }),
      withFix({ successCriterion: 'A mail from such a domain is quarantined.' }),
      withFix({ successCriterion: 'Jede Anmeldung ohne zweiten Faktor wird abgewiesen.' }),
    ]).toEqual([
      [`recommendations.${fix}.successCriterion`],
      [],
      [`recommendations.${fix}.criterionWithoutMeasureBecause`],
      [],
      [],
    ]);
  });

  it('of a human cause is met by one, by a factor or by the word of somebody who looked, and by no procedure', () => {
    const without = { ...SHORT, sections: { ...SHORT.sections, humanFactor: undefined } };
    const factor = (kind: 'human factor' | 'process gap') =>
      missing({ ...without, contributingFactors: [{ id: aPartId(), kind, statement: 'People were tired.' }] });
    const human = missing({
      ...without,
      rootCauses: [{ id: cause, kind: 'human', statement: 'Nobody had seen one.', whys: [] }],
    });
    expect([missing(without), factor('process gap'), factor('human factor'), human]).toEqual([
      ['sections.humanFactor'],
      ['sections.humanFactor'],
      [],
      [],
    ]);
  });

  it('of a procedure that did not do is met by a recommendation or a lesson that names it, or by a reason', () => {
    const procedure = { name: 'IRP-7 Phishing', wasFollowed: 'yes' as const, wasAdequate: 'no' as const };
    const because = 'It is replaced in January as a whole.';
    const of = (procedures: object[], names?: string[]) =>
      missing({
        ...SHORT,
        sections: { ...SHORT.sections, response: { ...Object(SHORT.sections.response), procedures } },
        recommendations: [{ ...DRAFT, id: fix, status: 'proposed', ...(names && { procedures: names }) }],
      });
    const lesson = aLesson({ document: 'IRP-7: Phishing' });
    expect([
      missing({
        ...SHORT,
        sections: { ...SHORT.sections, response: { ...Object(SHORT.sections.response), procedures: [procedure] } },
        lessons: [lesson],
      }),
      of([procedure]),
      of([{ ...procedure, wasAdequate: 'partly' }]),
      of([{ ...procedure, wasFollowed: 'no', wasAdequate: 'yes' }]),
      of([{ ...procedure, noRecommendationBecause: because }]),
      of([procedure], ['irp-7 phishing']),
      of([{ ...procedure, wasAdequate: 'yes' }], ['IRP-8']),
    ]).toEqual([
      [],
      ['sections.response.procedures.0'],
      [],
      ['sections.response.procedures.0'],
      [],
      [],
      [`recommendations.${fix}.procedures.0`],
    ]);
  });

  it('of a team asks the directory, where there is one', () => {
    const team = { owner: 'owner@example.com', lead: 'lead@example.com' };
    const config = { ...DEFAULT_CONFIG, teams: { messaging: team } };
    const lesson = aLesson({ ownerTeam: 'finance' });
    expect(missing({ ...SHORT, lessons: [lesson] }, config)).toEqual([`lessons.${lesson.id}.ownerTeam`]);
  });

  it('of a category is made of no review of a period, and of one that the configuration has no more', () => {
    const { category: _, ...none } = SHORT;
    expect([missing({ ...SHORT, category: 'gone' }), missing({ ...none, kind: 'periodic review' })]).toEqual([
      ['category'],
      ['observations', 'observations', 'lessons'],
    ]);
  });
});

describe('a text that says something', () => {
  it.each(['Passwords were reset.', 'No filter.', '二人がパスワードを入力した', 'Niemand sah hin.', 'Пароли сменили'])(
    'is: %s',
    (text) => {
      expect(saysSomething(text)).toBe(true);
    },
  );
  it.each([
    'x',
    'xxxxxxxxxx',
    'x x x x',
    'none at all.',
    'N/A',
    'n.a.',
    'TBD',
    'see above',
    '...',
    'keine Angabe',
    'a b c',
    'done',
  ])('is not: %s', (text) => {
    expect(saysSomething(text)).toBe(false);
  });

  it('is one word more than any word that is repeated', () => {
    mustHold(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), fc.integer({ min: 1, max: 9 }), (word, times) => {
        expect(saysSomething(Array.from({ length: times }, () => word).join(' '))).toBe(false);
      }),
    );
  });

  it('is the same text whatever its capitals and signs', () => {
    expect([saysTheSame('Mail — phished!', 'MAIL phished'), saysTheSame('Mail', 'Mails')]).toEqual([true, false]);
  });
});

describe('a false positive', () => {
  const FOUND: PostMortem = { ...SHORT, kind: 'false positive', severity: 'critical', sections: {}, rootCauses: [] };

  it('says what it looked like and what it was, and nothing that only an incident has', () => {
    const empty = { ...FOUND, recommendations: [] };
    delete empty.category;
    expect(missing(empty)).toEqual(['sections.summary', 'sections.detection.whyFalsePositive']);
    const told = {
      summary: { text: 'A scan of our own set off the alarm for a break-in.' },
      detection: { how: 'By the alarm.', whyFalsePositive: 'The scanner had a new address; the owner showed its log.' },
    };
    expect(missing({ ...empty, sections: told })).toEqual([]);
    expect(
      missing({ ...empty, sections: { ...told, detection: { ...told.detection, whyFalsePositive: 'x' } } }),
    ).toEqual(['sections.detection.whyFalsePositive']);
  });
});

describe('a near miss in which nothing went badly', () => {
  const NEAR: PostMortem = {
    ...SHORT,
    kind: 'near miss',
    observations: [{ id: aPartId(), kind: 'went well', statement: 'The key was revoked within minutes.' }],
  };
  const because = { firstAction: 'The key was revoked.', procedures: [], nothingWentBadlyBecause: 'It never worked.' };

  it('says so instead, in words', () => {
    expect(missing(NEAR)).toEqual(['observations']);
    expect(missing({ ...NEAR, sections: { ...NEAR.sections, response: because } })).toEqual([]);
    const blank = { ...because, nothingWentBadlyBecause: 'x' };
    expect(missing({ ...NEAR, sections: { ...NEAR.sections, response: blank } })).toEqual([
      'sections.response.nothingWentBadlyBecause',
    ]);
  });

  it('is no way out for an incident: something let it happen', () => {
    const critical: PostMortem = { ...NEAR, kind: 'incident', severity: 'critical' };
    expect(missing({ ...critical, sections: { ...critical.sections, response: because } })).toContain('observations');
  });
});

describe('objectives', () => {
  const framework = (outcomes: NonNullable<PostMortem['sections']['framework']>['outcomes']): PostMortem => ({
    ...SHORT,
    sections: {
      ...SHORT.sections,
      framework: { objectives: ['Learn how they got in', 'Learn who noticed'], outcomes, team: [] },
    },
  });

  it('are looked at again before the record is submitted: each was met, or says why not', () => {
    expect(missing(framework(undefined))).toEqual(['sections.framework.outcomes', 'sections.framework.outcomes']);
    const met = { objective: 'Learn how they got in', outcome: 'met' as const };
    const other = { objective: 'learn who noticed.', outcome: 'not met' as const };
    expect(missing(framework([met, other]))).toEqual(['sections.framework.outcomes.1.because']);
    expect(missing(framework([met, { ...other, because: 'x' }]))).toEqual(['sections.framework.outcomes.1.because']);
    expect(missing(framework([met, { ...other, because: 'The log of that day is gone.' }]))).toEqual([]);
  });

  it('are those of the record: an outcome of another one is pointed at', () => {
    const outcomes = ['Learn how they got in', 'Learn who noticed', 'Learn French'].map((objective) => ({
      objective,
      outcome: 'met' as const,
    }));
    expect(missing(framework(outcomes))).toEqual(['sections.framework.outcomes.2.objective']);
    const twice = outcomes.with(2, { objective: 'learn how they got in', outcome: 'met' });
    expect(missing(framework(twice))).toEqual(['sections.framework.outcomes.2.objective']);
  });
});

describe('a record of high severity', () => {
  /** What somebody has to write or to choose. */
  const answers = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? Object.values(value).reduce((sum: number, one) => sum + answers(one), 0)
      : 1;
  const written = ({ category, sections, rootCauses, recommendations }: PostMortem) =>
    answers({ ...(category === undefined ? {} : { category }), sections, rootCauses, recommendations });

  it('takes at most five answers more than one that was complete with a word in each place', () => {
    expect(missing(SHORT)).toEqual([]);
    expect(written(SHORT) - written(JUNK)).toBe(4);
  });
});

describe('a short text', () => {
  it.each([
    ...[
      'No MFA.',
      'Kein MFA.',
      'By SIEM.',
      'IT did it',
      '未启用MFA',
      '誤送信',
      '계정을 잠갔다.',
      '메일을 차단했다',
      'Pas de MFA.',
    ],
  ])('may be as short as %s', (text) => {
    expect(saysSomething(text)).toBe(true);
  });

  it.each([
    ...[
      '特になし',
      '該当なし',
      '未定です。',
      '暂无内容',
      '해당 없음',
      'sans objet',
      'à compléter',
      'siehe Ticket',
      'noch offen',
    ],
    ...[
      'trifft nicht zu',
      'see ticket',
      'see below',
      'TBD (later)',
      'n/a for now',
      'entfa\u0308llt',
      'xxxx yyyy',
      '1 2 3 4 5 6',
    ],
  ])('is none of the ways to have nothing to say: %s', (text) => {
    expect(saysSomething(text)).toBe(false);
  });

  it('is not the same for the same letters alone: C++ is not C#', () => {
    expect([saysTheSame('C++', 'C#'), saysTheSame('★', '☆'), saysTheSame('Phishing!', 'phishing')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is the same in either form of its letters', () => {
    expect(saysTheSame('Prüfen, ob Übungen helfen', 'Prüfen, ob Übungen helfen'.normalize('NFD'))).toBe(true);
  });
});

describe('names of what suffered', () => {
  it.each([['none'], ['n/a'], ['-'], ['x']])('are none: %s', (name) => {
    const impact = { description: 'Two mailboxes were open.', assets: [], services: [name], dataKinds: [] };
    expect(missing({ ...SHORT, sections: { ...SHORT.sections, impact } })).toEqual(['sections.impact.assets']);
  });
});

describe('a criterion', () => {
  const of = (successCriterion: string) =>
    missing({ ...SHORT, recommendations: [{ ...DRAFT, id: fix, status: 'proposed', successCriterion }] });

  it.each(['MFAの適用率が９０％になる', 'Die Zahl sinkt auf null', 'Das Konto wird deaktiviert', 'Ein Alarm geht ein'])(
    'is measured in other figures and words, too: %s',
    (criterion) => {
      expect(of(criterion)).toEqual([]);
    },
  );

  it.each([
    ...[
      'A limit can be changed within a minute.',
      'Logs are kept for a year.',
      'The port is closed.',
      'MFA is enforced.',
    ],
    ...['Die Anmeldung schlägt fehl.', 'Jede Anmeldung ohne zweiten Faktor wird abgewiesen.'],
  ])('is asked for by no hint once it is taken: %s', (criterion) => {
    const record: PostMortem = {
      ...SHORT,
      recommendations: [{ ...DRAFT, id: fix, status: 'proposed', successCriterion: criterion }],
    };
    const about = openHints(record).map((hint) => hint.about);
    expect([missing(record), about.includes('no measure')]).toEqual([[], false]);
  });

  it('has no hint where it says why nothing can be measured', () => {
    const [proposal] = SHORT.recommendations;
    if (proposal === undefined) throw new Error('the record has a proposal');
    const criterionWithoutMeasureBecause = 'It is a matter of trust, which nobody counts.';
    const record = {
      ...SHORT,
      recommendations: [
        { ...proposal, successCriterion: 'People trust the team more.', criterionWithoutMeasureBecause },
      ],
    };
    expect([missing(record), openHints(record).filter(({ path }) => path.endsWith('successCriterion'))]).toEqual([
      [],
      [],
    ]);
  });

  it('is no figure alone', () => {
    expect(of('0 0 0 0 0 0')).toEqual([`recommendations.${fix}.successCriterion`]);
  });
});
