import { BASE } from '../router/base.ts';
import { signOutHere } from '../session/sign-out-here.ts';
import { Icon } from './icon.tsx';
import { useMe } from './me.ts';
import { singleKeys, theme } from './preferences.ts';
import { ZoneSwitch } from './zone-switch.tsx';

/** Who is signed in, how this device shows things, and the way out. */
export function PersonMenu() {
  const { me } = useMe();
  const name = me?.author.name ?? me?.author.id ?? '';
  return (
    <>
      <button type="button" class="button button-plain" popovertarget="person-menu" aria-label={`You: ${name}`}>
        <Icon name="person" />
      </button>
      <div id="person-menu" popover="auto" class="menu stack">
        <div>
          <strong>{name}</strong>
          <p class="quiet small">{me?.roles.join(', ')}</p>
        </div>
        <label class="row row-apart">
          Look
          <select
            class="select"
            value={theme.value}
            onChange={({ currentTarget: { value } }) =>
              (theme.value = value === 'light' || value === 'dark' ? value : 'system')
            }
          >
            <option value="system">as the system</option>
            <option value="light">light</option>
            <option value="dark">dark</option>
          </select>
        </label>
        <ZoneSwitch isInMenu />
        <label class="row">
          <input
            type="checkbox"
            checked={singleKeys.value}
            onChange={({ currentTarget }) => (singleKeys.value = currentTarget.checked)}
          />
          Keys of one letter
        </label>
        <button type="button" class="button" onClick={() => void signOutHere(me?.author.id)}>
          Sign out
        </button>
        <a class="small" href={`${BASE}/licences.txt`} target="_blank" rel="noreferrer">
          Licences
        </a>
      </div>
    </>
  );
}
