import { isFieldRecord } from '../binding/field-value.ts';
import { withField } from '../binding/with-field.ts';
import type { ObjectShape } from '../shape.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { InnerField } from './inner-field.tsx';

/** Fields that belong together. That of a whole section has no frame: its heading stands above it. */
export function ObjectField(props: FieldProps<ObjectShape>) {
  const { shape, path, errors, missing, remote } = props;
  if (shape.label === undefined) return <Fields {...props} />;
  return (
    <FieldFrame shape={shape} path={path} as="group" errors={errors} missing={missing} remote={remote}>
      {() => <Fields {...props} />}
    </FieldFrame>
  );
}

function Fields({ shape, value, onChange, path, ...rest }: FieldProps<ObjectShape>) {
  const record = isFieldRecord(value) ? value : {};
  return (
    <div class="form-fields">
      {Object.entries(shape.fields).map(([name, field]) => (
        <InnerField
          key={name}
          shape={field}
          value={record[name]}
          path={path === '' ? name : `${path}.${name}`}
          onChange={(next) => onChange(withField(value, name, next))}
          {...rest}
        />
      ))}
    </div>
  );
}
