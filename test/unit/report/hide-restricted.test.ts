import { describe, expect, it } from 'vitest';
import { hideRestricted } from '../../../shared/report/hide-restricted.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { renderReport, summaryLine } from '../../../shared/report/render-report.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { aRecommendation } from '../../support/records.ts';
import {
  accepted,
  failing,
  headsOf,
  lessonDuty,
  NOW,
  notificationDuty,
  outcome,
  remediation,
  reportInput,
  review,
  ulid,
  watched,
} from './report-factory.ts';

const SECRET = 'Project Nightjar';
const by = { kind: 'person' as const, id: 'p-7', name: 'Ines Okafor' };
const acceptance = { until: NOW, reason: SECRET, compensatingControl: SECRET, by, at: NOW };

/** Everything that reports are made of, of one record, with the same words wherever somebody wrote some. */
function weekOf(tlp: string) {
  const [head] = [review({ number: 1, tlp })];
  const number = 1;
  const incident = { ...head.incident, title: SECRET, description: SECRET, key: 'SECRET-1' };
  const checks = [{ kind: 'attestation' as const, statement: SECRET }];
  return reportInput({
    overdue: [remediation({ number, title: SECRET })],
    acceptances: [accepted({ number, title: SECRET, until: NOW, reason: SECRET, compensatingControl: SECRET })],
    acceptedRecommendations: [
      {
        postMortemId: head.id,
        recommendation: aRecommendation({ title: SECRET, status: 'risk accepted', acceptance }),
      },
    ],
    reviews: [{ ...head, incident }],
    lessons: [lessonDuty({ number, what: SECRET })],
    notifications: [notificationDuty({ number, what: SECRET })],
    outcomes: [
      outcome('Remediation Ineffective', NOW, { number, title: SECRET }, [failing('x', NOW, undefined, SECRET)]),
    ],
    known: [watched({ number, title: SECRET, nextCheckAt: NOW, checks })],
    upcoming: [watched({ number, title: SECRET, nextCheckAt: NOW, checks })],
    heads: headsOf(head),
  });
}

/** Every form of both reports, and what their mails say. */
function toldOf(tlp: string): string {
  const input = hideRestricted(weekOf(tlp));
  return [overdueReport(input), validationReport(input)]
    .flatMap((report) => [...Object.values(renderReport(report)), summaryLine(report)])
    .join('\n');
}

describe('a report on a restricted record', () => {
  it.each(['AMBER+STRICT', 'RED'])('names it by id and severity, and repeats none of its words: %s', (tlp) => {
    const told = toldOf(tlp);
    expect([told.includes(SECRET), told.includes('SECRET-1'), told.includes(ulid(900_001))]).toEqual([
      false,
      false,
      true,
    ]);
    expect(told).toContain(`(TLP:${tlp})`);
  });

  it.each(['CLEAR', 'GREEN', 'AMBER'])('is not needed for one that is marked %s', (tlp) => {
    expect(toldOf(tlp)).toContain(SECRET);
  });
});
