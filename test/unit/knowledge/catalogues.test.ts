import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../cli/program.ts';
import {
  ATTACK_VERSION,
  currentTechnique,
  mitigationName,
  TECHNIQUES,
  tacticName,
  techniqueInWords,
  techniqueOf,
} from '../../../shared/domain/knowledge/attack.ts';
import { countermeasuresFor, d3fendInWords, d3fendName } from '../../../shared/domain/knowledge/countermeasures.ts';
import { attack } from '../../../shared/domain/record/content/attack.ts';
import { recommendation } from '../../../shared/domain/remediation/recommendation.ts';
import { STORED, WRITTEN } from '../../../shared/domain/words/words.ts';
import { NO_SIGN_IN } from '../../support/machine/no-sign-in.ts';
import { testTerminal } from '../../support/machine/test-terminal.ts';
import { NOW } from '../../support/world/records.ts';

describe('the catalogue of ATT&CK', () => {
  it('has a name, tactics that it knows and mitigations that it knows for every technique', () => {
    const wrong = TECHNIQUES.filter(
      ({ name, tactics, mitigations, isRetired }) =>
        name === '' ||
        (tactics.length === 0 && !isRetired) ||
        tactics.some((id) => tacticName(id) === undefined) ||
        mitigations.some((id) => mitigationName(id) === undefined),
    );
    expect([wrong, TECHNIQUES.length > 1_000, new Set(TECHNIQUES.map(({ id }) => id)).size]).toEqual([
      [],
      true,
      TECHNIQUES.length,
    ]);
  });

  it('leads from every technique that was replaced to one that was not', () => {
    const replaced = TECHNIQUES.filter(({ replacedBy }) => replacedBy !== undefined);
    const ends = replaced.map(({ id }) => techniqueOf(currentTechnique(id)));
    expect([replaced.length > 100, ends.filter((one) => one === undefined || one.replacedBy !== undefined)]).toEqual([
      true,
      [],
    ]);
  });

  it.each([
    ['T1566.002', 'T1566.002 Phishing: Spearphishing Link'],
    ['T1086', 'T1086 PowerShell, now T1059.001 Command and Scripting Interpreter: PowerShell'],
    ['T1034', 'T1034 Path Interception, retired'],
    ['T1431', 'T1431 App Delivered via Web Download, now T1476 Deliver Malicious App via Other Means, retired'],
    ['T9999', 'T9999'],
  ])('names %s in words', (id, words) => {
    expect(techniqueInWords(id)).toBe(words);
  });
});

describe('the catalogue of D3FEND', () => {
  it('names what MITRE names against a technique, by way of its mitigations', () => {
    const phishing = techniqueOf('T1566.002');
    const found = phishing === undefined ? [] : countermeasuresFor(phishing);
    expect(found).toContainEqual({
      mitigation: 'M1017',
      name: 'User Training',
      d3fend: expect.any(Array),
    });
    const all = TECHNIQUES.flatMap(countermeasuresFor).flatMap(({ d3fend }) => d3fend);
    expect([all.length > 1_000, all.filter(({ id, name }) => id === name || d3fendName(id) !== name)]).toEqual([
      true,
      [],
    ]);
  });

  it('names a defensive technique in words', () => {
    expect([d3fendInWords('D3-MFA'), d3fendInWords('D3-NOPE')]).toEqual([
      'D3-MFA Multi-factor Authentication',
      'D3-NOPE',
    ]);
  });
});

