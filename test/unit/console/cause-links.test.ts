import { expect, it } from 'vitest';
import { boxInWords, type CauseLinks, type CauseNode } from '../../../console/record/causes/links-of.ts';

const node = (id: string, kind: CauseNode['kind'], words = `The ${id}`): CauseNode => ({ id, kind, sort: '', words });

const LINKS: CauseLinks = {
  columns: [
    [node('filter', 'rootCauses'), node('training', 'rootCauses'), node('rest', 'rootCauses', 'r'.repeat(300))],
    [node('habit', 'contributingFactors')],
    [node('quarantine', 'recommendations'), node('button', 'recommendations')],
  ],
  answers: [
    { from: 'filter', to: 'quarantine' },
    { from: 'filter', to: 'button' },
    { from: 'rest', to: 'button' },
  ],
  // Each of the two may name the other one.
  together: [
    { from: 'filter', to: 'training' },
    { from: 'training', to: 'filter' },
    { from: 'rest', to: 'training' },
  ],
};

it('says at each box of the picture of causes where its lines lead, in both directions, each once', () => {
  const told = LINKS.columns.flat().map((one) => boxInWords(LINKS, one).replace('r'.repeat(300), 'The rest'));
  expect(told).toEqual([
    'The filter (works with: The training; answered by: The quarantine, The button)',
    `The training (works with: The filter, ${'r'.repeat(80)} …; answered by nothing)`,
    'The rest (works with: The training; answered by: The button)',
    'The habit (answered by nothing)',
    'The quarantine',
    'The button',
  ]);
});
