import { afterEach, beforeEach, expect } from 'vitest';
import type { Role } from '../../../shared/domain/access/access.ts';
import type { Author } from '../../../shared/domain/words/person.ts';
import { engineForThisFile } from '../machine/engine.ts';
import { ANNA, BEN } from '../world/people.ts';
import { startWorld, type World } from '../world/world.ts';
import { type ApiAnswer, apiOf } from './api.ts';

export type CallAs = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<ApiAnswer>;

/** A new world with the API for each test of a file, which ends without an error that no rule explains. */
export function apiForEachTest() {
  const endpoint = engineForThisFile();
  let world: World | undefined;
  let api: ReturnType<typeof apiOf> | undefined;
  beforeEach(async () => {
    world = await startWorld(endpoint());
    api = apiOf(world);
  });
  afterEach(async () => {
    await world?.close();
    expect(api?.unexpected).toEqual([]);
  });
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('the world begins with the test');
    return thing;
  };
  const as =
    (who: Author, ...roles: Role[]): CallAs =>
    (method, path, body, headers) =>
      there(api).call(who, roles, method, path, body, headers);
  return {
    world: () => there(world),
    api: () => there(api),
    as,
    anna: as(ANNA, 'analyst'),
    ben: as(BEN, 'approver'),
  };
}

/** Whatever version is there. */
export const ANYTHING = { 'if-match': '*' };
/** For the first writing of a section. */
export const FIRST = { 'if-none-match': '*' };
