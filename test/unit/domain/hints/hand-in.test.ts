import { describe, expect, it } from 'vitest';
import { dismissHints, reopenHints } from '../../../../shared/domain/hints/dismiss-hints.ts';
import { handIn, openHints } from '../../../../shared/domain/hints/hand-in.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import { completenessOf } from '../../../../shared/domain/record/completeness.ts';
import {
  DISMISSED_HINTS_LIMIT,
  EXCERPT_LIMIT,
  type HintName,
  REASON_LIMIT,
} from '../../../../shared/domain/record/content/dismissed-hint.ts';
import { RecordPath } from '../../../../shared/domain/record/content/record-path.ts';
import type { TimelineEntry } from '../../../../shared/domain/record/content/timeline.ts';
import { bytesOf, ITEM_LIMIT_BYTES } from '../../../../shared/domain/record/decide/record-size.ts';
import { approve, returnToAuthors } from '../../../../shared/domain/record/decide/review-record.ts';
import { addPart, writeSection } from '../../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { templateFor } from '../../../../shared/domain/record/template.ts';
import { Refusal } from '../../../../shared/domain/words/refusal.ts';
import { supply } from '../../../support/world/fill-in.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aPartId, aRecord, NOW } from '../../../support/world/records.ts';

const rules = DEFAULT_CONFIG;
const grown = (record: PostMortem, events: readonly RecordEvent[]): PostMortem =>
  events.reduce(applyToPostMortem, record);
const summary = (record: PostMortem, text: string): PostMortem =>
  grown(record, writeSection(record, { section: 'summary', content: { text } }, ANNA));

/** A record that lacks nothing, with this summary. */
function complete(text: string): PostMortem {
  let record = summary(aRecord(), text);
  const missing = () => completenessOf(record, templateFor(record, rules.postMortem.templates), rules).missing;
  for (let tries = 0; tries < 200; tries += 1) {
    const [first] = missing();
    if (first === undefined) return record;
    record = grown(record, supply(record, first, ANNA));
  }
  throw new Error(`still missing: ${JSON.stringify(missing())}`);
}

const BLAME: HintName = { path: RecordPath.parse('sections.summary.text'), about: 'blame', excerpt: 'human error' };
const dismissed = (record: PostMortem, hints: readonly HintName[] = [BLAME], because = 'quoted'): PostMortem =>
  grown(record, dismissHints(record, hints, because, ANNA, NOW));

const blamingEntry = (): TimelineEntry => ({
  id: aPartId(),
  at: NOW,
  what: 'Put down to operator error',
  kind: 'action',
  origin: 'person',
});
const hintOf = ({ id }: TimelineEntry): HintName => ({
  path: RecordPath.parse(`timeline.${id}.what`),
  about: 'blame',
  excerpt: 'operator error',
});

function refusalOf(act: () => unknown): Pick<Refusal, 'reason' | 'message' | 'missing'> | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, message: error.message, missing: error.missing };
    throw error;
  }
}

describe('handing in a record', () => {
  it('is refused while hints are neither answered nor dismissed, with each and what to do', () => {
    const record = complete('The cause was human error, as so often.');
    expect(refusalOf(() => handIn(record, ANNA, rules))).toEqual({
      reason: 'open hints',
      message: expect.stringMatching(/^one hint is neither answered nor dismissed: .+holdfast hint dismiss/),
      missing: [
        { path: 'sections.summary.text', message: expect.stringMatching(/^"human error" \(blame\)\. Ask why/) },
      ],
    });
  });

  it('goes on once the words are others, or a word says why they stay', () => {
    const record = complete('The cause was human error, as so often.');
    const answered = summary(record, 'The sign-in page looked like ours to the letter.');
    expect([answered, dismissed(record)].map((one) => handIn(one, ANNA, rules).map(({ type }) => type))).toEqual([
      ['Post-Mortem Submitted'],
      ['Post-Mortem Submitted'],
    ]);
  });

  it('asks anew when a sentence has other words with a hint, and keeps the word for those that stayed', () => {
    const record = dismissed(complete('The cause was human error, as so often.'));
    const more = summary(record, 'The cause was human error: the analyst forgot to look.');
    expect(openHints(more).map(({ excerpt }) => excerpt)).toEqual(['analyst forgot']);
  });

  it('names fifty hints at the most, and how many more there are', () => {
    const part = (record: PostMortem, index: number) =>
      grown(
        record,
        addPart(
          record,
          {
            kind: 'observation',
            content: { id: aPartId(), kind: 'went well', statement: `Step ${index} came after human error.` },
          },
          ANNA,
        ),
      );
    const record = Array.from({ length: 60 }).reduce<PostMortem>(
      (before, _, index) => part(before, index),
      complete('It began with a mail.'),
    );
    const refusal = refusalOf(() => handIn(record, ANNA, rules));
    expect([refusal?.missing.length, refusal?.message]).toEqual([50, expect.stringContaining('; 10 more than')]);
  });

  it('says what is missing before it speaks of wording', () => {
    expect(refusalOf(() => handIn(summary(aRecord(), 'It was human error.'), ANNA, rules))?.reason).toBe('incomplete');
  });
});

