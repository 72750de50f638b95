/**
 * `JSON.stringify(value, undefined, 2)` of an object, in pieces: each entry of its lists by itself. The text as a whole may be too
 * much for the memory of a function.
 */
export function* jsonPieces(value: object): Generator<string> {
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  if (fields.length === 0) {
    yield '{}';
    return;
  }
  let between = '{';
  for (const [name, one] of fields) {
    yield `${between}\n  ${JSON.stringify(name)}: `;
    if (Array.isArray(one) && one.length > 0) yield* listPieces(one);
    else yield indented(one, '  ');
    between = ',';
  }
  yield '\n}';
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  let between = '[';
  for (const one of list) {
    yield `${between}\n    ${indented(one ?? null, '    ')}`;
    between = ',';
  }
  yield '\n  ]';
}

/** No text of JSON has a line break in it, so each one is followed by indentation. */
const indented = (value: unknown, by: string): string =>
  JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${by}`);
