import { BUS_WORKERS, type BusWorker, HEARD_BY } from '../../../runtime/queue/heard-by.ts';
import type { EventType } from '../../../shared/domain/events/events.ts';
import { isAboutDeletedIncident, isWorkQueue } from '../aftermath.ts';
import type { Remains } from './remains.ts';
import type { Violation } from './violation.ts';

export function noEventIsLostBetweenTableAndBus({ outbox, storm }: Remains): Violation[] {
  const published = storm.cloud.published();
  return outbox
    .filter(({ id }) => !published.has(id))
    .map(({ id, type, correlationId }) => ({
      promise: 'no event is lost between table and bus',
      because: `“${type}” ${id} (${correlationId}) never came to the bus`,
      about: ['put events', 'stream', correlationId],
    }));
}

export function everyEventIsWorkedOff({ storm }: Remains): Violation[] {
  const { cloud, topology } = storm;
  const queues = new Set(topology.queues.map(({ id }) => id));
  return cloud
    .owed()
    .filter(({ to, body }) => (queues.has(to) ? !cloud.queueOf(to).hasFinished(body) : !cloud.hasAnnounced(body)))
    .filter(({ body }) => !isAboutDeletedIncident(body, storm))
    .map(({ eventId, type, to }) => ({
      promise: 'every event is worked off by every target of its rules',
      because: `“${type}” ${eventId} was never done at ${to}`,
      about: [to, type],
    }));
}

/** Sweeps make up for a rule that is missing, so slowly that nobody would notice: hence this. */
const isHeardBy = (name: BusWorker, type: EventType): boolean => HEARD_BY[name].some((one) => one === type);

export function everyEventReachesItsWorker({ outbox, storm: { cloud, topology } }: Remains): Violation[] {
  const owes = outbox.flatMap(({ id, type }) =>
    BUS_WORKERS.filter((name) => isHeardBy(name, type)).map((name) => ({ id, type, name })),
  );
  return owes.flatMap(({ id, type, name }) => {
    const worker = topology.functions.find((one) => one.name === name);
    if (worker === undefined) return [];
    const sources = topology.sources.filter(({ to }) => to === worker.id).map(({ from }) => from);
    if (cloud.owed().some(({ eventId, to }) => eventId === id && sources.includes(to))) return [];
    return [
      {
        promise: 'every event reaches the function that waits for it',
        because: `no rule led “${type}” ${id} to ${name}`,
        about: [type],
      },
    ];
  });
}

export function aWebhookIsAcceptedOnce({ outbox }: Remains): Violation[] {
  const times = Map.groupBy(
    outbox.filter(({ source }) => source === 'holdfast.jira'),
    ({ correlationId }) => correlationId,
  );
  return [...times]
    .filter(([id, events]) => id.startsWith('jira:') && events.length > 1)
    .map(([id, events]) => ({
      promise: 'a webhook is accepted once, however often it comes',
      because: `${id} is in the outbox ${events.length} times`,
      about: [id.replace('jira:', '')],
    }));
}

export function deadLetterQueuesAreEmpty({ storm: { cloud, topology } }: Remains): Violation[] {
  return cloud
    .queues()
    .filter((queue) => queue.waiting().length > 0)
    .map((queue) => ({
      promise: isWorkQueue(queue, topology) ? 'queues drain' : 'nothing stays in a dead-letter queue after one redrive',
      because: `${queue.id} holds ${queue.waiting().length}, the first: ${queue.waiting()[0]?.body.slice(0, 300)}`,
      about: [queue.id.replace(/(DeadLetters|Queue|Undelivered)?[0-9A-F]{8}$/, '')],
    }));
}
