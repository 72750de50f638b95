import { type Block, type Inline, mark, minute, type Section } from '../document/document.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { prose, section, terms } from './section-parts.ts';

export function detectionSection({ sections: { detection } }: PostMortem): Section | undefined {
  if (detection === undefined) return undefined;
  const { by, detectedAt } = detection;
  return section('detection', 'How it was noticed', [
    prose(detection.how),
    ...terms(
      ['Noticed', detectedAt && minute(detectedAt)],
      ['By', by && (by.who === undefined ? by.kind : `${by.kind}: ${by.who}`)],
      ['Why not sooner', detection.whyNotSooner],
    ),
  ]);
}

export function responseSection({ sections: { response } }: PostMortem): Section | undefined {
  if (response === undefined) return undefined;
  const { containment, eradication, recovery, procedures } = response;
  const phase = (one: typeof containment): Inline[] | undefined =>
    one && [one.description, ...(one.at === undefined ? [] : [' (', minute(one.at), ')'])];
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
