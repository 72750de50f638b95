import { FILE_FORMAT } from '../domain/files/post-mortem-file.ts';
import { canonicalJson } from '../domain/words/canonical-json.ts';
import { isReadable } from '../domain/words/readable.ts';
import { sha256 } from '../sha256.ts';
import { type Candidate, candidate, type Fault, faultAt } from './candidate.ts';

/** Columns of a table of past incidents, and the field of each. docs/import-export.md is the same list. */
export const CSV_COLUMNS = [
  'id',
  'title',
  'kind',
  'severity',
  'category',
  'tlp',
  'status',
  'beganAt',
  'detectedAt',
  'containedAt',
  'endedAt',
  'url',
  'description',
  'summary',
  'impact',
  'services',
  'usersAffected',
  'costAmount',
  'costCurrency',
  'vector',
  'detection',
  'whyNotSooner',
  'containment',
  'eradication',
  'recovery',
  'causeKind',
  'causeStatement',
  'factorKind',
  'factorStatement',
  'noHumanFactorBecause',
] as const;
type Column = (typeof CSV_COLUMNS)[number];

export type Row = { line: number; cells: Readonly<Record<string, string>> };

/** Rows of a table, each with the columns of its first line. An empty cell is as good as none. */
export function fromCsv(rows: readonly Row[]): Candidate[] {
  return rows.map(({ line, cells }) => {
    const place = `line ${line}`;
    const faults = [...unknownColumns(cells), ...loneColumns(cells)];
    if (faults.length > 0) return { place, id: cells.id, faults };
    return inColumns(candidate(place, cells, fileOf(cells)));
  });
}

function unknownColumns(cells: Row['cells']): Fault[] {
  return Object.keys(cells)
    .filter((name) => !CSV_COLUMNS.some((known) => known === name))
    .map((name) => faultAt([name], `there is no such column; there are ${CSV_COLUMNS.join(', ')}`));
}

/** Columns that say more of another one, and nothing without it. */
const NEEDS: readonly [Column, Column][] = [
  ['services', 'impact'],
  ['usersAffected', 'impact'],
  ['costAmount', 'impact'],
  ['costCurrency', 'costAmount'],
  ['whyNotSooner', 'detection'],
  ['causeKind', 'causeStatement'],
  ['factorKind', 'factorStatement'],
];

/** Refuses columns that would be left out without a word. */
function loneColumns(cells: Row['cells']): Fault[] {
  const isEmpty = (name: Column): boolean => !isReadable(cells[name] ?? '');
  return NEEDS.filter(([column, other]) => !isEmpty(column) && isEmpty(other)).map(([column, other]) =>
    faultAt([other], `fill it in: ${column} says something of it`),
  );
}

