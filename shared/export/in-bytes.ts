/** Length to which small pieces are gathered before they are encoded, in UTF-16 code units. */
const GATHERED = 64 * 1_024;

/** A text as bytes, in pieces. It is never put together, which would take up to twice its bytes of memory. */
export function* inBytes(pieces: Iterable<string>): Generator<Uint8Array> {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < GATHERED) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  yield Buffer.from(waiting);
}

/**
 * The first pieces, until they are more than a limit.
 *
 * @returns `rest` undefined when that is all; else what comes after them, which can be read once
 */
export function beginningOf(
  pieces: Iterable<Uint8Array>,
  limitBytes: number,
): { first: Uint8Array[]; rest: Iterable<Uint8Array> | undefined } {
  const iterator = pieces[Symbol.iterator]();
  const first: Uint8Array[] = [];
  for (let bytes = 0; bytes <= limitBytes; ) {
    const { value, done } = iterator.next();
    if (done === true) return { first, rest: undefined };
    first.push(value);
    bytes += value.length;
  }
  return { first, rest: { [Symbol.iterator]: () => iterator } };
}
