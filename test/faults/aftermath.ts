import type { ModelQueue } from '../../local/aws-model/queue.ts';
import { keys, PREFIX } from '../../shared/store/keys.ts';
import { SweepPass } from '../../shared/store/queues/sweep-pass.ts';
import type { Storm } from './storm.ts';

const HOUR_MS = 3_600_000;
/** A refused creation may wait for a day before it is tried again. */
const LONGEST_CALM_MS = 60 * HOUR_MS;

/**
 * After the storm: nothing goes wrong any more, people have gone home, schedules go on. Queues empty, what was set aside
 * is sent back once, as `docs/runbooks/dead-letter-queue.md` says, and what was waiting for its time is done.
 */
export async function calmDown(storm: Storm): Promise<void> {
  const { timeline, plan, trace } = storm.weather;
  await timeline.runUntil(storm.endsAt);
  plan.calm();
  trace.note('weather', 'the storm is over');
  await timeline.runUntil(timeline.nowMs() + 2 * HOUR_MS);
  redrive(storm);
  const latest = timeline.nowMs() + LONGEST_CALM_MS;
  do await timeline.runUntil(timeline.nowMs() + HOUR_MS);
  while (timeline.nowMs() < latest && isBusy(storm));
  // What the last runs began comes to its end.
  storm.stopSchedules();
  await timeline.runUntil(timeline.nowMs() + HOUR_MS / 4);
}

function isBusy({ table, cloud, weather }: Storm): boolean {
  const hasDuties = table.all().some(({ nextActionQueue }) => /^(create|reopen)#/.test(String(nextActionQueue)));
  const hasMessages = cloud.queues().some((queue) => queue.waiting().length > 0);
  const hasBacklog = table.all().some(({ pk, left }) => pk.startsWith('CURSOR#sweep-') && left !== undefined);
  // After a list the next search looks back to where it was made.
  const { at } = SweepPass.parse(table.all().find(({ pk }) => pk === keys.cursor('sweep-remediation').pk) ?? {});
  const isBehind = at !== undefined && weather.timeline.nowMs() - Date.parse(at) > 2 * HOUR_MS;
  return hasDuties || hasMessages || hasBacklog || isBehind || !cloud.stream.isDrained();
}

/** Sends every message of a dead-letter queue back to where it came from. */
function redrive(storm: Storm): void {
  const { cloud, topology, weather } = storm;
  const { trace } = weather;
  for (const queue of cloud.queues()) {
    if (isWorkQueue(queue, topology)) continue;
    for (const body of queue.drain()) {
      if (isAboutDeletedIncident(body, storm)) continue;
      trace.note(queue.id, `is redriven: ${body.slice(0, 200)}`);
      sendBack(queue.id, body, { cloud, topology });
    }
  }
}

/** Jira answers the same for what is gone and what is hidden: a person has to look, and deletes the message of what is gone. */
export function isAboutDeletedIncident(body: string, { deleted, table }: Pick<Storm, 'deleted' | 'table'>): boolean {
  const ticketId: unknown = Object(Object(Object(Object(JSON.parse(body)).detail).data).ticket).ticketId;
  const hasRecord = table.all().some(({ pk }) => pk.startsWith(PREFIX.ticket) && pk.endsWith(`#${String(ticketId)}`));
  return typeof ticketId === 'string' && deleted.has(ticketId) && !hasRecord;
}

function sendBack(deadLetters: string, body: string, { cloud, topology }: Pick<Storm, 'cloud' | 'topology'>): void {
  const source = topology.queues.find(({ redrive: to }) => to?.to === deadLetters);
  if (source !== undefined) cloud.queueOf(source.id).send(body);
  else if (topology.sources.some(({ isStream, deadLetters: of }) => isStream && of === deadLetters)) {
    cloud.callLater(cloud.streamSource.to, { Records: cloud.stream.recordsOf(body) });
  } else if (topology.rules.some(({ targets }) => targets.some((one) => one.deadLetters === deadLetters)))
    cloud.announce(body);
  // What is left is a run of a schedule: the next run does the same work.
}

export function isWorkQueue({ id }: ModelQueue, { sources }: Storm['topology']): boolean {
  return sources.some(({ from }) => from === id);
}
