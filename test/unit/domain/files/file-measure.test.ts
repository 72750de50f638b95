import { describe, expect, it } from 'vitest';
import type { Import } from '../../../../shared/domain/files/import.ts';
import { importSteps, NO_PROGRESS, openImported, rehearse } from '../../../../shared/domain/files/import-record.ts';
import { PostMortemFile, type PostMortemFileInput } from '../../../../shared/domain/files/post-mortem-file.ts';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { Refusal } from '../../../../shared/domain/words/refusal.ts';
import { sha256 } from '../../../../shared/sha256.ts';
import { partsOf } from '../../../../shared/store/records/record-items.ts';
import { aFile } from '../../../support/samples/post-mortem-files.ts';
import { ANNA } from '../../../support/world/people.ts';
import { aMeasure, aPostMortemId, NOW } from '../../../support/world/records.ts';

type FileMeasure = NonNullable<PostMortemFileInput['temporaryMeasures']>[number];

const [SINCE, UNTIL, LATER] = ['2026-11-20T10:00:00.000Z', '2026-12-20T10:00:00.000Z', '2027-01-20T10:00:00.000Z'];
const { id: _, ...MEASURE } = aMeasure({ since: SINCE, until: UNTIL });
const removal = { proof: { note: 'The rule is gone from the gateway.' }, by: ANNA, at: NOW };
const extension = (from: string, until: string, at = NOW) => ({
  ...{ from, until, because: 'The filter is late.', by: ANNA, at },
});
const withMeasure = (with_: Partial<FileMeasure>, status?: PostMortemFileInput['status']) =>
  aFile({ status, temporaryMeasures: [{ ...MEASURE, ...with_ }] });

function faultsOf(with_: Partial<FileMeasure>, status?: PostMortemFileInput['status']): string[] {
  const read = PostMortemFile.safeParse(withMeasure(with_, status));
  return (read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a temporary measure of a file', () => {
  it.each<[string, Partial<FileMeasure>]>([
    ['in force', {}],
    ['removed', { status: 'removed', removal }],
    ['extended twice', { until: LATER, extensions: [extension(SINCE, UNTIL), extension(UNTIL, LATER)] }],
  ])('may be %s', (_what, measure) => {
    expect([faultsOf(measure), faultsOf(measure, 'open')]).toEqual([[], []]);
  });

  it.each<[string, Partial<FileMeasure>, fault: string]>([
    ['over when it begins', { until: SINCE }, `until: expected an end after ${SINCE}`],
    ['removed, and nobody says so', { status: 'removed' }, 'removal: say what shows that it is removed'],
    ['in force with a removal', { removal }, 'status: it has a removal, so it is removed'],
    [
      'removed before it was in force',
      { status: 'removed', removal: { ...removal, at: '2026-11-01T10:00:00.000Z' } },
      `removal.at: 2026-11-01T10:00:00.000Z is before ${SINCE}`,
    ],
    [
      'removed before it was extended',
      {
        ...{ status: 'removed', removal, until: LATER },
        extensions: [extension(UNTIL, LATER, '2026-12-01T10:00:00.000Z')],
      },
      'removal.at: 2026-11-21T10:00:00.000Z is before 2026-12-01T10:00:00.000Z',
    ],
    [
      'undone after somebody said so',
      { status: 'removed', removal: { ...removal, proof: { ...removal.proof, undoneAt: UNTIL } } },
      `removal.proof.undoneAt: expected a time after ${SINCE}, since when it was in force, and until ${NOW}`,
    ],
    [
      'extended to another end than it has',
      { extensions: [extension(UNTIL, LATER)] },
      `until: it was extended until ${LATER}`,
    ],
    [
      'extended to an earlier end',
      { extensions: [extension(LATER, UNTIL)] },
      `extensions.0.until: expected an end after ${LATER}`,
    ],
    [
      'extended from an end that it did not have',
      { until: LATER, extensions: [extension(SINCE, UNTIL), extension(SINCE, LATER)] },
      `extensions.1.from: expected the end before it, ${UNTIL}`,
    ],
    [
      'extended in another order',
      { until: LATER, extensions: [extension(SINCE, UNTIL), extension(UNTIL, LATER, SINCE)] },
      `extensions.1.at: ${SINCE} is before the extension before it`,
    ],
  ])('is refused by its place: %s', (_what, measure, fault) => {
    const expected = [expect.stringContaining(`temporaryMeasures.0.${fault}`)];
    expect([faultsOf(measure), faultsOf(measure, 'open')]).toEqual([expected, expected]);
  });

  it('is undone before its record is waived', () => {
    expect(faultsOf({}, 'waived')).toEqual([
      expect.stringContaining('temporaryMeasures.0.status: the record is waived'),
    ]);
    expect(faultsOf({ status: 'removed', removal }, 'waived')).toEqual([]);
  });
});

const wanting = (file: PostMortemFileInput): Import => ({
  ...{ file: PostMortemFile.parse(file), sha256: sha256('file'), at: NOW, by: { kind: 'machine', id: 'import' } },
});
const CONFIG = parseConfig({ teams: { messaging: { owner: 'fixes@acme.com', lead: 'lead@acme.com' } } });

function refusalOf(file: PostMortemFileInput): unknown {
  try {
    return rehearse(aPostMortemId(), wanting(file), CONFIG, sha256).status;
  } catch (error) {
    if (error instanceof Refusal) return error.missing;
    throw error;
  }
}

describe('a temporary measure that is imported', () => {
  const nobody = { ownerTeam: 'a team that is gone' };
  it('goes to a team that there is while it is in force, in a past incident too, and keeps its team once it is removed', () => {
    const removed = { ...nobody, status: 'removed' as const, removal };
    const wrongTeam = [{ path: 'temporaryMeasures.0.ownerTeam', message: expect.any(String) }];
    expect((['open', 'closed'] as const).map((status) => refusalOf(withMeasure(nobody, status)))).toEqual([
      wrongTeam,
      wrongTeam,
    ]);
    expect((['open', 'closed'] as const).map((status) => refusalOf(withMeasure(removed, status)))).toEqual([
      'open',
      'closed',
    ]);
  });

  it('was not removed at a time to come', () => {
    const measure = { status: 'removed' as const, removal: { ...removal, at: LATER } };
    expect(refusalOf(withMeasure(measure))).toEqual([
      { path: 'temporaryMeasures.0.removal.at', message: `${LATER} is to come, and it is removed already` },
    ]);
  });

  it('is asked for again in a past incident as long as it is in force: it is a block of now', () => {
    const deadlines = (with_: Partial<FileMeasure>) => {
      const wanted = wanting(withMeasure(with_, 'approved'));
      const opened = openImported(aPostMortemId(), wanted, CONFIG).reduce<PostMortem | undefined>(
        applyToPostMortem,
        undefined,
      );
      if (opened === undefined) throw new Error('an import opens a record');
      const record = importSteps(wanted, sha256).reduce(
        (now, step) => step(now, NO_PROGRESS).reduce(applyToPostMortem, now),
        opened,
      );
      return [record.status, [...partsOf(record).values()].flatMap(({ deadlineAt }) => deadlineAt ?? [])];
    };
    expect([deadlines({}), deadlines({ status: 'removed', removal })]).toEqual([
      ['closed', [UNTIL]],
      ['closed', []],
    ]);
  });
});
