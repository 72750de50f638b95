import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import type { Cloud } from './cloud.ts';
import type { Weather } from './invocation.ts';

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * EventBridge Scheduler: starts a function again and again, hands over, and never learns what came of it.
 *
 * @returns stops them all
 */
export function startSchedules(topology: Topology, cloud: Cloud, { timeline, random, plan }: Weather): () => void {
  let isStopped = false;
  for (const { id, expression, to, input = {}, deadLetters } of topology.schedules) {
    const intervalMs = intervalOf(expression);
    const start = (): void => {
      if (isStopped) return;
      timeline.after(intervalMs, start);
      const payload = scheduledFor(input, timeline.now());
      if (plan.strikes('not deliverable')) cloud.setAside(deadLetters, JSON.stringify({ schedule: id }), id);
      else cloud.callLater(to, payload);
      if (plan.strikes('delivered twice')) timeline.after(random.integer(0, 5_000), () => cloud.callLater(to, payload));
    };
    timeline.after(random.integer(0, intervalMs), start);
  }
  return () => {
    isStopped = true;
  };
}

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
const scheduledFor = (input: unknown, at: string): unknown =>
  JSON.parse(JSON.stringify(input).replaceAll('<aws.scheduler.scheduled-time>', at.replace(/\.\d+Z$/, 'Z')));

function intervalOf(expression: string): number {
  const [, value, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (value === undefined || (unit !== 'minute' && unit !== 'hour' && unit !== 'day')) {
    throw new Error(`the simulation knows rates only, not ${expression}`);
  }
  return Number(value) * UNIT_MS[unit];
}
