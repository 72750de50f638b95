import { describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/domain/access/access.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { Author } from '../../../shared/domain/words/person.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { A_PROGRAM } from '../../support/world/programs.ts';
import { approvedRecord, openedRecord, submittedRecord } from '../../support/world/stories.ts';

const { world, as, anna } = apiForEachTest();
const HINT = { path: 'sections.summary.text', about: 'blame', excerpt: 'human error' };

describe('GET /me', () => {
  it('says who calls, and what their role may do up to which mark', async () => {
    const { body } = await anna('GET', '/me');
    expect(body).toMatchObject({ author: { id: 'anna', email: 'anna@example.com' }, roles: ['analyst'], teams: [] });
    expect(Object(body).actions).toContainEqual({
      action: 'write records',
      upTo: 'AMBER+STRICT',
      beyondIfInvolved: true,
    });
    expect(Object(body).actions.map(({ action }: { action: string }) => action)).not.toContain('judge records');
  });

  it('answers also whoever has no role yet', async () => {
    const { status, body } = await as(ANNA)('GET', '/me');
    expect([status, body]).toEqual([200, { author: ANNA, roles: [], teams: [], actions: [] }]);
  });

  it('takes the widest reach of several roles', async () => {
    const { body } = await as(BEN, 'analyst', 'auditor')('GET', '/me');
    expect(Object(body).actions).toContainEqual({ action: 'read records', upTo: 'RED', beyondIfInvolved: true });
  });

  it('tells the teams that somebody owns, leads or heads', async () => {
    world().config.teams.messaging = { owner: 'mona@example.com', lead: 'BEN@example.com' };
    const { body } = await as(BEN, 'approver')('GET', '/me');
    expect(Object(body).teams).toEqual(['messaging']);
  });
});

describe('what somebody may do with a record', () => {
  type Acts = { act: string; isAllowed: boolean; because?: string }[];
  const CALLERS: [string, Author, Role][] = [
    ['its author', ANNA, 'approver'],
    ['an approver', BEN, 'approver'],
    ['an analyst', BEN, 'analyst'],
    ['an auditor', BEN, 'auditor'],
    ['a program', { kind: 'machine', id: A_PROGRAM }, 'machine'],
  ];
  const STATES: [string, () => Promise<PostMortem>][] = [
    ['open', () => openedRecord(world())],
    ['in review', () => submittedRecord(world())],
    ['approved', () => approvedRecord(world())],
  ];
  const cases = STATES.flatMap(([state, make]) =>
    CALLERS.map(([who, author, role]) => [who, state, make, author, role] as const),
  );

  it.each(cases)('is what happens when %s does it while it is %s', async (_, _s, make, author, role) => {
    const call = as(author, role);
    const told: Record<string, boolean> = {};
    const done: Record<string, boolean> = {};
    const acts = [
      'comment',
      'classify',
      'dismiss hints',
      'submit',
      'return',
      'approve',
      'waive',
      'merge',
      'export',
    ] as const;
    const target = await openedRecord(world());
    for (const act of acts) {
      const { id, revision } = await make();
      const path = `/post-mortems/${id}`;
      const { acts: said } = Object((await call('GET', path)).body) as { acts: Acts };
      const one = said.find((each) => each.act === act);
      told[act] = one?.isAllowed === true;
      const reason = 'it was a test of the pager';
      const { status } = await {
        comment: () => call('POST', `${path}/comments`, { path: 'summary', text: 'Is this all of it?' }),
        classify: () => call('PATCH', path, { tlp: 'GREEN' }, ANYTHING),
        // Taking back what was not dismissed changes nothing, and is allowed to whom dismissing is.
        'dismiss hints': () => call('POST', `${path}/hints/reopen`, { hints: [HINT] }),
        submit: () => call('POST', `${path}/submit`, undefined, ANYTHING),
        return: () => call('POST', `${path}/return`, { reason }, ANYTHING),
        approve: () => call('POST', `${path}/approve`, { revision }, ANYTHING),
        waive: () => call('POST', `${path}/waive`, { reason }, ANYTHING),
        merge: () => call('POST', `${path}/merge`, { into: target.id, reason }, ANYTHING),
        export: () => call('GET', `${path}/export`),
      }[act]();
      done[act] = status < 300;
      expect(one?.isAllowed === false ? typeof one.because : 'string').toBe('string');
    }
    expect(told).toEqual(done);
  });
});

describe('GET /vocabulary', () => {
  it('tells the names that fields take here, and no address of anybody', async () => {
    const { config } = world();
    const [mona, ida] = ['mona@example.com', 'ida@example.com'];
    config.teams = { messaging: { owner: mona, lead: ida }, identity: { owner: ida, lead: mona } };
    config.programs = {
      scanner: { owner: 'sam@example.com', scopes: ['signals.write'], sources: ['mail-simulation'] },
    };
    const { body } = await anna('GET', '/vocabulary');
    expect(body).toMatchObject({ teams: ['identity', 'messaging'], sources: ['mail-simulation'] });
    expect(Object(body).categories).toContain('phishing');
    expect(JSON.stringify(body)).not.toContain('@');
  });
});
