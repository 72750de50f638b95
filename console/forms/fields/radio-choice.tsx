type RadioChoiceProps<Value extends string> = {
  /** Of the group, unique on the page. */
  name: string;
  options: readonly { value: Value; label: string }[];
  chosen: Value | undefined;
  /** What no choice is called; without it one of the options has to be chosen. */
  none: string | undefined;
  readOnly: boolean;
  onChoose: (value: Value | undefined) => void;
};

/** Options beside each other, of which one is chosen. Arrow keys go from one to the next, as the browser has it. */
export function RadioChoice<Value extends string>({
  name,
  options,
  chosen,
  none,
  readOnly,
  onChoose,
}: RadioChoiceProps<Value>) {
  return (
    <div class="form-options">
      {options.map(({ value, label }) => (
        <label key={value} class="form-option">
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            disabled={readOnly}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
      {none === undefined ? null : (
        <label class="form-option form-option-none">
          <input
            type="radio"
            name={name}
            checked={chosen === undefined}
            disabled={readOnly}
            onChange={() => onChoose(undefined)}
          />
          {none}
        </label>
      )}
    </div>
  );
}
