import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportRecord } from '../../../../shared/domain/files/export-record.ts';
import { PostMortemFile } from '../../../../shared/domain/files/post-mortem-file.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import { confirmLesson, putLessonInPlace } from '../../../../shared/domain/record/decide/settle-lesson.ts';
import { notificationDue } from '../../../../shared/domain/record/decide/settle-record.ts';
import { isRecordEvent, type RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import { timelineOf } from '../../../../shared/domain/record/timeline-of.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import { Duration } from '../../../../shared/domain/words/duration.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import {
  aLesson,
  aNotification,
  aPartId,
  aProof,
  aRecommendation,
  aRecord,
  NOW,
} from '../../../support/world/records.ts';
import { after, begin, type Case, moves } from '../../../support/world/workflow.ts';

/** Objections of an import to the file. */
const faultsOf = (file: unknown) => PostMortemFile.safeParse(JSON.parse(JSON.stringify(file))).error?.issues;

describe('an export', () => {
  it('is a file that an import takes, whatever has happened to the record', () => {
    mustHold(
      fc.property(fc.array(moves, { minLength: 10, maxLength: 40, size: 'max' }), (steps) => {
        const { record, remediations, log } = steps.reduce<Case>(
          (at, step) => after(at, step, DEFAULT_CONFIG),
          begin(),
        );
        expect(
          faultsOf(exportRecord(record, timelineOf(log.filter(isRecordEvent)), [...remediations.values()])),
        ).toBeUndefined();
      }),
      { runs: 200 },
    );
  });

  it('has the key of the ticket for a title when the ticket had none', () => {
    const record = aRecord();
    const file = exportRecord({ ...record, incident: { ...record.incident, title: '' } }, [], []);
    expect([file.title, faultsOf(file)]).toEqual(['SEC-1', undefined]);
  });

  it('is one with all that was announced, held, put in place and verified, too', () => {
    const lesson = aLesson({ reviewEvery: Duration.parse('P365D') });
    const notification = aNotification({ dueAt: NOW });
    const recommendation = aRecommendation();
    const evidenceId = aPartId();
    const parts: RecordEvent[] = [
      { kind: 'lesson' as const, content: lesson },
      { kind: 'notification' as const, content: notification },
      { kind: 'recommendation' as const, content: recommendation },
      {
        kind: 'evidence' as const,
        content: {
          ...{ id: evidenceId, name: 'mail.log', mediaType: 'text/plain', bytes: 9, sha256: 'a'.repeat(64) },
          ...{ status: 'expected' as const, key: `evidence/${evidenceId}`, addedBy: ANNA, addedAt: NOW },
        },
      },
    ].map((part) => ({ type: 'Part Added', data: { postMortemId: aRecord().id, part, by: ANNA } }));
    const filled = aRecord(...parts);
    const claimed = putLessonInPlace(filled, lesson.id, aProof(), BEN, NOW);
    const record = [
      ...notificationDue(filled, notification.id, NOW, DEFAULT_CONFIG),
      ...claimed,
      ...confirmLesson(claimed.reduce(applyToPostMortem, filled), lesson.id, ANNA, NOW),
      {
        type: 'Evidence Received' as const,
        data: { postMortemId: filled.id, evidenceId, sha256: 'a'.repeat(64), versionId: 'v1', at: NOW },
      },
    ].reduce(applyToPostMortem, filled);
    const fix = Remediation.parse({
      ...beginRemediation(record.id, recommendation, { now: NOW, tlp: 'AMBER' }, DEFAULT_CONFIG),
      state: 'verified',
      ticket: { site: 'jira.test', issueId: '1', key: 'ENG-1' },
      claim: { at: NOW, status: 'Done' },
      ...{ lastCheckAt: NOW, verifiedAt: NOW, nextCheckAt: NOW },
    });
    const file = exportRecord(record, [], [fix]);
    expect([record.notifications[0]?.announcedDueAt, faultsOf(file)]).toEqual([NOW, undefined]);
    expect(file).toMatchObject({
      lessons: [{ status: 'in place', inPlace: { reference: aProof(), by: BEN, confirmed: { by: ANNA } } }],
      notifications: [{ regime: 'GDPR', dueAt: NOW }],
      evidence: [{ name: 'mail.log' }],
      recommendations: [{ remediation: { state: 'verified', ticket: 'ENG-1', verifiedAt: NOW } }],
    });
  });

  it('says of an accepted risk until when, how often it was renewed, and what was claimed', () => {
    const recommendation = aRecommendation();
    const part = { kind: 'recommendation' as const, content: recommendation };
    const filled = aRecord({ type: 'Part Added', data: { postMortemId: aRecord().id, part, by: ANNA } });
    const common = beginRemediation(filled.id, recommendation, { now: NOW, tlp: 'AMBER' }, DEFAULT_CONFIG);
    const acceptance = {
      until: NOW,
      reason: 'The vendor is late.',
      compensatingControl: 'We watch.',
      by: BEN,
      at: NOW,
    };
    const fix = Remediation.parse({
      ...common,
      state: 'accepted',
      ticket: { site: 'jira.test', issueId: '1', key: 'ENG-1' },
      ...{ acceptance, acceptanceCount: 3, kept: { claim: { at: NOW, status: 'Done' }, step: 1 } },
    });
    const file = exportRecord(filled, [], [fix]);
    const remediation = { state: 'accepted', claimedAt: NOW, acceptedUntil: NOW, renewals: 2 };
    expect([faultsOf(file), file]).toMatchObject([undefined, { recommendations: [{ remediation }] }]);
  });
});
