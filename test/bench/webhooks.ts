import { createHmac, timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { SourceName } from '../../shared/domain/ticket/source-names.ts';
import { WEBHOOK_SAMPLES } from '../support/jira/jira-webhook-samples.ts';
import { closedMessage, holdfastJsonRequest, SENDER_SITE } from '../support/systems/holdfast-json.ts';
import { INCIDENT_IO, incidentIoRequest, standardHeaders, statusUpdated } from '../support/systems/incident-io.ts';
import { PAGERDUTY, pagerDutyRequest, resolvedWebhook } from '../support/systems/pagerduty.ts';
import {
  resolvedChange,
  SERVICENOW_SITE,
  serviceNowHeaders,
  serviceNowRequest,
} from '../support/systems/servicenow.ts';
import { webhookDoor } from '../support/systems/webhook-door.ts';
import { webhookRequest } from '../support/world/stories.ts';
import { WEBHOOK_SECRET } from '../support/world/world.ts';

const PER_SECOND = 500;
const SECONDS = 20;
const IN_A_ROUND = 500;
const ROUNDS = 15;

const CONFIG = {
  incidents: {
    jira: { projects: [{ project: 'TES', issueTypes: ['Story'] }] },
    'holdfast-json': { sites: [SENDER_SITE] },
    pagerduty: PAGERDUTY,
    'incident-io': INCIDENT_IO,
    servicenow: { acme: { site: SERVICENOW_SITE, tables: { incident: {} } } },
  },
};
const now = (): string => new Date().toISOString();

/** A closure as long as a system sends it, with an identity of its own. */
const CLOSURES: Record<SourceName, (number: number) => APIGatewayProxyEventV2> = {
  jira(number) {
    const { body = '{}' } = WEBHOOK_SAMPLES.find(({ name }) => name === 'it is resolved') ?? {};
    const webhook = JSON.parse(body);
    const changed = {
      ...webhook.issue,
      id: String(number),
      fields: { ...webhook.issue.fields, statuscategorychangedate: now() },
    };
    return webhookRequest({
      ...webhook,
      timestamp: Date.now(),
      issue: changed,
      changelog: { ...webhook.changelog, id: String(number) },
    });
  },
  'holdfast-json': (number) =>
    holdfastJsonRequest(closedMessage({ id: `message-${number}`, at: now() }), { sentAt: now() }),
  pagerduty: (number) =>
    pagerDutyRequest(resolvedWebhook({ id: `P${number}`, number }, { id: `event-${number}`, occurred_at: now() })),
  'incident-io'(number) {
    const body = JSON.stringify(statusUpdated('live', 'closed', { id: `01${number}`, updated_at: now() }));
    return incidentIoRequest(body, standardHeaders(body, WEBHOOK_SECRET, now(), `msg_${number}`));
  },
  servicenow(number) {
    const body = JSON.stringify(
      resolvedChange({
        sys_id: number.toString(16).padStart(32, '0'),
        sys_updated_on: now().replace('T', ' ').replace(/\..*$/, ''),
      }),
    );
    return serviceNowRequest(body, serviceNowHeaders(body, now()));
  },
};

/** What no handler can do without: the HMAC of the same bytes, and an answer. */
async function bare({ body = '', headers }: APIGatewayProxyEventV2): Promise<{ statusCode: number }> {
  const expected = createHmac('sha256', WEBHOOK_SECRET).update(Buffer.from(body)).digest();
  const header =
    headers['x-hub-signature'] ?? headers['x-holdfast-signature'] ?? headers['x-pagerduty-signature'] ?? '';
  const given = Buffer.from(header.replace(/^.*=/, ''), 'hex');
  return { statusCode: timingSafeEqual(given, expected) ? 202 : 401 };
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const rounded = (value: number): number => Math.round(value * 100) / 100;

async function until(at: number): Promise<void> {
  const leftMs = at - performance.now();
  if (leftMs > 0) await wait(leftMs);
}

/**
 * Webhooks that arrive at fixed times, whatever became of those before. What one takes is counted from the time at which it was to arrive, so that
 * waiting for a slow one before it is part of it.
 */
async function underLoad() {
  const { receive } = webhookDoor(CONFIG, now);
  const events = Array.from({ length: PER_SECOND * SECONDS }, (_, number) =>
    CLOSURES[number % 2 === 0 ? 'jira' : 'holdfast-json'](number),
  );
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const tookMs: number[] = [];
  let others = 0;
  const begunAt = performance.now();
  const underWay: Promise<void>[] = [];
  for (const [number, event] of events.entries()) {
    const plannedAt = begunAt + (number * 1_000) / PER_SECOND;
    await until(plannedAt);
    underWay.push(
      receive(event).then(
        ({ statusCode }) => {
          tookMs.push(performance.now() - plannedAt);
          if (statusCode !== 202) others += 1;
        },
        () => {
          others += 1;
        },
      ),
    );
  }
  await Promise.all(underWay);
  delay.disable();
  const sorted = tookMs.toSorted((a, b) => a - b);
  return {
    ...{ perSecond: PER_SECOND, seconds: SECONDS, others },
    p50Ms: rounded(percentile(sorted, 0.5)),
    p99Ms: rounded(percentile(sorted, 0.99)),
    maxMs: rounded(sorted.at(-1) ?? 0),
    eventLoopP99Ms: rounded(delay.percentile(99) / 1e6),
  };
}

async function timeOf(
  handle: (event: APIGatewayProxyEventV2) => Promise<unknown>,
  events: readonly APIGatewayProxyEventV2[],
) {
  const begunAt = performance.now();
  for (const event of events) await handle(event);
  return ((performance.now() - begunAt) * 1_000) / events.length;
}

/** How many times as long the handler takes as an HMAC alone, round by round in turn, so that a busy machine slows both. */
async function besideBare(source: SourceName) {
  const rounds: { handlerUs: number; bareUs: number }[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const { receive } = webhookDoor(CONFIG, now);
    const events = Array.from({ length: IN_A_ROUND }, (_, number) => CLOSURES[source](number));
    const one = { bareUs: await timeOf(bare, events), handlerUs: await timeOf(receive, events) };
    // The first rounds warm up.
    if (round >= 0) rounds.push(one);
  }
  const median = (values: readonly number[]): number =>
    percentile(
      values.toSorted((a, b) => a - b),
      0.5,
    );
  return {
    source,
    bareUs: rounded(median(rounds.map(({ bareUs }) => bareUs))),
    handlerUs: rounded(median(rounds.map(({ handlerUs }) => handlerUs))),
    ratio: rounded(median(rounds.map(({ handlerUs, bareUs }) => handlerUs / bareUs))),
  };
}

type MeasuredWebhooks = Awaited<ReturnType<typeof measureWebhooks>>;

export function webhooksText({ load, besideBare: sources }: MeasuredWebhooks): string {
  const { perSecond, seconds, p50Ms, p99Ms, maxMs, others, eventLoopP99Ms } = load;
  return [
    `${perSecond} webhooks/s for ${seconds} s: p50 ${p50Ms} ms, p99 ${p99Ms} ms, longest ${maxMs} ms; not answered with 202: ${others}; event loop p99 ${eventLoopP99Ms} ms`,
    ...sources.map(
      ({ source, handlerUs, bareUs, ratio }) => `${source}: ${handlerUs} µs, an HMAC alone ${bareUs} µs, × ${ratio}`,
    ),
    '',
  ].join('\n');
}

/** The handler of webhooks in this process, with its table and its secrets in memory. */
export async function measureWebhooks() {
  const load = await underLoad();
  return {
    load,
    besideBare: [await besideBare('jira'), await besideBare('holdfast-json'), await besideBare('pagerduty')],
  };
}
