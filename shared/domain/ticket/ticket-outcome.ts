/** Name of a status or a resolution, and its id, which stays when the name is translated. */
export type NamedInTicket = { readonly id?: string | undefined; readonly name: string };

/** How a ticket ended. `resolution`: undefined where it has none. */
export type TicketOutcome = { readonly status: NamedInTicket; readonly resolution: NamedInTicket | undefined };

export const isNamed = ({ id, name }: NamedInTicket, wanted: string): boolean =>
  id === wanted || name.trim().toLowerCase() === wanted.trim().toLowerCase();

/** How a ticket ended, in words: "Closed as Won't Do". */
export const outcomeInWords = ({ status, resolution }: TicketOutcome): string =>
  resolution === undefined || resolution.name === status.name ? status.name : `${status.name} as ${resolution.name}`;
