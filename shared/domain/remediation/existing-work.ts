import * as z from 'zod';
import { type BrowsedSite, pageOnSite } from '../ticket/jira-site.ts';
import { Instant } from '../words/identifiers.ts';
import { identifier, instruction, TICKET_KEY } from '../words/marks.ts';

const KEY = /^[A-Z][A-Z0-9_]{1,9}-\d{1,18}$/i;
/** Key of a ticket in the address of its page, whatever the site is. */
const KEY_IN_ADDRESS = /\/(?:browse|issues)\/([A-Z][A-Z0-9_]{1,9}-\d{1,18})(?:[/?#]|$)/i;
/** Path of the page of a ticket on its site. Cloud alone has pages under `/jira`: elsewhere another Jira may stand there. */
const PAGE_OF_TICKET =
  /^\/(?:browse|(?:(?<where>projects|jira)\/(?:[^/]+\/)*)?issues)\/(?<key>[A-Z][A-Z0-9_]{1,9}-\d{1,18})(?:\/|$)/i;

/**
 * Work that does already what a recommendation asks for, so that it is not asked for twice. `ticket`: its key, or its address as people
 * browse it. It becomes the ticket of the fix. `url`: address of a pull request, which the new
 * ticket names. `mergedAt`: it is done since then, so the fix is claimed and checked while its ticket is still open. A fix that is opened again
 * has none: that pull request was not enough.
 */
export const ExistingWork = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ticket'), ticket: identifier(z.string().min(1), TICKET_KEY) }),
  z.strictObject({
    kind: z.literal('pull request'),
    url: instruction(z.string().min(1)),
    mergedAt: Instant.optional(),
  }),
]);
export type ExistingWork = z.infer<typeof ExistingWork>;

const TicketName = z
  .string()
  .max(2_000)
  .refine((text) => KEY.test(text) || (isHttps(text) && KEY_IN_ADDRESS.test(text)), {
    error:
      'expected the key of a Jira ticket, such as NET-12, or its address, such as https://acme.atlassian.net/browse/NET-12',
  });
const PullRequest = z.url({ protocol: /^https$/, error: 'expected the https:// address of a pull request' }).max(2_000);

const ticketDraft = z.strictObject({ kind: z.literal('ticket'), ticket: TicketName });
const pullRequestDraft = z.strictObject({
  kind: z.literal('pull request'),
  url: PullRequest,
  mergedAt: Instant.optional(),
});

/** The same as a person writes it. */
export const ExistingWorkDraft = z.discriminatedUnion('kind', [ticketDraft, pullRequestDraft]);

/** What an approver names in its place; `none`: the fix gets a ticket of its own after all. */
export const ExistingWorkChange = z.discriminatedUnion('kind', [
  ticketDraft,
  pullRequestDraft,
  z.strictObject({ kind: z.literal('none') }),
]);
export type ExistingWorkChange = z.infer<typeof ExistingWorkChange>;

/** The same where it did not hold: what is merged from now on may. */
export function withoutMerge(work: ExistingWork): ExistingWork {
  if (work.kind === 'ticket') return work;
  const { mergedAt: _, ...rest } = work;
  return rest;
}

/** Problem with the time at which a pull request was merged; undefined where there is none. */
export function wrongMerge(work: ExistingWorkChange | undefined, now: string): string | undefined {
  const mergedAt = work?.kind === 'pull request' ? work.mergedAt : undefined;
  if (mergedAt === undefined || Date.parse(mergedAt) <= Date.parse(now)) return undefined;
  return `${mergedAt} is to come; name the time at which it was merged, or none while it is not`;
}

const isHttps = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:';

/** Key of the ticket that is named by it or by its address; undefined where there is none. */
export function keyInName(ticket: string): string | undefined {
  const key = KEY.test(ticket) ? ticket : KEY_IN_ADDRESS.exec(ticket)?.[1];
  return key?.toUpperCase();
}

/** The configured sites, as people browse them. */
export type BrowsedSites = BrowsedSite & { readonly sites?: Readonly<Record<string, BrowsedSite>> };

const sitesOf = (jira: BrowsedSites): readonly BrowsedSite[] => [jira, ...Object.values(jira.sites ?? {})];

/**
 * Ticket that is named by its key, or by the address of its page on one of the sites.
 *
 * @returns `site`: undefined where only the key is named; undefined for the page of a site that is none of them
 */
export function ticketNamed<Site extends BrowsedSite>(
  ticket: string,
  sites: readonly Site[],
): { readonly key: string; readonly site: Site | undefined } | undefined {
  if (KEY.test(ticket)) return { key: ticket.toUpperCase(), site: undefined };
  const page = pageOnSite(ticket, sites);
  const { key, where } = PAGE_OF_TICKET.exec(page?.path ?? '')?.groups ?? {};
  const isElsewhere = where?.toLowerCase() === 'jira' && page?.site.deployment === 'Data Center';
  return key === undefined || isElsewhere ? undefined : { key: key.toUpperCase(), site: page?.site };
}

/** Problem with a ticket that is to be the one of a fix, as far as the configuration tells; undefined where there is none. */
export function wrongTicket(ticket: string, jira: BrowsedSites): string | undefined {
  if (keyInName(ticket) === undefined) return `${JSON.stringify(ticket)} names no Jira ticket, such as NET-12`;
  const sites = sitesOf(jira);
  return ticketNamed(ticket, sites) === undefined ? onNoSite(sites) : undefined;
}

/** Problem with the address of a ticket that is on none of the sites. */
export function onNoSite(sites: readonly BrowsedSite[]): string {
  const known = sites.map(({ site }) => site).join(', ');
  return `tickets of fixes are on ${known} (jira.site in holdfast.config.ts), and this one is not`;
}

/**
 * Name that two recommendations share only when they surely mean the same ticket. A key alone is that of one ticket where there is one
 * site: of several, the route of a fix decides whose it is.
 */
export function sureNameOf(ticket: string, jira: BrowsedSites): string | undefined {
  const sites = sitesOf(jira);
  const named = ticketNamed(ticket, sites);
  const site = named?.site ?? (sites.length === 1 ? jira : undefined);
  return named === undefined || site === undefined ? undefined : `${site.site} ${named.key}`;
}
