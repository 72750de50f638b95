import { CommandFailure } from '../failure.ts';

/**
 * A dead-letter queue, and the way back for what lies in it.
 *
 * - `worker`: events that a worker could not handle. They go to its queue again.
 * - `schedule`: runs that failed. The function runs once more; it does all the work that is due.
 * - `rule`: events that a rule could not deliver. They go on the bus again.
 * - `stream`: where in the stream events are that did not reach the bus. A person has to look.
 */
export type DeadLetterQueue = { name: string; url: string } & (
  | { way: 'worker'; workQueueUrl: string }
  | { way: 'schedule'; functionName: string }
  | { way: 'rule' }
  | { way: 'stream' }
);

const SUFFIX = 'DeadLetterQueueUrl';
/** The one queue that a stream fills: `infra/capabilities/event-backbone.ts`. */
const OF_THE_STREAM = 'PublishEvents';

/** The dead-letter queues that a stack names in its outputs, by name. */
export function deadLetterQueues(outputs: ReadonlyMap<string, string>): DeadLetterQueue[] {
  return [...outputs]
    .filter(([output]) => output.endsWith(SUFFIX))
    .map(([output, url]) => ({ url, base: output.slice(0, -SUFFIX.length) }))
    .map(({ base, url }): DeadLetterQueue => {
      const known = { name: kebabCase(base), url };
      const workQueueUrl = outputs.get(`${base}QueueUrl`);
      if (workQueueUrl !== undefined) return { ...known, way: 'worker', workQueueUrl };
      if (base === OF_THE_STREAM) return { ...known, way: 'stream' };
      const functionName = outputs.get(`${base}FunctionName`);
      return functionName === undefined ? { ...known, way: 'rule' } : { ...known, way: 'schedule', functionName };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** @throws CommandFailure that names those that there are */
export function queueNamed(queues: readonly DeadLetterQueue[], name: string): DeadLetterQueue {
  const found = queues.find((queue) => queue.name === name);
  if (found !== undefined) return found;
  const names = queues.map((queue) => queue.name).join(', ');
  throw new CommandFailure(`there is no dead-letter queue ${name}`, `there are: ${names}`);
}

const kebabCase = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
