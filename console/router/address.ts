import { computed, signal } from '@preact/signals';
import { BASE } from './base.ts';

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

/** Told before the place is left; a reason keeps the person here, who is asked. */
const holds = new Set<() => string | undefined>();

/** Asks before this page is left while `reason` gives one. @returns takes it back */
export function holdBack(reason: () => string | undefined): () => void {
  holds.add(reason);
  return () => holds.delete(reason);
}

function mayLeave(): boolean {
  for (const reason of holds) {
    const because = reason();
    if (because !== undefined && !confirm(because)) return false;
  }
  return true;
}

/** Goes to a path of the console. `replace` leaves no step back, as for filters while they are typed. */
export function go(to: string, { replace = false } = {}): void {
  const target = new URL(to.startsWith('/') ? BASE + to : to, location.href);
  const isSamePlace = target.pathname === location.pathname;
  if (!isSamePlace && !mayLeave()) return;
  if (!replace) history.replaceState({ scrollY }, '');
  history[replace ? 'replaceState' : 'pushState']({}, '', target);
  const before = address.value;
  address.value = here();
  if (before.path !== address.value.path) scrollTo(0, 0);
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
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = (event.target as Element | null)?.closest('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (link.pathname !== BASE && !link.pathname.startsWith(`${BASE}/`)) return;
  if (link.pathname === location.pathname && link.hash !== '' && link.search === location.search) return;
  event.preventDefault();
  go((link.pathname.slice(BASE.length) || '/') + link.search + link.hash);
}

/** Begins to listen to links and to the browser's own back and forward. */
export function startRouting(): void {
  document.addEventListener('click', followLinks);
  history.scrollRestoration = 'manual';
  addEventListener('popstate', (event) => {
    const target = here();
    if (target.path !== address.value.path && !mayLeave()) {
      history.pushState({}, '', BASE + address.value.path + address.value.search + address.value.hash);
      return;
    }
    address.value = target;
    const { scrollY: y } = (event.state ?? {}) as { scrollY?: number };
    if (y !== undefined) requestAnimationFrame(() => scrollTo(0, y));
  });
  addEventListener('hashchange', () => {
    address.value = here();
  });
}
