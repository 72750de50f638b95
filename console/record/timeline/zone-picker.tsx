import { LOCAL_ZONE, zone as shownZone } from '../../shell/preferences.ts';

type ZonePickerProps = { id: string; zone: string; onChange: (zone: string) => void; label?: string };

/** A time zone: UTC and the person's own first, then all that the browser knows. */
export function ZonePicker({ id, zone, onChange, label = 'In the zone' }: ZonePickerProps) {
  const near = [...new Set([zone, 'UTC', shownZone.value, LOCAL_ZONE])];
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} class="select" value={zone} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {near.map((one) => (
          <option key={one}>{one}</option>
        ))}
        <optgroup label="All">
          {Intl.supportedValuesOf('timeZone').map((one) => (
            <option key={one}>{one}</option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}
