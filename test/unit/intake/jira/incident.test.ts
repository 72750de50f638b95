import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { TimelineEntry } from '../../../../shared/domain/record/content/timeline.ts';
import { illFormedIn } from '../../../../shared/domain/words/well-formed.ts';
import { incidentFrom } from '../../../../shared/intake/jira/incident.ts';
import { ChangelogEntry, JiraIssue } from '../../../../shared/jira/issue-reading.ts';
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

describe('how an incident was closed', () => {
  const MIDNIGHT = '2026-11-20T00:00:00.000+0000';
  const at = (minute: number) => `2026-11-20T00:${String(minute).padStart(2, '0')}:00.000+0000`;
  type Status = [id: string, name: string];
  const OPEN: Status = ['1', 'In Progress'];
  const DONE: Status = ['2', 'Done'];
  const CANCELED: Status = ['3', 'Canceled'];
  const ARCHIVED: Status = ['4', 'Closed'];

  /** How it was closed, after its statuses in turn, of which it came into done by the one that `closedBy` counts. */
  function closedAs(statuses: readonly Status[], closedBy: number) {
    const [id, name] = statuses.at(-1) ?? ['', ''];
    const issue = JiraIssue.parse({
      id: '10001',
      key: 'SEC-1',
      fields: {
        summary: 'Phished',
        status: { id, name, statusCategory: { key: 'done' } },
        project: { key: 'SEC' },
        issuetype: { name: 'Security Incident' },
        created: MIDNIGHT,
        updated: at(59),
        statuscategorychangedate: at(closedBy),
      },
    });
    const changelog = statuses.slice(1).map(([to, toName], index) =>
      ChangelogEntry.parse({
        id: String(index),
        created: at(index + 1),
        items: [{ field: 'status', fieldId: 'status', from: statuses[index]?.[0], to, toString: toName }],
      }),
    );
    return incidentFrom(TICKET, issue, changelog, [], CONFIG, testIds()).closedAs;
  }

  it.each<[string, readonly Status[], number, string | undefined]>([
    ['is the status that brought it into done', [OPEN, CANCELED], 1, 'Canceled'],
    ['stays what it was when it is archived within done', [OPEN, CANCELED, ARCHIVED], 1, 'Canceled'],
    ['stays a closing when it is archived within done', [OPEN, DONE, ARCHIVED], 1, undefined],
    ['is no cancelling that came after it was done', [OPEN, DONE, CANCELED], 1, undefined],
    ['is anew what closed it again', [OPEN, CANCELED, OPEN, DONE, ARCHIVED], 3, undefined],
  ])('%s', (_, statuses, closedBy, expected) => {
    expect(closedAs(statuses, closedBy)).toBe(expected);
  });

  it('is its status where no change tells it', () => {
    expect(closedAs([CANCELED], 0)).toBe('Canceled');
  });
});

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
