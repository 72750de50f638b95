import { describe, expect, it } from 'vitest';
import { RecommendationDraft } from '../../../../shared/domain/remediation/recommendation.ts';
import { Instant } from '../../../../shared/domain/words/identifiers.ts';
import { aDraft } from '../../../support/world/records.ts';

describe('an instant', () => {
  it.each([
    ['2026-11-21T11:00:00+01:00', '2026-11-21T10:00:00.000Z'],
    ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000Z'],
  ])('is kept in UTC with milliseconds: %s', (given, kept) => {
    expect(Instant.parse(given)).toBe(kept);
  });

  it.each(['0000-01-01T00:00:00+23:00', '9999-12-31T23:59:59-10:00', '2026-11-21', 'yesterday'])(
    'is refused when it is none that we can write: %s',
    (given) => {
      expect(Instant.safeParse(given).success).toBe(false);
    },
  );
});

describe('a recommendation', () => {
  it('has a title of one line, which Jira takes for a summary', () => {
    const parsed = RecommendationDraft.safeParse(aDraft({ title: 'Turn on the filter\nand keep it on' }));
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      'expected one line: it becomes the summary of a Jira ticket',
    ]);
  });
});
