import * as z from 'zod';
import { type Signal, Statement } from '../verification/signal.ts';
import { Instant } from '../words/identifiers.ts';
import { Actor } from '../words/person.ts';
import { shortened } from '../words/shorten.ts';

/** Characters of what a source says in its own words. A page of whole ones could be longer than an answer may be. */
const TEXT_LIMIT = 500;
/** A longer address is no use in a list, and would be none when it is cut. */
const URL_LIMIT = 2_000;

/** Who told a signal, without their address. */
const Teller = z.object({
  kind: z.enum(Actor.options.map((one) => one.shape.kind.value)),
  id: z.string(),
  name: z.string().optional(),
});

/** A signal as a line of a list. */
export const SignalLine = z.object({
  id: Statement.shape.id.describe('Name of the finding at its source; several signals may have it'),
  subject: Statement.shape.subject,
  resource: z.string().optional().describe('What the source looked at; missing: the subject as a whole'),
  outcome: Statement.shape.outcome,
  source: z.string().describe('The one name of the source, also where it has several'),
  observedAt: Instant.describe('When the source saw it'),
  receivedAt: Instant.describe('When it arrived here, by which the list is sorted'),
  toldBy: Teller.describe('Program, or function of Holdfast, that told it'),
  reason: z.string().optional().describe(`Why the source did not judge, up to ${TEXT_LIMIT} characters`),
  detail: z.string().optional().describe(`What the source says of it, up to ${TEXT_LIMIT} characters`),
  url: z.string().optional().describe('Where the source shows it'),
  answerTo: z.string().optional().describe('Id of the question of Holdfast that it answers'),
});
export type SignalLine = z.infer<typeof SignalLine>;

/** What a list shows of a signal. */
export function signalLine(signal: Signal, { receivedAt, actor }: { receivedAt: string; actor: Actor }): SignalLine {
  const { id, subject, resource, outcome, source, observedAt, reason, detail, url, answerTo } = signal;
  const { kind, id: teller } = actor;
  const name = kind === 'system' ? undefined : actor.name;
  return {
    ...{ id, subject, outcome, source, observedAt, receivedAt },
    toldBy: { kind, id: teller, ...(name === undefined ? {} : { name }) },
    ...(resource === undefined ? {} : { resource }),
    ...(reason === undefined ? {} : { reason: shortened(reason, TEXT_LIMIT) }),
    ...(detail === undefined ? {} : { detail: shortened(detail, TEXT_LIMIT) }),
    ...(url === undefined || url.length > URL_LIMIT ? {} : { url }),
    ...(answerTo === undefined ? {} : { answerTo }),
  };
}
