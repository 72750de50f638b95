import * as z from 'zod';
import { EvidencePolicy } from '../record/evidence/evidence-policy.ts';
import { PostMortemPolicy } from '../record/record-policy.ts';
import { RemediationPolicy } from '../remediation/remediation-policy.ts';
import { RecommendationTemplate } from '../remediation/templates/recommendation-template.ts';
import { IncidentPolicy } from '../ticket/incident-policy.ts';
import { VerificationPolicy } from '../verification/verification-policy.ts';
import { durationMs } from '../words/duration.ts';
import { duration, HttpUrl } from '../words/settings.ts';

/**
 * The team's decisions about its own reviews: `holdfast.config.ts`, validated. Every field has a default, so a config
 * names only what differs. The comments in `holdfast.config.ts` say what each field does.
 */

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
const ScheduleExpression = z.string().regex(/^(rate\([1-9]\d* (minutes?|hours?|days?)\)|cron\(\S+( \S+){5}\))$/, {
  error: 'expected an EventBridge Scheduler expression: rate(value unit) or cron(six fields)',
});

const Email = z.email({ error: 'expected an e-mail address' });

/** How long a queue worker may run. AWS hides its messages for six times as long: `infra/building-blocks/queued-worker.ts`. */
export const WORKER_TIMEOUT_SECONDS = 60;

/** A worker that waits for Jira in vain still gets three calls done, and has the time to say what happened. */
const LONGEST_JIRA_TIMEOUT_MS = Math.floor((WORKER_TIMEOUT_SECONDS - 3) / 3) * 1_000;

export const HoldfastConfig = z
  .strictObject({
    incidents: IncidentPolicy,
    postMortem: PostMortemPolicy,
    jira: z
      .strictObject({
        site: HttpUrl.prefault('https://your-site.atlassian.net').transform((url) => url.replace(/\/+$/, '')),
        timeoutMs: z
          .int()
          .min(500)
          .max(LONGEST_JIRA_TIMEOUT_MS, {
            error: `expected at most ${LONGEST_JIRA_TIMEOUT_MS}: three calls have to fit into a worker's ${WORKER_TIMEOUT_SECONDS} seconds`,
          })
          .prefault(10_000),
      })
      .prefault({}),
    recommendationTemplates: z.array(RecommendationTemplate).max(100).prefault([]),
    remediation: RemediationPolicy,
    verification: VerificationPolicy,
    evidence: EvidencePolicy,
    reports: z
      .strictObject({
        period: duration('P7D'),
        settle: duration('PT1M'),
        upcomingWithin: duration('P14D'),
        title: z.string().min(1).max(120).prefault('Security lessons'),
      })
      .prefault({}),
    schedules: z
      .strictObject({
        sweepIncidents: ScheduleExpression.prefault('rate(15 minutes)'),
        sweepRemediation: ScheduleExpression.prefault('rate(15 minutes)'),
        auditTickets: ScheduleExpression.prefault('cron(30 6 ? * SUN *)'),
        verifyRemediation: ScheduleExpression.prefault('rate(1 hour)'),
        publishReport: ScheduleExpression.prefault('cron(0 7 ? * MON *)'),
        anchorChains: ScheduleExpression.prefault('cron(15 0 * * ? *)'),
        timezone: z
          .string()
          .regex(/^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z_+-]+)+)$/, { error: 'expected an IANA time zone name' })
          .prefault('UTC'),
      })
      .prefault({}),
    ingress: z.strictObject({ maxBodyBytes: z.int().min(1_024).max(1_000_000).prefault(512_000) }).prefault({}),
    notifications: z
      .strictObject({ reportEmails: z.array(Email).prefault([]), alarmEmails: z.array(Email).prefault([]) })
      .prefault({}),
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
  // Whoever holds the lease asks Jira several times; were it over before the first answer, nobody would ever be done.
  .refine(({ jira, remediation }) => durationMs(remediation.create.lease) > 2 * jira.timeoutMs, {
    path: ['remediation', 'create', 'lease'],
    error: 'expected a lease that is longer than two calls of Jira may take (twice jira.timeoutMs)',
  })
  // Within the window, before and after now, the inbox alone tells a repetition.
  .refine(
    ({ incidents, operations }) =>
      durationMs(operations.inboxRetention) > 2 * durationMs(incidents['holdfast-json'].replayWindow),
    {
      path: ['operations', 'inboxRetention'],
      error: 'expected more than twice incidents.holdfast-json.replayWindow: so long a message may be repeated',
    },
  );
export type HoldfastConfig = z.infer<typeof HoldfastConfig>;
export type HoldfastConfigInput = z.input<typeof HoldfastConfig>;

/** Every default, as a team would write it: the source of the examples in error messages. */
export const DEFAULT_CONFIG: HoldfastConfig = HoldfastConfig.parse({});
