import type { ComponentChildren } from 'preact';
import { type FieldRecord, type FieldValue, isFieldRecord } from '../forms/binding/field-value.ts';
import { withField } from '../forms/binding/with-field.ts';
import type { FieldWords } from '../forms/problems.ts';
import { pathOfPointer } from '../forms/problems.ts';
import type { Shape } from '../forms/shape.ts';
import { ShapeField } from '../forms/shape-field.tsx';
import { ConflictCard, inWords } from './conflict-card.tsx';
import type { Desk } from './desk.ts';
import type { Writing } from './editing/writing.ts';
import { jumpTo } from './jump.ts';
import { Reading } from './reading.tsx';

type WritingFieldsProps = {
  desk: Desk;
  writing: Writing;
  shape: Shape;
  /** In the record, with dots. */
  path: string;
  /** Fields that are drawn in another way; null: left out. */
  instead?: Readonly<Record<string, (bound: BoundField) => ComponentChildren>>;
};

export type BoundField = {
  value: FieldValue | undefined;
  all: FieldRecord;
  put: (name: string, next: FieldValue | undefined) => void;
  path: string;
  readOnly: boolean;
  errors: FieldWords;
};

/** The fields of a section or part, with what is wrong, what is missing and what others wrote at each. */
export function WritingFields({ desk, writing, shape, path, instead = {} }: WritingFieldsProps) {
  const value = writing.mine.value;
  const readOnly = !desk.mayWrite;
  const errors = wrongFields(writing, path);
  const conflicts = writing.conflicts.value.map((one) => ({ one, at: [path, ...one.path].join('.') }));
  const remote = (at: string) => {
    const found = conflicts.filter((conflict) => conflict.at === at);
    return found.length === 0
      ? undefined
      : found.map(({ one }) => (
          <ConflictCard key={String(one.isOfDraft)} writing={writing} shape={shape} path={at} conflict={one} />
        ));
  };
  const type = (next: FieldValue | undefined) =>
    writing.type(next === undefined || isFieldRecord(next) ? next : undefined);
  const put = (name: string, next: FieldValue | undefined) => type(withField(writing.mine.peek(), name, next));
  const fields = shape.kind === 'object' ? Object.entries(shape.fields) : [];
  // What waits here, or is fought over, keeps its fields whatever became of the record.
  if (readOnly && writing.isAtRest) {
    return (
      <>
        <ReadingInstead {...{ desk, shape, value, path, instead }} />
        <Elsewhere writing={writing} path={path} />
      </>
    );
  }
  return (
    <div
      class="form-fields"
      onFocusOut={() => {
        if (writing.phase.peek().kind === 'typed') void writing.flush();
      }}
    >
      {fields.map(([name, field]) => {
        const at = `${path}.${name}`;
        const other = instead[name];
        if (other !== undefined) {
          return (
            <div key={name}>
              {other({ value: value?.[name], all: value ?? {}, put, path: at, readOnly, errors })}
              {remote(at)}
            </div>
          );
        }
        return (
          <ShapeField
            key={name}
            shape={field}
            value={value?.[name]}
            path={at}
            onChange={(next) => put(name, next)}
            {...{ errors, readOnly, remote, missing: desk.missing }}
          />
        );
      })}
      <Elsewhere writing={writing} path={path} />
    </div>
  );
}

type ReadingInsteadProps = Pick<WritingFieldsProps, 'desk' | 'shape' | 'path' | 'instead'> & {
  value: FieldRecord | undefined;
};

/** To read: ids of other parts are shown as what those say. */
function ReadingInstead({ shape, path, value, instead = {} }: ReadingInsteadProps) {
  if (shape.kind !== 'object') return <Reading {...{ shape, value, path }} />;
  const others = Object.fromEntries(Object.entries(shape.fields).filter(([name]) => instead[name] === undefined));
  const nothing = () => undefined;
  return (
    <>
      <Reading shape={{ ...shape, fields: others }} value={value} path={path} />
      {Object.entries(instead).map(([name, draw]) => (
        <div key={name}>
          {value?.[name] === undefined
            ? null
            : draw({
                value: value[name],
                all: value,
                put: nothing,
                path: `${path}.${name}`,
                readOnly: true,
                errors: new Map(),
              })}
        </div>
      ))}
    </>
  );
}

/** What cannot be said at a field. */
function Elsewhere({ writing, path }: { writing: Writing; path: string }) {
  // The buttons go with what is said.
  const insist = () => {
    writing.insist();
    jumpTo(path);
  };
  const phase = writing.phase.value;
  if (phase.kind === 'gone') {
    return (
      <div class="band band-warn" role="alert">
        <p>Somebody took this out while you wrote in it. Your words are still here.</p>
        <button type="button" class="button" onClick={insist}>
          Add it again
        </button>
        <button type="button" class="button" onClick={() => void writing.letGo().then(() => jumpTo(path))}>
          Let it go
        </button>
      </div>
    );
  }
  if (phase.kind !== 'entangled') return null;
  return (
    <div class="band band-warn" role="alert">
      <p>Somebody writes here again and again. Theirs, to copy from: {inWords(phase.theirs)}</p>
      <button type="button" class="button" onClick={insist}>
        Try once more
      </button>
    </div>
  );
}

/** What is wrong with what is there. That something is not there yet is said once, beside the heading. */
function wrongFields(writing: Writing, path: string): FieldWords {
  const phase = writing.phase.value;
  if (phase.kind !== 'unfinished') return new Map();
  const wrong = phase.lacks.filter(({ detail }) => detail !== 'is missing');
  return new Map(wrong.map(({ pointer, detail }) => [pathOfPointer(pointer, path), [detail]]));
}