describe('dismissing hints', () => {
  const record = complete('The cause was human error, as so often.');

  it('leaves the content as it is, and makes who did it an author', () => {
    const left = dismissed(record);
    expect([left.contentRevision, left.revision, left.dismissedHints, left.sections]).toEqual([
      record.contentRevision,
      record.revision + 1,
      [{ ...BLAME, because: 'quoted', by: ANNA, at: NOW }],
      record.sections,
    ]);
    const byBen = applyToPostMortem(record, {
      type: 'Hints Dismissed',
      data: { postMortemId: record.id, hints: [BLAME], because: 'quoted', by: BEN, at: NOW },
    });
    const inReview = grown(byBen, handIn(byBen, ANNA, rules));
    expect(refusalOf(() => approve(inReview, inReview.revision, BEN, NOW, rules))?.reason).toBe('four eyes');
  });

  it('is covered by the approval: none comes or goes while a record is judged, and a reading before the submission is too old', () => {
    const before = dismissed(record);
    const inReview = grown(before, handIn(before, ANNA, rules));
    const reasons = [
      () => dismissHints(inReview, [BLAME], 'other word', ANNA, NOW),
      () => reopenHints(inReview, [BLAME], ANNA, NOW),
      () => approve(inReview, before.revision, BEN, NOW, rules),
    ].map((act) => refusalOf(act)?.reason);
    expect(reasons).toEqual(['wrong state', 'wrong state', 'stale revision']);
  });

  it('is taken back, and asked for at the next submission of a record that was returned', () => {
    const before = dismissed(record);
    const inReview = grown(before, handIn(before, ANNA, rules));
    const returned = grown(inReview, returnToAuthors(inReview, 'Say it in your own words.', BEN));
    const reopened = grown(returned, reopenHints(returned, [BLAME], ANNA, NOW));
    expect([
      refusalOf(() => handIn(returned, ANNA, rules)),
      reopened.dismissedHints,
      refusalOf(() => handIn(reopened, ANNA, rules))?.reason,
    ]).toEqual([undefined, [], 'open hints']);
  });

  it('writes nothing twice, and the newest word in the place of the one before', () => {
    const once = dismissed(record);
    expect(dismissHints(once, [BLAME, BLAME], 'quoted', ANNA, NOW)).toEqual([]);
    expect(dismissed(once, [BLAME], 'from the mail').dismissedHints.map(({ because }) => because)).toEqual([
      'from the mail',
    ]);
  });

  it('is refused for hints that are not there', () => {
    const gone = { ...BLAME, excerpt: 'user error' };
    expect(refusalOf(() => dismissHints(record, [BLAME, gone], 'quoted', ANNA, NOW))).toEqual({
      reason: 'unknown part',
      message: 'one hint is not there, or no longer: read the hints again',
      missing: [{ path: BLAME.path, message: 'no hint about blame: "user error"' }],
    });
  });

  it('takes hints of the timeline, which hold nothing up', () => {
    const entry = blamingEntry();
    expect(dismissHints(record, [hintOf(entry)], 'as it was said', ANNA, NOW, [entry])).toHaveLength(1);
  });

  it('fits into one item of the table, however long the words are, in any script', () => {
    const path = RecordPath.parse(`recommendations.${aPartId()}.verification.checks.0.statement`);
    const wide = '攻'.repeat(EXCERPT_LIMIT);
    const one = {
      path,
      about: 'vague recommendation',
      excerpt: wide,
      because: '攻'.repeat(REASON_LIMIT),
      by: ANNA,
      at: NOW,
    };
    expect(bytesOf(Array.from({ length: DISMISSED_HINTS_LIMIT }, () => one))).toBeLessThan(ITEM_LIMIT_BYTES);
  });

  it('has an end, which it says', () => {
    const entries = Array.from({ length: DISMISSED_HINTS_LIMIT + 1 }, blamingEntry);
    const named = entries.map(hintOf);
    const some = dismissHints(record, named.slice(1), 'as it was said', ANNA, NOW, entries);
    const full = grown(record, some);
    const all = () => dismissHints(full, named, 'as it was said', ANNA, NOW, entries);
    expect([full.dismissedHints.length, refusalOf(all)]).toMatchObject([
      DISMISSED_HINTS_LIMIT,
      { reason: 'limit', message: expect.stringContaining(`holds ${DISMISSED_HINTS_LIMIT} dismissed hints`) },
    ]);
  });
});

