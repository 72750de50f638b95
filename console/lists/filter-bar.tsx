import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { query, setQuery } from '../router/address.ts';
import { useKeys } from '../shell/keys.ts';
import { chosenIn } from './chosen-in.ts';
import type { Filter } from './filter-spec.ts';

/** Rest of the keys after which words are looked for, in milliseconds. */
const REST_MS = 250;

/** What a list is narrowed by, kept in the address. F goes there. */
export function FilterBar({ filters, label }: { filters: readonly Filter[]; label: string }) {
  const bar = useRef<HTMLFormElement>(null);
  const chosen = chosenIn(query.value, filters);
  const keys = useMemo(
    () => [
      {
        keys: 'F',
        words: 'Filter the list',
        run: () => bar.current?.querySelector<HTMLElement>('input, summary, select')?.focus(),
      },
    ],
    [],
  );
  useKeys(keys);
  return (
    <form
      ref={bar}
      class="filter list-filter"
      role="search"
      aria-label={label}
      onSubmit={(event) => event.preventDefault()}
    >
      {filters.map((filter) => (
        <Control key={filter.name} filter={filter} values={chosen[filter.name] ?? []} />
      ))}
      {Object.keys(chosen).length === 0 ? null : <ClearFilters filters={filters} />}
    </form>
  );
}

/** Takes every filter back. */
export function ClearFilters({ filters }: { filters: readonly Filter[] }) {
  return (
    <button
      type="button"
      class="button button-plain"
      onClick={() => setQuery(Object.fromEntries(filters.map(({ name }) => [name, undefined])))}
    >
      Clear
    </button>
  );
}

function Control({ filter, values }: { filter: Filter; values: readonly string[] }) {
  const { name, label } = filter;
  switch (filter.kind) {
    case 'words':
      return <WordsControl name={name} label={label} whole={filter.whole} value={values[0] ?? ''} />;
    case 'many':
      return <ManyControl name={name} label={label} options={filter.options} values={values} />;
    case 'one':
      return (
        <select
          class="select"
          aria-label={label}
          value={values[0] ?? ''}
          onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value })}
        >
          <option value="">{filter.none}</option>
          {filter.options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      );
    case 'flag':
      return (
        <label class="tag list-flag">
          <input
            type="checkbox"
            checked={values[0] === 'true'}
            onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.checked ? 'true' : undefined })}
          />
          {label}
        </label>
      );
    case 'day':
      return (
        <label class="row quiet small">
          {label}
          <input
            class="input"
            type="date"
            value={values[0] ?? ''}
            onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value })}
          />
        </label>
      );
  }
}

type WordsControlProps = { name: string; label: string; whole: RegExp | undefined; value: string };

function WordsControl({ name, label, whole, value }: WordsControlProps) {
  const [typed, setTyped] = useState(value);
  /** What this field asked for last. Anything else came from elsewhere, such as a step back, and is shown. */
  const asked = useRef(value);
  const words = typed.trim();
  const isWhole = words === '' || whole === undefined || whole.test(words);
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    const next = isWhole ? words : '';
    if (next === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = next;
      setQuery({ [name]: next });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <input
      class="input"
      type="search"
      placeholder={label}
      aria-label={label}
      maxLength={200}
      aria-invalid={!isWhole}
      value={typed}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}

type ManyControlProps = { name: string; label: string; options: readonly string[]; values: readonly string[] };

function ManyControl({ name, label, options, values }: ManyControlProps) {
  const own = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (own.current) own.current.open = false;
  };
  return (
    <details
      ref={own}
      class="pick"
      name="list-filter"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        own.current?.querySelector('summary')?.focus();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && own.current?.contains(relatedTarget) === false) close();
      }}
    >
      <summary class={`button${values.length > 0 ? ' pick-on' : ''}`}>
        {values.length === 0 ? label : `${label}: ${values.join(', ')}`}
      </summary>
      <fieldset class="pick-list">
        <legend class="unseen">{label}</legend>
        {options.map((option) => (
          <label key={option}>
            <input
              type="checkbox"
              checked={values.includes(option)}
              onChange={({ currentTarget }) =>
                setQuery({
                  [name]: options.filter((one) => (one === option ? currentTarget.checked : values.includes(one))),
                })
              }
            />
            {option}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
