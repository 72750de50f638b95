import type { CookieBrowser } from './cookie-browser.ts';

/** Signs in at the pages of the company's provider, as a person at a browser does. @returns where the browser is then */
export async function signInAtProvider(
  browser: CookieBrowser,
  address: string,
  sub: string,
): Promise<{ url: URL; response: Response }> {
  let at = await browser.open(address);
  // Asks who it is, then whether the application may know it.
  for (let pages = 0; pages < 3 && /\/interaction\//.test(at.url.pathname); pages += 1) {
    const prompt = /name="prompt" value="(\w+)"/.exec(await at.response.text())?.[1] ?? '';
    at = await browser.open(at.url, {
      method: 'POST',
      body: new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: sub, password: 'any' } : {}) }),
    });
  }
  return at;
}
