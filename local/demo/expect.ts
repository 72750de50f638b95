/** The demo saw something else than it must. */
export class NotAsExpected extends Error {
  constructor(what: string, expected: unknown, found: unknown) {
    super(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
    this.name = 'NotAsExpected';
  }
}

/** @throws NotAsExpected */
export function mustBe<Value>(what: string, found: Value, expected: Value): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new NotAsExpected(what, expected, found);
}

/** @throws NotAsExpected when the thing is missing */
export function mustExist<Value>(what: string, found: Value | undefined): Value {
  if (found === undefined) throw new NotAsExpected(what, 'something', 'nothing');
  return found;
}
