import config from '#config';
import { newId } from '../../runtime/identity.ts';
import { isKnownTicket } from '../../shared/intake/known-ticket.ts';
import { SOURCES } from '../../shared/intake/registry.ts';
import { signedDelivery } from '../../shared/intake/signed-delivery.ts';
import { webhooksInUse } from '../../shared/intake/sources-in-use.ts';
import { type TakeInDependencies, takeIn } from '../../shared/intake/take-in.ts';
import { acceptDelivery } from '../../shared/store/inbox/announcements.ts';
import {
  markSentBack,
  type QuarantinedDelivery,
  quarantinedFrom,
  quarantinedWithId,
} from '../../shared/store/inbox/quarantine.ts';
import { keepTold } from '../../shared/store/inbox/told-incidents.ts';
import { recordLinks } from '../../shared/store/records/record-links.ts';
import type { CommandDependencies } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { whileBusy } from '../terminal.ts';
import { type ListedDelivery, quarantineText } from './quarantine-text.ts';

/** Shows the signed webhooks of these endpoints that were not taken in. @returns whether none of them waits */
export async function listQuarantine(
  { installation, terminal, asJson }: CommandDependencies,
  sources: readonly string[],
): Promise<boolean> {
  const deliveries = await whileBusy(terminal, 'looking into the quarantine', async () => {
    const each = sources.map(async (source) =>
      (await quarantinedFrom(installation.table, source)).map((delivery) => listed(source, delivery)),
    );
    return (await Promise.all(each)).flat().toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  });
  // Scripts read `asides` of the JSON: its name stays.
  const json = () => JSON.stringify({ asides: deliveries }, undefined, 2);
  terminal.out(asJson ? `${json()}\n` : quarantineText(deliveries));
  return deliveries.every(({ sentBackAt }) => sentBackAt !== undefined);
}

const listed = (
  source: string,
  { id, at, because, bytes, isCut, sentBackAt }: QuarantinedDelivery,
): ListedDelivery => ({
  id,
  source,
  at,
  because,
  bytes,
  isCut,
  sentBackAt,
});

/**
 * Reads one again, as this version can, and takes it in as if it had come now: its event goes into the inbox, under the name
 * by which its sender repeats it. Nothing is sent anywhere.
 *
 * @returns true
 * @throws CommandFailure when there is no such webhook, or it still cannot be read
 */
export async function sendBackQuarantined(
  { installation, terminal, now, asJson }: CommandDependencies,
  sources: readonly string[],
  id: string,
): Promise<boolean> {
  const { table } = installation;
  const found = await Promise.all(
    sources.map(async (source) => ({ source, delivery: await quarantinedWithId(table, source, id) })),
  );
  // Of the same bytes at two endpoints, the first: --source says which.
  const { source = '', delivery } = found.find((one) => one.delivery !== undefined) ?? {};
  if (delivery === undefined)
    throw new CommandFailure(`there is no ${id} in quarantine`, 'holdfast quarantine lists what there is');
  if (delivery.isCut) {
    throw new CommandFailure(
      `only the beginning of ${id} was kept: it had ${delivery.bytes} bytes`,
      'have the sender send it again; the sweeps find closures and changed tickets by themselves',
    );
  }
  const sender = webhooksInUse(SOURCES, config).get(source);
  if (sender === undefined) {
    throw new CommandFailure(`${source} sends no webhooks as configured`, 'see `incidents` in holdfast.config.ts');
  }
  const remember = config.operations.inboxRetention;
  const accept: TakeInDependencies['accept'] = (accepted) => acceptDelivery(table, { ...accepted, remember });
  const keep: TakeInDependencies['keepTold'] = (told) => keepTold(table, told, { now: now(), remember });
  const isKnown: TakeInDependencies['isKnown'] = (event) => isKnownTicket(recordLinks(table, config), event);
  const { message, deliveryId } = signedDelivery(sender, delivery.body, {
    receivedAt: delivery.at,
    signedId: delivery.signedId,
  });
  const taken = await takeIn(
    { accept, keepTold: keep, isKnown, config, now, newId },
    { name: sender.name, heardBy: 'receive-webhook', read: sender.webhook.read },
    message,
    deliveryId,
  );
  if ('because' in taken) {
    throw new CommandFailure(`it still cannot be read: ${taken.because}`, 'see docs/runbooks/api-errors.md');
  }
  // Nothing came of it: with another configuration, or a later version, something may.
  if (taken.outcome !== 'ignored') await markSentBack(table, source, id, now());
  terminal.out(asJson ? `${JSON.stringify({ id, ...taken })}\n` : `${id}: ${MEANS[taken.outcome]}\n`);
  return true;
}

const MEANS = {
  accepted: 'taken in; its event is on its way',
  repeated: 'was taken in before',
  ignored: 'can be read now, and is nothing that Holdfast acts on; it stays in quarantine until it expires',
} as const;
