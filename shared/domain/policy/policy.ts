import * as z from 'zod';
import { ApiPolicy } from '../access/api-policy.ts';
import { programsHaveClients } from '../access/issuer-rules.ts';
import { ProgramPolicy } from '../access/program-policy.ts';
import { SignInPolicy } from '../access/sign-in-policy.ts';
import { EvidencePolicy } from '../record/evidence/evidence-policy.ts';
import { Categories, PostMortemPolicy, unknownCategories } from '../record/record-policy.ts';
import { RemediationPolicy } from '../remediation/remediation-policy.ts';
import { TeamDirectory } from '../remediation/team-directory.ts';
import { RecommendationTemplateSetting } from '../remediation/templates/recommendation-template.ts';
import { IncidentPolicy } from '../ticket/incident-policy.ts';
import { FURTHER_SITE, JIRA_SITE, jiraAddressesFit, SiteKey, sitesHaveNamesOfTheirOwn } from '../ticket/jira-site.ts';
import { EvidenceSourcePolicy } from '../verification/evidence-source-policy.ts';
import { VerificationPolicy } from '../verification/verification-policy.ts';
import { Duration, durationMs } from '../words/duration.ts';
import { duration, EmailAddress, field, ReadableName, rule, withoutRepeats } from '../words/settings.ts';
import { TimeZone } from '../words/time-zone.ts';
import { ScheduleExpression } from './schedule-expression.ts';
import { sitesAreConfigured } from './sites-are-configured.ts';
import { teamRules } from './team-rules.ts';
import { ticketsAreNoIncidents } from './tickets-are-no-incidents.ts';

/**
 * The team's decisions about its own reviews: `holdfast.config.ts`, validated. Every field has a default, so a config
 * names only what differs. The comments in `holdfast.config.ts` say what each field does.
 */

/** A second subscription of one address would be one resource too many, and stop the deployment. */
const Emails = z.array(EmailAddress).check(withoutRepeats()).prefault([]);

/** How long a queue worker may run. AWS hides its messages for six times as long: `infra/building-blocks/queued-worker.ts`. */
export const WORKER_TIMEOUT_SECONDS = 60;

/** A worker that waits for Jira in vain still gets three calls done, and has the time to say what happened. */
const LONGEST_JIRA_TIMEOUT_MS = Math.floor((WORKER_TIMEOUT_SECONDS - 3) / 3) * 1_000;

/** A lease has to last for several calls of Jira; were it over before the first answer, nobody would ever be done. */
const leaseOutlastsJira = rule(
  {
    jira: z.object({ timeoutMs: z.number() }),
    remediation: z.object({ create: z.object({ lease: Duration }) }),
  },
  ({ jira, remediation }) =>
    durationMs(remediation.create.lease) > 2 * jira.timeoutMs
      ? []
      : [
          {
            path: ['remediation', 'create', 'lease'],
            expected: 'expected a lease that is longer than two calls of Jira may take (twice jira.timeoutMs)',
          },
        ],
);

const templatesNameCategories = rule(
  {
    postMortem: z.object({ categories: Categories }),
    recommendationTemplates: z.array(z.object({ categories: z.array(z.string()) })),
  },
  ({ postMortem, recommendationTemplates }) =>
    unknownCategories(
      postMortem.categories,
      recommendationTemplates.map(({ categories }) => categories),
    ).map(({ path: [index = 0, ...rest], expected }) => ({
      path: ['recommendationTemplates', index, 'categories', ...rest],
      expected,
    })),
);

/** Jira repeats a delivery for half an hour, and one that is older than half of what the inbox remembers is not taken in. */
const LEAST_INBOX_RETENTION = Duration.parse('PT2H');

