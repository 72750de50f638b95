import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../shared/domain/record/apply-post-mortem.ts';
import type { Lesson, LessonReference } from '../../../shared/domain/record/content/lesson.ts';
import type { Notification } from '../../../shared/domain/record/content/notification.ts';
import type { TemporaryMeasure } from '../../../shared/domain/record/content/temporary-measure.ts';
import { openPostMortem } from '../../../shared/domain/record/decide/open-record.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { PlannedRoute } from '../../../shared/domain/remediation/choose-route.ts';
import type { Recommendation, RecommendationDraft } from '../../../shared/domain/remediation/recommendation.ts';
import type { IncidentTicket, TicketRef } from '../../../shared/domain/ticket/incident-ticket.ts';
import { PartId, PostMortemId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { testIds } from './ids.ts';

export const NOW = '2026-11-21T10:00:00.000Z';

const id = testIds('01KAREC0RD');
export const aPartId = (): PartId => PartId.parse(id());
export const aPostMortemId = (): PostMortemId => PostMortemId.parse(id());
export const aRecommendationId = (): RecommendationId => RecommendationId.parse(id());

export const TICKET: TicketRef = { source: 'jira', site: 'jira.test', ticketId: '10001', key: 'SEC-1' };

export function anIncident(with_: Partial<IncidentTicket> = {}): IncidentTicket {
  return {
    ...TICKET,
    url: 'https://jira.test/browse/SEC-1',
    title: 'Employees phished',
    description: 'Mails with a false sign-in page (T1566.002)',
    severity: 'high',
    openedAt: '2026-11-20T08:00:00.000Z',
    closedAt: NOW,
    people: [],
    techniques: ['T1566.002'],
    ...with_,
  };
}

export function aRecord(...events: RecordEvent[]): PostMortem {
  const opening = openPostMortem(aPostMortemId(), anIncident(), [], NOW, DEFAULT_CONFIG);
  const record = [...opening, ...events].reduce<PostMortem | undefined>(applyToPostMortem, undefined);
  if (record === undefined) throw new Error('a record is opened by its first event');
  return record;
}

export function aDraft(with_: Partial<RecommendationDraft> = {}): RecommendationDraft {
  return {
    title: 'Turn on mail filtering for look-alike domains',
    why: 'The phishing mails came from a domain one letter away from ours.',
    kind: 'prevent',
    answers: [],
    impact: 4,
    feasibility: 3,
    ownerTeam: 'messaging',
    successCriterion: 'A test mail from a look-alike domain is quarantined within a minute.',
    verification: {
      checks: [
        {
          kind: 'signal',
          subject: { type: 'technique', id: 'T1566.002' },
          sources: ['scanner', 'mail-simulation'],
          need: 'any',
        },
      ],
    },
    ...with_,
  };
}

export function aRecommendation(with_: Partial<Recommendation> = {}): Recommendation {
  return { ...aDraft(), id: aRecommendationId(), status: 'approved', dueAt: '2026-12-05T10:00:00.000Z', ...with_ };
}

/** A route of the configuration; by default that of the tests' world. */
export function aRoute(with_: Partial<PlannedRoute> = {}): PlannedRoute {
  const path = 'remediation.defaultRoute';
  return { project: 'PLAT', issueType: 'Task', name: path, path, ...with_ };
}

export function aLesson(with_: Partial<Lesson> = {}): Lesson {
  return {
    id: aPartId(),
    status: 'open',
    statement: 'Whoever gets a mail about a payment calls back on a known number.',
    updates: 'procedure',
    document: 'Payment handbook',
    ownerTeam: 'finance',
    dueAt: '2026-12-01T00:00:00.000Z',
    ...with_,
  };
}

/** What shows that `aLesson` is in place. */
export function aProof(with_: Partial<LessonReference> = {}): LessonReference {
  return { version: '2', url: 'https://wiki.example.com/payments', versionAt: NOW, ...with_ };
}

export function aMeasure(with_: Partial<TemporaryMeasure> = {}): TemporaryMeasure {
  return {
    ...{ id: aPartId(), kind: 'block', what: 'All mail from example.net, at the gateway', ownerTeam: 'messaging' },
    ...{ since: NOW, until: '2027-01-15T10:00:00.000Z', status: 'in force', ...with_ },
  };
}

export function aNotification(with_: Partial<Notification> = {}): Notification {
  return { id: aPartId(), regime: 'GDPR', stage: 'notification', recipient: 'The regulator', ...with_ };
}
