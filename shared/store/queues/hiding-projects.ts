import * as z from 'zod';
import { keys } from '../keys.ts';
import { getItem, putItem, type Table } from '../table.ts';

export type ProjectOnSite = { readonly site: string; readonly project: string };

const HiddenTicket = z.object({ issueId: z.string(), key: z.string() });
type HiddenTicket = z.infer<typeof HiddenTicket>;

/** `ticket` is null in a project that shows our tickets again. */
const HidingItem = z.object({ ticket: HiddenTicket.nullable() });

/** Each project has a place of its own, which stays: nothing is ever deleted from the table. */
const keyOf = ({ site, project }: ProjectOnSite) => keys.cursor(`hiding-project#${site}#${project}`);

/**
 * The last ticket that a project hid from our account, which had just created it. In such a project no search tells whether a
 * creation succeeded.
 *
 * @returns undefined where the project shows what we create, as far as is known
 */
export async function hiddenIn(table: Table, place: ProjectOnSite): Promise<HiddenTicket | undefined> {
  const item = await getItem(table, keyOf(place));
  return item === undefined ? undefined : (HidingItem.parse(item).ticket ?? undefined);
}

export async function rememberHidden(table: Table, place: ProjectOnSite, ticket: HiddenTicket): Promise<void> {
  await putItem(table, { ...keyOf(place), ticket: HiddenTicket.parse(ticket) });
}

/** The project has shown one of ours. Writes only where it was known to hide them. */
export async function forgetHidden(table: Table, place: ProjectOnSite): Promise<void> {
  if ((await hiddenIn(table, place)) !== undefined) await putItem(table, { ...keyOf(place), ticket: null });
}
