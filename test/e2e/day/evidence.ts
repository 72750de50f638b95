import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../../local/api-client.ts';
import { MAIL_TEST, SIMULATION } from '../../../local/demo/demo-settings.ts';
import type { LocalStack } from '../../../local/local-stack.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { Draw } from './draw.ts';

/** What a plan asks for: a subject of its own, and one of two sources, of which one can be asked. */
export const evidenceOf = (number: number) => ({
  subject: { type: 'control', id: `gap-${number + 1}` },
  sources: [number % 3 === 2 ? MAIL_TEST : SIMULATION],
});

/** A source says of a fix that it holds or that it does not, and says the same from then on when it is asked. */
export async function speak(
  { simulation }: Pick<LocalStack, 'simulation'>,
  scanner: ApiClient,
  fix: Remediation,
  draw: Draw,
): Promise<'pass' | 'fail'> {
  const outcome = draw.chance(0.5) ? 'pass' : 'fail';
  for (const check of fix.checks) {
    if (check.kind !== 'signal') continue;
    const { subject, sources = [] } = check;
    const detail = outcome === 'pass' ? '20 of 20 mails quarantined' : '3 of 20 mails came through';
    simulation.finds(subject.id, { outcome, detail });
    const observedAt = new Date().toISOString();
    await scanner.post('/signals', {
      id: randomUUID(),
      subject,
      outcome,
      detail,
      observedAt,
      source: draw.pick(sources),
    });
  }
  return outcome;
}
