import * as z from 'zod';
import { type RecordedEvent, recorded } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { parseJson } from '../domain/words/well-formed.ts';
import { readJiraWebhook, type WebhookMeaning } from './jira/webhook.ts';

export type TakeInDependencies = {
  config: Pick<HoldfastConfig, 'incidents' | 'jira'>;
  /** Keeps a delivery and puts its event in the outbox; false when this delivery came before. */
  accept: (delivery: { source: string; id: string; event: RecordedEvent }) => Promise<boolean>;
  now: () => string;
  newId: () => string;
};

export type TakenIn =
  | { outcome: 'accepted' }
  | { outcome: 'repeated' }
  | { outcome: 'ignored'; why: Extract<WebhookMeaning, { ignored: string }>['ignored'] }
  | { outcome: 'malformed'; because: string };

/**
 * Reads a webhook whose sender is proven, and keeps what it means: seen and published in one write.
 *
 * @param deliveryId the same for every repetition of this delivery
 */
export async function takeInWebhook(deps: TakeInDependencies, body: string, deliveryId: string): Promise<TakenIn> {
  const meaning = understood(() => readJiraWebhook(parseJson(body), deps.config));
  if ('malformed' in meaning) return { outcome: 'malformed', because: meaning.malformed };
  if ('ignored' in meaning) return { outcome: 'ignored', why: meaning.ignored };
  const actor = { kind: 'system' as const, id: 'receive-webhook' };
  const cause = { actor, correlationId: `jira:${deliveryId}`, hops: 0 };
  const event = recorded(meaning.event, 'holdfast.jira', cause, deps);
  const isNew = await deps.accept({ source: 'jira', id: deliveryId, event });
  return { outcome: isNew ? 'accepted' : 'repeated' };
}

function understood<Meaning>(read: () => Meaning): Meaning | { malformed: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError) return { malformed: 'the body is not JSON' };
    if (error instanceof z.ZodError) {
      return { malformed: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
    }
    throw error;
  }
}
