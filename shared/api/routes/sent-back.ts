import * as z from 'zod';

/** Taken and left out: it stands in what was read, and is nothing that a caller decides. */
const NOT_TAKEN_OVER = z.unknown().optional().meta({ readOnly: true, description: 'As it was read; not taken over' });

/**
 * Schema of a body that may also be what was read: the fields that only an answer has are no error.
 *
 * @param answered what one gets
 * @param besides names of other fields that come along with what people paste
 */
export function orAsRead<Draft extends z.ZodObject>(
  draft: Draft,
  answered: z.ZodObject,
  besides: readonly string[] = [],
) {
  const names = [...Object.keys(answered.shape), ...besides].filter((name) => !(name in draft.shape));
  return {
    schema: draft.extend(Object.fromEntries(names.map((name) => [name, NOT_TAKEN_OVER]))),
    /** The draft in a body that this schema took. */
    draftIn: (body: unknown): z.output<Draft> => draft.parse(without(names, body)),
  };
}

function without(names: readonly string[], body: unknown): unknown {
  return Object.fromEntries(Object.entries(Object(body)).filter(([name]) => !names.includes(name)));
}
