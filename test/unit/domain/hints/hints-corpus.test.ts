import { describe, expect, it } from 'vitest';
import { blameIn } from '../../../../shared/domain/hints/blame.ts';
import { criterionFinding } from '../../../../shared/domain/hints/criterion.ts';
import { recommendationHints } from '../../../../shared/domain/hints/recommendation.ts';
import { samplesIn } from '../../../support/samples/samples.ts';
import { aDraft, aPartId } from '../../../support/world/records.ts';
import { CRITERIA, PROSE, TITLES } from './corpus.ts';
import { UNSEEN } from './unseen-corpus.ts';

type Corpus = { bad: readonly string[]; fine: readonly string[] };

const speaks = {
  prose: (text: string) => blameIn(text).length > 0,
  criterion: (text: string) => criterionFinding(text).length > 0,
  title: (title: string) =>
    recommendationHints(aDraft({ title, kind: 'respond', answers: [aPartId()] }), 'r').length > 0,
};

function measured({ bad, fine }: Corpus, isHinted: (text: string) => boolean) {
  const missed = bad.filter((text) => !isHinted(text));
  const wrong = fine.filter(isHinted);
  const found = bad.length - missed.length;
  return { precision: found / (found + wrong.length), recall: found / bad.length, missed, wrong };
}

describe('the hints, held to sentences of reviews', () => {
  const all: [string, Corpus, (text: string) => boolean][] = [
    ['blame', PROSE, speaks.prose],
    ['vague criteria', CRITERIA, speaks.criterion],
    ['vague titles', TITLES, speaks.title],
  ];

  it('has a corpus worth measuring on', () => {
    const sizes = all.map(([, { bad, fine }]) => [bad.length, fine.length]);
    const [bad, fine] = [0, 1].map((side) => sizes.reduce((sum, size) => sum + (size[side] ?? 0), 0));
    expect([bad, fine].every((count) => count !== undefined && count >= 60)).toBe(true);
  });

  it.each(all)('%s: finds nine of ten, and is right in 95 of 100', (_, corpus, isHinted) => {
    const { precision, recall, missed, wrong } = measured(corpus, isHinted);
    expect(precision, `wrong: ${wrong.join(' | ')}`).toBeGreaterThanOrEqual(0.95);
    expect(recall, `missed: ${missed.join(' | ')}`).toBeGreaterThanOrEqual(0.9);
  });

  it('finds more than half of what is put in words that it was not made for, and is right then, too', () => {
    const { precision, recall, wrong } = measured(UNSEEN, speaks.prose);
    expect(precision, `wrong: ${wrong.join(' | ')}`).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.5);
  });
});

const reviews = samplesIn({ own: 'review-texts', reference: 'data/postmortems' }, /\.md$/);

describe('the hints, held to reviews that were written without blame', () => {
  it('are less than one for 500 words', () => {
    const words = reviews.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    const hints = reviews.flatMap(({ name, text }) => blameIn(text).map(({ excerpt }) => `${name}: ${excerpt}`));
    expect(hints.length, hints.join(' | ')).toBeLessThan(words / 500);
  });
});