/** The file in our format. What is wrong in it is found by its schema, not here. */
function fileOf(cells: Row['cells']): unknown {
  const cell = (name: Column): string | undefined => (isReadable(cells[name] ?? '') ? cells[name]?.trim() : undefined);
  const time = (name: Column): string | undefined => wholeDay(cell(name));
  const [beganAt, detectedAt, containedAt] = [time('beganAt'), time('detectedAt'), time('containedAt')];
  const number = (name: Column) => (cell(name) === undefined ? undefined : Number(cell(name)));
  const [impact, vector, detection] = [cell('impact'), cell('vector'), cell('detection')];
  const [cause, factor] = [cell('causeStatement'), cell('factorStatement')];
  const cost = number('costAmount');
  return {
    format: FILE_FORMAT,
    id: cell('id') ?? `csv-${sha256(canonicalJson(cells)).slice(0, 16)}`,
    ...named('title', cell('title')),
    ...named('kind', cell('kind')),
    ...named('severity', cell('severity')),
    ...named('category', cell('category')),
    ...named('tlp', cell('tlp')),
    ...named('status', cell('status')),
    ...named('beganAt', beganAt),
    endedAt: time('endedAt') ?? containedAt ?? detectedAt ?? beganAt,
    ...named('url', cell('url')),
    ...named('description', cell('description')),
    sections: {
      ...named('summary', cell('summary') && { text: cell('summary') }),
      ...named(
        'impact',
        impact && {
          description: impact,
          ...named('services', severalIn(cell('services'))),
          ...named('usersAffected', number('usersAffected')),
          ...named('cost', cost === undefined ? undefined : { amount: cost, currency: cell('costCurrency') }),
        },
      ),
      ...named('attack', vector && { vectors: severalIn(vector) }),
      ...named(
        'detection',
        detection && {
          how: detection,
          ...named('detectedAt', detectedAt),
          ...named('whyNotSooner', cell('whyNotSooner')),
        },
      ),
      ...named('response', responseOf(cell, containedAt)),
      ...named('humanFactor', cell('noHumanFactorBecause') && { consideredNoneBecause: cell('noHumanFactorBecause') }),
    },
    timeline: [
      { at: beganAt, what: 'The incident began', kind: 'attacker', precision: precisionOf(cell('beganAt')) },
      { at: detectedAt, what: 'It was noticed', kind: 'detection', precision: precisionOf(cell('detectedAt')) },
      { at: containedAt, what: 'It was contained', kind: 'action', precision: precisionOf(cell('containedAt')) },
    ].filter(({ at }) => at !== undefined),
    rootCauses: cause === undefined ? [] : [{ kind: cell('causeKind'), statement: cause }],
    contributingFactors: factor === undefined ? [] : [{ kind: cell('factorKind'), statement: factor }],
  };
}

function responseOf(cell: (name: Column) => string | undefined, containedAt: string | undefined): object | undefined {
  const phase = (name: Column, at?: string) =>
    named(name, cell(name) && { description: cell(name), ...named('at', at) });
  const response = { ...phase('containment', containedAt), ...phase('eradication'), ...phase('recovery') };
  return Object.keys(response).length === 0 ? undefined : response;
}

const severalIn = (text: string | undefined): string[] | undefined => text?.split(/\s*;\s*/);

const named = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value });

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A table often knows the day only. */
const wholeDay = (text: string | undefined): string | undefined =>
  text !== undefined && DAY.test(text) ? `${text}T00:00:00.000Z` : text;

const precisionOf = (text: string | undefined) => (text !== undefined && DAY.test(text) ? 'day' : undefined);

const COLUMN_OF: readonly [string, Column][] = [
  ['rootCauses.0.kind', 'causeKind'],
  ['rootCauses.0.statement', 'causeStatement'],
  ['contributingFactors.0.kind', 'factorKind'],
  ['contributingFactors.0.statement', 'factorStatement'],
  ['sections.summary', 'summary'],
  ['sections.impact.description', 'impact'],
  ['sections.impact.services', 'services'],
  ['sections.impact.usersAffected', 'usersAffected'],
  ['sections.impact.cost.amount', 'costAmount'],
  ['sections.impact.cost', 'costCurrency'],
  ['sections.attack', 'vector'],
  ['sections.detection.how', 'detection'],
  ['sections.detection.whyNotSooner', 'whyNotSooner'],
  ['sections.detection.detectedAt', 'detectedAt'],
  ['sections.response.containment.at', 'containedAt'],
  ['sections.response.containment', 'containment'],
  ['sections.response.eradication', 'eradication'],
  ['sections.response.recovery', 'recovery'],
  ['sections.humanFactor', 'noHumanFactorBecause'],
];

/** The column that a path of our own format comes from; the path itself where none does. */
export const columnOf = (path: string): string => COLUMN_OF.find(([start]) => path.startsWith(start))?.[1] ?? path;

/** Tells faults by column: the author of a table knows its columns, not our paths. The timeline repeats a column. */
function inColumns(found: Candidate): Candidate {
  if (!('faults' in found)) return found;
  const faults = found.faults
    .filter(({ path }) => !path.startsWith('timeline'))
    .map((fault) => {
      const column = columnOf(fault.path);
      return column === fault.path ? fault : faultAt([column], fault.message);
    });
  return { ...found, faults: faults.length === 0 ? found.faults : faults };
}
