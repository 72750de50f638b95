import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../shared/api/routes.ts';
import { classify } from '../../../shared/domain/record/decide/write-record.ts';
import { syncWithTicket } from '../../../shared/domain/remediation/decide/claim.ts';
import { isRestricted, TLP_MARKS, type Tlp } from '../../../shared/domain/words/tlp.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { fullRecord, pathIn, undoMeasure } from '../../support/world/full-record.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { A_PROGRAM } from '../../support/world/programs.ts';
import { aCause, ticketedRemediation } from '../../support/world/stories.ts';

const { world, api, as, anna, ben } = apiForEachTest();
const olga = as({ kind: 'person', id: 'olga', name: 'Olga Auditor', email: 'olga@example.com' }, 'auditor');

const looksAt = async (id: string) =>
  (await world().store.looks(Object(id))).map(({ actor, data }) => [actor.id, data.what]);
const isLogged = ({ method, path, tag }: (typeof ROUTES)[number]) =>
  method === 'GET' &&
  path.startsWith('/post-mortems/{id}') &&
  tag !== 'Evidence' &&
  tag !== 'Export and import' &&
  !path.endsWith('/activity');

describe('a restricted record', () => {
  it.each(['AMBER+STRICT', 'RED'] as const)('that is TLP:%s has every look at it among its looks', async (tlp) => {
    const record = await fullRecord(api(), tlp);
    for (const { path } of ROUTES.filter(isLogged)) await olga('GET', pathIn(path, record));
    const places = ROUTES.filter(isLogged).map(({ path }) =>
      pathIn(path, record).replace(`/post-mortems/${record.id}`, '').slice(1),
    );
    expect(await looksAt(record.id)).toEqual(places.map((place) => ['olga', place === '' ? 'the record' : place]));
  });

  it.each(TLP_MARKS.filter((tlp) => !isRestricted(tlp)))(
    'is none that is TLP:%s: nobody notes who reads it',
    async (tlp) => {
      const record = await fullRecord(api(), tlp);
      for (const { path } of ROUTES.filter(isLogged)) await olga('GET', pathIn(path, record));
      expect(await looksAt(record.id)).toEqual([]);
    },
  );

  it('has among its looks who repeats a merge, a refusal of a recommendation or a check, and so reads it', async () => {
    const { id, parts } = await fullRecord(api(), 'RED');
    await undoMeasure(api(), { id, parts });
    const { id: target } = await fullRecord(api(), 'RED');
    const carl = as({ kind: 'person', id: 'carl', name: 'Carl', email: 'carl@example.com' }, 'approver');
    const merge = () =>
      carl('POST', `/post-mortems/${id}/merge`, { into: target, reason: 'Both tell of the same campaign.' }, ANYTHING);
    const review = (status: 'in review' | 'open') =>
      world().store.changePostMortem(
        Object(id),
        (record) =>
          status === 'open'
            ? [{ type: 'Post-Mortem Returned', data: { postMortemId: record.id, reason: 'Say more.', by: BEN } }]
            : [
                {
                  type: 'Post-Mortem Submitted',
                  data: { postMortemId: record.id, revision: record.revision, by: BEN },
                },
              ],
        aCause(BEN),
      );
    const decline = () =>
      carl(
        'POST',
        `/post-mortems/${id}/recommendations/${parts.recommendations}/decline`,
        { reason: 'It costs more than it prevents.' },
        ANYTHING,
      );
    await review('in review');
    const declined = [await decline(), await decline()];
    await review('open');
    const merged = [await merge(), await merge()];
    expect([...declined, ...merged].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await looksAt(id)).toEqual([
      ['carl', 'the record'],
      ['carl', 'the record'],
    ]);
  });

  it('has among its looks who repeats an attestation', async () => {
    const { postMortemId, id, ticket } = await ticketedRemediation(world(), {
      verification: { checks: [{ kind: 'attestation', statement: 'The test mail was quarantined' }] },
    });
    const done = {
      ticket,
      isDone: true,
      outcome: { status: { name: 'Done' }, resolution: undefined },
      movedAt: world().now(),
      claim: { at: world().now(), status: 'Done' },
    };
    const { store, now, config } = world();
    await store.changeRemediation(
      postMortemId,
      id,
      (current) => (current === undefined ? [] : syncWithTicket(current, done, now(), config)),
      aCause(),
    );
    await store.changePostMortem(postMortemId, (one) => classify(one, { tlp: 'RED' }, ANNA, config), aCause(ANNA));
    const path = `/post-mortems/${postMortemId}/remediations/${id}/attestations`;
    const attest = () =>
      ben('POST', path, { check: 0, outcome: 'pass', note: 'I saw it happen' }, { 'idempotency-key': 'once' });
    const answers = [await attest(), await attest()];
    expect([answers.map(({ status }) => status), await looksAt(postMortemId)]).toEqual([
      [200, 200],
      [['ben', `remediations/${id}`]],
    ]);
  });

  it('keeps its revision, its approvals and its whole chain when it is read', async () => {
    const { id } = await fullRecord(api(), 'RED');
    const [first, second] = [await olga('GET', `/post-mortems/${id}`), await olga('GET', `/post-mortems/${id}`)];
    const verification = await olga('GET', `/post-mortems/${id}/events/verification`);
    expect([second.headers.etag, verification.body]).toMatchObject([
      first.headers.etag,
      { isWhole: true, findings: [] },
    ]);
  });

  it('that cannot log the look is not shown', async () => {
    const { id } = await fullRecord(api(), 'RED');
    const { store } = world();
    const broken = { ...store, logLook: () => Promise.reject(new Error('the table is away')) };
    Object.assign(world().store, broken);
    const answer = await olga('GET', `/post-mortems/${id}/sections/summary`);
    expect([answer.status, api().unexpected.splice(0).length]).toEqual([500, 1]);
    Object.assign(world().store, store);
  });

  it('is there for an analyst who takes part in it, by hand or by address, and for no other', async () => {
    const { id } = await fullRecord(api(), 'RED');
    const asks = async (who: typeof ANNA) => (await as(who, 'analyst')('GET', `/post-mortems/${id}`)).status;
    const carl = { kind: 'person', id: 'carl', name: 'Carl', email: 'carl@example.com' } as const;
    // Anna is named in the team of the example; Ben wrote the record; a name without an address says nothing.
    expect([
      await asks({ ...ANNA, email: 'ANNA@example.com' }),
      await asks(BEN),
      await asks({ ...carl, name: 'Anna Analyst' }),
    ]).toEqual([200, 200, 404]);
  });

  it('disappears for an analyst when its mark is raised', async () => {
    const { id } = await fullRecord(api(), 'AMBER');
    const carl = as({ kind: 'person', id: 'carl', name: 'Carl', email: 'carl@example.com' }, 'analyst');
    const path = `/post-mortems/${id}`;
    const before = await carl('GET', path);
    const raised = await ben('PATCH', path, { tlp: 'RED' }, { 'if-match': before.headers.etag ?? '' });
    expect([before.status, raised.status, (await carl('GET', path)).status]).toEqual([200, 200, 404]);
  });
});

