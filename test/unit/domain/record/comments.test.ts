import { describe, expect, it } from 'vitest';
import { GENESIS } from '../../../../shared/domain/history/audit-chain.ts';
import { changesBetween } from '../../../../shared/domain/history/changes-between.ts';
import { stateFindings } from '../../../../shared/domain/history/state-findings.ts';
import { followState, NO_STATE } from '../../../../shared/domain/history/state-so-far.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import { commentsOf } from '../../../../shared/domain/record/comments-of.ts';
import {
  COMMENT_LIMIT,
  CommentChange,
  CommentDraft,
  type RecordComment,
} from '../../../../shared/domain/record/content/comment.ts';
import { openPostMortem, waive } from '../../../../shared/domain/record/decide/open-record.ts';
import { approve } from '../../../../shared/domain/record/decide/review-record.ts';
import { addComment, changeComment } from '../../../../shared/domain/record/decide/write-comment.ts';
import type { CommentEvent } from '../../../../shared/domain/record/events/comment-events.ts';
import type { RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { sha256 } from '../../../../shared/sha256.ts';
import { chainEvents } from '../../../../shared/store/records/chain-events.ts';
import { testIds } from '../../../support/world/ids.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { anIncident, aPartId, aPostMortemId, aRecord, NOW } from '../../../support/world/records.ts';

const LATER = '2026-11-21T11:00:00.000Z';
const aComment = (with_: object = {}): CommentDraft =>
  CommentDraft.parse({ path: 'sections.impact', text: 'Is this all of it?', ...with_ });
const change = (with_: object): CommentChange => CommentChange.parse(with_);

const followed = (record: PostMortem, events: readonly RecordEvent[]): PostMortem =>
  events.reduce<PostMortem>(applyToPostMortem, record);

/** Record with one comment of Anna. */
function commented(with_: object = {}): { record: PostMortem; events: CommentEvent[]; comment: RecordComment } {
  const before = aRecord();
  const events = addComment(before, aPartId(), aComment(with_), undefined, ANNA, NOW);
  const [comment] = commentsOf(events);
  if (comment === undefined) throw new Error('the comment was added');
  return { record: followed(before, events), events, comment };
}

describe('a comment', () => {
  it('is one more revision, and changes nothing that an approver judges or an author wrote', () => {
    const before = aRecord();
    const events = addComment(before, aPartId(), aComment(), undefined, ANNA, NOW);
    expect(followed(before, events)).toEqual({ ...before, revision: before.revision + 1, commentCount: 1 });
  });

  it('of an approver leaves their approval possible, and the approvals that were given', () => {
    const written = { postMortemId: aPostMortemId(), revision: 1, by: ANNA };
    const record = { ...followed(aRecord(), [{ type: 'Post-Mortem Submitted', data: written }]) };
    const read = record.revision;
    const said = followed(record, addComment(record, aPartId(), aComment(), undefined, BEN, NOW));
    const approved = followed(said, approve(said, read, BEN, NOW, DEFAULT_CONFIG));
    expect([approved.approvals.map(({ by }) => by.id), approved.revision > read]).toEqual([['ben'], true]);
    const again = followed(approved, addComment(approved, aPartId(), aComment(), undefined, ANNA, NOW));
    expect([again.status, again.approvals]).toEqual([approved.status, approved.approvals]);
  });

  it('mentions everybody once, however the address is written', () => {
    const { comment } = commented({ mentions: ['ben@example.com', 'BEN@example.com', 'eve@example.com'] });
    expect(comment.mentions).toEqual(['ben@example.com', 'eve@example.com']);
  });

  it('is rewritten by its author alone, who keeps what is left out', () => {
    const { record, comment } = commented({ mentions: ['ben@example.com'] });
    const events = changeComment(record, comment, change({ text: 'Is it?' }), ANNA, LATER);
    expect(events).toMatchObject([
      { type: 'Comment Changed', data: { text: 'Is it?', mentions: ['ben@example.com'], at: NOW, changedAt: LATER } },
    ]);
    const byBen = () => changeComment(record, comment, change({ text: 'It is' }), BEN, LATER);
    expect(byBen).toThrow('only who wrote a comment can rewrite it');
    expect(() => changeComment(record, comment, change({ mentions: [] }), BEN, LATER)).toThrow('only who wrote');
  });

  it('is settled and taken up again by others, with its words as they were', () => {
    const { record, events, comment } = commented();
    const settling = changeComment(record, comment, change({ isResolved: true }), BEN, LATER);
    const [settled] = commentsOf([...events, ...settling]);
    expect(settled).toEqual({ ...comment, resolution: { by: BEN, at: LATER } });
    const reopening = changeComment(record, Object(settled), change({ isResolved: false }), ANNA, LATER);
    expect([settling[0]?.type, reopening[0]?.type]).toEqual(['Comment Resolved', 'Comment Reopened']);
    expect(commentsOf([...events, ...settling, ...reopening])).toEqual([comment]);
    expect(followed(record, [...settling, ...reopening]).commentCount).toBe(1);
  });

  it('stays settled when it is rewritten', () => {
    const { record, events, comment } = commented();
    const settling = changeComment(record, comment, change({ isResolved: true }), BEN, LATER);
    const [settled] = commentsOf([...events, ...settling]);
    const rewriting = changeComment(record, Object(settled), change({ text: 'It is' }), ANNA, LATER);
    expect(commentsOf([...events, ...settling, ...rewriting])).toMatchObject([
      { text: 'It is', resolution: { by: { id: 'ben' } } },
    ]);
  });

  it.each([{}, { text: 'Is this all of it?' }, { mentions: [] }, { isResolved: false }])(
    'is no event again where it is as it was: %j',
    (same) => {
      const { record, comment } = commented();
      expect(changeComment(record, comment, change(same), BEN, LATER)).toEqual([]);
    },
  );

  it('is one of 500 in a record, with replies', () => {
    const record = { ...aRecord(), commentCount: COMMENT_LIMIT };
    expect(() => addComment(record, aPartId(), aComment(), undefined, ANNA, NOW)).toThrow('holds 500 comments');
  });

  it('is not taken any more when the record has come to its end, and neither is a change of one', () => {
    const { record, comment } = commented();
    const ended = followed(record, waive(record, 'It was an exercise of the police', BEN, NOW));
    expect(() => addComment(ended, aPartId(), aComment(), undefined, ANNA, NOW)).toThrow('the record is waived');
    expect(() => changeComment(ended, comment, change({ isResolved: true }), ANNA, NOW)).toThrow('is waived');
  });

  it.each([
    ['a blank', { text: '   ' }],
    ['4,001 characters', { text: 'x'.repeat(4_001) }],
    ['21 mentions', { mentions: Array.from({ length: 21 }, (_, index) => `p${index}@example.com`) }],
    ['a name for an address', { mentions: ['Ben'] }],
    ['a path with a blank', { path: 'the impact' }],
  ])('of %s is none', (_, with_) => {
    expect(CommentDraft.safeParse({ ...aComment(), ...with_ }).success).toBe(false);
  });
});

describe('a reply', () => {
  it('counts as a comment, and is no thread of its own', () => {
    const { record, comment } = commented();
    const reply = addComment(record, aPartId(), aComment({ inReplyTo: comment.id }), comment, BEN, NOW);
    const said = followed(record, reply);
    expect([reply[0]?.data, said.commentCount]).toMatchObject([{ inReplyTo: comment.id }, 2]);
    const [second] = commentsOf(reply);
    const settle = () => changeComment(said, Object(second), change({ isResolved: true }), BEN, LATER);
    expect(settle).toThrow(`resolve the one that it answers: ${comment.id}`);
  });

  it('answers the first comment of a thread, on the same path', () => {
    const { record, comment } = commented();
    const to = (answered: RecordComment | undefined, path = comment.path) =>
      addComment(record, aPartId(), aComment({ inReplyTo: comment.id, path }), answered, BEN, NOW);
    expect(() => to(undefined)).toThrow('there is no comment');
    expect(() => to({ ...comment, inReplyTo: aPartId() })).toThrow('answer the first one');
    expect(() => to(comment, aComment({ path: 'timeline' }).path)).toThrow('a reply has the same');
  });
});

describe('the history of a record with a comment', () => {
  const id = aPostMortemId();
  const opened = openPostMortem(id, anIncident(), [], NOW, DEFAULT_CONFIG);
  const record = opened.reduce<PostMortem | undefined>(applyToPostMortem, undefined) ?? aRecord();
  const events = addComment(record, aPartId(), aComment(), undefined, ANNA, NOW);
  const cause = { actor: ANNA, correlationId: 'test', hops: 0 };
  const sources = { now: () => NOW, newId: testIds('01KAE0E0T0') };
  const log = chainEvents({ sequence: 0, lastHash: GENESIS }, id, [...opened, ...events], cause, ['AMBER'], sources);
  const { state } = followState(NO_STATE, log, sha256);
  const written = commentsOf(events);
  const findings = (comments: RecordComment[]) =>
    stateFindings(id, { record: followed(record, events), comments, remediations: [] }, state);

  it('shows no change between two revisions', () => {
    expect(changesBetween(log, 1, record.revision + 1)).toEqual([]);
  });

  it('shows a comment that is missing, that nobody wrote, or that says something else', () => {
    const [comment] = written;
    const other = { ...Object(comment), id: aPartId() };
    expect(findings(written)).toEqual([]);
    expect(findings([])).toMatchObject([{ where: 'COMMENT', what: `comment ${comment?.id} is gone` }]);
    expect(findings([{ ...Object(comment), text: 'All is well' }])).toMatchObject([
      { what: `comment ${comment?.id} is not what the log says` },
    ]);
    expect(findings([...written, other])).toMatchObject([{ what: expect.stringContaining('no entry of the log') }]);
  });
});
