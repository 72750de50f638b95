import { shapeAt } from '../forms/binding/shape-at.ts';
import type { Shape, TextShape } from '../forms/shape.ts';
import { Time } from '../marks/time.tsx';
import { useDesk } from './desk.ts';
import { valueAt } from './editing/at-path.ts';
import type { Json } from './editing/json.ts';
import type { Choice, Conflict, Writer } from './editing/merge.ts';
import type { Writing } from './editing/writing.ts';
import { jumpTo } from './jump.ts';
import { onDemand } from './timeline/on-demand.ts';
import { useWhoWrote } from './who-wrote.ts';

type ConflictCardProps = {
  writing: Writing;
  /** Of all that is written in. */
  shape: Shape;
  /** Of the field, in the record, with dots. */
  path: string;
  conflict: Conflict;
};

const diff = onDemand(() => import('./their-words.tsx'));

/** Both wrote in the same field: what the other one wrote, and whose words are to stand. */
export function ConflictCard({ writing, shape, path, conflict }: ConflictCardProps) {
  const { record, person } = useDesk();
  const mine = valueAt(writing.mine.value, conflict.path);
  const field = shapeAt(shape, writing.mine.value, conflict.path);
  const writer = useWhoWrote(record, path, conflict);
  const resolve = (choice: Choice) => {
    writing.resolve(conflict, choice);
    // The buttons go with the question.
    jumpTo(path);
  };
  const { before, name, after } = whoseWords(conflict, writer, person);
  return (
    <div
      class="record-conflict"
      role="group"
      aria-label={`${field?.label ?? 'This field'}: ${[before, name, after].join('')}`}
    >
      <p class="small">
        <strong>
          {before}
          <bdi>{name}</bdi>
          {after}
        </strong>
        {writer === undefined ? null : (
          <>
            , <Time at={writer.at} />
          </>
        )}
        . What is in the field stays in it, and is not sent until you decide.
      </p>
      <blockquote class="record-theirs">
        <Theirs field={field} mine={mine} theirs={conflict.theirs} />
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

/** What the card says first, around the name. */
function whoseWords({ isOfDraft = false }: Conflict, writer: Writer | undefined, person: string) {
  const isOwn = writer?.id === person;
  if (isOfDraft) {
    if (writer === undefined) return { before: 'The draft says something else here', name: '', after: '' };
    return isOwn
      ? { before: 'Your other draft says something else here', name: '', after: '' }
      : { before: 'The draft of ', name: writer.name, after: ' says something else here' };
  }
  return isOwn
    ? { before: 'You wrote here elsewhere, too', name: '', after: '' }
    : { before: '', name: writer?.name ?? 'Somebody else', after: ' wrote here, too' };
}

type TheirsProps = { field: Shape | undefined; mine: Json | undefined; theirs: Json | undefined };

/** Texts and lists against what stands here; anything else as it is. */
function Theirs({ field, mine, theirs }: TheirsProps) {
  const part = diff.usePart();
  const [own, other] = [linesOf(mine), linesOf(theirs)];
  const isTime = typeof theirs === 'string' && (field?.kind === 'date' || field?.kind === 'date-time');
  const asItIs = (
    <>
      <span class="quiet">Theirs: </span>
      {isTime ? <Time at={theirs} /> : <bdi>{other ?? inWords(theirs)}</bdi>}
    </>
  );
  if (part === undefined || !takesBoth(field) || own === undefined || other === undefined) return asItIs;
  return (
    <part.TheirWords mine={own} theirs={other}>
      {asItIs}
    </part.TheirWords>
  );
}

/** A text, or a list with each of its elements in a line. */
function linesOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.length > 0 ? value.map(inWords).join('\n') : undefined;
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
