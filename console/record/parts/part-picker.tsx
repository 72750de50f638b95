import { fieldId } from '../../forms/field-id.ts';
import type { PartKey } from '../contents.ts';
import { useDesk } from '../desk.ts';
import type { BoundField } from '../writing-fields.tsx';
import { partWords } from './part-words.ts';

type PartPickerProps = { bound: BoundField; legend: string; kinds: readonly PartKey[]; but?: string | undefined };

const GROUPS: Partial<Record<PartKey, string>> = {
  rootCauses: 'Root causes',
  contributingFactors: 'Contributing factors',
  observations: 'Observations',
};

/** Other parts of the record, ticked by what they say; the API holds their ids. */
export function PartPicker({ bound, legend, kinds, but }: PartPickerProps) {
  const { record } = useDesk();
  const { value, put, path, readOnly } = bound;
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const name = path.split('.').at(-1) ?? '';
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    put(name, next.length === 0 ? undefined : next);
  };
  const groups = kinds.map((kind) => ({
    kind,
    parts: (record[kind] as readonly { id: string }[]).filter(
      (part) => part.id !== but && (!readOnly || chosen.includes(part.id)),
    ),
  }));
  return (
    <fieldset class="form-group" id={fieldId(path)} tabIndex={-1}>
      <legend class="form-label">{legend}</legend>
      {groups.every(({ parts }) => parts.length === 0) ? (
        <p class="quiet small">
          {readOnly ? 'Nothing.' : 'Write causes, factors or observations first; then tick here what this answers.'}
        </p>
      ) : null}
      {groups.map(({ kind, parts }) =>
        parts.length === 0 ? null : (
          <div key={kind} class="record-picker">
            <p class="quiet small">{GROUPS[kind]}</p>
            {parts.map((part) => {
              const { sort, words } = partWords(kind, part as never);
              return (
                <label key={part.id} class="record-pick">
                  <input
                    type="checkbox"
                    checked={chosen.includes(part.id)}
                    disabled={readOnly}
                    onChange={() => toggle(part.id)}
                  />
                  <span>
                    <span class="record-sort">{sort}</span> <bdi>{words}</bdi>
                  </span>
                </label>
              );
            })}
          </div>
        ),
      )}
    </fieldset>
  );
}
