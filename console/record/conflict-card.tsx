import { shapeAt } from '../forms/binding/shape-at.ts';
import type { Shape, TextShape } from '../forms/shape.ts';
import { valueAt } from './editing/at-path.ts';
import type { Json } from './editing/json.ts';
import type { Choice, Conflict } from './editing/merge.ts';
import type { Writing } from './editing/writing.ts';
import { jumpTo } from './jump.ts';

type ConflictCardProps = {
  writing: Writing;
  /** Of all that is written in. */
  shape: Shape;
  /** Of the field, in the record, with dots. */
  path: string;
  conflict: Conflict;
};

/** Both wrote in the same field: what the other one wrote, and whose words are to stand. */
export function ConflictCard({ writing, shape, path, conflict }: ConflictCardProps) {
  const mine = valueAt(writing.mine.value, conflict.path);
  const field = shapeAt(shape, writing.mine.value, conflict.path);
  const resolve = (choice: Choice) => {
    writing.resolve(conflict, choice);
    // The buttons go with the question.
    jumpTo(path);
  };
  const isOfDraft = conflict.isOfDraft === true;
  return (
    <div
      class="record-conflict"
      role="group"
      aria-label={`${field?.label ?? 'This field'}: ${isOfDraft ? 'the draft says something else' : 'somebody else changed it, too'}`}
    >
      <p class="small">
        <strong>{isOfDraft ? 'The draft says something else here.' : 'Somebody else wrote here, too.'}</strong> What is
        in the field stays in it, and is not sent until you decide.
      </p>
      <blockquote class="record-theirs">
        <bdi>{inWords(conflict.theirs)}</bdi>
      </blockquote>
      <div class="row">
        <button type="button" class="button" onClick={() => resolve('theirs')}>
          Take theirs
        </button>
        <button type="button" class="button" onClick={() => resolve('mine')}>
          Keep mine
        </button>
        {takesBoth(field) && canBeBoth(mine) && canBeBoth(conflict.theirs) ? (
          <button type="button" class="button" onClick={() => resolve('both')}>
            Keep both
          </button>
        ) : null}
      </div>
    </div>
  );
}

/** Two choices or two days are none. */
const takesBoth = (shape: Shape | undefined): boolean =>
  shape?.kind === 'long' || shape?.kind === 'list' || (shape?.kind === 'text' && isFree(shape));
const isFree = ({ format, pattern }: TextShape) => format === undefined && pattern === undefined;

const canBeBoth = (value: Json | undefined) => typeof value === 'string' || Array.isArray(value);

/** A value as a person reads it. */
export function inWords(value: Json | undefined): string {
  if (value === undefined || value === null) return '(nothing)';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(inWords).join('; ');
  if (typeof value === 'object') return Object.values(value).map(inWords).join(', ');
  return String(value);
}
