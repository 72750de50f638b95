/** Two tabs of one person may write in the same place, and each keeps its own words. */
export const thisTab: string = crypto.randomUUID();

const KEEPS = 'holdfast writes in tab ';
const UNSENT = 'holdfast has unsent words in tab ';
let isHeld = false;

/** Says for as long as this page is open that what it keeps is its own to send. */
export function holdTab(): void {
  if (isHeld) return;
  isHeld = true;
  hold(KEEPS, new Promise(() => {}));
}

/** Other tabs that are open, and keep something. */
export const otherTabs = (): Promise<ReadonlySet<string>> => othersThatHold(KEEPS);

/** Whether another tab has something that a sign-out takes, and that lies on no device. */
export const isUnsentElsewhere = async (): Promise<boolean> => (await othersThatHold(UNSENT)).size > 0;

/** Milliseconds after which other tabs know of what is typed here. */
const LOOK_MS = 1_000;

/** Says to other tabs for as long as something would be gone with this page. */
export function tellUnsent(isUnsent: () => boolean): void {
  let letGo: (() => void) | undefined;
  const look = (): void => {
    if (!isUnsent()) {
      letGo?.();
      letGo = undefined;
    } else if (letGo === undefined) {
      const { promise, resolve } = Promise.withResolvers<void>();
      letGo = resolve;
      hold(UNSENT, promise);
    }
  };
  setInterval(look, LOOK_MS);
  addEventListener('blur', look);
}

/** The browser gives it back with the page. Where there are no locks, each tab takes up what is there. */
function hold(what: string, until: Promise<void>): void {
  void navigator.locks?.request(what + thisTab, () => until).catch(() => undefined);
}

async function othersThatHold(what: string): Promise<ReadonlySet<string>> {
  const found = await navigator.locks?.query().catch(() => undefined);
  const names = (found?.held ?? []).map(({ name = '' }) => name);
  return new Set(
    names.flatMap((name) => (name.startsWith(what) && name !== what + thisTab ? [name.slice(what.length)] : [])),
  );
}
