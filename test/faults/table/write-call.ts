import { contentEtag } from '../../../shared/api/http/etags.ts';
import { SECTION_NAMES } from '../../../shared/domain/record/content/sections.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import type { PersonAnswer, SignedInPerson } from '../people/api-client.ts';
import type { PeopleWorld } from '../people/people-world.ts';

/** @param path below the record; '' for the record itself. A conflict is no failure: somebody else was faster, so it is read and tried again. */
export async function write(
  world: PeopleWorld,
  who: SignedInPerson,
  method: string,
  id: PostMortemId,
  path: string,
  body?: unknown,
): Promise<PersonAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    const isAdding = method === 'POST' && ADDS.includes(path);
    const headers = isAdding
      ? { 'idempotency-key': world.newId() }
      : conditionOf(await world.seen.postMortem(id), path);
    const answer = await world.ask(who, method, `/post-mortems/${id}${path === '' ? '' : `/${path}`}`, body, headers);
    if ((answer.status !== 409 && answer.status !== 412) || attempt >= 2) return answer;
    await world.pause(1_000, 10_000);
  }
}

const ADDS = ['timeline', 'root-causes', 'recommendations', 'observations', 'lessons', 'notifications'];

/** Condition of a write: what is added is added once; a section is compared with itself, everything else with the record. */
function conditionOf(record: PostMortem | undefined, path: string): Record<string, string> {
  const section = SECTION_NAMES.find((name) => path === `sections/${name}`);
  if (section === undefined) return { 'if-match': `"${record?.revision}"` };
  const content = record?.sections[section];
  return content === undefined ? { 'if-none-match': '*' } : { 'if-match': contentEtag(content) };
}
