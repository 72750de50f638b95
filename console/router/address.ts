import { computed, signal } from '@preact/signals';
import { isTakenAway } from '../session/token.ts';
import { BASE } from './base.ts';
import { restoreScroll } from './restore-scroll.ts';

type Address = { path: string; search: string; hash: string };

const here = (): Address => ({
  path: location.pathname.slice(BASE.length) || '/',
  search: location.search,
  hash: location.hash,
});

/** Where the person is, without the prefix of the console. */
export const address = signal<Address>(here());

/** What the address asks of the place: filters, view, cursor. */
export const query = computed(() => new URLSearchParams(address.value.search));

/** What is left: the place for another one of the console, the page for good, or the session with all that is on this device. */
export type Leaving = 'place' | 'page' | 'session';

/** Told before something is left; a reason keeps the person here, who is asked. */
const holds = new Set<(leaving: Leaving) => string | undefined>();

/** Asks before something is left while `reason` gives one: once, however often it is told. @returns takes it back */
export function holdBack(reason: (leaving: Leaving) => string | undefined): () => void {
  holds.add(reason);
  return () => holds.delete(reason);
}

/** Whether something would be gone with this page. */
export const isAnythingHeld = (): boolean => [...holds].some((reason) => reason('page') !== undefined);

/** Asks the person where something would be lost. @returns whether they leave */
export function mayLeave(leaving: Leaving = 'place'): boolean {
  for (const reason of holds) {
    const because = reason(leaving);
    if (because !== undefined && !confirm(because)) return false;
  }
  return true;
}

/** Which step of this tab's history is shown: each has its number in the state that the browser keeps with it. */
let step = stepIn(history.state) ?? 0;
/** How far each step was scrolled when it was left, backwards or forwards. */
const scrolled = new Map<number, number>();

function stepIn(state: unknown): number | undefined {
  const found = (state as { step?: unknown } | null)?.step;
  return typeof found === 'number' ? found : undefined;
}

/** Goes to a path of the console, with its prefix or without. `replace` leaves no step back, as for filters while they are typed. */
export function go(to: string, { replace = false } = {}): void {
  const target = new URL(withBase(to), location.href);
  const isSamePlace = target.pathname === location.pathname;
  if (!isSamePlace && !mayLeave()) return;
  scrolled.set(step, scrollY);
  if (!replace) step += 1;
  history[replace ? 'replaceState' : 'pushState']({ step }, '', target);
  const before = address.value;
  address.value = here();
  if (before.path !== address.value.path) scrollTo(0, 0);
}

function withBase(to: string): string {
  const hasBase = to === BASE || ['/', '?', '#'].some((mark) => to.startsWith(BASE + mark));
  if (!to.startsWith('/') || hasBase) return to;
  // The console itself has no slash at its end: it has one address.
  return BASE + (to === '/' || /^\/[?#]/.test(to) ? to.slice(1) : to);
}

/** Changes parts of the query; empty ones are taken out. */
export function setQuery(change: Record<string, string | string[] | undefined>, options = { replace: true }): void {
  const next = new URLSearchParams(address.peek().search);
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    for (const one of [value ?? []].flat()) if (one !== '') next.append(name, one);
  }
  const search = next.toString();
  go(address.peek().path + (search === '' ? '' : `?${search}`), options);
}

/** Links of the console are followed without loading the page anew; others, and those for another tab, as they are. */
function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (link.pathname !== BASE && !link.pathname.startsWith(`${BASE}/`)) return;
  if (link.pathname === location.pathname && link.hash !== '' && link.search === location.search) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

/** Set while a step back or forward is undone, because the person stays. */
let isUndoing = false;

function followHistory({ state }: PopStateEvent): void {
  if (isUndoing) {
    isUndoing = false;
    return;
  }
  const target = here();
  const known = stepIn(state);
  if (target.path !== address.value.path && !mayLeave()) {
    isUndoing = known !== undefined && known !== step;
    if (isUndoing) history.go(step - (known ?? step));
    return;
  }
  if (known === undefined) {
    // A link to a part of the page: the browser made the step, and scrolls itself.
    step += 1;
    history.replaceState({ step }, '');
    address.value = target;
    return;
  }
  scrolled.set(step, scrollY);
  step = known;
  address.value = target;
  const y = scrolled.get(known);
  if (y !== undefined) restoreScroll(y);
}

/** Rest of the scrolling after which the browser keeps where it is: it takes some changes a second, not each. In milliseconds. */
const REST_MS = 200;

/** Begins to listen to links and to the browser's own back and forward. */
export function startRouting(): void {
  document.addEventListener('click', followLinks);
  history.scrollRestoration = 'manual';
  // What the browser keeps with the step outlives a reload of the page.
  const { scrollY: y } = (history.state ?? {}) as { scrollY?: unknown };
  history.replaceState({ step }, '');
  if (typeof y === 'number') restoreScroll(y);
  let resting: ReturnType<typeof setTimeout> | undefined;
  addEventListener('scroll', () => {
    clearTimeout(resting);
    resting = setTimeout(() => history.replaceState({ step, scrollY }, ''), REST_MS);
  });
  addEventListener('popstate', followHistory);
  addEventListener('beforeunload', (event) => {
    if (!isTakenAway() && isAnythingHeld()) event.preventDefault();
  });
}
