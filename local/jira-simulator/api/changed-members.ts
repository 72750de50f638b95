import * as z from 'zod';

type Change = 'absent' | 'null';

const jsonObject = z.record(z.string(), z.unknown());

/**
 * JSON with members left out or made null.
 *
 * @param paths names with dots between, such as `issues.fields.priority`; a list stands for each of its elements
 */
export function withoutMembers(value: unknown, paths: readonly string[], change: Change): unknown {
  return changedAtEach(value, paths, (object, name) => {
    if (change === 'null') return { ...object, [name]: null };
    const { [name]: _absent, ...others } = object;
    return others;
  });
}

/** JSON in which lists that have elements have one more, the first. @param paths see `withoutMembers` */
export function withOddElement(value: unknown, paths: readonly string[], element: unknown): unknown {
  return changedAtEach(value, paths, (object, name) => {
    const list = object[name];
    return Array.isArray(list) && list.length > 0 ? { ...object, [name]: [element, ...list] } : object;
  });
}

type ChangeMember = (object: Readonly<Record<string, unknown>>, name: string) => unknown;

const changedAtEach = (value: unknown, paths: readonly string[], change: ChangeMember): unknown =>
  paths.reduce((changed, path) => changedAt(changed, path.split('.'), change), value);

function changedAt(value: unknown, [name = '', ...rest]: readonly string[], change: ChangeMember): unknown {
  if (Array.isArray(value)) return value.map((each) => changedAt(each, [name, ...rest], change));
  const object = jsonObject.safeParse(value).data;
  if (object === undefined || !Object.hasOwn(object, name)) return value;
  if (rest.length > 0) return { ...object, [name]: changedAt(object[name], rest, change) };
  return change(object, name);
}
