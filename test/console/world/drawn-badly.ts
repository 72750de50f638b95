import type { Page } from 'playwright-core';
import * as z from 'zod';

/**
 * Faults of a page that can be measured: what is wider than the window, words that something cuts through, words over words, controls
 * over controls. What ends in three dots is no fault, nor what is left out whole, nor what can be scrolled to.
 */
export async function drawnBadly(page: Page): Promise<string[]> {
  return z.array(z.string()).parse(await page.evaluate(MEASURE));
}

const MEASURE = `(() => {
  const faults = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push('the page is wider than the window by ' + wide + ' px');
  const told = (text) => text.trim().replaceAll(/\\s+/g, ' ').slice(0, 50);
  const name = (one) => one.tagName.toLowerCase() + (one.className && typeof one.className === 'string' ? '.' + one.className.split(' ')[0] : '');
  const styles = new Map();
  const styleOf = (one) => {
    if (!styles.has(one)) {
      const { overflowX, overflowY, textOverflow, position, clipPath, webkitLineClamp } = getComputedStyle(one);
      styles.set(one, { overflowX, overflowY, textOverflow, position, clipPath, webkitLineClamp });
    }
    return styles.get(one);
  };
  /** What of a box can be seen, and whether something cuts through it; undefined: nothing of it. */
  const seen = (one, { left, right, top, bottom }, isText) => {
    let box = { left, right, top, bottom };
    let cutBy;
    let layer;
    for (let up = isText ? one : one.parentElement; up && up !== document.body; up = up.parentElement) {
      const style = styleOf(up);
      if (style.clipPath !== 'none') return undefined;
      if (layer === undefined && (style.position === 'sticky' || style.position === 'fixed')) layer = up;
      const hides = style.overflowX === 'hidden' || style.overflowY === 'hidden' || style.overflowX === 'clip' || style.overflowY === 'clip';
      const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
      if (!hides && !scrolls) continue;
      const room = up.getBoundingClientRect();
      const before = box;
      box = {
        left: Math.max(box.left, room.left),
        right: Math.min(box.right, room.right),
        top: Math.max(box.top, room.top),
        bottom: Math.min(box.bottom, room.bottom),
      };
      if (box.right - box.left < 1 || box.bottom - box.top < 1) return undefined;
      const isMeant = scrolls || style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      const isCut = before.right - box.right > 2 || box.left - before.left > 2 || before.bottom - box.bottom > 4 || box.top - before.top > 4;
      if (isCut && !isMeant) cutBy = up;
    }
    return { ...box, cutBy, layer };
  };
  const isShown = (one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true });
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() === '' || parent === null || /^(script|style|option|title|textarea)$/i.test(parent.tagName) || !isShown(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const box = seen(parent, rect, true);
      if (box === undefined) continue;
      const words = name(parent) + ' “' + told(node.data) + '”';
      if (box.cutBy) faults.push(words + ' is cut by ' + name(box.cutBy));
      // What is wholly on its left waits there for the focus.
      if (box.right > innerWidth + 1 || (box.left < -1 && box.right > 0)) faults.push(words + ' stands outside of the window');
      texts.push({ ...box, words, one: parent, node });
    }
  }
  const controls = [];
  for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    // In a drawing they stand where the time puts them.
    if (!isShown(one) || one.closest('svg')) continue;
    for (const rect of one.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const box = seen(one, rect, false);
      if (box === undefined) continue;
      const own = styleOf(one).clipPath !== 'none';
      if (!own) controls.push({ ...box, words: name(one) + ' “' + told(one.getAttribute('aria-label') ?? one.textContent ?? '') + '”', one });
    }
  }
  const over = (all, least, kind) => {
    const sorted = all.toSorted((a, b) => a.top - b.top);
    for (let at = 0; at < sorted.length; at += 1) {
      const a = sorted[at];
      for (let next = at + 1; next < sorted.length && sorted[next].top < a.bottom - least; next += 1) {
        const b = sorted[next];
        // What stays in its place while the rest is scrolled is meant to lie over it.
        if (a.layer !== b.layer || a.one === b.one || a.one.contains(b.one) || b.one.contains(a.one)) continue;
        const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (x > least && y > least) faults.push(kind + ': ' + a.words + ' and ' + b.words);
      }
    }
  };
  over(texts, 3, 'words over words');
  over(controls, 1, 'controls over controls');
  return [...new Set(faults)].slice(0, 20);
})()`;
