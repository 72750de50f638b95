import type * as z from 'zod';
import {
  EXTENSIONS_AT_MOST,
  measureExtension,
  measureRemoval,
  TemporaryMeasure,
  temporaryMeasure,
} from '../record/content/temporary-measure.ts';
import type { RecordStatus } from '../record/post-mortem.ts';
import type { Words } from '../words/words.ts';
import { label } from './label.ts';

export const fileMeasure = (words: Words) =>
  temporaryMeasure(words).extend({
    ...label,
    status: TemporaryMeasure.shape.status.prefault('in force'),
    removal: measureRemoval(words).optional(),
    extensions: measureExtension(words).array().max(EXTENSIONS_AT_MOST).optional(),
  });
type FileMeasure = z.infer<ReturnType<typeof fileMeasure>>;

/** `path`: within the measure. */
type MeasureFault = { path: (string | number)[]; message: string };

/** Where a measure of a file contradicts itself, or the status of its record. */
export function measureFaults(measure: FileMeasure, status: RecordStatus): MeasureFault[] {
  return [
    ...(isAfter(measure.until, measure.since)
      ? []
      : [{ path: ['until'], message: `expected an end after ${measure.since}, since when it is in force` }]),
    ...removalFaults(measure),
    ...extensionFaults(measure),
    ...(status === 'waived' && measure.status === 'in force'
      ? [{ path: ['status'], message: 'the record is waived, so nobody would undo it: remove it first' }]
      : []),
  ];
}

function removalFaults({ status, since, removal, extensions = [] }: FileMeasure): MeasureFault[] {
  if (removal === undefined) {
    return status === 'removed' ? [{ path: ['removal'], message: 'say what shows that it is removed' }] : [];
  }
  if (status === 'in force') return [{ path: ['status'], message: 'it has a removal, so it is removed' }];
  const { undoneAt } = removal.proof;
  if (undoneAt !== undefined && (isAfter(since, undoneAt) || isAfter(undoneAt, removal.at))) {
    const message = `expected a time after ${since}, since when it was in force, and until ${removal.at}`;
    return [{ path: ['removal', 'proof', 'undoneAt'], message }];
  }
  const latest = [since, ...extensions.map(({ at }) => at)].reduce((last, one) => (isAfter(one, last) ? one : last));
  return isAfter(latest, removal.at)
    ? [{ path: ['removal', 'at'], message: `${removal.at} is before ${latest}, when it was in force` }]
    : [];
}

/** Each extension moves the end that the one before it set, and the last one set the end that the measure has. */
function extensionFaults({ until, extensions = [] }: FileMeasure): MeasureFault[] {
  const faults = extensions.flatMap(({ from, until: end, at }, index): MeasureFault[] => {
    const before = extensions[index - 1];
    const complaints: [string, boolean, string][] = [
      ['from', before !== undefined && !isSame(from, before.until), `expected the end before it, ${before?.until}`],
      ['until', !isAfter(end, from), `expected an end after ${from}, which it moves`],
      ['at', before !== undefined && isAfter(before.at, at), `${at} is before the extension before it`],
    ];
    return complaints.flatMap(([field, isWrong, message]) =>
      isWrong ? [{ path: ['extensions', index, field], message }] : [],
    );
  });
  const last = extensions.at(-1);
  if (last === undefined || isSame(last.until, until)) return faults;
  return [...faults, { path: ['until'], message: `it was extended until ${last.until}, so that is its end` }];
}

const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);
const isSame = (one: string, other: string): boolean => Date.parse(one) === Date.parse(other);
