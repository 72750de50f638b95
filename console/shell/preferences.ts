import { batch, effect, signal } from '@preact/signals';

/** How this device shows things. Nothing of the records is kept here. */
const KEY = 'holdfast-look';
type Kept = { zone?: unknown; theme?: unknown; singleKeys?: unknown };

function kept(): Kept {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '{}') as Kept | null) ?? {};
  } catch {
    return {};
  }
}

const first = kept();

export const LOCAL_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Time zone in which times are shown: UTC unless the person chose their own. */
export const zone = signal(zoneIn(first));
export const theme = signal(themeIn(first));
/** Keys without Ctrl or Alt may be switched off: WCAG 2.1.4. */
export const singleKeys = signal(first.singleKeys !== false);

function zoneIn(look: Kept): string {
  return look.zone === LOCAL_ZONE ? LOCAL_ZONE : 'UTC';
}

function themeIn(look: Kept): 'light' | 'dark' | 'system' {
  return look.theme === 'light' || look.theme === 'dark' ? look.theme : 'system';
}

effect(() => {
  if (theme.value === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
  const look: Kept = { zone: zone.value, theme: theme.value, singleKeys: singleKeys.value };
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // A browser that keeps nothing shows the same for as long as the page is open.
  }
});

// What is chosen in one tab holds in all.
addEventListener('storage', ({ key }) => {
  if (key !== KEY) return;
  const look = kept();
  batch(() => {
    zone.value = zoneIn(look);
    theme.value = themeIn(look);
    singleKeys.value = look.singleKeys !== false;
  });
});
