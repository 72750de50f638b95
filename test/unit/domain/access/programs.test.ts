import { describe, expect, it } from 'vitest';
import { programsByClient, speakerFor } from '../../../../shared/domain/access/programs.ts';
import { oneNameIn } from '../../../../shared/domain/verification/source-names.ts';
import { aProgram } from '../../../support/world/programs.ts';

const { name: _, ...policy } = aProgram({ sources: ['Mail simulation', 'nessus'] });
const programs = programsByClient(
  { scanner: policy, trial: { ...policy, sources: ['*'] }, ci: { ...policy, scopes: ['records.read'], sources: [] } },
  { scanner: 'client-1', trial: 'client-2', ci: 'client-3', forgotten: 'client-4' },
);

/** No source has a second name. */
const asNamed = oneNameIn({});

describe('a program that speaks for a source', () => {
  it('is the author, with its name and with who answers for it', () => {
    expect(speakerFor(programs, 'client-1', 'nessus', asNamed)).toEqual({
      author: { kind: 'machine', id: 'client-1', name: 'scanner', owner: 'olga@example.com' },
    });
  });

  it('may speak for a source under each of its names when it may under one', () => {
    const oneName = oneNameIn({ nessus: { alsoCalled: ['tenable', 'Nessus Pro'] } });
    const told = ['nessus', 'tenable', 'Nessus Pro', 'nessus pro'].map(
      (source) => 'author' in speakerFor(programs, 'client-1', source, oneName),
    );
    const byOther = programsByClient({ scanner: { ...policy, sources: ['tenable'] } }, { scanner: 'client-1' });
    const toldByOther = ['nessus', 'Nessus Pro', 'Mail simulation'].map(
      (source) => 'author' in speakerFor(byOther, 'client-1', source, oneName),
    );
    expect([told, toldByOther]).toEqual([
      [true, true, true, false],
      [true, true, false],
    ]);
  });

  it('may speak for every source, for a trial', () => {
    expect(speakerFor(programs, 'client-2', 'anything', asNamed)).toMatchObject({ author: { name: 'trial' } });
  });

  it('is told which source it may not speak for, which it may, and where to change that', () => {
    expect(speakerFor(programs, 'client-1', 'cloud audit', asNamed)).toEqual({
      refusal:
        'source: the program scanner may not speak for "cloud audit", only for "Mail simulation", "nessus"; send the signal ' +
        'with a program that may, or add the source to programs.scanner.sources in holdfast.config.ts and deploy',
    });
  });

  it.each(['nessus ', 'Nessus', 'nessu', 'nessus2', '*', '', 'Mail\u00a0simulation', 'constructor'])(
    'speaks for no other spelling: %j',
    (source) => {
      expect(speakerFor(programs, 'client-1', source, asNamed)).toMatchObject({
        refusal: expect.stringContaining(`may not speak for ${JSON.stringify(source)}`),
      });
    },
  );

  it('speaks for none when it may not send signals', () => {
    expect(speakerFor(programs, 'client-3', 'nessus', asNamed)).toMatchObject({
      refusal: expect.stringContaining('may not speak for "nessus", only for none'),
    });
  });

  it('names a few of many sources', () => {
    const sources = Array.from({ length: 12 }, (__, index) => `s${index}`);
    const many = programsByClient({ scanner: { ...policy, sources } }, { scanner: 'client-1' });
    expect(speakerFor(many, 'client-1', 'nessus', asNamed)).toMatchObject({
      refusal: expect.stringContaining('"s8", "s9" and 2 more; send'),
    });
  });

  it.each([
    ['was taken out', 'client-9'],
    ['the configuration does not name', 'client-4'],
    ['did not show its client', ''],
  ])('is refused when it %s', (__, clientId) => {
    expect(speakerFor(programs, clientId, 'nessus', asNamed)).toEqual({
      refusal: `the client ${clientId} is none of the programs in holdfast.config.ts; use the client of one that is there, or add it and deploy`,
    });
  });
});
