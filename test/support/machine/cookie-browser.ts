/**
 * A browser that keeps cookies, follows redirects and runs nothing. It holds cookies to the rules of `__Host-`, `Secure` and `Max-Age`, and
 * takes loopback for secure, as browsers do: https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function cookieBrowser(now: () => number = Date.now) {
  const history: URL[] = [];
  const jar = new Map<string, Map<string, { value: string; endsAt: number }>>();

  function keep(url: URL, header: string): void {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
    const [name = '', ...rest] = pair.split('=');
    const has = (wanted: string) => attributes.some((one) => one.toLowerCase() === wanted);
    const isHost = name.startsWith('__Host-');
    if (isHost && !(has('secure') && has('path=/') && !attributes.some((one) => /^domain=/i.test(one)))) {
      throw new Error(`a browser refuses this cookie: ${header}`);
    }
    if (pair.length > 4_096) throw new Error(`a browser refuses a cookie of ${pair.length} bytes`);
    const maxAge = attributes.map((one) => /^max-age=(-?\d+)$/i.exec(one)?.[1]).find((one) => one !== undefined);
    const endsAt = maxAge === undefined ? Number.POSITIVE_INFINITY : now() + Number(maxAge) * 1_000;
    const cookies = jar.get(url.host) ?? new Map<string, { value: string; endsAt: number }>();
    if (endsAt <= now()) cookies.delete(name);
    else cookies.set(name, { value: rest.join('='), endsAt });
    jar.set(url.host, cookies);
  }

  const cookieHeader = (url: URL): string =>
    [...(jar.get(url.host) ?? [])]
      .flatMap(([name, { value, endsAt }]) => (endsAt > now() ? [`${name}=${value}`] : []))
      .join('; ');

  async function request(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    history.push(url);
    const headers = new Headers(init.headers);
    if (cookieHeader(url) !== '') headers.set('cookie', cookieHeader(url));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const header of response.headers.getSetCookie()) keep(url, header);
    return response;
  }

  return {
    request,
    /** Addresses that were asked, in their order. */
    history,
    /** Opens a page, and goes where it is sent. @returns the last answer, and its address */
    async open(address: string | URL, init: RequestInit = {}): Promise<{ url: URL; response: Response }> {
      let url = new URL(address);
      let response = await request(url, init);
      for (let redirects = 0; redirects < 20; redirects += 1) {
        const location = response.headers.get('location');
        if (location === null || response.status >= 400) return { url, response };
        url = new URL(location, url);
        response = await request(url);
      }
      throw new Error(`${url.href} is sent on and on`);
    },
    cookies: (address: string): Record<string, string> =>
      Object.fromEntries([...(jar.get(new URL(address).host) ?? [])].map(([name, { value }]) => [name, value])),
    /** Puts a cookie into the browser, as somebody who copied it. */
    plant(address: string, name: string, value: string): void {
      keep(new URL(address), `${name}=${value}; Path=/; Secure`);
    },
  };
}

export type CookieBrowser = ReturnType<typeof cookieBrowser>;
