import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { EventPattern, matches } from '../aws-model/event-pattern.ts';
import { type StackTemplate, Text } from '../aws-model/stack-template.ts';

const Rule = z.object({ EventPattern, Targets: z.array(z.object({ Arn: Text })) });

/** An entry of `PutEvents`, with the time as the SDK sends it: seconds. */
export const BusEntry = z.object({
  Source: z.string(),
  DetailType: z.string(),
  Detail: z.string().transform((text): unknown => JSON.parse(text)),
  Time: z.number(),
});
export type BusEntry = z.infer<typeof BusEntry>;

/**
 * The bus with the rules of the stack.
 *
 * A rule's target is a queue, or a topic, to which nobody has subscribed here.
 *
 * @param send puts a message into a queue
 * @returns puts an event on the bus, and gives it an id
 */
export function eventBus(template: StackTemplate, send: (queue: string, body: string) => void) {
  const rules = [...template.resources('AWS::Events::Rule', Rule).values()].map(
    ({ EventPattern: pattern, Targets }) => ({
      pattern,
      queues: Targets.map(({ Arn }) => Arn).filter((target) => template.typeOf(target) === 'AWS::SQS::Queue'),
    }),
  );
  return ({ Source, DetailType, Detail, Time }: BusEntry): string => {
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
    const queues = rules.filter(({ pattern }) => matches(pattern, event)).flatMap((rule) => rule.queues);
    for (const queue of queues) send(queue, JSON.stringify(event));
    return event.id;
  };
}
