import { describe, expect, it } from 'vitest';
import { recordListing } from '../../../../shared/domain/lists/record-listing.ts';
import { wordsOfRecord } from '../../../../shared/domain/lists/search-words.ts';
import { CorrectionDraft, correctionProblem } from '../../../../shared/domain/record/content/correction.ts';
import { addPart } from '../../../../shared/domain/record/decide/write-record.ts';
import { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { ANNA } from '../../../support/world/people.ts';
import { aPartId, aRecord } from '../../../support/world/records.ts';

const INCIDENT = {
  people: [{ person: { accountId: 'ola', name: 'Ola' }, role: 'assignee' as const }],
  techniques: ['T1078'],
};
const BECAUSE = 'The log shows it.';
const problem = (of: string, shouldBe?: string) => correctionProblem(INCIDENT, { of, shouldBe })?.path;

describe('a correction', () => {
  it.each([
    ['incident.title', 'The right one', undefined],
    ['incident.openedAt', '2026-11-18T07:00:00.000Z', undefined],
    ['incident.openedAt', '2026-11-18', 'shouldBe'],
    ['incident.people.0', undefined, undefined],
    ['incident.people.0', 'Kim', undefined],
    ['incident.people.1', 'Kim', 'of'],
    ['incident.people.-1', 'Kim', 'of'],
    ['incident.people.00', 'Kim', 'of'],
    ['incident.techniques.T1078', undefined, undefined],
    ['incident.techniques.T1566', undefined, 'of'],
    ['incident.techniques.T1078', 'T1566.002', undefined],
    ['incident.techniques.T1078', 'the other one', 'shouldBe'],
    ['incident.severity', 'high', 'of'],
    ['incident.__proto__', 'x', 'of'],
  ])('of %s to %s has its problem at %s', (of, shouldBe, path) => {
    expect(problem(of, shouldBe)).toBe(path);
  });

  it('is refused without a reason', () => {
    expect(CorrectionDraft.safeParse({ of: 'incident.title', shouldBe: 'x' }).success).toBe(false);
  });

  it('leaves records from before without any', () => {
    const { corrections: _, ...before } = aRecord();
    expect(PostMortem.parse(before).corrections).toEqual([]);
  });

  it('moves what a list finds by technique, and only of the technique that it names', () => {
    const content = { id: aPartId(), of: 'incident.techniques.T1078', because: BECAUSE };
    const record = { ...aRecord(), incident: { ...aRecord().incident, techniques: ['T1078', 'T1566.002'] } };
    const [event] = addPart(record, { kind: 'correction', content }, ANNA);
    const lines = JSON.stringify(recordListing({ ...record, corrections: [content] }));
    expect([event?.type, lines.includes('T1566.002'), lines.includes('T1078')]).toEqual(['Part Added', true, false]);
  });

  it('of its title lets it be found by both', () => {
    const content = { id: aPartId(), of: 'incident.title', shouldBe: 'Payroll redirected', because: BECAUSE };
    const words = wordsOfRecord({ ...aRecord(), corrections: [content] });
    expect([words.includes('redirected'), words.includes(aRecord().incident.key.toLowerCase())]).toEqual([true, true]);
  });
});
