import { describe, expect, it } from 'vitest';
import type { RemediationCommon } from '../../../shared/domain/remediation/remediation.ts';
import { Duration } from '../../../shared/domain/words/duration.ts';
import { WITHHELD_URL } from '../../../shared/domain/words/without-words.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { adfOf } from '../../../shared/tickets/jira/adf-of.ts';
import { createFields } from '../../../shared/tickets/jira/create-fields.ts';
import { ticketDraft } from '../../../shared/tickets/ticket-draft.ts';
import { aPostMortemId, aRecommendation, aRoute, NOW } from '../../support/world/records.ts';

function draftOf(title: string, fix: Partial<RemediationCommon> = {}) {
  const recommendation = aRecommendation({ title });
  const remediation: RemediationCommon = {
    id: recommendation.id,
    postMortemId: aPostMortemId(),
    title,
    ownerTeam: 'messaging',
    priority: 'high',
    route: { project: 'PLAT', issueType: 'Task' },
    dueAt: NOW,
    requestedAt: NOW,
    checks: [],
    steps: [Duration.parse('P7D')],
    attestations: [],
    reopenCount: 0,
    ...fix,
  };
  const more = {
    isRestricted: false,
    recordUrl: 'https://records.test/1',
    policy: { labels: [], restrictedTickets: 'reference' as const },
    plan: { route: aRoute(), dueOn: undefined },
    incident: { key: 'SEC-1', url: 'https://jira.test/browse/SEC-1' },
  };
  return ticketDraft({ remediation, recommendation, ...more });
}

/** The summary of the ticket of a recommendation with this title. */
function summaryOf(title: string): { summary: string; id: string } {
  const draft = draftOf(title);
  return { summary: createFields(draft, undefined).request.fields.summary, id: draft.mark.remediationId };
}

describe('the ticket of a recommendation', () => {
  it.each(['      ', '\u200b\u3164'.repeat(5)])(
    'has a summary, though its title was approved when blanks counted: %j',
    (title) => {
      const { summary, id } = summaryOf(title);
      expect(summary).toBe(`Recommendation ${id}`);
    },
  );

  it('has the title for a summary, cut between two characters where Jira would not take all of it', () => {
    expect([summaryOf('Turn on the filter').summary, summaryOf(`${'x'.repeat(253)}😀 and more`).summary]).toEqual([
      'Turn on the filter',
      `${'x'.repeat(253)}…`,
    ]);
  });

  it.each([
    [
      'https://github.com/acme/mail/pull/12',
      'Already done: this pull request (https://github.com/acme/mail/pull/12). It counts as done',
    ],
    [WITHHELD_URL, 'Already done: a pull request, which the record names. It counts as done'],
  ])('says that a pull request did the work, and names it where it may: %s', (url, says) => {
    const existingWork = { kind: 'pull request' as const, url, mergedAt: NOW };
    expect(plainText(adfOf(draftOf('Turn on the filter', { existingWork }).description))).toContain(says);
  });
});
