import { LOCAL_ZONE, zone } from './preferences.ts';

/** UTC, or the zone of the person: for every time that is shown. In the bar, and on a phone in the menu. */
export function ZoneSwitch({ isInMenu = false }: { isInMenu?: boolean }) {
  const place = isInMenu ? 'row row-apart menu-zone' : 'shell-zone';
  if (LOCAL_ZONE === 'UTC') return isInMenu ? null : <span class="shell-zone quiet">UTC</span>;
  return (
    <label class={place}>
      <span class={isInMenu ? '' : 'unseen'}>Times are shown in</span>
      <select class="select" value={zone.value} onChange={({ currentTarget }) => (zone.value = currentTarget.value)}>
        <option value="UTC">UTC</option>
        <option value={LOCAL_ZONE}>{LOCAL_ZONE}</option>
      </select>
    </label>
  );
}
