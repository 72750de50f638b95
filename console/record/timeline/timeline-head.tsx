import { zone } from '../../shell/preferences.ts';
import { KINDS, KindMark } from './kinds.tsx';

type HeadProps = {
  count: number | undefined;
  hidden: readonly string[];
  setHidden: (hidden: readonly string[]) => void;
  onNew?: () => void;
  onPaste?: () => void;
  isSelecting: boolean;
  onSelect?: () => void;
};

/** How many there are, which kinds are shown, and the ways in. */
export function TimelineHead({ count, hidden, setHidden, onNew, onPaste, isSelecting, onSelect }: HeadProps) {
  return (
    <div class="row row-apart timeline-head">
      <h2 id="timeline-title">
        Timeline {count === undefined ? null : <span class="quiet">{count}</span>}
        <span class="quiet small"> times in {zone.value}</span>
      </h2>
      <div class="row">
        <fieldset class="row timeline-kinds">
          <legend class="unseen">Kinds that are shown</legend>
          {KINDS.map((kind) => (
            <label key={kind} class="tag">
              <input
                type="checkbox"
                checked={!hidden.includes(kind)}
                onChange={() =>
                  setHidden(hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind])
                }
              />
              <KindMark kind={kind} isWordShown />
            </label>
          ))}
        </fieldset>
        {onSelect === undefined ? null : (
          <button type="button" id="timeline-select" class="button" aria-pressed={isSelecting} onClick={onSelect}>
            Select
          </button>
        )}
        {onPaste === undefined ? null : (
          <button type="button" class="button" onClick={onPaste}>
            Paste or file
          </button>
        )}
        {onNew === undefined ? null : (
          <button type="button" id="timeline-new" class="button button-main" onClick={onNew}>
            New entry
          </button>
        )}
      </div>
    </div>
  );
}
