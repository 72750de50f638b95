import * as z from 'zod';

/** Names from the record downwards, joined by dots, as refusals write them: `impact.description`. */
const FORM = /^[A-Za-z0-9_-]{1,64}(\.[A-Za-z0-9_-]{1,64}){0,7}$/;

/**
 * Place in a record that a draft or a comment is about. It need not be there: what is begun has no id yet. People choose
 * the names, so that it may hold words, and is no identifier of what a restricted record may tell.
 */
export const RecordPath = z
  .string()
  .regex(FORM, {
    error:
      'expected up to 8 names of letters, digits, _ and -, each up to 64 long, joined by dots, such as impact.description or recommendations.new',
  })
  .brand('RecordPath');
export type RecordPath = z.infer<typeof RecordPath>;
