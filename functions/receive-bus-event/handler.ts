import * as z from 'zod';
import { onMessages, type QueueDependencies } from '../../runtime/queue/queue-messages.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import type { NamedBusRule } from '../../shared/intake/sources-in-use.ts';
import { type TakeInDependencies, takeIn } from '../../shared/intake/take-in.ts';

export type ReceiveBusEventDependencies = TakeInDependencies &
  QueueDependencies & { busRules: readonly NamedBusRule[]; telemetry: Telemetry };

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
const BusEvent = z.looseObject({ id: z.string().min(1), source: z.string(), 'detail-type': z.string() });

/** Takes in what a system put on the account's bus. The policy of the bus proves the sender. */
export function receiveBusEventHandler(deps: ReceiveBusEventDependencies) {
  return onMessages(deps, async (body) => {
    const event = BusEvent.parse(body);
    const heard = deps.busRules.find(({ rule }) => rule.source === event.source);
    if (heard === undefined)
      throw new Error(`no source of incidents hears ${event.source} ("${event['detail-type']}")`);
    const { name, rule } = heard;
    const taken = await takeIn(deps, { name, heardBy: 'receive-bus-event', read: rule.read }, event, event.id);
    // The dead-letter queue keeps it until a version that can read it sends it back.
    if ('because' in taken) throw new Error(`cannot read event ${event.id} of ${name}: ${taken.because}`);
    deps.telemetry.count(taken.outcome === 'ignored' ? `BusEventIgnored${taken.why}` : METRICS[taken.outcome]);
  });
}

const METRICS = { accepted: 'BusEventAccepted', repeated: 'BusEventRepeated' } as const;
