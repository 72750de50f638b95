const before = new Map<string, Element | null>();

type Ways = { enter: () => void; leave?: () => void };

/** Leads the focus into a part of the page, and from within it back to where it was. @param part selector of the part */
export function toAndFro(part: string, { enter, leave }: Ways): void {
  const here = document.activeElement;
  if (here?.closest(part) == null) {
    before.set(part, here);
    enter();
    return;
  }
  const was = before.get(part);
  leave?.();
  if (was instanceof HTMLElement && was.isConnected && was !== document.body) was.focus();
  else if (here instanceof HTMLElement) here.blur();
}
