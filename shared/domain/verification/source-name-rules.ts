import * as z from 'zod';
import { type Problem, wholeRule } from '../words/settings.ts';

const Sources = z.record(z.string(), z.unknown());
const Named = z.object({ alsoCalled: z.array(z.unknown()) });

type OtherName = { readonly path: (string | number)[]; readonly of: string; readonly name: unknown };

/**
 * A name stands for one source, or nobody knows whose word it carries: none stands twice, none is that of another entry, and none
 * is '*'.
 */
export const eachNameIsOfOneSource = wholeRule((value) => {
  const parsed = Sources.safeParse(value);
  if (!parsed.success) return [];
  const sources = parsed.data;
  const others = Object.entries(sources).flatMap(([of, setting]): OtherName[] => {
    const known = Named.safeParse(setting);
    return known.success
      ? known.data.alsoCalled.map((name, index) => ({ path: [of, 'alsoCalled', index], of, name }))
      : [];
  });
  return others.flatMap((other, index): Problem[] => {
    const expected = problemWith(other, sources, others.slice(0, index));
    return expected === undefined ? [] : [{ path: other.path, expected }];
  });
});

function problemWith(
  { name, of }: OtherName,
  sources: z.infer<typeof Sources>,
  before: readonly OtherName[],
): string | undefined {
  if (name === '*') return "expected the name of a source: '*' stands for every one in programs, and for none here";
  if (name === of) return 'expected another name than the one that it has here already';
  if (typeof name === 'string' && Object.hasOwn(sources, name)) {
    return 'expected a name without an entry of its own: it would be two sources, and one';
  }
  const first = before.find((one) => one.name === name);
  return first === undefined ? undefined : `expected the name once: ${first.of} is called so, too`;
}
