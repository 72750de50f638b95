/**
 * Fills in the sign-in page as a person at a browser does: opens it, types, and is sent back.
 *
 * @returns the address to which the page sends the browser, with the code in it; nothing is asked there
 */
export async function signInAtPage(url: string, who: { email: string; password: string }): Promise<URL> {
  const page = await fetch(url);
  const html = await page.text();
  const form = /<form method="POST" action="([^"]+)">/.exec(html)?.[1];
  if (!page.ok || form === undefined)
    throw new Error(`the sign-in page answered ${page.status}: ${html.slice(0, 500)}`);
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
    ([, name = '', value = '']): [string, string] => [name, unescaped(value)],
  );
  const answer = await fetch(new URL(form, url), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([...hidden, ['username', who.email], ['password', who.password]]),
  });
  const location = answer.headers.get('location');
  if (location !== null) return new URL(location);
  const problem = /<div class="error">([^<]+)</.exec(await answer.text())?.[1];
  throw new Error(`the sign-in page did not let ${who.email} in: ${problem ?? answer.status}`);
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
