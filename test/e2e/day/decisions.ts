import type { ApiClient } from '../../../local/api-client.ts';
import type { LocalStack } from '../../../local/local-stack.ts';
import { remediationEtag } from '../../../shared/api/http/etags.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { Draw, Tally } from './draw.ts';
import { speak } from './evidence.ts';
import type { TicketsOfDay } from './tickets-of-day.ts';

const DAY_MS = 86_400_000;
const MOST_CANCELLED = 3;

type Deciding = {
  stack: Pick<LocalStack, 'simulation'>;
  approvers: readonly ApiClient[];
  scanner: ApiClient;
  tickets: TicketsOfDay;
  draw: Draw;
  decisions: Tally;
};

/** On our side meanwhile: evidence comes in, risks are accepted for moments and beyond the due date, a few fixes are cancelled. */
export function decideMeanwhile({ stack, approvers, scanner, tickets, draw, decisions }: Deciding) {
  const decide = async (what: string, fix: Remediation, path: string, body: object): Promise<void> => {
    const where = `/post-mortems/${fix.postMortemId}/remediations/${fix.id}/${path}`;
    const answer = await draw.pick(approvers).call('POST', where, body, { 'if-match': remediationEtag(fix) });
    if (answer.status >= 500) throw new Error(`${where} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    // What the rules refuse, such as a third acceptance by the same person, decides nothing.
    decisions.count(answer.status < 300 ? what : `${what}, refused`);
  };
  const acceptUntil = (what: string, fix: Remediation, untilMs: number): Promise<void> =>
    decide(what, fix, 'risk-acceptance', {
      until: new Date(untilMs).toISOString(),
      reason: 'The fix waits for the vendor.',
      compensatingControl: 'Mails are checked by hand.',
    });

  return async function decideOnce(): Promise<void> {
    const fixes = (await tickets.fixes()).filter(({ state }) => state !== 'cancelled');
    const fix = draw.pick(fixes);
    const isEnough = decisions.of('cancelled') >= MOST_CANCELLED;
    const claimed = fixes.filter(({ state }) => state === 'claimed' || state === 'verifying' || state === 'verified');
    switch (
      draw.weighted({ evidence: 10, 'accepted for a moment': 2, 'accepted beyond the due date': 2, cancelled: 0.5 })
    ) {
      case 'evidence': {
        const outcome = await speak(stack, scanner, claimed.length > 0 ? draw.pick(claimed) : fix, draw);
        return decisions.count(`evidence that says ${outcome}`);
      }
      case 'accepted for a moment':
        return acceptUntil('accepted for a moment', fix, Date.now() + draw.integer(3, 15) * 1_000);
      case 'accepted beyond the due date':
        return acceptUntil('accepted beyond the due date', fix, Date.parse(fix.dueAt) + draw.integer(5, 20) * DAY_MS);
      case 'cancelled':
        return isEnough ? undefined : decide('cancelled', fix, 'cancel', { reason: 'The system was switched off.' });
    }
  };
}
