import type { ComponentChildren } from 'preact';
import { type FieldValue, isFieldRecord } from '../forms/binding/field-value.ts';
import { variantOf } from '../forms/binding/variant-of.ts';
import { fieldId } from '../forms/field-id.ts';
import type { Shape } from '../forms/shape.ts';
import { Time } from '../marks/time.tsx';

type ReadingProps = { shape: Shape; value: FieldValue | undefined; path: string };

/** What is written, to read: without the fields that are empty, and without boxes around words that nobody can change. */
export function Reading({ shape, value, path }: ReadingProps) {
  if (value === undefined || value === null) return null;
  if (shape.kind === 'variant') {
    const name = variantOf(shape, value);
    const variant = name === undefined ? undefined : shape.variants[name];
    return variant === undefined ? <Words value={value} /> : <Reading shape={variant} value={value} path={path} />;
  }
  if (shape.kind === 'object' && isFieldRecord(value)) return <ReadFields shape={shape} value={value} path={path} />;
  if (shape.kind === 'list' && Array.isArray(value)) {
    return (
      <ul class="record-read-list">
        {value.map((one, at) => (
          <li key={`${at} ${JSON.stringify(one)}`}>
            <Reading shape={shape.of} value={one} path={`${path}.${at}`} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'string' && (shape.kind === 'date' || shape.kind === 'date-time')) return <Time at={value} />;
  return <Words value={value} />;
}

function ReadFields({
  shape,
  value,
  path,
}: {
  shape: Extract<Shape, { kind: 'object' }>;
  value: Record<string, FieldValue>;
  path: string;
}) {
  const written = Object.entries(shape.fields).filter(([name]) => !isEmpty(value[name]));
  return (
    <dl class="record-read">
      {written.map(([name, field]) => (
        <ReadField key={name} label={field.label ?? name} id={fieldId(`${path}.${name}`)}>
          <Reading shape={field} value={value[name]} path={`${path}.${name}`} />
        </ReadField>
      ))}
    </dl>
  );
}

const ReadField = ({ label, id, children }: { label: string; id: string; children: ComponentChildren }) => (
  <div id={id} tabIndex={-1}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function Words({ value }: { value: FieldValue }) {
  if (typeof value === 'boolean') return <>{value ? 'yes' : 'no'}</>;
  if (typeof value === 'number') return <>{value.toLocaleString('en-GB')}</>;
  if (typeof value === 'string') return <bdi class="record-read-words">{value}</bdi>;
  return <code>{JSON.stringify(value)}</code>;
}

const isEmpty = (value: FieldValue | undefined) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);
