import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type AskedTextProps = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  help?: ComponentChildren;
  /** Why it is not enough yet. */
  wrong?: string | undefined;
  rows?: number;
  /** It is a day, from this one on. */
  dayFrom?: string;
};

/** A label, its field, and what is to be known of it. With `rows` it takes several lines. */
export function AskedText({ label, value, onInput, help, wrong, rows, dayFrom }: AskedTextProps) {
  const id = useId();
  const common = {
    id,
    class: 'input',
    value,
    'aria-describedby': `${id}-help`,
    'aria-invalid': wrong !== undefined && value !== '',
  };
  return (
    <div class="asked-text">
      <label for={id}>{label}</label>
      {rows !== undefined ? (
        <textarea {...common} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : dayFrom === undefined ? (
        <input {...common} type="text" onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...common} type="date" min={dayFrom} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      <p id={`${id}-help`} class="small quiet">
        {help}
        {wrong === undefined || value === '' ? null : ` ${wrong}`}
      </p>
    </div>
  );
}
