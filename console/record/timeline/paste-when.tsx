import { useId } from 'preact/hooks';
import type { openQuestions, PlacedEntry, When } from './paste/place-in-time.ts';
import { wallTime } from './wall-time.ts';
import { ZonePicker } from './zone-picker.tsx';

type PasteWhenProps = {
  open: ReturnType<typeof openQuestions>;
  placed: readonly PlacedEntry[];
  when: When;
  isFixed: boolean;
  setWhen: (when: When) => void;
};

/** Day and zone, where the text leaves them open. Both are confirmed with the first and the last line before anything is sent. */
export function PasteWhen({ open, placed, when, isFixed, setWhen }: PasteWhenProps) {
  const id = useId();
  const put = (change: Partial<When>) => setWhen({ ...when, isConfirmed: false, ...change });
  const times = placed.flatMap(({ placedAt }) => (placedAt === undefined ? [] : [placedAt]));
  const [first, last] = [times[0], times.at(-1)];
  return (
    <fieldset class="stack" disabled={isFixed}>
      <legend>
        <strong>When it was</strong>
      </legend>
      <div class="entry-times">
        {open.wantsDay ? (
          <div>
            <label for={`${id}-day`}>Day of the first line</label>
            <input
              id={`${id}-day`}
              class="input"
              type="date"
              value={when.day}
              onInput={({ currentTarget }) => put({ day: currentTarget.value })}
            />
          </div>
        ) : null}
        {open.wantsOrder ? (
          <div>
            <label for={`${id}-order`}>03/04 is</label>
            <select
              id={`${id}-order`}
              class="select"
              value={when.dayOrder}
              onChange={({ currentTarget: { value } }) =>
                put({ dayOrder: value === 'day first' || value === 'month first' ? value : '' })
              }
            >
              <option value="">please say</option>
              <option value="day first">the 3rd of April</option>
              <option value="month first">the 4th of March</option>
            </select>
          </div>
        ) : null}
        {open.wantsZone ? (
          <ZonePicker id={`${id}-zone`} label="Clocks were of" zone={when.zone} onChange={(zone) => put({ zone })} />
        ) : null}
      </div>
      <label class="row">
        <input
          type="checkbox"
          checked={when.isConfirmed}
          disabled={first === undefined}
          onChange={({ currentTarget }) => put({ isConfirmed: currentTarget.checked })}
        />
        {first === undefined || last === undefined
          ? 'The times are not known yet'
          : `The first line is of ${inBoth(first, when.zone)}, the last of ${inBoth(last, when.zone)}`}
      </label>
    </fieldset>
  );
}

const inBoth = (at: string, zone: string) => {
  const utc = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  return zone === 'UTC' ? utc : `${wallTime(at, zone).slice(0, 16).replace('T', ' ')} ${zone} (${utc})`;
};
