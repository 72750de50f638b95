import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Route } from '../../../shared/api/route.ts';
import { ROUTES } from '../../../shared/api/routes.ts';
import type { Action, Role } from '../../../shared/domain/access/access.ts';
import type { Author } from '../../../shared/domain/words/person.ts';
import { TLP_MARKS, type Tlp } from '../../../shared/domain/words/tlp.ts';
import { type ApiAnswer, apiOf } from '../../support/api/api.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { type FullRecord, fullRecord, pathIn } from '../../support/world/full-record.ts';
import { A_PROGRAM } from '../../support/world/programs.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let api: ReturnType<typeof apiOf>;
beforeEach(async () => {
  world = await startWorld(endpoint());
  api = apiOf(world);
});
afterEach(async () => {
  await world.close();
  expect(api.unexpected).toEqual([]);
});

const ROLES: readonly Role[] = ['analyst', 'approver', 'auditor', 'admin', 'machine', 'machine reader'];
type Limits = Partial<Record<Role, Tlp>>;

/** Up to which mark a role carries an action, for somebody who takes no part in the record. */
const EVERYBODY: Limits = {
  analyst: 'AMBER+STRICT',
  approver: 'RED',
  auditor: 'RED',
  admin: 'RED',
  machine: 'AMBER',
  'machine reader': 'AMBER',
};
const PEOPLE: Limits = { analyst: 'AMBER+STRICT', approver: 'RED', admin: 'RED' };
const WRITERS: Limits = { ...PEOPLE, machine: 'AMBER' };
const APPROVERS: Limits = { approver: 'RED', admin: 'RED' };
const EXPECTED: Record<Action, Limits> = {
  'read records': EVERYBODY,
  // Whoever opens a record is its author, and so takes part in it.
  'open records': { ...WRITERS, analyst: 'RED' },
  'write records': WRITERS,
  'classify records': PEOPLE,
  'submit records': PEOPLE,
  'judge records': APPROVERS,
  'waive records': APPROVERS,
  'merge records': APPROVERS,
  'accept risks': APPROVERS,
  'attest fixes': PEOPLE,
  'confirm lessons': PEOPLE,
  'check fixes': { ...WRITERS, auditor: 'RED' },
  'cancel remediations': APPROVERS,
  'open evidence': { ...PEOPLE, auditor: 'RED' },
  'export records': { ...APPROVERS, auditor: 'RED' },
  'import records': { admin: 'RED' },
  'read reports': { ...APPROVERS, auditor: 'RED' },
  'make reports': { ...APPROVERS, auditor: 'RED' },
};

type Verdict = 'let in' | 'forbidden' | 'hidden';

function expected(role: Role, { action, params }: Route, tlp: Tlp): Verdict {
  const reaches = (limits: Limits) => TLP_MARKS.indexOf(limits[role] ?? 'CLEAR') >= TLP_MARKS.indexOf(tlp);
  const isAboutARecord = 'id' in params.shape || 'key' in params.shape;
  const limits = EXPECTED[action];
  if (limits[role] === undefined) return 'forbidden';
  if (isAboutARecord && !reaches(EVERYBODY)) return 'hidden';
  return (isAboutARecord || action === 'open records') && !reaches(limits) ? 'forbidden' : 'let in';
}

function verdictOf({ status, body }: ApiAnswer): Verdict {
  const detail = String(Object(body).detail);
  if (status === 403 && detail.startsWith('your role may not')) return 'forbidden';
  return status === 404 && detail.startsWith('there is no post-mortem') ? 'hidden' : 'let in';
}

/** Somebody who wrote nothing and is in no team. */
const stranger = (role: Role): Author =>
  role.startsWith('machine')
    ? { kind: 'machine', id: A_PROGRAM }
    : { kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' };

/** Nobody has read this version: whoever is let in comes as far as 412, and changes nothing. */
const NEVER = { 'if-match': '"never"' };

async function verdict(route: Route, role: Role, record: FullRecord, tlp: Tlp): Promise<Verdict> {
  const body = route.action === 'open records' ? Object.assign({}, route.body?.example, { tlp }) : route.body?.example;
  const path = pathIn(route.path, record);
  return verdictOf(await api.call(stranger(role), [role], route.method, path, body, NEVER));
}

describe('every route, for every role', () => {
  it.each(TLP_MARKS)(
    'lets in, forbids or hides a record that is TLP:%s as the table says',
    { timeout: 600_000 },
    async (tlp) => {
      const record = await fullRecord(api, tlp);
      const wrong: string[] = [];
      for (const route of ROUTES) {
        for (const role of ROLES) {
          const is = await verdict(route, role, record, tlp);
          const should = expected(role, route, tlp);
          if (is !== should) wrong.push(`${role} ${route.method} ${route.path}: ${is}, not ${should}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('forbids everything to somebody without a role, and knows nobody without a token', async () => {
    const record = await fullRecord(api);
    for (const route of ROUTES) {
      const path = pathIn(route.path, record);
      const none = await api.call(stranger('analyst'), [], route.method, path, route.body?.example, NEVER);
      const nobody = await api.call(undefined, [], route.method, path, route.body?.example, NEVER);
      const expected = route.isForEverybody === true ? 200 : 403;
      expect([route.operationId, none.status, nobody.status]).toEqual([route.operationId, expected, 401]);
    }
  });
});
