import { expect, it } from 'vitest';
import { lessonText } from '../../../../cli/lesson/lesson-text.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aLesson, aPartId, aProof } from '../../../support/world/records.ts';

const at = '2026-11-21T10:00:00.000Z';
const on = 'on 21 Nov 2026, 10:00 UTC';

it('says of a lesson what is claimed, what was confirmed before, who looked last, and what was said against it', () => {
  const lesson = aLesson({
    id: aPartId(),
    status: 'claimed',
    claim: {
      reference: aProof({ version: '3', note: 'On page 2' }),
      by: ANNA,
      at,
      confirmBy: '2026-11-28T10:00:00.000Z',
    },
    inPlace: {
      ...{ reference: aProof(), by: ANNA, at, confirmed: { by: BEN, at } },
      reviewed: { reference: aProof(), by: { kind: 'machine', id: 'wiki' }, at },
    },
    reopened: { why: 'claim refused', reason: 'It is not on that page.', by: BEN, at },
  });
  expect(lessonText(lesson)).toBe(
    [
      `lesson ${lesson.id} (claimed): ${lesson.statement}`,
      '  procedure: Payment handbook (finance), to confirm by 28 Nov 2026, 10:00 UTC',
      '  claimed: 3 <https://wiki.example.com/payments> of 2026-11-21; On page 2',
      `    by ${ANNA.name} ${on}; it waits for a second person to confirm it`,
      '  in place: 2 <https://wiki.example.com/payments> of 2026-11-21',
      `    by ${ANNA.name} ${on}, confirmed by ${BEN.name} ${on}`,
      '  reviewed: 2 <https://wiki.example.com/payments> of 2026-11-21',
      `    by wiki ${on}`,
      '  claim refused: It is not on that page.',
      `    by ${BEN.name} ${on}`,
      '',
    ].join('\n'),
  );
});
