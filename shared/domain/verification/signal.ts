import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';
import { instruction } from '../words/marks.ts';
import { readable } from '../words/readable.ts';

/** Subject of a signal. Senders choose its id, so that it may be words without blanks. */
export const Subject = z.object({
  type: z.enum(['control', 'technique', 'detection', 'remediation']),
  id: instruction(
    z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^#\s]+$/, { error: 'expected an id without spaces or #' })
      .regex(readable(1), { error: 'expected an id that can be read' }),
  ),
});
export type Subject = z.infer<typeof Subject>;

/** Name of a source of evidence: a scanner, a simulation, a service. */
export const EvidenceSource = instruction(
  z.string().min(1).max(200).regex(readable(1), { error: 'expected the name of a source that can be read' }),
);

/** Resource that a source looked at, such as an ARN or a host. Senders choose it. */
export const Resource = instruction(
  z.string().min(1).max(1_000).regex(readable(1), { error: 'expected a resource that can be read' }),
);

/** Resource of a signal that names none: the subject as a whole. */
export const WHOLE_SUBJECT = '*';

/**
 * Word of a source. `not judged`: it did not look, or could not tell; shown and counted, and of no consequence. `gone`: the
 * resource is no more, which ends its fail and proves nothing.
 */
export const SignalOutcome = z.enum(['pass', 'fail', 'not judged', 'gone']);
export type SignalOutcome = z.infer<typeof SignalOutcome>;

/** Statement of a source: an outcome about a subject at a time. */
export const Statement = z.object({
  /** Name of the finding at its sender. Two signals of one finding are two when they differ in outcome or time. */
  id: z.string().min(1).max(200),
  subject: Subject,
  resource: Resource.optional(),
  outcome: SignalOutcome,
  /** Reason why the source did not judge, such as "suppressed". */
  reason: z.string().min(1).max(1_000).optional(),
  observedAt: Instant,
  source: z.string().min(1).max(200),
  detail: z.string().max(4_000).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/** A statement that is kept. Only Holdfast says that one is an answer: senders cannot. */
export const Signal = Statement.extend({
  /** Id of the question that it answers. The source was asked, and looked for it. */
  answerTo: z.string().min(1).optional(),
});
export type Signal = z.infer<typeof Signal>;

/** The resource that a signal is about. */
export const resourceOf = ({ resource }: Pick<Signal, 'resource'>): string => resource ?? WHOLE_SUBJECT;
