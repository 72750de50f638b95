import type { PagerDutyAccount } from '../../domain/ticket/pagerduty-incidents.ts';
import { type FoundProblem, type Look, looked, notSeen } from '../../domain/words/look.ts';
import { type InTime, withoutLimit } from '../../in-time.ts';
import type { PagerDutyApi, PagerDutySubscription } from './api.ts';

type Asked = Pick<PagerDutyApi, 'incidentTypes' | 'priorities' | 'subscriptions' | 'logPage'>;
type OneAccount = {
  readonly key: string;
  readonly account: PagerDutyAccount;
  readonly inTime?: InTime | undefined;
};

/**
 * Looks whether the key may read incidents, and PagerDuty has the incident types, the priorities and the webhook subscription that the
 * configuration counts on.
 *
 * @throws when incidents cannot be read at all
 */
export async function checkPagerDuty(api: Asked, { key, account, inTime = withoutLimit }: OneAccount): Promise<Look[]> {
  const now = Date.now();
  await api.logPage({ from: now - 60_000, to: now, offset: 0 });
  const look = async (what: string, problems: () => Promise<FoundProblem[]>): Promise<Look> => {
    try {
      return looked(what, await inTime(problems));
    } catch (error) {
      return notSeen(what, error);
    }
  };
  const setting = `incidents.pagerduty.${key}`;
  return Promise.all([
    look('incident types', async () => problemsOfTypes(await api.incidentTypes(), account, setting)),
    look('priorities', async () => problemsOfPriorities(await api.priorities(), account, setting)),
    look('webhook subscription', async () => problemsOfSubscription(await api.subscriptions(), key)),
  ]);
}

function problemsOfTypes(
  types: readonly { name: string; enabled?: boolean | null | undefined }[],
  { incidentTypes }: PagerDutyAccount,
  setting: string,
): FoundProblem[] {
  if (incidentTypes === 'all') return [];
  const inUse = types.filter(({ enabled }) => enabled !== false).map(({ name }) => name);
  return incidentTypes
    .filter((name) => !inUse.includes(name))
    .map((name) => ({
      code: `no type ${name}`,
      problem: `no incident is of the type ${name}: there is none of this name, or it is disabled`,
      advice: `write one of ${inUse.join(', ')} into ${setting}.incidentTypes`,
    }));
}

/** A priority that is not in the list is a choice. That none is, is another scheme. */
function problemsOfPriorities(
  names: readonly string[],
  { severityBy, severityOtherwise }: PagerDutyAccount,
  setting: string,
): FoundProblem[] {
  if (names.length === 0 || names.some((name) => Object.hasOwn(severityBy, name))) return [];
  return [
    {
      code: 'no severity',
      problem: `the priorities are ${names.join(', ')}, so every incident that has one is ${severityOtherwise}`,
      advice: `write them into ${setting}.severityBy`,
    },
  ];
}

const WANTED = ['incident.resolved', 'incident.reopened'];

function problemsOfSubscription(all: readonly PagerDutySubscription[], key: string): FoundProblem[] {
  const path = `/webhooks/pagerduty/${key}`;
  const ours = all.filter(({ delivery_method: { url } }) => URL.parse(url)?.pathname.endsWith(path));
  const working = ours.filter(
    ({ active, delivery_method: to }) => active !== false && to.temporarily_disabled !== true,
  );
  if (working.length === 0) {
    return [
      {
        code: 'no subscription',
        problem:
          ours.length === 0
            ? `no webhook subscription sends to ${path}`
            : `the webhook subscription that sends to ${path} is switched off: PagerDuty does so for a day when deliveries are refused`,
        advice:
          'see to it in PagerDuty, under Integrations, Generic Webhooks; until then only the sweep finds closures',
      },
    ];
  }
  const sent = new Set(working.flatMap(({ events }) => events));
  return WANTED.filter((event) => !sent.has(event)).map((event) => ({
    code: `no ${event}`,
    problem: `no webhook subscription that sends to ${path} has the event ${event}`,
    advice: 'add it to the subscription in PagerDuty',
  }));
}
