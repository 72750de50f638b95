import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { referencesIn, resourcesOf, templateOf } from './synthesized.ts';

const oneOrMany = <T extends z.ZodType>(of: T) => z.union([z.array(of), of.transform((one) => [one])]);
const Statements = z.array(
  z.object({ Action: oneOrMany(z.string()), Resource: oneOrMany(z.unknown()), Condition: z.unknown().optional() }),
);
type Statement = z.infer<typeof Statements>[number];

const template = templateOf();
const policies = policiesOf(template);

function policiesOf(of: typeof template) {
  return resourcesOf(of, 'AWS::IAM::Policy').map(([id, { Properties }]) => ({
    id,
    statements: Statements.parse(Object(Properties.PolicyDocument).Statement),
  }));
}

/** Rights of a function, without its logs, its traces and its own queues. */
function may(idPart: string, among = policies): string[] {
  const policy = among.find(({ id }) => id.includes(idPart));
  const isPlumbing = (action: string) => /^(logs|xray|sqs):/.test(action);
  return (policy?.statements ?? [])
    .flatMap(({ Action, Resource, Condition }) =>
      Action.map((action) => `${action} on ${Resource.map(nameOf).join(', ')}${ofItems(Condition)}`),
    )
    .filter((line) => !isPlumbing(line))
    .toSorted();
}

