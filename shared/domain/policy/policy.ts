import * as z from 'zod';
import { Duration, durationMs } from '../words/duration.ts';
import { RecommendationTemplate } from '../remediation/templates/recommendation-template.ts';
import { Severity } from '../words/severity.ts';
import { Template } from '../record/template.ts';
import { Tlp } from '../words/tlp.ts';
import { ProjectKey, duration, perLevel, HttpUrl, linkTime } from '../words/settings.ts';
import { Route } from '../remediation/route.ts';

/**
 * What a team decides about its own reviews: `holdfast.config.ts`, validated. Every field has a default, so a config
 * names only what differs. The comments in `holdfast.config.ts` say what each field does.
 */

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
const ScheduleExpression = z.string().regex(/^(rate\([1-9]\d* (minutes?|hours?|days?)\)|cron\(\S+( \S+){5}\))$/, {
  error: 'expected an EventBridge Scheduler expression: rate(value unit) or cron(six fields)',
});

const Email = z.email({ error: 'expected an e-mail address' });

/** The words of ENISA's and VERIS' taxonomies that most teams use. */
const CATEGORIES = [
  'phishing',
  'malware',
  'ransomware',
  'unauthorised access',
  'misconfiguration',
  'vulnerability exploited',
  'data exfiltration',
  'denial of service',
  'insider',
  'loss or theft',
  'supply chain',
  'fraud',
  'other',
];

/** What investigations bring along. Nothing that a browser would run. */
const MEDIA_TYPES = [
  'text/plain',
  'text/csv',
  'text/markdown',
  'application/json',
  'application/x-ndjson',
  'application/xml',
  'application/pdf',
  'image/png',
  'image/jpeg',
  'message/rfc822',
  'application/vnd.ms-outlook',
  'application/zip',
  'application/gzip',
  'application/x-tar',
  'application/x-7z-compressed',
  'application/vnd.tcpdump.pcap',
  'application/octet-stream',
];

const TEMPLATES: z.input<typeof Template>[] = [
  {
    name: 'periodic review',
    appliesTo: { kinds: ['periodic review'] },
    requires: ['summary', 'observations', 'lessons'],
  },
  {
    name: 'near miss or exercise',
    appliesTo: { kinds: ['near miss', 'exercise'] },
    requires: ['summary', 'detection', 'response', 'observations'],
  },
  {
    name: 'critical incident',
    appliesTo: { severities: ['critical'] },
    requires: [
      'objectives',
      'team',
      'summary',
      'impact',
      'impact ratings',
      'attack',
      'timeline',
      'detection',
      'response',
      'observations',
      'analysis',
      'root causes',
      'contributing factors',
      'notifications',
      'recommendations',
      'lessons',
    ],
    approvers: 2,
  },
  {
    name: 'incident',
    requires: ['summary', 'impact', 'detection', 'response', 'root causes', 'recommendations'],
  },
];

/** How long a queue worker may run. AWS hides its messages for six times as long: `infra/building-blocks/queued-worker.ts`. */
export const WORKER_TIMEOUT_SECONDS = 60;

/** A worker that waits for Jira in vain still gets three calls done, and has the time to say what happened. */
const LONGEST_JIRA_TIMEOUT_MS = Math.floor((WORKER_TIMEOUT_SECONDS - 3) / 3) * 1_000;

export const HoldfastConfig = z
  .strictObject({
    incidents: z
      .strictObject({
        jira: z
          .array(z.strictObject({ project: ProjectKey, issueTypes: z.array(z.string().min(1)).min(1) }))
          .prefault([{ project: 'SEC', issueTypes: ['Security Incident'] }]),
        severityByPriority: z
          .record(z.string(), Severity)
          .prefault({ Highest: 'critical', High: 'high', Medium: 'medium', Low: 'low', Lowest: 'low' }),
        severityOtherwise: Severity.prefault('medium'),
        lookBack: duration('P30D'),
        lookBackEvery: duration('P1D'),
      })
      .prefault({}),
    postMortem: z
      .strictObject({
        dueWithin: perLevel('P5D', 'P10D', 'P15D', 'P30D'),
        categories: z.array(z.string().min(1).max(100)).min(1).prefault(CATEGORIES),
        templates: z.array(Template).max(50).prefault(TEMPLATES),
        notificationWarning: duration('PT12H'),
        tlp: Tlp.prefault('AMBER'),
        recordUrl: HttpUrl.prefault('https://holdfast.example.com/post-mortems/{id}').refine(
          (url) => url.includes('{id}'),
          { error: 'expected a URL with {id} where the record id goes' },
        ),
      })
      .prefault({}),
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
    remediation: z
      .strictObject({
        defaultRoute: Route.prefault({ project: 'ENG', issueType: 'Task' }),
        routes: z.record(z.string().min(1), Route).prefault({}),
        dueWithin: perLevel('P7D', 'P14D', 'P30D', 'P90D'),
        labels: z
          .array(z.string().regex(/^\S+$/, { error: 'expected a Jira label, which has no spaces' }))
          .prefault(['post-mortem']),
        create: z
          .strictObject({
            lease: duration('PT2M'),
            indexLag: duration('PT5M'),
            searchEvery: duration('PT30S'),
          })
          .prefault({}),
      })
      .prefault({}),
    verification: z
      .strictObject({
        steps: z.array(Duration).min(1).max(10).prefault(['P7D', 'P30D', 'P90D']),
        periodic: duration('P180D'),
        retryInconclusiveAfter: duration('P1D'),
        evidenceMaxAge: duration('P30D'),
      })
      .prefault({}),
    evidence: z
      .strictObject({
        // The most that receive-evidence reads within its time; S3 takes 5 GB in one upload.
        maxBytes: z.int().min(1).max(1_000_000_000).prefault(100_000_000),
        mediaTypes: z.array(z.string().min(1)).min(1).prefault(MEDIA_TYPES),
        retentionDays: z.int().min(1).max(36_500).prefault(365),
        uploadWithin: linkTime('PT15M'),
        readWithin: linkTime('PT5M'),
      })
      .prefault({}),
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
  });
export type HoldfastConfig = z.infer<typeof HoldfastConfig>;
export type HoldfastConfigInput = z.input<typeof HoldfastConfig>;

/** Every default, as a team would write it: the source of the examples in error messages. */
export const DEFAULT_CONFIG: HoldfastConfig = HoldfastConfig.parse({});
