import type { Cause } from '../shared/domain/events/recorded-event.ts';
import type { FunctionName } from './function-names.ts';

/** The cause of what a function does by itself: no event before it, and a chain of its own. */
export function systemCause(worker: FunctionName, correlationId: string): Cause {
  return { actor: { kind: 'system', id: worker }, correlationId, hops: 0 };
}
