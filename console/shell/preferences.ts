import { effect, signal } from '@preact/signals';

/** How this device shows things. Nothing of the records is kept here. */
const KEY = 'holdfast-look';
type Kept = { zone?: string; theme?: string; singleKeys?: boolean };

function kept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Kept;
  } catch {
    return {};
  }
}

const first = kept();

export const LOCAL_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Time zone in which times are shown: UTC unless the person chose their own. */
export const zone = signal(first.zone === LOCAL_ZONE ? LOCAL_ZONE : 'UTC');
export const theme = signal<'light' | 'dark' | 'system'>(
  first.theme === 'light' || first.theme === 'dark' ? first.theme : 'system',
);
/** Keys without Ctrl or Alt may be switched off: WCAG 2.1.4. */
export const singleKeys = signal(first.singleKeys ?? true);

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