describe('hints', () => {
  it.each([
    'It was human\n\terror, again.',
    'It was human\u00a0error here.',
    'It was ＨＵＭＡＮ ｅｒｒｏｒ here.',
    'It was human  error.',
  ])('are not hidden by how the words are laid out: %j', (text) => {
    expect(openHints(complete(text)).map(({ about }) => about)).toContain('blame');
  });

  it('about an objective are told once, though its outcome says it again', () => {
    const objective = 'Find who was careless that day';
    const content = { objectives: [objective], outcomes: [{ objective, outcome: 'met' as const }], team: [] };
    const record = complete('Two people entered their passwords on a false sign-in page.');
    const asked = openHints(grown(record, writeSection(record, { section: 'framework', content }, ANNA)));
    expect(asked.map(({ path }) => path)).toEqual(['sections.framework.objectives.0']);
  });

  it('point at times that cannot be, and let them stand with a word', () => {
    const at = (day: string, milestone: 'began' | 'contained', precision?: 'month') => ({
      ...{ entry: aPartId(), milestone, at: `2026-11-${day}T12:00:00.000Z` },
      ...(precision === undefined ? {} : { precision }),
    });
    const record = complete('Two people entered their passwords on a false sign-in page.');
    const asked = (...milestones: ReturnType<typeof at>[]) =>
      openHints({ ...record, milestones }).filter(({ about }) => about === 'times');
    expect(asked(at('09', 'began'), at('07', 'contained'))).toMatchObject([
      { path: 'timeline', message: 'It was contained before it began.' },
    ]);
    expect([
      asked(at('09', 'began', 'month'), at('07', 'contained')),
      asked(at('07', 'began'), at('09', 'contained')),
    ]).toEqual([[], []]);
    const named = asked(at('09', 'began'), at('07', 'contained')).map(({ path, about, excerpt }) => ({
      ...{ path: RecordPath.parse(path), about, excerpt },
    }));
    const wrong = { ...record, milestones: [at('09', 'began'), at('07', 'contained')] };
    expect(dismissHints(wrong, named, 'clocks', ANNA, NOW)).toHaveLength(1);
  });

  it('point at a pull request that was merged before the incident began', () => {
    const record = complete('Two people entered their passwords on a false sign-in page.');
    const milestones = [{ entry: aPartId(), milestone: 'began' as const, at: '2026-11-09T12:00:00.000Z' }];
    const asked = (mergedAt: string) => {
      const existingWork = { kind: 'pull request' as const, url: 'https://github.com/acme/mail/pull/12', mergedAt };
      const recommendations = record.recommendations.map((one) => ({ ...one, existingWork }));
      return openHints({ ...record, milestones, recommendations }).filter(({ about }) => about === 'times');
    };
    const [first] = record.recommendations;
    expect(asked('2026-10-01T09:00:00.000Z')).toMatchObject([{ path: `recommendations.${first?.id}.existingWork` }]);
    expect(asked('2026-11-10T09:00:00.000Z')).toEqual([]);
  });
});
