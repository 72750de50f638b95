import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { matches } from '../aws-model/event-pattern.ts';
import type { Topology } from '../aws-model/stack-topology.ts';

/** An entry of `PutEvents`, with the time as the SDK sends it: seconds. */
export const PutEventsEntry = z.object({
  Source: z.string(),
  DetailType: z.string(),
  Detail: z.string().transform((text): unknown => JSON.parse(text)),
  Time: z.number(),
});
export type PutEventsEntry = z.infer<typeof PutEventsEntry>;

/**
 * The bus with the rules of the stack.
 *
 * A rule's target is a queue, or a topic, to which nobody has subscribed here.
 *
 * @param send puts a message into a queue
 * @returns puts an event on the bus, and gives it an id
 */
export function eventBus(topology: Topology, send: (queue: string, body: string) => void) {
  const queues = new Set(topology.queues.map(({ id }) => id));
  return ({ Source, DetailType, Detail, Time }: PutEventsEntry): string => {
    const event = {
      version: '0',
      id: randomUUID(),
      'detail-type': DetailType,
      source: Source,
      account: '000000000000',
      time: new Date(Time * 1_000).toISOString(),
      region: 'eu-central-1',
      resources: [],
      detail: Detail,
    };
    const targets = topology.rules.filter(({ pattern }) => matches(pattern, event)).flatMap((rule) => rule.targets);
    for (const { to } of targets) if (queues.has(to)) send(to, JSON.stringify(event));
    return event.id;
  };
}
