import * as z from 'zod';
import { EventPattern } from './event-pattern.ts';
import { type StackTemplate, Text } from './stack-template.ts';

/** Ways of messages through the stack, as CloudFormation would deploy it. Ids are the template's logical ids. */
export const Topology = z.object({
  functions: z.array(z.object({ id: z.string(), name: z.string(), timeoutMs: z.number() })),
  queues: z.array(
    z.object({
      id: z.string(),
      visibilityMs: z.number(),
      redrive: z.object({ to: z.string(), after: z.number() }).optional(),
    }),
  ),
  rules: z.array(
    z.object({
      id: z.string(),
      pattern: EventPattern,
      targets: z.array(z.object({ to: z.string(), deadLetters: z.string().optional() })),
    }),
  ),
  sources: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      isStream: z.boolean(),
      batchSize: z.number(),
      /** How long a batch that is not full is gathered. */
      gathersMs: z.number(),
      maxConcurrency: z.number(),
      reportsItems: z.boolean(),
      bisects: z.boolean(),
      retries: z.number(),
      maxAgeMs: z.number(),
      filters: z.array(EventPattern),
      deadLetters: z.string().optional(),
    }),
  ),
  schedules: z.array(
    z.object({
      id: z.string(),
      expression: z.string(),
      to: z.string(),
      retries: z.number(),
      /** Payload of the call; without it, the scheduler's own. */
      input: z.unknown().optional(),
      deadLetters: z.string().optional(),
    }),
  ),
  /** Retries and destination of an asynchronous call that fails. */
  afterFailure: z.array(z.object({ of: z.string(), retries: z.number(), deadLetters: z.string().optional() })),
  routes: z.array(z.object({ key: z.string(), to: z.string() })),
});
export type Topology = z.infer<typeof Topology>;

const DeadLetters = z.object({ Arn: Text.optional() }).default({});
const OnFailure = z
  .object({ OnFailure: z.object({ Destination: Text }).optional() })
  .default({})
  .transform(({ OnFailure: to }) => to?.Destination);

const LambdaFunction = z.object({ Timeout: z.number() });
const Queue = z.object({
  VisibilityTimeout: z.number().default(30),
  RedrivePolicy: z.object({ deadLetterTargetArn: Text, maxReceiveCount: z.number() }).optional(),
});
const Rule = z.object({
  EventPattern,
  Targets: z.array(z.object({ Arn: Text, DeadLetterConfig: DeadLetters })),
});
const Filter = z.object({
  Pattern: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(EventPattern),
});
const Source = z.object({
  EventSourceArn: Text,
  FunctionName: Text,
  BatchSize: z.number().default(10),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).default({ MaximumConcurrency: 10 }),
  FunctionResponseTypes: z.array(z.string()).default([]),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(Number.MAX_SAFE_INTEGER),
  MaximumRecordAgeInSeconds: z.number().default(86_400),
  FilterCriteria: z.object({ Filters: z.array(Filter).default([]) }).default({ Filters: [] }),
  DestinationConfig: OnFailure,
});
const Schedule = z.object({
  ScheduleExpression: z.string(),
  Target: z.object({
    Arn: Text,
    RetryPolicy: z.object({ MaximumRetryAttempts: z.number() }).default({ MaximumRetryAttempts: 185 }),
    Input: z.string().optional(),
    DeadLetterConfig: DeadLetters,
  }),
});
const InvokeConfig = z.object({ FunctionName: Text, MaximumRetryAttempts: z.number(), DestinationConfig: OnFailure });
const Integration = z.object({ IntegrationUri: Text });
const Route = z.object({ RouteKey: z.string(), Target: Text });

/**
 * Reads a template.
 *
 * @param nameOf how a function is called, by its logical id; the id itself by default
 */
export function stackTopology(template: StackTemplate, nameOf = (id: string): string => id): Topology {
  const all = <Properties>(type: string, schema: z.ZodType<Properties>) => [...template.resources(type, schema)];
  const integrations = template.resources('AWS::ApiGatewayV2::Integration', Integration);
  return Topology.parse({
    functions: all('AWS::Lambda::Function', LambdaFunction).map(([id, { Timeout }]) => ({
      id,
      name: nameOf(id),
      timeoutMs: Timeout * 1_000,
    })),
    queues: all('AWS::SQS::Queue', Queue).map(([id, { VisibilityTimeout, RedrivePolicy: redrive }]) => ({
      id,
      visibilityMs: VisibilityTimeout * 1_000,
      redrive: redrive && { to: redrive.deadLetterTargetArn, after: redrive.maxReceiveCount },
    })),
    rules: all('AWS::Events::Rule', Rule).map(([id, { EventPattern: pattern, Targets }]) => ({
      id,
      pattern,
      targets: Targets.map(({ Arn, DeadLetterConfig }) => ({ to: Arn, deadLetters: DeadLetterConfig.Arn })),
    })),
    sources: all('AWS::Lambda::EventSourceMapping', Source).map(([, source]) => sourceOf(source, template)),
    schedules: all('AWS::Scheduler::Schedule', Schedule).map(([id, { ScheduleExpression: expression, Target }]) => ({
      id,
      expression,
      to: Target.Arn,
      retries: Target.RetryPolicy.MaximumRetryAttempts,
      ...(Target.Input === undefined ? {} : { input: z.unknown().parse(JSON.parse(Target.Input)) }),
      deadLetters: Target.DeadLetterConfig.Arn,
    })),
    afterFailure: all('AWS::Lambda::EventInvokeConfig', InvokeConfig).map(([, config]) => ({
      of: config.FunctionName,
      retries: config.MaximumRetryAttempts,
      deadLetters: config.DestinationConfig,
    })),
    routes: all('AWS::ApiGatewayV2::Route', Route).map(([, { RouteKey: key, Target }]) => ({
      key,
      to: integrations.get(Target.replace('integrations/', ''))?.IntegrationUri,
    })),
  });
}

function sourceOf(source: z.infer<typeof Source>, template: StackTemplate): Topology['sources'][number] {
  return {
    from: source.EventSourceArn,
    to: source.FunctionName,
    isStream: template.typeOf(source.EventSourceArn) !== 'AWS::SQS::Queue',
    batchSize: source.BatchSize,
    gathersMs: source.MaximumBatchingWindowInSeconds * 1_000,
    maxConcurrency: source.ScalingConfig.MaximumConcurrency,
    reportsItems: source.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    bisects: source.BisectBatchOnFunctionError,
    retries: source.MaximumRetryAttempts,
    maxAgeMs: source.MaximumRecordAgeInSeconds * 1_000,
    filters: source.FilterCriteria.Filters.map(({ Pattern }) => Pattern),
    deadLetters: source.DestinationConfig,
  };
}