describe('who writes', () => {
  const section = (id: string, version?: string) => ({
    vectors: ['phishing'],
    techniques: [{ id }],
    ...(version === undefined ? {} : { attackVersion: version }),
  });

  it('is refused a technique that ATT&CK does not have, by its path', () => {
    expect(attack(WRITTEN).safeParse(section('T9999')).error?.issues).toMatchObject([
      {
        path: ['techniques', 0, 'id'],
        message: expect.stringContaining(`ATT&CK ${ATTACK_VERSION} has no technique T9999`),
      },
    ]);
  });

  it.each([section('T1566.002'), section('T1086'), section('T9999', '99.1'), section('T1328', '6.0')])(
    'may write %j',
    (content) => {
      expect(attack(WRITTEN).safeParse(content).success).toBe(true);
    },
  );

  it('finds what is stored already, whatever it names', () => {
    const d3fend = recommendation(STORED).shape.d3fend;
    expect([attack(STORED).safeParse(section('T9999')).success, d3fend.safeParse(['D3-NOPE']).success]).toEqual([
      true,
      true,
    ]);
  });

  it('is refused a defensive technique that D3FEND does not have', () => {
    const d3fend = recommendation(WRITTEN).shape.d3fend;
    expect([d3fend.safeParse(['D3-MFA']).success, d3fend.safeParse(['D3-NOPE']).error?.issues]).toMatchObject([
      true,
      [{ path: [0], message: expect.stringContaining('has no defensive technique D3-NOPE') }],
    ]);
  });
});

