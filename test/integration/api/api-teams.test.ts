import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPart, proposeRecommendation } from '../../../shared/domain/record/decide/write-record.ts';
import { RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { apiOf } from '../../support/api/api.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aDraft, aLesson, aProof } from '../../support/world/records.ts';
import { openedRecord, submittedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
const people = { owner: 'fixes@acme.com', lead: 'lead@acme.com' };
let world: World;
let api: ReturnType<typeof apiOf>;
beforeEach(async () => {
  world = await startWorld(endpoint(), {
    teams: { identity: { ...people, route: { project: 'IAM', issueType: 'Task' } }, network: people },
  });
  api = apiOf(world);
});
afterEach(async () => {
  await world.close();
  expect(api.unexpected).toEqual([]);
});

const asAnna = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  api.call(ANNA, ['analyst'], method, path, body, headers);
const { id: _, status: _s, ...LESSON } = aLesson();

/** Refusal of a team that the directory lacks. */
const unknown = (name: string, more = '') => {
  const detail = `${JSON.stringify(name)} is no team of the directory (teams in holdfast.config.ts)${more}; it has "identity", "network"`;
  return {
    status: 422,
    body: {
      reason: 'unknown part',
      detail: `ownerTeam: ${detail}`,
      errors: [{ pointer: '/ownerTeam', detail }],
    },
  };
};

describe('a team directory', () => {
  it('has every recommendation and lesson go to a team that there is', async () => {
    const { id } = await openedRecord(world);
    const add = (plural: string, body: object) => asAnna('POST', `/post-mortems/${id}/${plural}`, body);
    expect([
      await add('recommendations', aDraft({ ownerTeam: 'messaging' })),
      await add('recommendations', { ...aDraft({ ownerTeam: 'Identity' }), status: 'draft' }),
      await add('lessons', { ...LESSON, ownerTeam: 'finance' }),
      await add('recommendations', aDraft({ ownerTeam: 'identity' })),
      await add('lessons', { ...LESSON, ownerTeam: 'network' }),
    ]).toMatchObject([
      unknown('messaging'),
      unknown('Identity', ', did you mean "identity"?'),
      unknown('finance'),
      { status: 201, body: { recommendations: [{ ownerTeam: 'identity' }] } },
      { status: 201, body: { lessons: [{ ownerTeam: 'network' }] } },
    ]);
  });

  it('leaves what stands as it is, and asks for a team that there is when it is rewritten', async () => {
    const { id } = await openedRecord(world);
    const part = RecommendationId.parse(world.newId());
    const lesson = aLesson({ ownerTeam: 'finance' });
    const cause = { actor: ANNA, correlationId: 'before the directory', hops: 0 };
    await world.store.changePostMortem(id, (record) => proposeRecommendation(record, part, aDraft(), ANNA), cause);
    await world.store.changePostMortem(
      id,
      (record) => addPart(record, { kind: 'lesson', content: lesson }, ANNA),
      cause,
    );
    const path = `/post-mortems/${id}/recommendations/${part}`;
    const rewrite = (to: string, body: unknown) => asAnna('PUT', to, body, { 'if-match': '*' });
    expect([
      await asAnna('GET', path),
      await rewrite(path, aDraft({ title: 'Filter look-alike domains' })),
      await rewrite(`/post-mortems/${id}/lessons/${lesson.id}`, { ...LESSON, ownerTeam: 'finance' }),
      await rewrite(path, aDraft({ ownerTeam: 'network' })),
    ]).toMatchObject([
      { status: 200, body: { ownerTeam: 'messaging' } },
      unknown('messaging'),
      unknown('finance'),
      { status: 200, body: { recommendations: [{ ownerTeam: 'network' }] } },
    ]);
  });

  it('approves what was given to a team before the directory, and routes each team', async () => {
    const before = { ...world, config: { ...world.config, teams: {} } };
    const { id, revision } = await submittedRecord(before, { ownerTeam: 'messaging' }, { ownerTeam: 'identity' });
    const approved = await api.call(
      BEN,
      ['approver'],
      'POST',
      `/post-mortems/${id}/approve`,
      { revision },
      { 'if-match': `"${revision}"` },
    );
    const projects = (await world.store.remediations(id)).map(({ ownerTeam, route }) => [ownerTeam, route.project]);
    expect([approved.status, Object.fromEntries(projects)]).toEqual([200, { messaging: 'PLAT', identity: 'IAM' }]);
  });
});

describe('a lesson that somebody put in place', () => {
  const lead = { kind: 'person' as const, id: 'lead', name: 'Lead', email: people.lead };
  const owner = { kind: 'person' as const, id: 'owner', name: 'Owner', email: people.owner };
  const toConfirm = async (of: typeof lead, roles: Parameters<typeof api.call>[1]) => {
    const { body } = await api.call(of, roles, 'GET', '/my-work');
    return Object(body).toConfirm.lines.map(({ id }: { id: string }) => id);
  };

  async function claimedByOwner() {
    const { id } = await openedRecord(world);
    const added = await asAnna('POST', `/post-mortems/${id}/lessons`, { ...LESSON, ownerTeam: 'network' });
    const [lesson] = Object(added.body).lessons;
    const path = `/post-mortems/${id}/lessons/${lesson.id}`;
    const proof = aProof({ versionAt: world.now() });
    expect((await api.call(owner, ['analyst'], 'POST', `${path}/in-place`, proof)).status).toBe(200);
    await world.deliver();
    return { path, lesson: lesson.id };
  }

  it('waits for the others of its team, and not for whoever put it there', async () => {
    const { lesson } = await claimedByOwner();
    expect([await toConfirm(lead, ['analyst']), await toConfirm(owner, ['analyst'])]).toEqual([[lesson], []]);
  });

  it('waits for approvers alone, where the configuration says so', async () => {
    await world.close();
    world = await startWorld(endpoint(), { teams: { network: people }, postMortem: { lessonConfirmers: 'approvers' } });
    api = apiOf(world);
    const { path, lesson } = await claimedByOwner();
    const confirm = (roles: Parameters<typeof api.call>[1]) =>
      api.call(lead, roles, 'POST', `${path}/confirm`, undefined, { 'if-match': '*' });
    expect([await toConfirm(lead, ['analyst']), await toConfirm(lead, ['approver'])]).toEqual([[], [lesson]]);
    expect([(await confirm(['analyst'])).status, (await confirm(['approver'])).status]).toEqual([403, 200]);
  });
});
