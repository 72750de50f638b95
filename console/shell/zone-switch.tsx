import { LOCAL_ZONE, zone } from './preferences.ts';

/** UTC, or the zone of the person: for every time that is shown. */
export function ZoneSwitch() {
  if (LOCAL_ZONE === 'UTC') return <span class="shell-zone quiet">UTC</span>;
  return (
    <label class="shell-zone">
      <span class="unseen">Times are shown in</span>
      <select class="select" value={zone.value} onChange={({ currentTarget }) => (zone.value = currentTarget.value)}>
        <option value="UTC">UTC</option>
        <option value={LOCAL_ZONE}>{LOCAL_ZONE}</option>
      </select>
    </label>
  );
}
