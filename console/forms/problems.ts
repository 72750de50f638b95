/** What is to say at fields, by their path with dots. */
export type FieldWords = ReadonlyMap<string, readonly string[]>;

/** As much of a problem of the API (RFC 9457) as forms read. */
type FormProblem = {
  errors?: readonly { pointer?: string; parameter?: string; header?: string; detail: string }[];
};

/**
 * What is wrong, by field.
 *
 * @param base path of the body in the record, such as `impact`: the API points into the body that it was sent
 * @returns `elsewhere`: what is wrong with no field, to be said above the form
 */
export function problemFields(problem: FormProblem, base = ''): { fields: FieldWords; elsewhere: string[] } {
  const { errors = [] } = problem;
  const placed = errors.flatMap(({ pointer, detail }) =>
    pointer === undefined || pointer === '' ? [] : [{ path: pathOfPointer(pointer, base), detail }],
  );
  return {
    fields: byPath(placed),
    elsewhere: errors.flatMap(({ pointer, detail }) => (pointer === undefined || pointer === '' ? [detail] : [])),
  };
}

/** What is missing for the submission, by field. */
export const missingFields = (missing: readonly { path: string; message: string }[]): FieldWords =>
  byPath(missing.map(({ path, message }) => ({ path, detail: message })));

/** The path of a JSON pointer (RFC 6901): `/assets/0/name` in `impact` is `impact.assets.0.name`. */
export function pathOfPointer(pointer: string, base = ''): string {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...(base === '' ? [] : [base]), ...names].join('.');
}

function byPath(placed: readonly { path: string; detail: string }[]): FieldWords {
  return new Map(
    [...Map.groupBy(placed, ({ path }) => path)].map(([path, found]) => [path, found.map(({ detail }) => detail)]),
  );
}