/** `RecordStoreTable` for a reference to the table, with what follows it, such as `/index/byDeadline`. */
function nameOf(resource: unknown): string {
  const [id = ''] = referencesIn(resource);
  const [suffix = ''] = JSON.stringify(resource).match(/\/[A-Za-z/*]+/) ?? [];
  return id.replace(/[0-9A-F]{8}$/, '') + suffix;
}

/** Partitions of the table, where a right is for some alone. */
function ofItems(condition: unknown): string {
  const keys = Object(Object(condition)['ForAllValues:StringLike'])['dynamodb:LeadingKeys'];
  return condition === undefined ? '' : ` of ${JSON.stringify(keys)}`;
}

const onTable = (...actions: string[]) => actions.map((action) => `dynamodb:${action} on RecordStoreTable`);
const onIndexes = 'dynamodb:Query on RecordStoreTable/index/byDeadline, RecordStoreTable/index/byNextAction';
const onEvidence = (...actions: string[]) => actions.map((action) => `s3:${action} on EvidenceBucket/evidence/*`);
const onLimits = ['PutItem', 'Query'].map(
  (action) => `dynamodb:${action} on RecordStoreTable of ["LIMIT#*","TURN#*#*"]`,
);
const jiraWork = [
  ...onTable('GetItem', 'PutItem', 'Query', 'UpdateItem'),
  'secretsmanager:GetSecretValue on JiraSecretsApiSecret',
];

describe('a function may do exactly what it needs', () => {
  it.each([
    [
      'WebhookIngressReceiveWebhook',
      [...onTable('GetItem', 'PutItem'), 'secretsmanager:GetSecretValue on JiraSecretsWebhookSecret'],
    ],
    ['SignInSession', ['secretsmanager:GetSecretValue on SignInSessionSecret']],
    ['ConsoleServe', []],
    ['RecordApiSignals', onTable('GetItem', 'PutItem', 'Query', 'UpdateItem')],
    [
      'RecordApiRecords',
      [
        ...onTable('GetItem', 'PutItem', 'Query', 'UpdateItem'),
        onIndexes,
        's3:ListBucket on EvidenceBucket',
        ...onEvidence('PutObject', 'GetObject', 'GetObjectVersion'),
        ...['AbortMultipartUpload', 'GetObject', 'PutObject'].map(
          (action) => `s3:${action} on RecordExportsBucket/exports/*`,
        ),
        's3:GetObject on ReportsBucket/reports/*',
        'lambda:InvokeFunction on SchedulesPublishReportWorkerFunction',
      ],
    ],
    [
      'EvidenceReceiveEvidence',
      [...onTable('GetItem', 'PutItem', 'Query', 'UpdateItem'), ...onEvidence('GetObjectVersion')],
    ],
    ['OpenPostMortem', jiraWork],
    ['ClosePostMortem', onTable('GetItem', 'PutItem', 'Query', 'UpdateItem')],
    ['RecordLists', onTable('GetItem', 'PutItem', 'Query', 'UpdateItem')],
    ['RemediationCreate', jiraWork],
    ['RemediationSync', jiraWork],
    ['RemediationReopen', jiraWork],
    ['RemediationAsk', onTable('GetItem', 'PutItem', 'Query', 'UpdateItem')],
    ['RemediationDoubt', onTable('GetItem', 'PutItem', 'Query', 'UpdateItem')],
    ['RemediationJudgeDue', onTable('GetItem', 'PutItem', 'Query', 'UpdateItem')],
    [
      'SweepIncidentsWorker',
      [...onTable('GetItem', 'PutItem'), ...onLimits, 'secretsmanager:GetSecretValue on JiraSecretsApiSecret'],
    ],
    ['SweepRemediationWorker', [...jiraWork, onIndexes]],
    [
      'AuditTicketsWorker',
      [...onTable('GetItem'), ...onLimits, onIndexes, 'secretsmanager:GetSecretValue on JiraSecretsApiSecret'],
    ],
    [
      'ConnectionCheckWorker',
      [...onTable('GetItem', 'PutItem'), ...onLimits, 'secretsmanager:GetSecretValue on JiraSecretsApiSecret'],
    ],
    ['VerifyRemediationWorker', [...onTable('GetItem', 'PutItem', 'Query', 'UpdateItem'), onIndexes]],
    [
      'PublishReportWorker',
      [
        ...onTable('GetItem', 'PutItem', 'Query'),
        onIndexes,
        's3:GetObject on ReportsBucket/reports/*',
        's3:GetObject on ReportsBucket/tallies/claims',
        's3:ListBucket on ReportsBucket',
        's3:PutObject on ReportsBucket/reports/*',
        's3:PutObject on ReportsBucket/tallies/claims',
      ],
    ],
    ['AnchorChainsWorker', [...onTable('GetItem', 'PutItem', 'Query'), 's3:PutObject on AnchorsBucket/anchors/*']],
    [
      'EventBackbonePublishEvents',
      [
        'dynamodb:DescribeStream on RecordStoreTable',
        'dynamodb:GetRecords on RecordStoreTable',
        'dynamodb:GetShardIterator on RecordStoreTable',
        'dynamodb:ListStreams on RecordStoreTable',
        'events:PutEvents on EventBackboneBus',
      ],
    ],
  ])('%s', (function_, allowed) => {
    expect(may(function_)).toEqual(allowed.toSorted());
  });

  it('SignInSession at an issuer of the company’s own: it keeps renewals of sessions, and reads and writes nothing else', () => {
    const issuer = {
      url: 'https://login.acme.com/',
      clients: { pages: 'holdfast-pages', commandLine: 'holdfast-cli' },
      roles: { Leads: 'approver' as const },
    };
    const withIssuer = policiesOf(templateOf({ signIn: { issuer }, programs: {} }));

    expect(may('SignInSession', withIssuer)).toEqual([
      ...['GetItem', 'PutItem'].map((action) => `dynamodb:${action} on RecordStoreTable of ["RENEWAL#*"]`),
      'secretsmanager:GetSecretValue on SignInSessionSecret',
    ]);
  });
});

describe('no policy', () => {
  it('allows an action by a wildcard', () => {
    const actions = policies.flatMap(({ statements }) => statements.flatMap(({ Action }) => Action));

    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('allows anything on every resource but to send traces', () => {
    const onEverything = policies.flatMap(({ statements }) => statements.filter(isOnEverything));

    expect(new Set(onEverything.flatMap(({ Action }) => Action))).toEqual(
      new Set(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']),
    );
  });

  it('is one of AWS, which grow without our doing', () => {
    for (const [, role] of resourcesOf(template, 'AWS::IAM::Role')) {
      expect(role.Properties.ManagedPolicyArns).toBeUndefined();
    }
  });
});

function isOnEverything({ Resource }: Statement): boolean {
  return Resource.includes('*');
}
