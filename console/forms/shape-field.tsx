import { CardsField } from './fields/cards-field.tsx';
import { ChecksField } from './fields/checks-field.tsx';
import { ChoiceField } from './fields/choice-field.tsx';
import type { FieldProps } from './fields/field-props.ts';
import { FlagField } from './fields/flag-field.tsx';
import { AnyField } from './fields/inner-field.tsx';
import { NumberField } from './fields/number-field.tsx';
import { ObjectField } from './fields/object-field.tsx';
import { RowsField } from './fields/rows-field.tsx';
import { TagsField } from './fields/tags-field.tsx';
import { TextField } from './fields/text-field.tsx';
import { TimeField } from './fields/time-field.tsx';
import { VariantField } from './fields/variant-field.tsx';
import './forms.css';
import { TechniquesField } from './knowledge/techniques-field.tsx';
import type { ListShape } from './shape.ts';

/** A field, or a whole form, of any shape of the API. */
export function ShapeField(props: FieldProps) {
  return (
    <AnyField.Provider value={ShapeField}>
      <FieldOfShape {...props} />
    </AnyField.Provider>
  );
}

function FieldOfShape({ shape, ...props }: FieldProps) {
  switch (shape.kind) {
    case 'text':
    case 'long':
      return <TextField shape={shape} {...props} />;
    case 'number':
    case 'integer':
      return <NumberField shape={shape} {...props} />;
    case 'date':
    case 'date-time':
      return <TimeField shape={shape} {...props} />;
    case 'choice':
      return <ChoiceField shape={shape} {...props} />;
    case 'flag':
      return <FlagField shape={shape} {...props} />;
    case 'object':
      return <ObjectField shape={shape} {...props} />;
    case 'variant':
      return <VariantField shape={shape} {...props} />;
    case 'list':
      return <ListField shape={shape} {...props} />;
  }
}

function ListField({ shape, ...props }: FieldProps<ListShape>) {
  const { of } = shape;
  if (shape.from === 'techniques') return <TechniquesField shape={shape} {...props} />;
  if (of.kind === 'choice') return <ChecksField shape={shape} of={of} {...props} />;
  if (of.kind !== 'text' && of.kind !== 'long') return <CardsField shape={shape} {...props} />;
  const isShort = of.pattern !== undefined || of.max === undefined || of.max <= LONGEST_TAG;
  return isShort ? <TagsField shape={shape} {...props} /> : <RowsField shape={shape} of={of} {...props} />;
}
/** Names of sources, addresses of people. */
const LONGEST_TAG = 254;
