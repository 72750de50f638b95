import { type FixLine, fixLine } from '../../../shared/domain/lists/fix-listing.ts';
import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';
import { NO_ENTRIES } from '../../../shared/domain/record/content/timeline.ts';
import { PostMortemHead } from '../../../shared/domain/record/post-mortem.ts';
import { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { CheckResult } from '../../../shared/domain/verification/check-result.ts';
import type { Check } from '../../../shared/domain/verification/plan.ts';
import { PartId, PostMortemId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { noStandings } from '../../../shared/report/claims/claims-now.ts';
import type { LessonDuty, NotificationDuty, ReportInput } from '../../../shared/report/report-input.ts';
import { Outcome } from '../../../shared/store/queues/outcomes.ts';

export const REPORTED_AT = '2026-11-23T07:00:00.000Z';
export const SITE = 'https://acme.atlassian.net';

/** A ULID that ends in a number, so that a test can say which thing it means. */
export const ulid = (number: number): string => `01KAB3X7Q0ZZZZZZZZZZ${String(number).padStart(6, '0')}`;

export const signalCheck = (id: string): Check => ({ kind: 'signal', subject: { type: 'control', id } });

type Named = { number: number; title?: string; ownerTeam?: string; key?: string };

/** An open remediation, a week late, unless the case says otherwise. */
export function remediation({ number, key = `ENG-${number}`, ...rest }: Named & Record<string, unknown>): Remediation {
  return Remediation.parse({
    state: 'open',
    id: ulid(number),
    postMortemId: ulid(900_000 + number),
    title: `Fix ${number}`,
    ownerTeam: 'Payments',
    priority: 'high',
    route: { project: 'ENG', issueType: 'Task' },
    dueAt: '2026-11-16T07:00:00.000Z',
    requestedAt: '2026-11-02T07:00:00.000Z',
    checks: [signalCheck('waf-12')],
    steps: ['P7D', 'P30D'],
    attestations: [],
    reopenCount: 0,
    ticket: { site: SITE, issueId: String(10_000 + number), key },
    ...rest,
  });
}

export function accepted({
  until,
  reason,
  compensatingControl,
  ...rest
}: Named & { until: string; reason?: string; compensatingControl?: string } & Record<string, unknown>): Remediation {
  return remediation({
    ...rest,
    state: 'accepted',
    acceptance: {
      until,
      reason: reason ?? 'The vendor ends support in the spring.',
      compensatingControl: compensatingControl ?? 'access only from the jump host.',
      by: { kind: 'person', id: 'p-7', name: 'Ines Okafor' },
      at: '2026-09-01T09:30:00.000Z',
    },
  });
}

export function watched(given: Named & { nextCheckAt: string } & Record<string, unknown>): Remediation {
  const claim = { at: '2026-11-10T10:00:00.000Z', status: 'Done' };
  return remediation({ state: 'claimed', step: 0, claim, ...given });
}

export function outcome(
  type: Outcome['type'],
  at: string,
  { number, title = `Fix ${number}`, ownerTeam = 'Payments', key = `ENG-${number}` }: Named,
  results: CheckResult[] = type === 'Remediation Verified' || type === 'Remediation Check Passed'
    ? [passing('waf-12', at)]
    : [],
): Outcome {
  return Outcome.parse({
    type,
    at,
    postMortemId: PostMortemId.parse(ulid(900_000 + number)),
    remediationId: RecommendationId.parse(ulid(number)),
    title,
    ownerTeam,
    key,
    results,
  });
}

export function passing(id: string, at: string): CheckResult {
  const what = 'breach-simulation: pass, the request was blocked';
  return { check: signalCheck(id), outcome: 'pass', because: what, evidence: [{ what, at }] };
}

export function failing(id: string, at: string, url?: string, detail = 'payload reached the origin'): CheckResult {
  const what = `breach-simulation: fail, ${detail}`;
  return {
    check: signalCheck(id),
    outcome: 'fail',
    because: what,
    evidence: [{ what, at, ...(url !== undefined && { url }) }],
  };
}

export function review({ number, ...rest }: { number: number } & Record<string, unknown>): PostMortemHead {
  return PostMortemHead.parse({
    id: ulid(900_000 + number),
    status: 'open',
    revision: 3,
    incident: {
      source: 'jira',
      site: SITE,
      ticketId: String(20_000 + number),
      key: `SEC-${number}`,
      url: `${SITE}/browse/SEC-${number}`,
      title: `Incident ${number}`,
      description: '',
      severity: 'high',
      openedAt: '2026-11-01T08:00:00.000Z',
      closedAt: '2026-11-05T08:00:00.000Z',
      people: [],
      techniques: [],
    },
    kind: 'incident',
    severity: 'high',
    tlp: 'AMBER',
    contentRevision: 3,
    timelineCounts: NO_ENTRIES,
    approvals: [],
    carriedOn: 0,
    absorbed: [],
    openedAt: '2026-11-05T08:00:10.000Z',
    dueAt: '2026-11-20T07:00:00.000Z',
    isLinkedToTicket: true,
    authors: [],
    ...rest,
  });
}

/** A fix as the list by rank shows it. */
export function ranked({ number, ...rest }: Named & Partial<Remediation>): FixLine {
  return fixLine(remediation({ number, impact: 3, feasibility: 3, ...rest }), review({ number }));
}

export function lessonDuty({ number, ...rest }: { number: number } & Partial<LessonDuty>): LessonDuty {
  return {
    postMortemId: PostMortemId.parse(ulid(900_000 + number)),
    lessonId: PartId.parse(ulid(number)),
    what: `Handbook ${number} (procedure)`,
    ownerTeam: 'Payments',
    duty: 'put in place',
    dueAt: '2026-11-20T07:00:00.000Z',
    ...rest,
  };
}

export function notificationDuty({
  number,
  ...rest
}: { number: number } & Partial<NotificationDuty>): NotificationDuty {
  return {
    postMortemId: PostMortemId.parse(ulid(900_000 + number)),
    notificationId: PartId.parse(ulid(number)),
    what: 'GDPR: notification to the regulator',
    dueAt: '2026-11-22T07:00:00.000Z',
    ...rest,
  };
}

/** Heads by their ids, as the reports get them. */
export const headsOf = (...heads: PostMortemHead[]): ReportInput['heads'] => new Map(heads.map((one) => [one.id, one]));

export function reportInput(rest: Partial<ReportInput> = {}): ReportInput {
  return {
    now: REPORTED_AT,
    period: { from: '2026-11-16T07:00:00.000Z', to: REPORTED_AT },
    title: 'Security lessons',
    jira: { ...DEFAULT_CONFIG.jira, site: SITE },
    recordUrl: 'https://holdfast.acme.example/post-mortems/{id}',
    overdue: [],
    acceptances: [],
    acceptedRecommendations: [],
    lessons: [],
    first: [],
    firstTeamsLeftOut: 0,
    notifications: [],
    temporaryMeasures: [],
    lessonsNow: { counts: [], listed: [], isMore: false },
    heads: new Map(),
    templates: DEFAULT_CONFIG.postMortem.templates,
    teams: [],
    directory: {},
    reviews: [],
    outcomes: [],
    changes: [],
    known: [],
    upcoming: [],
    isMoreUpcoming: false,
    claims: { standings: noStandings(), attention: [], attentionCount: 0 },
    intakeDowns: [],
    ...rest,
  };
}
