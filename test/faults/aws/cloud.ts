import * as z from 'zod';
import type { BusEntry } from '../../../functions/publish-events/handler.ts';
import { consumeQueue, sqsEvent } from '../../../local/aws-model/consume-queue.ts';
import { matches } from '../../../local/aws-model/event-pattern.ts';
import type { ModelQueue } from '../../../local/aws-model/queue.ts';
import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import type { TableWrite } from '../table/memory-table.ts';
import { type FunctionSurroundings, type InvocationOutcome, invoke, type Weather } from './invocation.ts';
import { stormyQueue } from './queue.ts';
import { createStream } from './stream.ts';

export type LambdaContext = { awsRequestId: string; getRemainingTimeInMillis: () => number };
/** A function, made anew for each of its runs: what it reaches, it reaches through its surroundings. */
export type SimulatedFunction = (
  surroundings: FunctionSurroundings,
) => (event: unknown, context: LambdaContext) => Promise<unknown>;

export type Cloud = ReturnType<typeof createCloud>;
type Owed = { readonly eventId: string; readonly type: string; readonly to: string; readonly body: string };

const Detail = z.object({ metadata: z.object({ id: z.string() }) });

/** How long the bus takes to reach a target. */
const BUS_DELAY_MS = 1_500;

/** AWS as the template lays it out: functions, queues, the bus, the stream, asynchronous calls. */
export function createCloud(
  topology: Topology,
  weather: Weather & { inAHurry: (name: string, remainingMs: number, timeoutMs: number) => number },
  codeOf: (name: string) => SimulatedFunction,
) {
  const { timeline, random, plan, trace, inAHurry } = weather;
  const functions = new Map(topology.functions.map((one) => [one.id, one]));
  const queues = new Map<string, ModelQueue>(
    topology.queues.map((one) => [one.id, stormyQueue(one, queueOf, weather)]),
  );
  const published = new Map<string, string>();
  const owed: Owed[] = [];
  const announcements: string[] = [];
  let runs = 0;

  function queueOf(id: string): ModelQueue {
    const queue = queues.get(id);
    if (queue === undefined) throw new Error(`the template has no queue ${id}`);
    return queue;
  }

  /** Runs a function with an event. */
  function call(
    id: string,
    event: unknown,
    done: (outcome: InvocationOutcome) => void,
    how: { requestId?: string; isSpared?: boolean } = {},
  ): void {
    const { name, timeoutMs } = functionOf(id);
    runs += 1;
    if (name === 'record-signal' && plan.isDown('intake')) {
      timeline.after(1, () => done({ error: new Error('the function cannot be reached') }));
      return;
    }
    const run = { id: `${name} #${runs}`, timeoutMs, isSpared: how.isSpared === true };
    const awsRequestId = how.requestId ?? `request-${runs}`;
    const work = (surroundings: FunctionSurroundings) =>
      codeOf(name)(surroundings)(event, {
        awsRequestId,
        getRemainingTimeInMillis: () => inAHurry(name, surroundings.remainingMs(), timeoutMs),
      });
    invoke(weather, run, work, (outcome) => {
      if ('error' in outcome) trace.note(run.id, `fails: ${String(outcome.error).slice(0, 300)}`);
      done(outcome);
    });
  }

  function functionOf(id: string) {
    const found = functions.get(id);
    if (found === undefined) throw new Error(`the template has no function ${id}`);
    return found;
  }

  /** Lambda's own queue of asynchronous calls: two more tries by default, one and two minutes later. */
  function callLater(id: string, event: unknown, attempt = 0, requestId = `async-${runs}`): void {
    const { retries, deadLetters } = topology.afterFailure.find(({ of }) => of === id) ?? { retries: 2 };
    call(
      id,
      event,
      (outcome) => {
        if ('value' in outcome) return;
        if (attempt < retries)
          timeline.after((attempt + 1) * 60_000, () => callLater(id, event, attempt + 1, requestId));
        else setAside(deadLetters, JSON.stringify({ requestContext: { functionArn: id }, requestPayload: event }), id);
      },
      { requestId },
    );
  }

  function setAside(deadLetters: string | undefined, body: string, from: string): void {
    trace.note(from, 'gives up', deadLetters === undefined ? 'lost' : `set aside in ${deadLetters}`);
    if (deadLetters !== undefined) queueOf(deadLetters).send(body);
  }

  function deliver(rule: Topology['rules'][number], eventId: string, type: string, body: string): void {
    for (const { to, deadLetters } of rule.targets) {
      owed.push({ eventId, type, to, body });
      const copies = plan.strikes('delivered twice') ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        timeline.after(random.mostlyShort(BUS_DELAY_MS), () => {
          if (plan.strikes('not deliverable')) setAside(deadLetters, body, rule.id);
          else if (queues.has(to)) queueOf(to).send(body);
          else announcements.push(body);
        });
      }
    }
  }

  const streamSource = topology.sources.find(({ isStream }) => isStream);
  if (streamSource === undefined) throw new Error('no function reads the stream of the table');
  const stream = createStream(
    streamSource,
    streamSource.deadLetters === undefined ? undefined : queueOf(streamSource.deadLetters),
    weather,
    (event, done) => call(streamSource.to, event, done),
  );
  for (const source of topology.sources.filter(({ isStream }) => !isStream)) {
    consumeQueue(queueOf(source.from), source, (batch, done) => call(source.to, sqsEvent(source.from, batch), done));
  }

  return {
    call,
    callLater,
    queueOf,
    stream,
    streamSource,
    queues: (): readonly ModelQueue[] => [...queues.values()],
    /** Bodies of the events on the bus, by the event's id. */
    published: (): ReadonlyMap<string, string> => published,
    owed: (): readonly Owed[] => owed,
    /** Hands an event to a target that is no queue: the topic of the reports. */
    announce: (body: string): void => void announcements.push(body),
    hasAnnounced: (body: string): boolean => announcements.includes(body),
    onWrite: (write: TableWrite): void => stream.write(write),
    setAside,

    /** PutEvents: each entry is taken, or not. */
    put(entries: readonly BusEntry[]): boolean[] {
      return entries.map(({ source, detailType, detail, time }) => {
        if (plan.strikes('entries partly taken')) return false;
        const event = {
          version: '0',
          id: `bus-${published.size}`,
          'detail-type': detailType,
          source,
          time: time.toISOString(),
          detail: z.unknown().parse(JSON.parse(detail)),
        };
        const { metadata } = Detail.parse(event.detail);
        const body = JSON.stringify(event);
        published.set(metadata.id, body);
        for (const rule of topology.rules)
          if (matches(rule.pattern, event)) deliver(rule, metadata.id, detailType, body);
        return true;
      });
    },
  };
}
