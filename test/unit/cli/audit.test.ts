import { describe, expect, it } from 'vitest';
import { auditText } from '../../../cli/audit/audit.ts';

describe('what the audit says', () => {
  it('is one line when there is nothing to say', () => {
    expect(auditText([], false)).toBe('every ticket has its record, and every record its one ticket\n');
  });

  it('names each finding, and what was done about it', () => {
    const duplicate = { kind: 'duplicate' as const, original: 'PLAT-1' };
    expect(
      auditText(
        [
          { kind: 'orphan', key: 'PLAT-9', because: 'there is no remediation 01KA' },
          { ...duplicate, key: 'PLAT-2', isClosed: false, closed: true },
          { ...duplicate, key: 'PLAT-4', isClosed: false, closed: false, because: 'Jira refused' },
          { ...duplicate, key: 'PLAT-3', isClosed: true },
          { kind: 'missing', key: 'IAM-1', remediationId: '01KB', postMortemId: '01KC' },
        ],
        false,
      ),
    ).toBe(
      [
        '5 findings: docs/runbooks/audit-findings.md',
        '  orphan     PLAT-9: there is no remediation 01KA',
        '  duplicate  PLAT-2 of PLAT-1: linked and closed',
        '  duplicate  PLAT-4 of PLAT-1: NOT closed: Jira refused',
        '  duplicate  PLAT-3 of PLAT-1: closed before',
        '  missing    IAM-1: Jira does not show the ticket of remediation 01KB',
        '',
      ].join('\n'),
    );
  });

  it('says on which of several Jiras a ticket is, and its original', () => {
    const text = auditText(
      [
        { kind: 'missing', site: 'finance', key: 'PLAT-1', remediationId: 'r', postMortemId: 'p' },
        {
          kind: 'duplicate',
          site: 'finance',
          key: 'PLAT-2',
          original: 'PLAT-2',
          originalOn: 'acme.test',
          isClosed: true,
        },
      ],
      false,
    );
    expect(text.split('\n').slice(1)).toEqual([
      '  missing    PLAT-1 on finance: Jira does not show the ticket of remediation r',
      '  duplicate  PLAT-2 on finance of PLAT-2 on acme.test: closed before',
      '',
    ]);
  });
});
