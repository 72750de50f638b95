import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRested } from '../parts/use-rested.ts';
import { go } from '../router/address.ts';
import { to } from '../router/to.ts';
import { bindings } from './keys.ts';
import { useMe } from './me.ts';
import { RAIL } from './rail.ts';
import { recentRecords } from './recent-records.ts';

export const isPaletteOpen = signal(false);

type Choice = { id: string; words: string; hint: string; run: () => void };

/** What was chosen. It runs once the box is closed: what is under a dialog takes no focus. */
let chosenLast: Choice | undefined;

/** Places, actions of this place and records, in one box. */
export function Palette() {
  const isOpen = isPaletteOpen.value;
  useEffect(() => {
    const choice = chosenLast;
    chosenLast = undefined;
    if (!isOpen) choice?.run();
  }, [isOpen]);
  return (
    <Dialog isOpen={isOpen} title="Search, or go to" onClose={close}>
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
  const { choices, search } = useChoices(typed);
  const chosen = Math.min(at, choices.length - 1);
  const chosenId = choices[chosen] && `palette-${choices[chosen].id}`;
  useEffect(() => {
    if (chosenId !== undefined) document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  const take = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    chosenLast = choice;
    close();
  };
  return (
    <>
      <input
        class="input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={chosenId}
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
          if (event.key !== 'Enter' || event.isComposing) return;
          // The focus goes back while the key is down still: what has it then would be pressed.
          event.preventDefault();
          take(choices[chosen]);
        }}
      />
      <div id="palette-list" role="listbox" aria-label="Found" class="palette-list">
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`palette-${choice.id}`}
            role="option"
            aria-selected={index === chosen}
            onMouseDown={(event) => {
              if (event.button === 0) take(choice);
            }}
          >
            <span>{choice.words}</span>
            <span class="quiet small">{choice.hint}</span>
          </div>
        ))}
      </div>
      <p class="quiet" role="status">
        {search === 'failed'
          ? 'The records could not be searched.'
          : search === 'running'
            ? 'Searching the records …'
            : choices.length === 0
              ? 'Nothing has these words.'
              : null}
      </p>
    </>
  );
}

/** What is here comes at once, and what the server finds is put after it: nothing jumps under the cursor. */
function useChoices(typed: string): { choices: Choice[]; search: 'idle' | 'running' | 'failed' } {
  const { me, may } = useMe();
  const words = typed.trim().toLowerCase();
  const local = useMemo<Choice[]>(() => {
    const places = RAIL.filter(({ wants }) => wants === undefined || may(wants)).map(({ href, words: name }) => ({
      id: `place-${name}`,
      words: name,
      hint: 'place',
      run: () => go(href),
    }));
    // Of keys that are bound twice, those of the latest place.
    const actions = [...new Map(bindings.peek().map((one) => [one.keys, one])).values()]
      .filter(({ keys }) => !keys.startsWith('G ') && keys !== 'Mod K' && keys !== '/')
      .map(({ keys, words: name, run }) => ({ id: `key-${keys.replaceAll(' ', '-')}`, words: name, hint: keys, run }));
    const recent = recentRecords.peek().map(({ id, words: name }) => ({
      id: `recent-${id}`,
      words: name,
      hint: 'opened lately',
      run: () => go(to.record(id)),
    }));
    return [...recent, ...places, ...actions];
  }, [me]);
  const rested = useRested(words);
  const {
    data: found,
    error,
    isFetching,
  } = useQuery({
    key: ['palette', rested],
    enabled: rested.length >= 2,
    read: async (aborted) =>
      got(await api.GET('/search', { params: { query: { q: rested, limit: 10 } }, signal: aborted })).data.postMortems,
  });
  const records = rested.length < 2 ? [] : (found ?? []);
  const search = rested.length < 2 ? 'idle' : error !== null ? 'failed' : isFetching ? 'running' : 'idle';
  const here = local.filter(({ words: name }) => name.toLowerCase().includes(words));
  const choices = [
    ...here,
    ...records
      .filter(({ id }) => !here.some((one) => one.id === `recent-${id}`))
      .map((line) => ({
        id: `record-${line.id}`,
        words: 'incident' in line ? `${line.incident.key} ${line.incident.title}` : `TLP:${line.tlp} record`,
        hint: line.status,
        run: () => go(to.record(line.id)),
      })),
  ];
  return { choices, search };
}
