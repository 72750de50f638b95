import type { ApiClient } from '../api-client.ts';
import { DEMO_INCIDENT, DEMO_SECTIONS } from '../demo/phishing-incident.ts';
import { fillIn } from '../demo/review-and-approve.ts';

/** The incident that waits in Jira to be closed. Its priority makes its record critical: two people have to approve it. */
export const CRITICAL_INCIDENT = {
  project: 'SEC',
  issueType: 'Security Incident',
  summary: DEMO_INCIDENT.summary,
  description: DEMO_INCIDENT.description,
  priority: 'Highest',
};

/** Content that the template of a critical incident wants besides that of any incident. */
const MORE_SECTIONS = {
  framework: {
    objectives: ['Learn why two passwords were entered, and why nobody noticed sooner'],
    outcomes: [
      {
        objective: 'Learn why two passwords were entered, and why nobody noticed sooner',
        outcome: 'met',
      },
    ],
    team: [
      { role: 'facilitator', name: 'Nina Analyst' },
      { role: 'owner', name: 'Anna Author' },
    ],
  },
  impact: {
    ...DEMO_SECTIONS.impact,
    confidentiality: { rating: 'moderate' },
    integrity: { rating: 'none' },
    availability: { rating: 'low' },
  },
  attack: { vectors: ['phishing'] },
  analysis: { method: 'five whys' },
  sharing: { noNotificationBecause: 'No personal data left the company, and no contract asks for a word.' },
};

/** Writes all that a critical record has to have before it can be submitted. */
export async function fillInCritical(id: string, author: ApiClient): Promise<void> {
  const { incident } = await fillIn(id, author);
  for (const [section, content] of Object.entries(MORE_SECTIONS)) {
    await author.change(id, 'PUT', `/sections/${section}`, content);
  }
  const at = incident.closedAt;
  await author.post(`/post-mortems/${id}/timeline`, {
    at,
    kind: 'detection',
    what: 'A recipient asked the service desk.',
  });
  await author.post(`/post-mortems/${id}/timeline`, { at, kind: 'action', what: 'All sessions were revoked.' });
  const well = 'The sessions were revoked 14 minutes after the first report.';
  await author.change(id, 'POST', '/observations', { kind: 'went well', statement: well });
}
