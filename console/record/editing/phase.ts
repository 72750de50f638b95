import type { FieldRecord } from '../../forms/binding/field-value.ts';
import type { Failure } from './failure.ts';
import type { Lack } from './lacks-of.ts';

/** Where what is typed stands: said beside the heading. */
export type Phase =
  | { kind: 'at rest' }
  | { kind: 'typed' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'unsent'; because: 'unanswered' | 'signed out' | 'too many' }
  | { kind: 'unfinished'; lacks: readonly Lack[]; words?: string }
  | { kind: 'refused'; words: string }
  /** Somebody took out what is written in. */
  | { kind: 'gone' }
  /** Somebody writes in it again and again: both versions are shown. */
  | { kind: 'entangled'; theirs: FieldRecord | undefined };

/** Where it stands after what was sent did not go through. */
export function phaseAfter(failure: Exclude<Failure, { kind: 'changed' }>): Phase {
  switch (failure.kind) {
    case 'unfinished': {
      const lacks = failure.fields.map((field) => ({ ...field, label: field.pointer.split('/').at(-1) ?? '' }));
      return { kind: 'unfinished', lacks, words: failure.words };
    }
    case 'refused':
      return { kind: 'refused', words: failure.words };
    case 'signed out':
      return { kind: 'unsent', because: 'signed out' };
    case 'later':
      return { kind: 'unsent', because: 'too many' };
    case 'unanswered':
      return { kind: 'unsent', because: 'unanswered' };
  }
}
