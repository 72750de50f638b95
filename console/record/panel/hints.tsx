import { useRef, useState } from 'preact/hooks';
import { useAct } from '../../data/act.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/query.ts';
import { got } from '../../data/refusal.ts';
import { useHoldBack } from '../../forms/use-hold-back.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useDesk } from '../desk.ts';
import { jumpTo } from '../jump.ts';
import { showRecord } from '../record-data.ts';
import { type Hint, hintsKey } from './hints-data.ts';

const HINTS = 'hints-title';
/** A hint that was answered is gone, and the button on it; whoever is elsewhere by then stays there. */
const focusHints = () =>
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById(HINTS)?.focus();
  });

/** Once it is there: the button that asked for it has gone. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();

type HintsProps = { hints: readonly Hint[] | undefined; error: Error | null };

/** What to write instead of words that blame, or that nobody can decide by. */
export function Hints({ hints, error }: HintsProps) {
  const open = hints?.filter(({ dismissed }) => dismissed === undefined) ?? [];
  const dismissed = hints?.filter((hint) => hint.dismissed !== undefined) ?? [];
  return (
    <section aria-labelledby={HINTS} class="stack">
      <h2 id={HINTS} tabIndex={-1} class="record-panel-title">
        Hints <span class="quiet">{hints === undefined ? '' : open.length}</span>
      </h2>
      <Problem error={error} what="The hints" />
      {error === null && open.length === 0 ? (
        // Its line is there from the beginning, so that the comments below stay where they are.
        <p class="quiet small">{hints === undefined ? '\u00a0' : 'Nothing to say about the wording.'}</p>
      ) : null}
      <ul class="stack">
        {open.map((hint) => (
          <HintCard key={`${hint.path} ${hint.about} ${hint.excerpt}`} hint={hint} />
        ))}
      </ul>
      {dismissed.length === 0 ? null : (
        <details>
          <summary class="small">{dismissed.length} left as they are</summary>
          <ul class="stack">
            {dismissed.map((hint) => (
              <DismissedHint key={`${hint.path} ${hint.about} ${hint.excerpt}`} hint={hint} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const placeOf = ({ path, about, excerpt }: Hint) => ({ path, about, excerpt });

function HintCard({ hint }: { hint: Hint }) {
  const { record } = useDesk();
  const [because, setBecause] = useState<string>();
  useHoldBack((because ?? '').trim() !== '');
  const leaving = useRef<HTMLButtonElement>(null);
  const cancel = () => {
    setBecause(undefined);
    requestAnimationFrame(() => leaving.current?.focus());
  };
  const isAllowed = record.acts.some(({ act, isAllowed: may }) => act === 'dismiss hints' && may);
  const dismissing = useAct(async () => {
    const body = { hints: [placeOf(hint)], because: because ?? '' };
    const params = { path: { id: record.id } };
    showRecord(got(await api.POST('/post-mortems/{id}/hints/dismiss', { params, body })).data);
    await queries.invalidateQueries({ queryKey: hintsKey(record.id) });
    focusHints();
  });
  const isLong = (because ?? '').trim().length >= 3;
  return (
    <li class="record-hint">
      <p>
        <q>
          <bdi>{hint.excerpt}</bdi>
        </q>{' '}
        {hint.message}
      </p>
      <p class="quiet small">
        <strong>Instead:</strong> {hint.suggestion}
      </p>
      <div class="row">
        <button type="button" class="button button-plain" onClick={() => jumpTo(hint.path)}>
          Go there
        </button>
        {isAllowed && because === undefined ? (
          <button ref={leaving} type="button" class="button button-plain" onClick={() => setBecause('')}>
            Leave it
          </button>
        ) : null}
      </div>
      {because === undefined ? null : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (isLong) void dismissing.act();
          }}
        >
          <label class="small">
            Why it stays
            <input
              ref={focusOnce}
              class="input record-wide"
              maxLength={200}
              value={because}
              onInput={({ currentTarget }) => setBecause(currentTarget.value)}
            />
          </label>
          <div class="row">
            <ActButton act={dismissing} because={isLong ? undefined : 'Say why'} onClick={() => void dismissing.act()}>
              Leave it as it is
            </ActButton>
            <button type="button" class="button button-plain" onClick={cancel}>
              Cancel
            </button>
          </div>
          <Problem error={dismissing.error.value} />
        </form>
      )}
    </li>
  );
}

function DismissedHint({ hint }: { hint: Hint }) {
  const { record } = useDesk();
  const reopening = useAct(async () => {
    const params = { path: { id: record.id } };
    showRecord(
      got(await api.POST('/post-mortems/{id}/hints/reopen', { params, body: { hints: [placeOf(hint)] } })).data,
    );
    await queries.invalidateQueries({ queryKey: hintsKey(record.id) });
    focusHints();
  });
  const isAllowed = record.acts.some(({ act, isAllowed: may }) => act === 'dismiss hints' && may);
  return (
    <li class="record-hint small">
      <q>
        <bdi>{hint.excerpt}</bdi>
      </q>{' '}
      <span class="quiet">
        {hint.dismissed?.by.name ?? hint.dismissed?.by.id}: <bdi>{hint.dismissed?.because}</bdi>
      </span>
      {isAllowed ? (
        <ActButton act={reopening} look="plain" onClick={() => void reopening.act()}>
          Take it up again
        </ActButton>
      ) : null}
      <Problem error={reopening.error.value} />
    </li>
  );
}
