import type { Locator, Page } from 'playwright-core';

/** What hands do at a page, counted: each click, each key and each character typed is one, and so is a paste. */
export function handsAt(page: Page) {
  let count = 0;
  return {
    count: () => count,
    async click(what: Locator): Promise<void> {
      count += 1;
      await what.click();
    },
    async type(words: string): Promise<void> {
      count += words.length;
      await page.keyboard.insertText(words);
    },
    async paste(words: string): Promise<void> {
      count += 1;
      await page.keyboard.insertText(words);
    },
    async press(key: string, times = 1): Promise<void> {
      for (let at = 0; at < times; at += 1) {
        count += 1;
        await page.keyboard.press(key);
      }
    },
  };
}

export type Hands = ReturnType<typeof handsAt>;