describe('a list', () => {
  const shownTo = async (caller: typeof olga, query: string) => {
    await world().deliver();
    return Object((await caller('GET', `/post-mortems${query}`)).body).postMortems;
  };

  it.each(['', '?status=waived'])(
    'shows what the caller may read, and of restricted records only that they are there (%s)',
    async (query) => {
      const records = new Map<Tlp, string>();
      for (const tlp of TLP_MARKS) {
        const { id, parts } = await fullRecord(api(), tlp);
        await undoMeasure(api(), { id, parts });
        records.set(tlp, id);
        const carl = as({ kind: 'person', id: 'carl', name: 'Carl' }, 'admin');
        if (query !== '')
          await carl('POST', `/post-mortems/${id}/waive`, { reason: 'it was a test of ours' }, ANYTHING);
      }
      const status = query === '' ? 'open' : 'waived';
      const marks = async (caller: typeof olga) =>
        (await shownTo(caller, query)).map(({ tlp }: { tlp: Tlp }) => tlp).toSorted();
      const eve = { kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' } as const;
      expect([
        await marks(olga),
        await marks(as(eve, 'analyst')),
        await marks(anna),
        await marks(as({ kind: 'machine', id: A_PROGRAM }, 'machine reader')),
      ]).toEqual([
        [...TLP_MARKS].toSorted(),
        TLP_MARKS.filter((tlp) => tlp !== 'RED').toSorted(),
        [...TLP_MARKS].toSorted(),
        ['AMBER', 'CLEAR', 'GREEN'],
      ]);
      const red = (await shownTo(olga, query)).find(({ tlp }: { tlp: Tlp }) => tlp === 'RED');
      expect(red).toEqual({ id: records.get('RED'), status, tlp: 'RED' });
    },
  );

  it('and a look-up by ticket lead nobody to a record that they may not read', async () => {
    const { key, id } = await fullRecord(api(), 'RED');
    const path = `/incident-tickets/holdfast/${key}/post-mortem`;
    const eve = as({ kind: 'person', id: 'eve', name: 'Eve' }, 'analyst');
    expect([(await olga('GET', path)).body, (await eve('GET', path)).body]).toMatchObject([
      { id },
      { status: 404, detail: `there is no post-mortem for the incident ticket ${key} of holdfast` },
    ]);
  });
});
