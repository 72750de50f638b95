import { expect, it } from 'vitest';
import { recordText } from '../../../../cli/record/record-text.ts';
import { recommendationView } from '../../../../shared/api/routes/record-answer.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { aPartId, aRecommendation, aRecord } from '../../../support/world/records.ts';

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
    completeness: { template: 'incident', score: 100, met: 1, required: 1, missing: [] },
    etags: { sections: {}, parts: {} },
    acts: [],
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
