import * as z from 'zod';
import { axe, type ConsoleVisit } from './console-browser.ts';

export const NO_FAULTS = { complaints: [], refusals: [], axe: [], overflow: 0, clipped: [], headings: 1 };

/** Parts of the page that are drawn apart, so that what is wider than they are is cut without a word. */
const CLIPPED = `Array.from(document.querySelectorAll('main *'))
  .filter((one) => getComputedStyle(one).contentVisibility === 'auto' && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.id || one.className)`;

/** What is wrong with a page as it stands. */
export async function faultsOf({ page, complaints, refusals }: ConsoleVisit) {
  const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  const headings = await page.locator('h1').count();
  const clipped = z.array(z.string()).parse(await page.evaluate(CLIPPED));
  const seen = { complaints: [...complaints], refusals: [...refusals].toSorted() };
  return { ...seen, axe: await axe(page), overflow: Math.max(0, overflow), clipped, headings };
}
