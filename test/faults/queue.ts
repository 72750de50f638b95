import type { Weather } from './invocation.ts';
import type { Topology } from './topology.ts';

export type Message = { readonly id: string; readonly body: string; receives: number; visibleAt: number };

export type Queue = ReturnType<typeof createQueue>;

/** The longest that SQS keeps a message back when all is well, and when it is late. */
const DELAY_MS = 2_000;
const LATE_MS = 1_200_000;

/**
 * A standard queue of SQS: at least once, in any order. A message that was received stays hidden for a while, and comes
 * again unless it was removed; after too many receives it goes to the dead-letter queue.
 */
export function createQueue(
  { id, visibilityMs, redrive }: Topology['queues'][number],
  queueOf: (id: string) => Queue,
  { timeline, random, plan, trace }: Weather,
) {
  let messages: Message[] = [];
  const finished = new Set<string>();
  let sent = 0;
  let wake = (): void => {};

  function show(message: Message, delayMs: number): void {
    message.visibleAt = timeline.nowMs() + delayMs;
    timeline.at(message.visibleAt, () => wake());
  }

  function add(messageId: string, body: string): void {
    const message = { id: messageId, body, receives: 0, visibleAt: 0 };
    messages.push(message);
    show(message, plan.strikes('delivered late') ? random.integer(0, LATE_MS) : random.mostlyShort(DELAY_MS));
  }

  return {
    id,
    send(body: string): void {
      sent += 1;
      const messageId = `${id}-${sent}`;
      add(messageId, body);
      if (plan.strikes('delivered twice')) add(messageId, body);
    },

    /** Whom to tell when a message may be visible. */
    onVisible(consumer: () => void): void {
      wake = consumer;
    },

    receive(limit: number): Message[] {
      const now = timeline.nowMs();
      const visible = random.shuffled(messages.filter(({ visibleAt }) => visibleAt <= now)).slice(0, limit);
      const taken: Message[] = [];
      for (const message of visible) {
        message.receives += 1;
        if (redrive !== undefined && message.receives > redrive.after) {
          trace.note(id, `sets ${message.id} aside after ${redrive.after} receives: ${message.body.slice(0, 400)}`);
          messages = messages.filter((one) => one !== message);
          queueOf(redrive.to).send(message.body);
          continue;
        }
        // Sometimes SQS hands a message out although it is hidden.
        show(message, plan.strikes('delivered twice') ? random.integer(0, 60_000) : visibilityMs);
        taken.push(message);
      }
      return taken;
    },

    remove(message: Message): void {
      messages = messages.filter((one) => one !== message);
      finished.add(message.body);
    },

    /** Takes everything out, as a redrive does. */
    drain(): string[] {
      const bodies = messages.map(({ body }) => body);
      messages = [];
      return bodies;
    },

    waiting: (): readonly Message[] => messages,
    hasFinished: (body: string): boolean => finished.has(body),
  };
}
