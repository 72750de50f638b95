/** Two tabs of one person may write in the same place, and each keeps its own words. */
export const thisTab: string = crypto.randomUUID();

const LOCK = 'holdfast writes in tab ';
let isHeld = false;

/** Says for as long as this page is open that what it keeps is its own to send. */
export function holdTab(): void {
  if (isHeld) return;
  isHeld = true;
  // The browser gives it back with the page. Where there are no locks, each tab takes up what is there.
  void navigator.locks?.request(LOCK + thisTab, () => new Promise(() => {})).catch(() => undefined);
}

/** Other tabs that are open, and keep something. */
export async function otherTabs(): Promise<ReadonlySet<string>> {
  const found = await navigator.locks?.query().catch(() => undefined);
  const names = (found?.held ?? []).map(({ name = '' }) => name);
  return new Set(
    names.flatMap((name) => (name.startsWith(LOCK) && name !== LOCK + thisTab ? [name.slice(LOCK.length)] : [])),
  );
}
