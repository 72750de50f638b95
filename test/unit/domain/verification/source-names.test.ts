import { describe, expect, it } from 'vitest';
import { InvalidConfig, parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { askableSources } from '../../../../shared/domain/verification/evidence-source-policy.ts';
import { knownSources, unknownSource } from '../../../../shared/domain/verification/known-sources.ts';
import { namesOf, oneNameIn, underOneNames } from '../../../../shared/domain/verification/source-names.ts';
import { neededOf } from '../../../../shared/domain/verification/verdict/evidence.ts';

const ASK = { function: 'ask-hub' };
const sourcesOf = (evidenceSources: unknown) =>
  parseConfig(JSON.parse(JSON.stringify({ evidenceSources }))).evidenceSources;

function problemsOf(evidenceSources: unknown): readonly string[] {
  try {
    sourcesOf(evidenceSources);
    return [];
  } catch (error) {
    if (error instanceof InvalidConfig) return error.problems;
    throw error;
  }
}

describe('the names of a source', () => {
  const sources = sourcesOf({ hub: { alsoCalled: ['hub-asff', 'hub-ocsf'] }, edr: { ask: ASK } });
  const oneName = oneNameIn(sources);

  it('are read as one', () => {
    expect(['hub', 'hub-asff', 'hub-ocsf', 'edr', 'Hub', 'constructor'].map(oneName)).toEqual([
      ...['hub', 'hub', 'hub', 'edr', 'Hub', 'constructor'],
    ]);
    expect(['hub', 'edr', 'constructor'].map((name) => namesOf(sources, name))).toEqual([
      ['hub', 'hub-asff', 'hub-ocsf'],
      ['edr'],
      ['constructor'],
    ]);
  });

  it('are one in a plan, too, so that a source does not speak for two', () => {
    const check = { kind: 'signal' as const, subject: { type: 'control' as const, id: 'S3.1' } };
    expect(underOneNames({ ...check, sources: ['hub-asff', 'edr', 'hub', 'hub-ocsf'], need: 2 }, oneName)).toEqual({
      ...check,
      sources: ['hub', 'edr'],
      need: 2,
    });
    expect(underOneNames(check, oneName)).toBe(check);
    // One source under two names is not the two that are needed.
    const judged = underOneNames({ ...check, sources: ['hub', 'hub-asff'], need: 2 }, oneName);
    expect(judged.kind === 'signal' && neededOf(judged)).toBe(2);
  });

  it('make no source askable', () => {
    expect(askableSources(sources)).toEqual(['edr']);
  });

  it.each([
    [
      'the same name twice',
      { hub: { alsoCalled: ['a', 'a'] } },
      'evidenceSources.hub.alsoCalled.1',
      'hub is called so',
    ],
    [
      'the name of another source’s',
      { hub: { alsoCalled: ['a'] }, edr: { alsoCalled: ['a'] } },
      'evidenceSources.edr.alsoCalled.0',
      'hub is called so, too',
    ],
    [
      'the name of an entry',
      { hub: { alsoCalled: ['edr'] }, edr: { ask: ASK } },
      'evidenceSources.hub.alsoCalled.0',
      'without an entry of its own',
    ],
    ['its own name', { hub: { alsoCalled: ['hub'] } }, 'evidenceSources.hub.alsoCalled.0', 'another name than'],
    ['every name', { hub: { alsoCalled: ['*'] } }, 'evidenceSources.hub.alsoCalled.0', 'for none here'],
    ['no other name', { hub: { alsoCalled: [] } }, 'evidenceSources.hub.alsoCalled', ''],
    ['nothing at all', { hub: {} }, 'evidenceSources.hub', 'expected ask, alsoCalled, or both'],
  ])('are refused with %s', (_, evidenceSources, path, expected) => {
    expect(problemsOf(evidenceSources)).toEqual([expect.stringContaining(`${path}: `)]);
    expect(problemsOf(evidenceSources)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('a source that a plan names', () => {
  const programs = {
    hub: { owner: 'sam@holdfast.test', scopes: ['signals.write'], sources: ['hub-asff', 'Mail simulation'] },
  };
  const config = parseConfig(
    JSON.parse(JSON.stringify({ programs, evidenceSources: { hub: { alsoCalled: ['hub-ocsf'] } } })),
  );
  const known = knownSources(config);

  it('is known when a program may speak for it, or evidenceSources names it', () => {
    const names = ['hub', 'hub-ocsf', 'hub-asff', 'Mail simulation'];
    expect(names.map((name) => unknownSource(name, known))).toEqual(names.map(() => undefined));
  });

  it('is told otherwise, with what there is and what was meant', () => {
    const there = 'there are "hub-asff", "Mail simulation", "hub", "hub-ocsf"';
    expect([unknownSource('mail simulation', known), unknownSource('edr', known)]).toEqual([
      `no program may speak for "mail simulation" (programs and evidenceSources in holdfast.config.ts), did you mean "Mail simulation"?; ${there}`,
      `no program may speak for "edr" (programs and evidenceSources in holdfast.config.ts); ${there}`,
    ]);
    expect(unknownSource('edr', [])).toContain('there are none');
  });

  it('may be any when a program may speak for every one', () => {
    expect(unknownSource('edr', knownSources(parseConfig({})))).toBeUndefined();
  });
});
