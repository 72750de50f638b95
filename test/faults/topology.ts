import { basename, join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { HoldfastStack } from '../../infra/holdfast-stack.ts';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { type Resource, referencesIn, resourcesOf } from '../unit/infra/synthesized.ts';

/** What leads from where to where, as CloudFormation would deploy it. Ids are the template's logical ids. */
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
      pattern: z.unknown(),
      targets: z.array(z.object({ to: z.string(), deadLetters: z.string().optional() })),
    }),
  ),
  sources: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      isStream: z.boolean(),
      batchSize: z.number(),
      maxConcurrency: z.number(),
      reportsItems: z.boolean(),
      bisects: z.boolean(),
      retries: z.number(),
      maxAgeMs: z.number(),
      filters: z.array(z.unknown()),
      deadLetters: z.string().optional(),
    }),
  ),
  schedules: z.array(
    z.object({
      id: z.string(),
      expression: z.string(),
      to: z.string(),
      retries: z.number(),
      deadLetters: z.string().optional(),
    }),
  ),
  /** What happens to an asynchronous call that fails. */
  afterFailure: z.array(z.object({ of: z.string(), retries: z.number(), deadLetters: z.string().optional() })),
  routes: z.array(z.object({ key: z.string(), to: z.string() })),
});
export type Topology = z.infer<typeof Topology>;

/** Reads the topology from the synthesized stack. Takes a few seconds: once for each process. */
export function readTopology(config: HoldfastConfig): Topology {
  // With the asset's path in the metadata a function of the template names its folder.
  const app = new App({
    context: { 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:disable-asset-staging': true },
  });
  const folderOf = (name: string): string => join(import.meta.dirname, '../../functions', name);
  const stack = new HoldfastStack(app, 'Holdfast', {
    config,
    bundles: { folderOf, metafile: { inputs: {}, outputs: {} } },
    keepsArchive: true,
  });
  const template = Template.fromStack(stack);
  const integrations = new Map(
    resourcesOf(template, 'AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [
      id,
      target(Properties.IntegrationUri),
    ]),
  );
  return Topology.parse({
    functions: Object.entries(template.findResources('AWS::Lambda::Function')).map(functionOf),
    queues: resourcesOf(template, 'AWS::SQS::Queue').map(queueOf),
    rules: resourcesOf(template, 'AWS::Events::Rule').map(ruleOf),
    sources: resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(sourceOf),
    schedules: resourcesOf(template, 'AWS::Scheduler::Schedule').map(scheduleOf),
    afterFailure: resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').map(([, { Properties }]) => ({
      of: target(Properties.FunctionName),
      retries: Properties.MaximumRetryAttempts,
      deadLetters: target(Object(Properties.DestinationConfig).OnFailure),
    })),
    routes: resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => ({
      key: Properties.RouteKey,
      to: integrations.get(target(Properties.Target) ?? ''),
    })),
  });
}

type Entry = [id: string, resource: Resource];

const LambdaFunction = z.object({
  Properties: z.object({ Timeout: z.number() }),
  Metadata: z.object({ 'aws:asset:path': z.string() }),
});

function functionOf([id, resource]: [id: string, resource: unknown]) {
  const { Properties, Metadata } = LambdaFunction.parse(resource);
  return { id, name: basename(Metadata['aws:asset:path']), timeoutMs: Properties.Timeout * 1_000 };
}

function queueOf([id, { Properties }]: Entry) {
  const redrive = Properties.RedrivePolicy === undefined ? undefined : Object(Properties.RedrivePolicy);
  return {
    id,
    visibilityMs: Number(Properties.VisibilityTimeout ?? 30) * 1_000,
    ...(redrive === undefined
      ? {}
      : { redrive: { to: target(redrive.deadLetterTargetArn), after: Number(redrive.maxReceiveCount) } }),
  };
}

const RuleTargets = z.array(z.object({ Arn: z.unknown(), DeadLetterConfig: z.unknown().optional() }));

function ruleOf([id, { Properties }]: Entry) {
  const targets = RuleTargets.parse(Properties.Targets).map(({ Arn, DeadLetterConfig }) => ({
    to: target(Arn),
    deadLetters: target(DeadLetterConfig),
  }));
  return { id, pattern: Properties.EventPattern, targets };
}

function sourceOf([, { Properties }]: Entry) {
  const { Filters = [] } = z
    .object({ Filters: z.array(z.object({ Pattern: z.string() })).optional() })
    .parse(Properties.FilterCriteria ?? {});
  return {
    from: target(Properties.EventSourceArn),
    to: target(Properties.FunctionName),
    isStream: JSON.stringify(Properties.EventSourceArn).includes('StreamArn'),
    batchSize: Properties.BatchSize ?? 10,
    maxConcurrency: Object(Properties.ScalingConfig).MaximumConcurrency ?? 10,
    reportsItems: JSON.stringify(Properties.FunctionResponseTypes ?? []).includes('ReportBatchItemFailures'),
    bisects: Properties.BisectBatchOnFunctionError === true,
    retries: Properties.MaximumRetryAttempts ?? Number.MAX_SAFE_INTEGER,
    maxAgeMs: Number(Properties.MaximumRecordAgeInSeconds ?? 86_400) * 1_000,
    filters: Filters.map(({ Pattern }): unknown => JSON.parse(Pattern)),
    deadLetters: target(Object(Properties.DestinationConfig).OnFailure),
  };
}

function scheduleOf([id, { Properties }]: Entry) {
  const to = Object(Properties.Target);
  return {
    id,
    expression: Properties.ScheduleExpression,
    to: target(to.Arn),
    retries: Object(to.RetryPolicy).MaximumRetryAttempts ?? 185,
    deadLetters: target(to.DeadLetterConfig),
  };
}

const target = (value: unknown): string | undefined => referencesIn(value)[0];
