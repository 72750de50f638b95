import { useEffect, useState } from 'preact/hooks';
import { api } from '../../data/api.ts';
import { useQuery } from '../../data/query.ts';
import { got } from '../../data/refusal.ts';

type PickerProps = {
  id: string;
  /** Ids that are chosen already. */
  chosen: readonly string[];
  onChoose: (technique: string) => void;
};

/** Rest of the keys after which is searched, in milliseconds. */
const REST_MS = 150;

/** A field in which one searches the techniques of ATT&CK: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function TechniquePicker({ id, chosen, onChoose }: PickerProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const { words, found, isError } = useTechniques(text);
  const isShown = isOpen && text.trim() !== '';
  const choose = (technique: string | undefined): void => {
    if (technique === undefined) return;
    onChoose(technique);
    setText('');
    setActive(-1);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { length } = found;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (length > 0)
        setActive((now) => (event.key === 'ArrowDown' ? (now + 1) % length : (Math.max(now, 0) - 1 + length) % length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isShown) choose(found[active]?.id);
    } else if (event.key === 'Escape' && (isShown || text !== '')) {
      event.preventDefault();
      event.stopPropagation();
      if (isShown) setOpen(false);
      else setText('');
    }
  };
  return (
    <div class="form-picker">
      <input
        id={id}
        class="form-input"
        type="text"
        role="combobox"
        aria-label="Search techniques"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}--found`}
        aria-activedescendant={isShown && active >= 0 ? `${id}--${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder="Search by id or name, such as T1566 or phishing"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <ul
        id={`${id}--found`}
        class="form-found"
        role="listbox"
        aria-label="Techniques"
        hidden={!isShown || found.length === 0}
      >
        {found.map((technique, index) => (
          <Option
            key={technique.id}
            id={`${id}--${index}`}
            technique={technique}
            isActive={index === active}
            isChosen={chosen.includes(technique.id)}
            onChoose={() => choose(technique.id)}
          />
        ))}
      </ul>
      <p class="form-told" role="status">
        {!isShown ? '' : isError ? 'The techniques cannot be searched now.' : words}
      </p>
    </div>
  );
}

type Technique = { id: string; name: string; tactics: { name: string }[]; isRetired: boolean };

function useTechniques(text: string): { words: string; found: readonly Technique[]; isError: boolean } {
  const [q, setQ] = useState('');
  useEffect(() => {
    const rest = setTimeout(() => setQ(text.trim()), REST_MS);
    return () => clearTimeout(rest);
  }, [text]);
  const { data, isError } = useQuery({
    key: ['knowledge', 'techniques', q],
    read: async (signal) =>
      got(await api.GET('/knowledge/techniques', { params: { query: { q, limit: 20 } }, signal })).data,
    enabled: q !== '',
    staleMs: 3_600_000,
  });
  // What was found for other words would move under the hand.
  const isOfText = q === text.trim();
  const found = isOfText ? (data?.techniques ?? []) : [];
  const words =
    !isOfText || data === undefined
      ? ''
      : found.length === 0
        ? 'No technique has this id or these words.'
        : data.next === undefined
          ? `${found.length} found.`
          : `The first ${found.length} of more: another word finds fewer.`;
  return { words, found, isError: isError && isOfText };
}

type OptionProps = { id: string; technique: Technique; isActive: boolean; isChosen: boolean; onChoose: () => void };

function Option({ id, technique: { id: key, name, tactics, isRetired }, isActive, isChosen, onChoose }: OptionProps) {
  return (
    <li
      id={id}
      class={`form-option-found${isActive ? ' form-active' : ''}`}
      role="option"
      aria-selected={isChosen}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerDown={(event) => {
        // The field would lose the focus, and the list would close before the click.
        event.preventDefault();
      }}
      onClick={onChoose}
    >
      <code>{key}</code> {name}
      <span class="form-quiet">
        {' '}
        {tactics.map((tactic) => tactic.name).join(', ')}
        {isRetired ? ' · retired' : ''}
        {isChosen ? ' · chosen' : ''}
      </span>
    </li>
  );
}
