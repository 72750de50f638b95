import type { AdfDocument } from './adf.ts';

/** On the issue from its creation, in the same request: the tie that survives a lost answer. */
export const TICKET_PROPERTY = 'holdfast.remediation';

export type TicketFields = {
  fields: Record<string, unknown> & { summary: string; description?: AdfDocument };
  properties: { key: string; value: Record<string, string> }[];
};
