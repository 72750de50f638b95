import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldProps } from './field-props.ts';

/** The field of any shape. Fields that hold others take it from here, since it is made of them. */
export const AnyField = createContext<ComponentType<FieldProps> | undefined>(undefined);

/** A field within another one. */
export function InnerField(props: FieldProps) {
  const Field = useContext(AnyField);
  if (Field === undefined) throw new Error('a field that holds others is drawn by ShapeField alone');
  return <Field {...props} />;
}
