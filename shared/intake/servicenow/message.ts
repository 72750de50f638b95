import * as z from 'zod';
import type { ServiceNowInstance } from '../../domain/ticket/servicenow-incidents.ts';
import { moveBetween } from '../../domain/ticket/state-sets.ts';
import type { Meaning } from '../source.ts';
import { isInScope, type SeenState, stateInTable, type Told } from './states.ts';
import { utcOf } from './utc.ts';

/** 32 hexadecimal digits: unique in an instance, whatever the table. */
export const SysId = z.string().regex(/^[0-9a-f]{32}$/, { error: 'expected a sys_id' });

/** Empty is absent. */
const Text = z
  .string()
  .max(1_000)
  .nullish()
  .transform((text) => (text == null || text.trim() === '' ? undefined : text));

const Labelled = z.object({ value: Text, name: Text }).optional();

const Utc = z.string().transform((value, context) => {
  const at = utcOf(value);
  if (at !== undefined) return at;
  context.addIssue({ code: 'custom', message: 'expected a time in UTC, such as 2026-09-06 16:00:00' });
  return z.NEVER;
});

/** Message of the script that docs/sources/servicenow has. Names are those of the fields in ServiceNow. */
const ServiceNowMessage = z.object({
  instance: z.string(),
  table: z.string(),
  sys_id: SysId,
  number: z.string(),
  /** `from` is missing for an incident that is new. */
  state: z.object({ from: Text, from_name: Text, to: Text, to_name: Text }),
  close_code: Labelled.catch(undefined),
  close_code_before: Labelled.catch(undefined),
  category: Labelled.catch(undefined),
  assignment_group: Labelled.catch(undefined),
  sys_mod_count: z.union([z.string().regex(/^\d{1,15}$/), z.int().nonnegative()]).transform(String),
  sys_updated_on: Utc,
});

/** What names a message, also where the rest of it cannot be read. */
const NamedChange = ServiceNowMessage.pick({ instance: true, table: true, sys_id: true, sys_mod_count: true });

/** Names a message by the incident and its change counter. */
export function changeIn(message: unknown): string | undefined {
  const { data } = NamedChange.safeParse(message);
  return data && JSON.stringify([data.instance, data.table, data.sys_id, data.sys_mod_count]);
}

/** How far the time of a change may be ahead of ours, in milliseconds. */
const SLACK_MS = 300_000;

/**
 * Reads a message of the script.
 *
 * @throws ZodError when it is none
 */
export function readChange(body: unknown, receivedAt: string, { site, tables }: ServiceNowInstance): Meaning {
  const message = ServiceNowMessage.parse(body);
  const { sys_updated_on: at, state, number } = message;
  if (message.instance.toLowerCase() !== site) return { ignored: 'UnknownSite' };
  const settings = Object.entries(tables).find(([name]) => name === message.table)?.[1];
  const [category, assignmentGroup] = [toldOf(message.category), toldOf(message.assignment_group)];
  if (settings === undefined || !isInScope({ category, assignmentGroup }, settings)) {
    return { ignored: 'UnknownProject' };
  }
  // The later state counts: a closure of next year would make Holdfast deaf to all that is said of the incident until then.
  if (Date.parse(at) > Date.parse(receivedAt) + SLACK_MS)
    return { malformed: `sys_updated_on: ${at} is in the future` };
  const after = stateInTable(seen(state.to, state.to_name, message.close_code), settings.states);
  // The sweep reads the state in the language of our account.
  if (after === 'unmapped') return { ignored: 'UnknownState' };
  const from = seen(state.from, state.from_name, message.close_code_before ?? message.close_code);
  const before = state.from === undefined ? 'unmapped' : stateInTable(from, settings.states);
  const ticket = { source: 'servicenow' as const, site, ticketId: message.sys_id, key: number };
  switch (moveBetween(before === 'unmapped' ? undefined : before, after)) {
    case undefined:
      return { ignored: 'NoStatusChange' };
    case 'closed':
      return { event: { type: 'Incident Ticket Closed', data: { ticket, closedAt: at } } };
    case 'reopened':
      return { event: { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt: at } } };
    case 'reopened, if known': {
      const data = { ticket, reopenedAt: at };
      return { event: { type: 'Incident Ticket Reopened', data }, unlessKnown: 'NoStatusChange' };
    }
  }
}

const seen = (state: string | undefined, name: string | undefined, code: z.infer<typeof Labelled>): SeenState => ({
  ...{ state, name },
  closeCode: toldOf(code) ?? [],
});

const toldOf = (field: z.infer<typeof Labelled>): Told =>
  field && [field.value, field.name].filter((one) => one !== undefined);