describe('holdfast knowledge import', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
    await mkdir(join(folder, 'out'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const named = (type: string, id: string, attackId: string, name: string, more: object = {}) => ({
    type,
    id: `${type}--${id}`,
    name,
    external_references: [{ source_name: 'mitre-attack', external_id: attackId }],
    ...more,
  });
  const related = (kind: string, from: string, to: string) => ({
    type: 'relationship',
    id: `relationship--${from}-${to}`,
    relationship_type: kind,
    source_ref: from,
    target_ref: to,
  });
  const phase = { kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'execution' }] };
  const RELEASE = [
    { type: 'x-mitre-collection', id: 'x-mitre-collection--1', name: 'Enterprise', x_mitre_version: '77.1' },
    named('x-mitre-tactic', '1', 'TA0002', 'Execution', { x_mitre_shortname: 'execution' }),
    named('attack-pattern', 'a', 'T1001', 'Scripts', phase),
    named('attack-pattern', 'b', 'T1001.001', 'Shell', phase),
    named('attack-pattern', 'c', 'T1000', 'Shell by hand', { ...phase, revoked: true }),
    named('attack-pattern', 'd', 'T1002', 'Nothing', { ...phase, x_mitre_deprecated: true }),
    named('course-of-action', 'm', 'M1001', 'Allow signed scripts'),
    named('course-of-action', 'old', 'T1001', 'Mitigation of before 2019'),
    related('revoked-by', 'attack-pattern--c', 'attack-pattern--b'),
    related('mitigates', 'course-of-action--m', 'attack-pattern--b'),
    related('mitigates', 'course-of-action--old', 'attack-pattern--b'),
    { type: 'intrusion-set', id: 'intrusion-set--1', name: 'Not ours' },
  ];
  const D3FEND = {
    '@context': {},
    '@graph': [
      { '@id': 'http://d3fend.mitre.org/ontologies/d3fend.owl', 'owl:versionInfo': '7.7.0' },
      { '@id': 'd3f:Allowlisting', 'd3f:d3fend-id': 'D3-AA', 'rdfs:label': 'Allowlisting' },
      { '@id': 'd3f:Denylisting', 'd3f:d3fend-id': 'D3-DL', 'rdfs:label': ['Denylisting'] },
      { '@id': 'd3f:Clustering', 'd3f:d3fend-id': 'D3A-C', 'rdfs:label': 'Clustering' },
      { '@id': 'd3f:M1001', 'd3f:related': [{ '@id': 'd3f:Denylisting' }, { '@id': 'd3f:Allowlisting' }] },
      { '@id': 'd3f:M1002', 'd3f:related': { '@id': 'd3f:Something' } },
    ],
  };

  async function imported(...args: string[]) {
    const { terminal, out, err } = testTerminal();
    const connect = () => Promise.reject(new Error('it needs no installation'));
    const words = ['knowledge', 'import', ...args, '--out', join(folder, 'out')];
    const exitCode = await run(words, { terminal, connect, signIn: NO_SIGN_IN, now: () => NOW });
    return { exitCode, out: out(), err: err() };
  }
  const file = async (name: string, content: unknown): Promise<string> => {
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    return join(folder, name);
  };
  const made = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, 'out', name), 'utf8'));

  it('makes both catalogues from a release, with a line for each entry', async () => {
    const attackFile = await file('enterprise-attack.json', { type: 'bundle', id: 'bundle--1', objects: RELEASE });
    const done = await imported('--attack', attackFile, '--d3fend', await file('d3fend.json', D3FEND));
    expect([done.exitCode, done.out]).toEqual([
      0,
      'attack-catalogue.json: version 77.1, 4 techniques\nd3fend-catalogue.json: version 7.7.0, 2 techniques\n',
    ]);
    expect([await made('attack-catalogue.json'), await made('d3fend-catalogue.json')]).toEqual([
      {
        notice: expect.stringContaining('The MITRE Corporation'),
        version: '77.1',
        tactics: [{ id: 'TA0002', name: 'Execution' }],
        mitigations: [{ id: 'M1001', name: 'Allow signed scripts' }],
        techniques: [
          { id: 'T1000', name: 'Shell by hand', tactics: ['TA0002'], isRetired: true, replacedBy: 'T1001.001' },
          { id: 'T1001', name: 'Scripts', tactics: ['TA0002'] },
          { id: 'T1001.001', name: 'Scripts: Shell', tactics: ['TA0002'], mitigations: ['M1001'] },
          { id: 'T1002', name: 'Nothing', tactics: ['TA0002'], isRetired: true },
        ],
      },
      {
        notice: expect.stringContaining('MIT'),
        version: '7.7.0',
        techniques: [
          { id: 'D3-AA', name: 'Allowlisting' },
          { id: 'D3-DL', name: 'Denylisting' },
        ],
        ofMitigations: [{ mitigation: 'M1001', techniques: ['D3-AA', 'D3-DL'] }],
      },
    ]);
    const lines = (await readFile(join(folder, 'out', 'attack-catalogue.json'), 'utf8')).split('\n');
    expect(lines.filter((line) => line.includes('"id":"T1'))).toHaveLength(4);
  });

  it('reads a folder with a file for each object, and is told the version where nobody says it', async () => {
    for (const [index, object] of RELEASE.slice(1).entries()) {
      await mkdir(join(folder, 'release', object.type), { recursive: true });
      await file(join('release', object.type, `${index}.json`), { type: 'bundle', objects: [object] });
    }
    const release = join(folder, 'release');
    const unsaid = await imported('--attack', release);
    const said = await imported('--attack', release, '--attack-version', '77.2');
    expect([unsaid.exitCode, unsaid.err, said.out]).toEqual([
      1,
      expect.stringContaining('name it with --attack-version'),
      'attack-catalogue.json: version 77.2, 4 techniques\n',
    ]);
  });

  it.each([
    ['no JSON', 'half a fi', /JSON/],
    ['no bundle', { type: 'report' }, /no bundle of STIX: type/],
    ['a bundle without techniques', { type: 'bundle', objects: RELEASE.slice(0, 2) }, /holds no technique/],
  ])('leaves the catalogues as they are for %s', async (_what, content, message) => {
    const before = { version: 'as it was' };
    await file(join('out', 'attack-catalogue.json'), before);
    const { exitCode, err } = await imported('--attack', await file('release.json', content));
    expect([exitCode, err, await made('attack-catalogue.json')]).toEqual([1, expect.stringMatching(message), before]);
  });

  it('writes nothing when the second file is wrong', async () => {
    const attackFile = await file('enterprise-attack.json', { type: 'bundle', objects: RELEASE });
    const { exitCode, err } = await imported('--attack', attackFile, '--d3fend', await file('d3fend.json', { a: 1 }));
    const left = await made('attack-catalogue.json').catch((error: unknown) => Object(error).code);
    expect([exitCode, err, left]).toEqual([1, expect.stringContaining('it is not d3fend.json'), 'ENOENT']);
  });

  it('wants at least one of them', async () => {
    expect(await imported()).toMatchObject({ exitCode: 2, err: expect.stringContaining('--attack, --d3fend or both') });
  });
});
