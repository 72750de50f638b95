import { expect, it } from 'vitest';
import { recordText } from '../../../../cli/record/record-text.ts';
import { type RecommendationView, recommendationView } from '../../../../shared/api/routes/record-answer.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { aPartId, aRecommendation, aRecord } from '../../../support/world/records.ts';

const COMPLETE = {
  completeness: { template: 'incident', score: 100, met: 1, required: 1, missing: [] },
  etags: { sections: {}, parts: {} },
  acts: [],
};

it('says of what is to be approved where its ticket will be made and by when it will be due', () => {
  const shown = (
    ifApproved: RecommendationView['ifApproved'],
    with_: Partial<RecommendationView> = {},
  ): string | undefined => {
    const view = recommendationView(aRecommendation(), undefined, DEFAULT_CONFIG.jira);
    const text = recordText({ ...aRecord(), ...COMPLETE, recommendations: [{ ...view, ...with_, ifApproved }] });
    return /if approved: (.*)/.exec(text)?.[1];
  };
  const dueAt = '2026-12-05T10:00:00.000Z';
  const there = { project: 'NET', issueType: 'Task', dueAt };
  expect([
    shown(undefined),
    shown({ ...there, dueOn: '2026-12-04' }),
    shown({ ...there, site: 'https://finance.example.com' }),
    shown({ dueAt }, { existingWork: { kind: 'ticket', ticket: 'NET-12' } }),
    shown(there, { dueAt: undefined }),
  ]).toEqual([
    undefined,
    'Task in NET, due 5 Dec 2026, 10:00 UTC, which the ticket shows as 2026-12-04',
    'Task in NET on https://finance.example.com, due 5 Dec 2026, 10:00 UTC, which the ticket does not show',
    'NET-12 is taken, due 5 Dec 2026, 10:00 UTC',
    'Task in NET, due 5 Dec 2026, 10:00 UTC if the last approval is given now, which the ticket does not show',
  ]);
});

it('names techniques and countermeasures beside their ids, and leaves alone what the catalogues do not know', () => {
  const record = aRecord();
  const attack = { vectors: [], actors: [], vulnerabilities: [], techniques: [{ id: 'T1078' }, { id: 'T9999' }] };
  const recommendation = aRecommendation({ d3fend: ['D3-MFA', 'D3-NOPE'] });
  const text = recordText({
    ...record,
    incident: { ...record.incident, techniques: ['T1566.002', 'T1078'] },
    sections: { attack },
    recommendations: [recommendationView(recommendation, undefined, DEFAULT_CONFIG.jira)],
    corrections: [{ id: aPartId(), of: 'incident.techniques.T1566.002', because: 'It was a test.' }],
    ...COMPLETE,
  });
  const lines = text.split('\n').map((line) => line.trim());
  expect(lines.filter((line) => /^(technique|taken back|recommendation)/.test(line))).toEqual([
    'technique T1566.002 Phishing: Spearphishing Link',
    'technique T1078 Valid Accounts',
    'technique T9999',
    expect.stringMatching(/^recommendation .*\[D3-MFA Multi-factor Authentication, D3-NOPE\]$/),
    'taken back: technique T1566.002 Phishing: Spearphishing Link, because It was a test.',
  ]);
});
