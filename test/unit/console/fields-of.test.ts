import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../console/review/fields-of.ts';

describe('what an approver reads of a field', () => {
  it.each([
    ['a technique', { id: 'T1566.002', note: 'A link to a false sign-in page' }, 'T1566.002'],
    ['a weakness', { id: 'CVE-2026-1234', description: 'Signs in without a password' }, 'CVE-2026-1234'],
  ])('names %s by its id, so that another one shows as a change', (_, value, id) => {
    expect(fieldsOf(value)).toContainEqual(['id', id]);
  });

  it.each([
    ['a part', { id: '01M8GATNBD6QFT84EX193ANF0W', statement: 'The rule was off.' }, '01M8GATNBD6QFT84EX193ANF0W'],
    ['a person', { kind: 'person', id: 'c1f0', name: 'Nina Analyst' }, 'c1f0'],
  ])('leaves out the id of %s', (_, value, id) => {
    expect(fieldsOf(value)).not.toContainEqual(['id', id]);
  });
});
