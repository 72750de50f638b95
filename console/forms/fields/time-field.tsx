import { useState } from 'preact/hooks';
import { zone } from '../../shell/preferences.ts';
import { changeOfClocks, shownTime, timeIn } from '../binding/time-in.ts';
import type { TimeShape } from '../shape.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';

/** A day, or a day and time by the clocks of the zone that the person chose. The API gets the instant. */
export function TimeField({ shape, value, onChange, readOnly = false, ...frame }: FieldProps<TimeShape>) {
  const [typed, setTyped] = useState('');
  const text = typeof value === 'string' ? value : '';
  const isDay = shape.kind === 'date';
  const at = zone.value;
  const isAsTyped = typed !== '' && timeIn(typed, at) === text;
  const shown = isDay || isAsTyped ? (isDay ? text : typed) : shownTime(text, at);
  const clocks = isDay || !isAsTyped ? undefined : changeOfClocks(typed, at);
  const notes = [
    ...(clocks === undefined ? [] : [{ text: clocks }]),
    ...(text !== '' && shown === undefined ? [{ text: `"${text}" is no time.`, isWrong: true }] : []),
  ];
  return (
    <FieldFrame shape={shape} notes={notes} {...frame}>
      {(control) => (
        <span class="form-time">
          <input
            {...control}
            class="form-input form-time-input"
            type={isDay ? 'date' : 'datetime-local'}
            max={isDay ? '9999-12-31' : '9999-12-31T23:59'}
            step={shown !== undefined && shown.length > 16 ? 1 : 60}
            value={shown ?? ''}
            readOnly={readOnly}
            onInput={(event) => {
              const { value: next } = event.currentTarget;
              setTyped(next);
              onChange(isDay ? (next === '' ? undefined : next) : timeIn(next, at));
            }}
          />
          {isDay ? null : <span class="form-zone">{at}</span>}
        </span>
      )}
    </FieldFrame>
  );
}
