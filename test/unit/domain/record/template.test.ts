import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { type Classification, Template, templateFor } from '../../../../shared/domain/record/template.ts';

const { templates } = DEFAULT_CONFIG.postMortem;

describe('the template of a record', () => {
  it.each<[Classification, string, number]>([
    [{ kind: 'incident', severity: 'critical' }, 'critical incident', 2],
    [{ kind: 'incident', severity: 'high' }, 'incident', 1],
    [{ kind: 'incident', severity: 'low', category: 'phishing' }, 'incident', 1],
    [{ kind: 'near miss', severity: 'critical' }, 'near miss or exercise', 1],
    [{ kind: 'exercise', severity: 'low' }, 'near miss or exercise', 1],
    [{ kind: 'false positive', severity: 'critical' }, 'false positive', 1],
    [{ kind: 'periodic review', severity: 'medium' }, 'periodic review', 1],
  ])('by default of %o is "%s", with %i to approve it', (record, name, approvers) => {
    expect(templateFor(record, templates)).toMatchObject({ name, approvers });
  });

  const named = (name: string, appliesTo: object = {}) => Template.parse({ name, appliesTo, requires: ['summary'] });

  it('is the first that applies: what it does not name matches everything', () => {
    const own = [
      named('ransomware', { categories: ['ransomware'] }),
      named('grave', { severities: ['critical', 'high'] }),
      named('rest'),
    ];
    const nameOf = (record: Classification) => templateFor(record, own).name;
    expect([
      nameOf({ kind: 'incident', severity: 'critical', category: 'ransomware' }),
      nameOf({ kind: 'incident', severity: 'critical', category: 'phishing' }),
      nameOf({ kind: 'incident', severity: 'high' }),
      nameOf({ kind: 'exercise', severity: 'low' }),
    ]).toEqual(['ransomware', 'grave', 'grave', 'rest']);
  });

  it('is the short one of a false positive, where none names the kind', () => {
    const found = { kind: 'false positive', severity: 'low' } as const;
    const own = named('own', { kinds: ['false positive'] });
    expect([
      templateFor(found, [named('rest')]).name,
      templateFor(found, []).name,
      templateFor(found, [own, named('rest')]).name,
    ]).toEqual(['false positive', 'false positive', 'own']);
  });

  it('is one that asks for what no team does without, when none applies', () => {
    const record = { kind: 'incident', severity: 'low' } as const;
    expect(templateFor(record, [named('grave', { severities: ['critical'] })])).toMatchObject({
      name: 'any record',
      approvers: 1,
    });
  });
});
