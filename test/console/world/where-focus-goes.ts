import type { Page } from 'playwright-core';
import * as z from 'zod';

const Stop = z.object({
  /** What has the focus, as one would name it. */
  name: z.string(),
  /** Nothing of it can be seen: something lies over all of it, or it is out of the window. */
  isCovered: z.boolean(),
  /** Something is drawn around it that others do not have. */
  isMarked: z.boolean(),
});

/** Tab from the top of the place through its controls. @returns each of them once, at the most as many as asked for */
export async function whereFocusGoes(page: Page, most: number): Promise<z.output<typeof Stop>[]> {
  await page.evaluate('document.activeElement.blur(); scrollTo(0, 0); globalThis.stopsBefore = new Set()');
  const stops: z.output<typeof Stop>[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const stop = Stop.nullable().parse(await page.evaluate(LOOK));
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}

const LOOK = `(() => {
  const at = document.activeElement;
  if (at === document.body || stopsBefore.has(at)) return null;
  stopsBefore.add(at);
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
  const there = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].map(([x, y]) =>
    document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
  const style = getComputedStyle(at);
  const ring = at.querySelector('.strip-hit');
  return {
    name: at.tagName + ' ' + (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).trim().slice(0, 40),
    isCovered: !there.some((top) => top !== null && (at.contains(top) || (top.tagName === 'LABEL' && top.contains(at)))),
    isMarked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) ||
      (ring !== null && getComputedStyle(ring).stroke !== 'none'),
  };
})()`;
