import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { TimelineEntry } from '../../../../shared/domain/record/content/timeline.ts';
import { illFormedIn } from '../../../../shared/domain/words/well-formed.ts';
import { incidentFrom } from '../../../../shared/intake/jira/incident.ts';
import { JiraIssue } from '../../../../shared/jira/issue-reading.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { oddTexts } from '../../../support/texts/odd-texts.ts';
import { testIds } from '../../../support/world/ids.ts';
import { NOW, TICKET } from '../../../support/world/records.ts';

const CONFIG = { ...DEFAULT_CONFIG, jira: { ...DEFAULT_CONFIG.jira, site: 'https://jira.test' } };

/** Incident that becomes of a ticket with these words. */
function incidentOf({ summary = 'Phished', description = '', comments = [] as string[] }) {
  const issue = JiraIssue.parse({
    id: '10001',
    key: 'SEC-1',
    fields: {
      summary,
      description,
      status: { name: 'Done', statusCategory: { key: 'done' } },
      project: { key: 'SEC' },
      issuetype: { name: 'Security Incident' },
      created: NOW,
      updated: NOW,
    },
  });
  const said = comments.map((body, index) => ({ id: String(index), body, created: NOW }));
  return incidentFrom(TICKET, issue, [], said, CONFIG, testIds());
}

describe('an incident as its ticket tells it', () => {
  it.each(['', '      ', '\u200b\u3164'])(
    'has the key of the ticket for a title when its summary says nothing: %j',
    (summary) => {
      const { incident, timeline } = incidentOf({ summary, comments: [' \u200b ', 'We look into it'] });
      expect([incident.title, timeline.map(({ what }) => what)]).toEqual([
        'SEC-1',
        ['Ticket opened: SEC-1', 'We look into it'],
      ]);
    },
  );

  it('is cut between characters, wherever in its words the limits fall', () => {
    const aroundCut = (limit: number) =>
      fc
        .tuple(fc.integer({ min: limit - 20, max: limit + 2 }), oddTexts(30))
        .map(([length, odd]) => `${'x'.repeat(length)}${odd} and so on`);
    mustHold(
      fc.property(aroundCut(30_000), aroundCut(1_000), oddTexts(255), (description, comment, summary) => {
        const { incident, timeline } = incidentOf({ summary, description, comments: [comment] });
        expect(illFormedIn([incident.description, timeline.map(({ what }) => what)])).toBeUndefined();
        expect(incident.description.length).toBeLessThanOrEqual(30_000);
        for (const { what } of timeline) expect(what.length).toBeLessThanOrEqual(1_000);
        for (const entry of timeline) TimelineEntry.parse(entry);
      }),
    );
  });
});
