import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Dialog } from '../parts/dialog.tsx';
import { go } from '../router/address.ts';
import { to } from '../router/to.ts';
import { bindings } from './keys.ts';
import { useMe } from './me.ts';
import { RAIL } from './rail.ts';

export const isPaletteOpen = signal(false);

type Choice = { id: string; words: string; hint: string; run: () => void };

/** Rest of the keys after which the server is asked, in milliseconds. */
const REST_MS = 150;

/** Places, actions of this place and records, in one box. */
export function Palette() {
  return (
    <Dialog isOpen={isPaletteOpen.value} title="Search, or go to" onClose={close}>
      <PaletteBox />
    </Dialog>
  );
}

const close = () => {
  isPaletteOpen.value = false;
};

function PaletteBox() {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const choices = useChoices(typed);
  const chosen = Math.min(at, choices.length - 1);
  const take = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    close();
    choice.run();
  };
  return (
    <>
      <input
        class="input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={choices[chosen] && `palette-${choices[chosen].id}`}
        aria-label="Words of a record, a place or an action"
        autofocus
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step !== undefined) {
            event.preventDefault();
            setAt((chosen + step + choices.length) % Math.max(1, choices.length));
          }
          if (event.key === 'Enter') take(choices[chosen]);
        }}
      />
      <div id="palette-list" role="listbox" aria-label="Found" class="palette-list">
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`palette-${choice.id}`}
            role="option"
            aria-selected={index === chosen}
            onMouseDown={() => take(choice)}
          >
            <span>{choice.words}</span>
            <span class="quiet small">{choice.hint}</span>
          </div>
        ))}
      </div>
      {choices.length === 0 ? <p class="quiet">Nothing has these words.</p> : null}
    </>
  );
}

/** What is here comes at once, and what the server finds is put after it: nothing jumps under the cursor. */
function useChoices(typed: string): Choice[] {
  const { may } = useMe();
  const words = typed.trim().toLowerCase();
  const local = useMemo<Choice[]>(() => {
    const places = RAIL.filter(({ wants }) => wants === undefined || may(wants)).map(({ href, words: name }) => ({
      id: `place-${name}`,
      words: name,
      hint: 'place',
      run: () => go(href),
    }));
    const actions = bindings
      .peek()
      .filter(({ keys }) => !keys.startsWith('G ') && keys !== 'Mod K' && keys !== '/')
      .map(({ keys, words: name, run }) => ({ id: `key-${keys.replaceAll(' ', '-')}`, words: name, hint: keys, run }));
    return [...places, ...actions];
  }, [may]);
  const rested = useRested(words);
  const { data: found } = useQuery({
    key: ['palette', rested],
    enabled: rested.length >= 2,
    read: async (aborted) =>
      got(await api.GET('/search', { params: { query: { q: rested, limit: 10 } }, signal: aborted })).data.postMortems,
  });
  const records = rested.length < 2 ? [] : (found ?? []);
  return [
    ...local.filter(({ words: name }) => name.toLowerCase().includes(words)),
    ...records.map((line) => ({
      id: `record-${line.id}`,
      words: 'incident' in line ? `${line.incident.key} ${line.incident.title}` : `TLP:${line.tlp} record`,
      hint: line.status,
      run: () => go(to.record(line.id)),
    })),
  ];
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