/** Within the window, before and after now, the inbox alone tells a repetition. */
const inboxOutlastsRepeats = rule(
  {
    incidents: z.object({ 'holdfast-json': z.object({ replayWindow: Duration }) }),
    operations: z.object({ inboxRetention: Duration }),
  },
  ({ incidents, operations: { inboxRetention } }) => {
    const path = ['operations', 'inboxRetention'];
    if (durationMs(inboxRetention) < durationMs(LEAST_INBOX_RETENTION))
      return [
        {
          path,
          expected: 'expected at least PT2H: Jira repeats a delivery for half an hour, and half of this is its window',
        },
      ];
    const { replayWindow } = incidents['holdfast-json'];
    const expected = 'expected more than twice incidents.holdfast-json.replayWindow: so long a message may be repeated';
    return durationMs(inboxRetention) > 2 * durationMs(replayWindow) ? [] : [{ path, expected }];
  },
);

export const HoldfastConfig = z
  .strictObject({
    incidents: IncidentPolicy,
    postMortem: PostMortemPolicy,
    jira: z
      .strictObject({
        ...JIRA_SITE,
        sites: z.record(SiteKey, z.strictObject(FURTHER_SITE).check(jiraAddressesFit)).prefault({}),
        timeoutMs: z
          .int()
          .min(500)
          .max(LONGEST_JIRA_TIMEOUT_MS, {
            error: `expected at most ${LONGEST_JIRA_TIMEOUT_MS}: three calls have to fit into a worker's ${WORKER_TIMEOUT_SECONDS} seconds`,
          })
          .prefault(10_000),
      })
      .check(jiraAddressesFit, sitesHaveNamesOfTheirOwn)
      .prefault({}),
    recommendationTemplates: z
      .array(RecommendationTemplateSetting)
      .max(100)
      .check(withoutRepeats(field('name')))
      .prefault([]),
    teams: TeamDirectory,
    remediation: RemediationPolicy,
    verification: VerificationPolicy,
    evidenceSources: EvidenceSourcePolicy,
    evidence: EvidencePolicy,
    programs: ProgramPolicy,
    signIn: SignInPolicy,
    api: ApiPolicy,
    reports: z
      .strictObject({
        period: duration('P7D'),
        // Zero is a choice: of whoever has one writer at a time.
        settle: Duration.prefault('PT1M'),
        upcomingWithin: duration('P14D'),
        title: ReadableName.max(120).prefault('Security lessons'),
      })
      .prefault({}),
    schedules: z
      .strictObject({
        sweepIncidents: ScheduleExpression.prefault('rate(15 minutes)'),
        sweepRemediation: ScheduleExpression.prefault('rate(15 minutes)'),
        auditTickets: ScheduleExpression.prefault('cron(30 6 ? * SUN *)'),
        verifyRemediation: ScheduleExpression.prefault('rate(1 hour)'),
        publishReport: ScheduleExpression.prefault('cron(0 7 ? * MON *)'),
        doctor: ScheduleExpression.prefault('rate(1 day)'),
        anchorChains: ScheduleExpression.prefault('cron(15 0 * * ? *)'),
        timezone: TimeZone.prefault('UTC'),
      })
      .prefault({}),
    ingress: z.strictObject({ maxBodyBytes: z.int().min(1_024).max(1_000_000).prefault(512_000) }).prefault({}),
    notifications: z.strictObject({ reportEmails: Emails, alarmEmails: Emails }).prefault({}),
    operations: z
      .strictObject({
        logRetentionDays: z
          .literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 3653], {
            error: 'expected a number of days that CloudWatch Logs offers: 1, 3, 5, 7, 14, 30, 60, 90, 180, 365 …',
          })
          .prefault(90),
        removalPolicy: z.enum(['retain', 'destroy']).prefault('retain'),
        inboxRetention: duration('P30D'),
        anchorRetentionDays: z.int().min(1).max(36_500).prefault(2_557),
      })
      .prefault({}),
  })
  .check(
    leaseOutlastsJira,
    templatesNameCategories,
    ticketsAreNoIncidents,
    inboxOutlastsRepeats,
    programsHaveClients,
    ...sitesAreConfigured,
    ...teamRules,
  );
export type HoldfastConfig = z.infer<typeof HoldfastConfig>;
export type HoldfastConfigInput = z.input<typeof HoldfastConfig>;

/** Every default, as a team would write it: the source of the examples in error messages. */
export const DEFAULT_CONFIG: HoldfastConfig = HoldfastConfig.parse({});
