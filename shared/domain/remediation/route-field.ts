import * as z from 'zod';
import { byShape, ForeignName } from '../words/settings.ts';

/** What a field may take from the recommendation. Of a restricted record, no more is taken than its ticket may tell. */
export const FIELD_SOURCES = ['severity', 'owner team', 'why', 'criterion', 'incident', 'record', 'reason'] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

const Text = z.string().min(1).max(32_767);

/**
 * Values of a field, by the kind of the field. `option` and `options` are chosen by their words or their ids; `user` by the
 * account id. `from` takes what the recommendation says, through `map` where the site has other words for it.
 */
const KINDS = {
  option: z.strictObject({ option: ForeignName }),
  options: z.strictObject({ options: z.array(ForeignName).min(1) }),
  number: z.strictObject({ number: z.number() }),
  text: z.strictObject({ text: Text }),
  user: z.strictObject({ user: ForeignName }),
  date: z.strictObject({ date: z.iso.date({ error: 'expected a date, such as 2026-11-30' }) }),
  from: z.strictObject({
    from: z.enum(FIELD_SOURCES, { error: `expected one of ${FIELD_SOURCES.join(', ')}` }),
    map: z.record(z.string(), Text).optional(),
  }),
};
type Kind = keyof typeof KINDS;
const kinds = z.object(KINDS).keyof().options;

const kindOf = (value: unknown): Kind | undefined => kinds.find((kind) => Object.hasOwn(Object(value), kind));

/** What a field of a ticket is filled with. */
export const FieldSetting = byShape(
  (value) => {
    const kind = kindOf(value);
    return kind === undefined ? undefined : KINDS[kind];
  },
  `expected a value of one kind: ${kinds.join(', ')}, such as { option: 'Internal' } or { from: 'severity' }`,
);
export type FieldSetting = z.infer<typeof FieldSetting>;
