import { describe, expect, it } from 'vitest';
import { whyNotAccept, whyNotAttest, whyNotCancel, whyNotCheck, whyNotDecide } from '../../../console/fix/fix-rules.ts';

type Fix = Parameters<typeof whyNotAttest>[0];

const fix = (more: object): Fix =>
  ({
    state: 'claimed',
    checks: [{ kind: 'attestation', statement: 'It works as it should' }],
    ticket: { site: 'acme', issueId: '1', key: 'NET-1', assignee: { accountId: 'jira-jonas', name: 'Jonas' } },
    claim: { at: '2026-11-01T10:00:00.000Z', status: 'Done' },
    ...more,
  }) as Fix;

const ben = {
  author: { kind: 'person', id: 'ben', name: 'Ben', email: 'Ben@example.com', jiraAccountId: 'jira-ben' },
} as const;
const jonas = {
  author: { ...ben.author, id: 'jonas', email: 'jonas@example.com', jiraAccountId: 'jira-jonas' },
} as const;

const nina = { kind: 'person', id: 'nina', name: 'Nina', email: 'nina@example.com' } as const;
const ofOthers = { authors: [nina] };

describe('who may say what of a fix', () => {
  it('lets a second person attest a claim, and nobody before it', () => {
    expect(whyNotAttest(fix({}), ben)).toBeUndefined();
    expect(whyNotAttest(fix({ state: 'open' }), ben)).toBe('It can be attested once its ticket is done.');
  });

  it('lets nobody vouch for their own work, by account or by address', () => {
    const byAddress = fix({ workedBy: [{ accountId: 'other', name: 'Ben', email: 'ben@example.com' }] });
    for (const [one, me] of [
      [fix({}), jonas],
      [byAddress, ben],
    ] as const) {
      expect([
        whyNotAttest(one, me),
        whyNotAccept(one, ofOthers, me),
        whyNotCancel({ ...one, state: 'open' } as Fix, ofOthers, me),
      ]).toEqual([
        expect.stringContaining('A second person must attest'),
        expect.stringContaining('A second person must accept the risk'),
        expect.stringContaining('A second person must cancel it'),
      ]);
    }
  });

  it('lets nobody vouch for work of somebody whom nothing tells from them', () => {
    const { jiraAccountId: _, ...withoutAccount } = ben.author;
    expect(whyNotAttest(fix({}), { author: withoutAccount })).toContain('share no name for people');
    const known = { accountId: 'jira-jonas', name: 'Jonas', email: 'jonas@example.com' };
    const told = fix({ ticket: { site: 'acme', issueId: '1', key: 'NET-1', assignee: known } });
    expect(whyNotAttest(told, { author: withoutAccount })).toBeUndefined();
  });

  it.each([
    ['wrote in it', { authors: [nina, { ...ben.author, id: 'ben-of-the-provider' }] }],
    ['submitted it', { authors: [nina], submittedBy: ben.author }],
    [
      'answers for a program that wrote in it',
      { authors: [{ kind: 'machine', id: 'scanner', owner: 'ben@Example.com' }] },
    ],
  ] as const)('lets nobody take a fix out of a record who %s', (_, { authors, ...more }) => {
    const record = { authors: [...authors], ...more };
    const open = fix({ state: 'open' });
    const because = 'You wrote or submitted this record. A second person must decide.';
    expect([
      whyNotAccept(open, record, ben),
      whyNotCancel(open, record, ben),
      whyNotDecide(record, ben),
      whyNotDecide(ofOthers, ben),
    ]).toEqual([because, because, because, undefined]);
  });

  it('checks what is claimed alone', () => {
    expect([whyNotCheck(fix({})), whyNotCheck(fix({ state: 'open' }))]).toEqual([undefined, expect.any(String)]);
  });
});
