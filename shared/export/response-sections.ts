import { type Block, type Inline, mark, type Section } from '../document/document.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { timeAsKnown } from './course-terms.ts';
import { prose, section, terms } from './section-parts.ts';

export function detectionSection({ sections: { detection } }: PostMortem): Section | undefined {
  if (detection === undefined) return undefined;
  const { by, detectedAt, precision } = detection;
  return section('detection', 'How it was noticed', [
    prose(detection.how),
    ...terms(
      ['Noticed', detectedAt && timeAsKnown({ at: detectedAt, precision })],
      ['By', by && (by.who === undefined ? by.kind : `${by.kind}: ${by.who}`)],
      ['Why not sooner', detection.whyNotSooner],
      ['Why it was a false positive', detection.whyFalsePositive],
    ),
  ]);
}

export function responseSection({ sections: { response } }: PostMortem): Section | undefined {
  if (response === undefined) return undefined;
  const { containment, eradication, recovery, procedures } = response;
  const phase = (one: typeof containment): Inline[] | undefined =>
    one && [
      one.description,
      ...(one.at === undefined ? [] : [' (', timeAsKnown({ at: one.at, precision: one.precision }), ')']),
    ];
  return section('response', 'How it was answered', [
    ...terms(
      ['First', response.firstAction],
      ['Containment', phase(containment)],
      ['Eradication', phase(eradication)],
      ['Recovery', phase(recovery)],
      ['Tools', response.tools],
      ['People and skills', response.peopleAndSkills],
      ['Escalation', response.escalation],
      ['Communication', response.communication],
      ['Needed sooner', response.neededSooner],
      ['Held recovery back', response.heldRecoveryBack],
      ['Nothing went badly', response.nothingWentBadlyBecause],
    ),
    ...proceduresTable(procedures),
  ]);
}

type Procedures = NonNullable<PostMortem['sections']['response']>['procedures'];

function proceduresTable(procedures: Procedures): Block[] {
  if (procedures.length === 0) return [];
  const answer = (word: 'yes' | 'partly' | 'no') =>
    mark(word, word === 'yes' ? 'good' : word === 'no' ? 'bad' : 'warn');
  const rows = procedures.map(
    ({ name, wasFollowed, wasAdequate, policy, note, noRecommendationBecause }): Inline[][] => [
      [policy === undefined ? name : `${name} (${policy})`],
      [answer(wasFollowed)],
      [answer(wasAdequate)],
      [
        [note, noRecommendationBecause && `No recommendation: ${noRecommendationBecause}`]
          .filter((one) => one !== undefined)
          .join(' '),
      ],
    ],
  );
  const columns = [{ name: 'Procedure' }, { name: 'Followed' }, { name: 'Adequate' }, { name: 'Note' }];
  return [{ kind: 'table', caption: 'Procedures', columns, groups: [{ rows }], hidden: 0 }];
}
