import { fieldId } from '../../forms/field-id.ts';
import type { BoundField } from '../writing-fields.tsx';

/** Of a recommendation that is a draft yet: another client left it so, and the record is not whole before it is proposed. */
export function ProposeIt({ bound: { value, put, path, readOnly } }: { bound: BoundField }) {
  if (value !== 'draft') return null;
  return (
    <p class="row" id={fieldId(path)} tabIndex={-1}>
      <span>It is a draft, and is not judged yet.</span>
      {readOnly ? null : (
        <button type="button" class="button" onClick={() => put('status', 'proposed')}>
          Propose it
        </button>
      )}
    </p>
  );
}
