import { KINDS } from '../kinds.tsx';
import type { BulkDraft } from './bulk-deed.ts';

type BulkFieldsProps = { draft: BulkDraft; put: (change: Partial<BulkDraft>) => void };

const ACTS: Record<BulkDraft['act'], string> = {
  kind: 'Set the kind',
  role: 'Set the role',
  shift: 'Move in time',
  remove: 'Remove',
};

/** What is to be done to the chosen entries, and the fields that it wants. */
export function BulkFields({ draft, put }: BulkFieldsProps) {
  return (
    <>
      <Choice
        id="timeline-bulk-act"
        label="What to do"
        value={draft.act}
        words={ACTS}
        onChange={(act) => put({ act })}
      />
      {draft.act === 'kind' ? (
        <Choice
          label="Kind"
          value={draft.kind}
          words={Object.fromEntries(KINDS.map((kind) => [kind, kind]))}
          onChange={(kind) => put({ kind })}
        />
      ) : null}
      {draft.act === 'role' ? (
        <input
          class="input timeline-bulk-role"
          aria-label="Role; empty takes it out"
          placeholder="role, never a name"
          maxLength={200}
          value={draft.role}
          onInput={({ currentTarget }) => put({ role: currentTarget.value })}
        />
      ) : null}
      {draft.act === 'shift' ? <ShiftFields draft={draft} put={put} /> : null}
    </>
  );
}

function ShiftFields({ draft, put }: BulkFieldsProps) {
  return (
    <>
      <input
        class="input timeline-bulk-amount"
        aria-label="By how much"
        type="number"
        min={1}
        max={99_999}
        value={draft.amount}
        onInput={({ currentTarget }) => put({ amount: currentTarget.value })}
      />
      <Choice
        label="Unit"
        value={draft.unit}
        words={{ minutes: 'minutes', hours: 'hours', days: 'days' }}
        onChange={(unit) => put({ unit })}
      />
      <Choice
        label="Earlier or later"
        value={draft.way}
        words={{ later: 'later', earlier: 'earlier' }}
        onChange={(way) => put({ way })}
      />
    </>
  );
}

type ChoiceProps<Value extends string> = {
  id?: string;
  label: string;
  value: Value;
  words: Record<Value, string>;
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ id, label, value, words, onChange }: ChoiceProps<Value>) {
  return (
    <select
      {...(id === undefined ? {} : { id })}
      class="select"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Value)}
    >
      {Object.entries<string>(words).map(([one, said]) => (
        <option key={one} value={one}>
          {said}
        </option>
      ))}
    </select>
  );
}
