import * as z from 'zod';
import { TICKET_LABEL, ticketLabel } from '../../domain/remediation/remediation.ts';
import { shortened } from '../../domain/words/shorten.ts';
import type { CreateMetadata } from '../../jira/create-metadata.ts';
import { TICKET_PROPERTY, type TicketFields } from '../../jira/create-request.ts';
import { allowedValue } from '../../jira/field-metadata.ts';
import type { MadeTicket, TicketDraft } from '../ticket-system.ts';
import { bulletList, heading, type TicketText, text } from '../ticket-text.ts';
import { adfOf } from './adf-of.ts';
import { fieldValue, valueInWords } from './field-value.ts';
import { priorityChoice } from './priority-choice.ts';

/** Jira's own limit for a summary. */
const SUMMARY_LIMIT = 255;

/** Fields without which there is no ticket, or none that may be seen by those who find it. */
export const INDISPENSABLE: ReadonlySet<string> = new Set(['project', 'issuetype', 'summary', 'security']);

/** Field of a ticket that may be missing on its screen. */
type Wanted = {
  readonly id: string;
  /** Undefined where the site has no value for it. */
  readonly value: unknown;
  /** What it says, for the description of a ticket that has no such field; undefined where that tells nobody anything. */
  readonly words: string | undefined;
};

export type CreateFields = {
  readonly request: TicketFields;
  /** Ids of the fields that are sent. */
  readonly sent: readonly string[];
  /** What the ticket is created with, of all that is followed from then on. */
  readonly made: Omit<MadeTicket, 'issueId' | 'key'>;
  /** What the ticket has no place for, when it has no description either. */
  readonly untold: TicketText;
};

/**
 * The create request, with what the screen has and nothing else: Jira refuses a request for one field that it lacks. What is
 * left out is said in the description.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/
 *
 * @param metadata undefined where Jira does not tell it: then all that is wanted is sent
 * @param without fields that Jira has refused before
 */
export function createFields(
  draft: TicketDraft,
  metadata: CreateMetadata | undefined,
  without: ReadonlySet<string> = new Set(),
): CreateFields {
  const has = (id: string): boolean => (metadata === undefined || metadata.fields.has(id)) && !without.has(id);
  const wanted = wantedFields(draft, metadata);
  const sent = wanted.filter(({ id, value }) => value !== undefined && has(id));
  const leftOut = wanted.filter((field) => !sent.includes(field)).flatMap(({ words = [] }) => words);
  const description = [...draft.description, ...detailsOf(leftOut)];
  const hasDescription = has('description');
  const { route, title, mark } = draft;
  const fields = {
    project: { key: route.project },
    issuetype: issueTypeOf(route.issueType, metadata),
    summary: shortened(title, SUMMARY_LIMIT),
    ...(hasDescription ? { description: adfOf(description) } : {}),
    ...securityOf(draft, metadata),
    ...Object.fromEntries(sent.map(({ id, value }) => [id, value])),
  };
  const { remediationId, postMortemId } = mark;
  return {
    request: { fields, properties: [{ key: TICKET_PROPERTY, value: { remediationId, postMortemId } }] },
    sent: Object.keys(fields),
    made: {
      // Jira takes off what stands around it.
      title: fields.summary.trim(),
      ...(draft.dueOn !== undefined && Object.hasOwn(fields, 'duedate') ? { dueOn: draft.dueOn } : {}),
      ...priorityIn(sent.find(({ id }) => id === 'priority')?.value),
    },
    untold: hasDescription ? [] : description,
  };
}

const SentPriority = z.object({ id: z.string().optional(), name: z.string().optional() });

function priorityIn(sent: unknown): Pick<MadeTicket, 'priority'> {
  const { data } = SentPriority.safeParse(sent);
  return data === undefined ? {} : { priority: data };
}

function issueTypeOf(idOrName: string, metadata: CreateMetadata | undefined) {
  if (metadata !== undefined) return { id: metadata.issueType.id };
  return /^\d+$/.test(idOrName) ? { id: idOrName } : { name: idOrName };
}

/** Sent whatever the screen has: a ticket without its level would be read by people who may not. Jira refuses it then. */
function securityOf({ route: { securityLevel } }: TicketDraft, metadata: CreateMetadata | undefined) {
  if (securityLevel === undefined) return {};
  const found = allowedValue(metadata?.fields.get('security')?.allowedValues ?? [], securityLevel);
  if (found !== undefined) return { security: { id: found.id } };
  return { security: /^\d+$/.test(securityLevel) ? { id: securityLevel } : { name: securityLevel } };
}

function wantedFields(draft: TicketDraft, metadata: CreateMetadata | undefined): Wanted[] {
  const { route, labels, mark, facts, dueOn, priority } = draft;
  const { assignee, parent, component = [], fields = {} } = route;
  const own = labels.filter((label, index) => labels.indexOf(label) === index);
  const ifAny = <Value>(list: readonly Value[], words: string) => (list.length === 0 ? undefined : words);
  return [
    {
      id: 'priority',
      value: priorityValue(draft, metadata),
      words: route.priority === 'none' ? undefined : `Priority: ${priority}`,
    },
    { id: 'duedate', value: dueOn, words: dueOn === undefined ? undefined : `Due: ${dueOn}` },
    {
      id: 'labels',
      value: [TICKET_LABEL, ticketLabel(mark.remediationId), ...own],
      words: ifAny(own, `Labels: ${own.join(', ')}`),
    },
    {
      id: 'components',
      value: ifAny(component, '') === undefined ? undefined : componentValues(component, metadata),
      words: ifAny(component, `Component: ${component.join(', ')}`),
    },
    { id: 'parent', value: parent && { key: parent }, words: parent && `Part of: ${parent}` },
    {
      id: 'assignee',
      value: assignee && { accountId: assignee },
      words: assignee && `Meant for the account ${assignee}`,
    },
    ...Object.entries(fields).map(([id, setting]): Wanted => {
      const field = metadata?.fields.get(id);
      const words = valueInWords(setting, facts);
      return { id, value: fieldValue(setting, facts, field), words: words && `${field?.name || id}: ${words}` };
    }),
  ];
}

/** Without metadata no name is guessed: it would be another site's. */
function priorityValue({ priority, route }: TicketDraft, metadata: CreateMetadata | undefined): unknown {
  const allowed = metadata?.fields.get('priority')?.allowedValues;
  if (allowed !== undefined) {
    const chosen = priorityChoice(priority, route, allowed);
    return chosen && { id: chosen.id };
  }
  const configured = route.priority === 'none' ? undefined : route.priority?.[priority];
  if (configured === undefined) return undefined;
  return /^\d+$/.test(configured) ? { id: configured } : { name: configured };
}

/** By id: to an unknown name Jira answers that we may not create components. */
function componentValues(names: readonly string[], metadata: CreateMetadata | undefined): unknown[] | undefined {
  const allowed = metadata?.fields.get('components')?.allowedValues;
  if (allowed === undefined) return names.map((name) => (/^\d+$/.test(name) ? { id: name } : { name }));
  const known = names.flatMap((name) => allowedValue(allowed, name) ?? []);
  return known.length === names.length ? known.map(({ id }) => ({ id })) : undefined;
}

const detailsOf = (details: readonly string[]): TicketText =>
  details.length === 0 ? [] : [heading('Details'), bulletList(details.map((one) => [text(one)]))];
