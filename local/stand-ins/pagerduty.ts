import { type HttpAnswer, type HttpRequest, loopbackServer } from '../in-process/loopback-server.ts';
import { createPagerDutyAccount, type PagerDutyAccountOptions } from './pagerduty-account.ts';
import { answerPagerDuty } from './pagerduty-api.ts';
import { pagerDutyWebhooks } from './pagerduty-webhooks.ts';

/** What goes wrong with the next request of the API. `late`: it is answered after `latenessMs`. */
export type StandInFault = '429' | '500' | 'reset' | 'HTML' | 'late';

export type PagerDutyOptions = PagerDutyAccountOptions & {
  readonly apiToken: string;
  /** Secrets that deliveries are signed with: several while one is being changed. */
  readonly secrets: readonly string[];
  /** Posts a delivery. @returns the status of the answer */
  readonly deliver: (body: string, headers: Readonly<Record<string, string>>) => Promise<number>;
  readonly latenessMs?: number;
};

/**
 * An account of PagerDuty in this process: it keeps the contract of its REST API and of its webhooks, and is harsher where the documentation leaves
 * something open.
 *
 * REST API: github.com/PagerDuty/api-schema. Webhooks: github.com/PagerDuty/developer-docs, docs/webhooks.
 */
export async function startPagerDuty(options: PagerDutyOptions) {
  const webhooks = pagerDutyWebhooks(options);
  const account = createPagerDutyAccount(options, webhooks.send);
  const faults: StandInFault[] = [];
  const asked: string[] = [];
  let isDown = false;
  const minute = { at: 0, count: 0 };

  async function answer(request: HttpRequest): Promise<HttpAnswer | 'reset'> {
    asked.push(`${request.method} ${request.url.pathname}`);
    const fault = isDown ? '500' : faults.shift();
    if (fault === 'reset') return 'reset';
    if (fault === 'HTML')
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' };
    if (fault === '500') return { status: 500, body: '' };
    if (fault === 'late') await new Promise((resolve) => setTimeout(resolve, options.latenessMs ?? 50));
    // 960 requests a minute for each key: https://developer.pagerduty.com/docs/rest-api-rate-limits
    const now = Math.floor(options.now().getTime() / 60_000);
    if (minute.at !== now) Object.assign(minute, { at: now, count: 0 });
    minute.count += 1;
    if (fault === '429' || minute.count > 960) return { status: 429, headers: { 'ratelimit-reset': '1' }, body: '' };
    return answerPagerDuty(account, webhooks, options.apiToken, request);
  }

  const server = await loopbackServer(answer);
  return {
    ...account,
    url: server.url,
    close: server.close,
    subscription: webhooks.subscription,
    /** Loses the webhooks that come from now on. */
    loseWebhooks: webhooks.lose,
    /** Bodies and headers that were sent, the newest last. */
    sent: webhooks.sent,
    fail: (...next: StandInFault[]) => void faults.push(...next),
    setDown: (down: boolean) => {
      isDown = down;
    },
    /** Requests of the API. */
    asked,
  };
}
export type PagerDutyStandIn = Awaited<ReturnType<typeof startPagerDuty>>;
