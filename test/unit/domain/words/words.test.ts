import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  ContributingFactorDraft,
  ObservationDraft,
  RootCauseDraft,
} from '../../../../shared/domain/record/content/causes.ts';
import { EvidenceDraft } from '../../../../shared/domain/record/content/evidence.ts';
import { LessonDraft, LessonReferenceDraft } from '../../../../shared/domain/record/content/lesson.ts';
import { NotificationDraft } from '../../../../shared/domain/record/content/notification.ts';
import { SECTION_DRAFTS, SECTIONS } from '../../../../shared/domain/record/content/sections.ts';
import { TimelineEntryDraft } from '../../../../shared/domain/record/content/timeline.ts';
import { OpeningByHand } from '../../../../shared/domain/record/decide/open-record.ts';
import { Recommendation, RecommendationDraft } from '../../../../shared/domain/remediation/recommendation.ts';
import { AttestationDraft } from '../../../../shared/domain/verification/attestation.ts';
import { VerificationPlanDraft } from '../../../../shared/domain/verification/plan.ts';
import { Subject } from '../../../../shared/domain/verification/signal.ts';
import { WRITTEN } from '../../../../shared/domain/words/words.ts';
import { aDraft, aRecommendation, NOW } from '../../../support/world/records.ts';

const BLANKS = ' \u200b'.repeat(20);
const complaints = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
/** A statement may be shorter in some scripts, and says so. */
const inDense = (path: string) =>
  path === 'statement' ? ', or a statement of 3 in Chinese, Japanese, Korean or a script like these' : '';
const wanted = (path: string, least: number) =>
  `${path}: expected at least ${least} ${least === 1 ? 'character' : 'characters'} that can be read` +
  `${least === 10 ? inDense(path) : ''}; blanks and what is invisible do not count`;

describe('what somebody writes', () => {
  it.each<[string, z.ZodType, object, string, number]>([
    ['a title', RecommendationDraft, aDraft({ title: BLANKS }), 'title', 5],
    ['a why', RecommendationDraft, aDraft({ why: BLANKS }), 'why', 10],
    ['a team', RecommendationDraft, aDraft({ ownerTeam: BLANKS }), 'ownerTeam', 1],
    ['a criterion', RecommendationDraft, aDraft({ successCriterion: BLANKS }), 'successCriterion', 10],
    ['a control', RecommendationDraft, aDraft({ controls: [{ framework: 'NIST', id: BLANKS }] }), 'controls.0.id', 1],
    [
      'a statement to attest',
      VerificationPlanDraft,
      { checks: [{ kind: 'attestation', statement: BLANKS }] },
      'checks.0.statement',
      10,
    ],
    ['a cause', RootCauseDraft, { kind: 'human', statement: BLANKS }, 'statement', 10],
    ['a why of a cause', RootCauseDraft, { kind: 'human', statement: 'Nobody was told', whys: [BLANKS] }, 'whys.0', 1],
    ['a factor', ContributingFactorDraft, { kind: 'process gap', statement: BLANKS }, 'statement', 10],
    ['an observation', ObservationDraft, { kind: 'went well', statement: BLANKS }, 'statement', 3],
    [
      'a reason for no recommendation',
      ObservationDraft,
      { kind: 'went badly', statement: 'We met late', noRecommendationBecause: BLANKS },
      'noRecommendationBecause',
      10,
    ],
    [
      'a lesson',
      LessonDraft,
      { statement: BLANKS, updates: 'policy', document: 'P-1', ownerTeam: 'a', dueAt: NOW },
      'statement',
      10,
    ],
    ['a version', LessonReferenceDraft, { version: BLANKS }, 'version', 1],
    ['a recipient', NotificationDraft, { regime: 'GDPR', stage: 'notification', recipient: BLANKS }, 'recipient', 1],
    [
      'the name of a file',
      EvidenceDraft,
      { name: '\u00a0\u200b', mediaType: 'text/plain', bytes: 1, sha256: '0'.repeat(64) },
      'name',
      1,
    ],
    ['the title of a record', OpeningByHand, { kind: 'exercise', title: BLANKS, severity: 'low' }, 'title', 5],
    ['what happened', TimelineEntryDraft, { at: NOW, what: BLANKS, kind: 'action' }, 'what', 1],
    ['the note of an attestation', AttestationDraft, { check: 0, outcome: 'pass', note: BLANKS }, 'note', 1],
    ['a summary', SECTION_DRAFTS.summary, { text: BLANKS }, 'text', 1],
    ['a kind of data', SECTION_DRAFTS.impact, { description: 'Much', dataKinds: [BLANKS] }, 'dataKinds.0', 1],
    [
      'a name in the team',
      SECTION_DRAFTS.framework,
      { objectives: ['Learn'], team: [{ role: 'owner', name: BLANKS }] },
      'team.0.name',
      1,
    ],
    [
      'a reason for no human factor',
      SECTION_DRAFTS.humanFactor,
      { consideredNoneBecause: BLANKS },
      'consideredNoneBecause',
      20,
    ],
    [
      'an indicator',
      SECTION_DRAFTS.attack,
      { vectors: ['error'], actor: { kind: 'none', name: BLANKS } },
      'actor.name',
      1,
    ],
  ])('is refused when nobody can read %s', (_, schema, value, path, least) => {
    expect(complaints(schema, value)).toEqual([wanted(path, least)]);
  });

  it('is refused once for what is too short, and tells how much is wanted', () => {
    expect([complaints(WRITTEN.reason, ''), complaints(WRITTEN.reason, 'a  b      c    ')]).toEqual([
      [wanted('', 10)],
      [wanted('', 10)],
    ]);
  });

  it('is refused as the subject of a signal that nobody could name', () => {
    const ids = ['\u2800\u200b', '\ue000', 'a b', 'a#b', 'CTL-7'];
    const refused = ids.filter((id) => !Subject.safeParse({ type: 'control', id }).success);
    expect(refused).toEqual(ids.slice(0, 4));
  });

  it('is kept as it was written, blanks around it and all', () => {
    expect(WRITTEN.line.parse('  as I said \n')).toBe('  as I said \n');
  });

  it('is taken in any script, and with emoji that are joined by what nobody sees', () => {
    const said = ['शिक्षा दें', 'قم بإصلاح الخادم', '点検を毎週行う手順を書く', 'Done 👩‍❤️‍💋‍👨 well!', '🇩🇪'];
    expect(said.map((words) => complaints(WRITTEN.line, words))).toEqual(said.map(() => []));
  });

  it('is kept letter by letter where a file tells what its first home said', () => {
    const source = { vocabulary: 'VERIS', facts: [{ name: 'plus.note', value: ' ' }] };
    expect(complaints(SECTION_DRAFTS.source, source)).toEqual([]);
  });
});

describe('what stands in a record', () => {
  it('is read, though nobody could write it today', () => {
    const old = aRecommendation({ title: BLANKS, why: BLANKS, successCriterion: BLANKS });
    expect([complaints(Recommendation, old), complaints(SECTIONS.summary, { text: ' ' })]).toEqual([[], []]);
  });
});
