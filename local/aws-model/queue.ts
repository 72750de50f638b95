export type QueueMessage = { readonly messageId: string; readonly body: string; receives: number; visibleAt: number };

export type QueueSettings = {
  id: string;
  /** How long a message that was handed out stays hidden. */
  visibilityMs: number;
  /** After so many receives a message is set aside; never without it. */
  attemptLimit: number | undefined;
};

/** Surroundings of a queue: the time, and how much of what SQS allows itself it does. */
export type QueueConduct = {
  nowMs: () => number;
  at: (ms: number, callback: () => void) => void;
  /** How long a message is on its way. */
  delayMs: () => number;
  /** Decides for each message that was sent if it comes twice: SQS promises at least once. */
  isRepeated: () => boolean;
  /** In which order visible messages are handed out: SQS promises none. */
  order: (messages: readonly QueueMessage[]) => readonly QueueMessage[];
  /** How long a message really stays hidden. */
  hiddenMs: (visibilityMs: number) => number;
};

export type ModelQueue = ReturnType<typeof createQueue>;

/**
 * A standard queue of SQS: at least once, in any order. A message that was received stays hidden for a while, and comes
 * again unless it was removed; after too many receives it is set aside.
 */
export function createQueue(
  { id, visibilityMs, attemptLimit }: QueueSettings,
  conduct: QueueConduct,
  setAside: (message: QueueMessage) => void,
) {
  let messages: QueueMessage[] = [];
  const finished = new Set<string>();
  let sent = 0;
  let wake = (): void => {};

  function hide(message: QueueMessage, delayMs: number): void {
    message.visibleAt = conduct.nowMs() + delayMs;
    if (delayMs !== Number.POSITIVE_INFINITY) conduct.at(message.visibleAt, () => wake());
  }

  function add(messageId: string, body: string): void {
    const message = { messageId, body, receives: 0, visibleAt: 0 };
    messages.push(message);
    hide(message, conduct.delayMs());
  }

  return {
    id,
    send(body: string): void {
      sent += 1;
      const messageId = `${id}-${sent}`;
      add(messageId, body);
      if (conduct.isRepeated()) add(messageId, body);
    },

    /** Takes who is to be told when a message may be visible. */
    onVisible(consumer: () => void): void {
      wake = consumer;
    },

    receive(limit: number): QueueMessage[] {
      const now = conduct.nowMs();
      const visible = conduct.order(messages.filter(({ visibleAt }) => visibleAt <= now)).slice(0, limit);
      const taken: QueueMessage[] = [];
      for (const message of visible) {
        message.receives += 1;
        if (attemptLimit !== undefined && message.receives > attemptLimit) {
          messages = messages.filter((one) => one !== message);
          setAside(message);
          continue;
        }
        hide(message, conduct.hiddenMs(visibilityMs));
        taken.push(message);
      }
      return taken;
    },

    /** Number of messages that may be handed out now. */
    visible: (): number => messages.filter(({ visibleAt }) => visibleAt <= conduct.nowMs()).length,

    /** Calls back after that time. */
    later: (delayMs: number, callback: () => void): void => conduct.at(conduct.nowMs() + delayMs, callback),

    remove(message: QueueMessage): void {
      messages = messages.filter((one) => one !== message);
      finished.add(message.body);
    },

    /** Shows a message again after that time, whatever was said when it was handed out. */
    showAfter: hide,

    /** Takes everything out, as a redrive does. */
    drain(): string[] {
      const bodies = messages.map(({ body }) => body);
      messages = [];
      return bodies;
    },

    waiting: (): readonly QueueMessage[] => messages,
    hasFinished: (body: string): boolean => finished.has(body),
  };
}
