import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import type { Decision } from './decisions-still-open.ts';
import { reasonTooShort } from './reason-too-short.ts';
import { riskBody, whatRiskLacks } from './risk-fields.tsx';

/** What a choice lacks before it can be sent. */
export const whatDecisionLacks = (one: Decision): string | undefined =>
  one.is === 'put off' ? whatRiskLacks(one.risk) : reasonTooShort(one.reason) === undefined ? undefined : 'Say why.';

/** Sends one choice about a recommendation, as it was read. */
export async function sendDecision(record: Schemas['Record'], part: string, decision: Decision): Promise<void> {
  const params = {
    path: { id: record.id, part },
    header: { 'If-Match': record.etags.parts[part] ?? `"${record.revision}"` },
  };
  if (decision.is === 'decline') {
    const body = { reason: decision.reason.trim() };
    got(await api.POST('/post-mortems/{id}/recommendations/{part}/decline', { params, body }));
  } else {
    got(
      await api.POST('/post-mortems/{id}/recommendations/{part}/accept-risk', {
        params,
        body: riskBody(decision.risk),
      }),
    );
  }
}
