import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blameIn } from '../../../../shared/domain/hints/blame.ts';
import { criterionFinding } from '../../../../shared/domain/hints/criterion.ts';
import { recommendationHints } from '../../../../shared/domain/hints/recommendation.ts';
import { samplesIn } from '../../../support/samples/samples.ts';
import { aDraft, aPartId } from '../../../support/world/records.ts';
import { CRITERIA, LATER_PROSE, PROSE, TITLES } from './corpus.ts';
import { LATER_UNSEEN, UNSEEN } from './unseen-corpus.ts';

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
  return { found, precision: found / (found + wrong.length), recall: found / bad.length, missed, wrong };
}

const join = (one: Corpus, other: Corpus): Corpus => ({
  bad: [...one.bad, ...other.bad],
  fine: [...one.fine, ...other.fine],
});

describe('the hints, held to sentences of reviews', () => {
  const all: [string, Corpus, (text: string) => boolean][] = [
    ['blame', join(PROSE, LATER_PROSE), speaks.prose],
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

  it('has a later batch that was split by the hash of each sentence, before anything was mended by it', () => {
    const isEven = (text: string) =>
      Number.parseInt(createHash('sha256').update(text).digest('hex').slice(-1), 16) % 2 === 0;
    const [tuned, unseen] = [LATER_PROSE, LATER_UNSEEN].map(({ bad, fine }) => [...bad, ...fine].map(isEven));
    expect([new Set(tuned), new Set(unseen), LATER_UNSEEN.bad.length + LATER_PROSE.bad.length]).toEqual([
      new Set([true]),
      new Set([false]),
      72,
    ]);
  });
});

/** What the guide publishes. `npx vitest run --project unit --reporter verbose test/unit/domain/hints/hints-corpus.test.ts` shows the figures of today. */
const PUBLISHED: [name: string, corpus: Corpus][] = [
  ['sentences that the patterns were mended by', join(PROSE, LATER_PROSE)],
  ['sentences that they were not', join(UNSEEN, LATER_UNSEEN)],
];

describe('how well the hints about blame do, as published', () => {
  const guide = readFileSync('docs/guide.md', 'utf8');

  it.each(
    PUBLISHED.map(([name, corpus]) => {
      const { found, wrong, ...rest } = measured(corpus, speaks.prose);
      return { name, found, of: corpus.bad.length, wrong, fine: corpus.fine.length, ...rest };
    }),
  )('$name: finds $found of $of, and $wrong.length of $fine fine ones', ({ name, found, of, wrong, fine }) => {
    expect(guide).toContain(`| ${name} | ${found} of ${of} | ${wrong.length} of ${fine} |`);
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
