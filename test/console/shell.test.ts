import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { waitUntil } from '../../local/wait-until.ts';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { type ConsoleVisit, consoleForThisFile, drawn, pressTogether } from './world/console-browser.ts';
import type { ConsolePerson } from './world/console-people.ts';
import { listedKeys } from './world/keys-of-places.ts';

const shell = consoleForThisFile('small');

/** Opens a place, does something there, and closes it, whatever comes of it. */
async function at<Result>(person: ConsolePerson, path: string, run: (visit: ConsoleVisit) => Promise<Result>) {
  const { records } = shell.world();
  const known = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => records[name] ?? '');
  const visit = await shell.open(person, known);
  try {
    return await run(visit);
  } finally {
    await visit.close();
  }
}

/** What is typed next goes into its field. */
async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('dialog [role=combobox]:focus').waitFor();
}

const heading = (page: Page) => page.locator('h1').textContent();
const focused = (page: Page) => page.evaluate('document.activeElement.outerHTML.slice(0, 60)');
const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Comes to a heading, or says which it is. */
const SOON = { timeout: 30_000 };

const comesTo = (page: Page, title: string) => expect.poll(() => heading(page), SOON).toBe(title);

describeUnlessMissing(missingChromium)('the keys of the console', () => {
  it('are listed by ?, and what is listed is what is bound', async () => {
    const { listed, bound } = await at('nina', '/console/settings', async ({ page }) => {
      const names = (await listedKeys(page)).map(({ keys }) => keys.join(' '));
      const found: string[] = [];
      for (const key of [
        ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/?[].,;:!-+='.split(''),
        'Enter',
        ' ',
        'Escape',
        'Delete',
      ]) {
        if (await isTaken(page, [key])) found.push(key);
      }
      for (const key of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') if (await isTaken(page, ['g', key])) found.push(`G ${key}`);
      for (const key of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') if (await isTaken(page, [key], true)) found.push(`Ctrl ${key}`);
      return { listed: names.toSorted(), bound: found.toSorted() };
    });
    expect(listed.length).toBeGreaterThan(8);
    expect(bound).toEqual(listed);
  });

  it('lead to the places after G', async () => {
    const went = await at('ben', '/console/settings', async ({ page }) => {
      const found: Record<string, string> = {};
      for (const [key, title] of Object.entries({
        T: '/console',
        P: '/console/post-mortems',
        R: '/console/remediations',
        L: '/console/lessons',
        A: '/console/audit',
      })) {
        await pressTogether(page, 'g', key.toLowerCase());
        await page.waitForURL((url) => url.pathname === title);
        found[key] = pathOf(page);
      }
      return found;
    });
    expect(Object.keys(went)).toEqual(['T', 'P', 'R', 'L', 'A']);
  });

  it('do nothing in a field, and nothing at all when they are switched off', async () => {
    await at('nina', '/console/post-mortems/{fresh}', async ({ page }) => {
      const field = page.locator('main textarea').first();
      await field.focus();
      await page.keyboard.type('gt/?gp');
      expect([pathOf(page).startsWith('/console/post-mortems/'), await field.inputValue()]).toEqual([true, 'gt/?gp']);
      expect(await page.locator('dialog').count()).toBe(0);
      await field.fill('');
    });
    await at('nina', '/console/settings', async ({ page }) => {
      await page.getByRole('button', { name: /^You:/ }).click();
      await page.getByLabel('Keys of one letter').uncheck();
      await page.keyboard.press('Escape');
      await page.reload();
      await drawn(page);
      await page.keyboard.press('?');
      await page.keyboard.press('g');
      await page.keyboard.press('p');
      expect([await page.locator('dialog').count(), pathOf(page)]).toEqual([0, '/console/settings']);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Search, or go to' }).waitFor();
    });
  });

  it('leave Enter to the link, and Space to the button, on which the focus is', async () => {
    await at('nina', '/console/settings', async ({ page }) => {
      await page.getByRole('link', { name: 'Lessons' }).focus();
      await page.keyboard.press('Enter');
      await comesTo(page, 'Lessons');
      const menu = page.getByRole('button', { name: /^You:/ });
      await menu.focus();
      await page.keyboard.press(' ');
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
    });
  });
});

describeUnlessMissing(missingChromium)('the palette of the console', () => {
  it('finds places, actions and records, and takes one with the arrows and Enter', async () => {
    await at('nina', '/console/settings', async ({ page }) => {
      await openPalette(page);
      const options = page.getByRole('option');
      await page.keyboard.type('less');
      await expect.poll(() => options.allTextContents(), SOON).toEqual(['Lessonsplace']);
      await page.getByRole('combobox').fill('all keys');
      await expect.poll(() => options.allTextContents(), SOON).toEqual(['All keys?']);
      await page.getByRole('combobox').fill('invoices');
      await options.first().getByText('invoices of others').waitFor();
      await page.getByRole('combobox').fill('re');
      await options.nth(2).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await expect
        .poll(() => options.evaluateAll((all) => all.map((one) => one.getAttribute('aria-selected')).slice(0, 3)), SOON)
        .toEqual(['false', 'true', 'false']);
      await page.getByRole('combobox').fill('remed');
      await page.getByRole('option', { name: 'Remediations', selected: true }).waitFor();
      await page.keyboard.press('Enter');
      await comesTo(page, 'Remediations');
      await expect.poll(() => page.locator('dialog').count(), SOON).toBe(0);
    });
  });

  it('leads back to the records that were opened last, but for those that are kept close', async () => {
    const { halfFilled, restricted } = shell.world().records;
    await at('ada', `/console/post-mortems/${restricted}`, async ({ page }) => {
      const options = page.getByRole('option').filter({ hasText: 'opened lately' });
      await page.keyboard.press('Control+k');
      await page.getByRole('option').first().waitFor();
      expect(await options.count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'Post-mortems', exact: true }).first().click();
      await page.locator(`a[href$="/post-mortems/${halfFilled}"]`).first().click();
      await page.getByRole('heading', { name: 'Summary' }).waitFor();
      await page.keyboard.press('Control+k');
      await expect.poll(() => options.count(), SOON).toBe(1);
    });
  });

  it('gives the focus back at Esc', async () => {
    await at('nina', '/console/settings', async ({ page }) => {
      const before = page.getByRole('link', { name: 'Lessons' });
      await before.focus();
      const was = await focused(page);
      await openPalette(page);
      await page.keyboard.type('x');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('dialog').count(), SOON).toBe(0);
      await expect.poll(() => focused(page), SOON).toBe(was);
    });
  });

  it('says that the search failed, and not that there is nothing', async () => {
    await at('nina', '/console/settings', async ({ page }) => {
      await page.route('**/search?*', (route) =>
        route.fulfill({ status: 400, json: { title: 'No', status: 400, detail: 'no' } }),
      );
      await openPalette(page);
      await page.keyboard.type('zzzz');
      await page.getByText('The records could not be searched.').waitFor();
    });
  });

  it('shows no title of a restricted record', async () => {
    await at('nina', '/console/settings', async ({ page }) => {
      const id = '01KAAAAAAAAAAAAAAAAAAAAAAA';
      await page.route('**/search?*', async (route) => {
        const answer = (await (await route.fetch()).json()) as object;
        await route.fulfill({ json: { ...answer, postMortems: [{ id, tlp: 'RED', status: 'open' }] } });
      });
      await openPalette(page);
      await page.keyboard.type('secret');
      await expect.poll(() => page.getByRole('option').allTextContents(), SOON).toEqual(['TLP:RED recordopen']);
    });
  });
});

describeUnlessMissing(missingChromium)('steps in the console', () => {
  it('lead back to the filters and to where the page was scrolled, and forward again', async () => {
    await at('nina', '/console/post-mortems/{halfFilled}', async ({ page }) => {
      await page.waitForFunction('document.documentElement.scrollHeight > innerHeight + 700');
      await page.evaluate('scrollTo(0, 600)');
      await page.getByRole('link', { name: 'Remediations' }).first().click();
      await comesTo(page, 'Remediations');
      await expect.poll(() => page.evaluate('scrollY'), SOON).toBe(0);
      await page.goBack();
      await expect.poll(() => page.evaluate('Math.round(scrollY)'), SOON).toBe(600);
      await page.goForward();
      await comesTo(page, 'Remediations');
      await page.goBack();
      await expect.poll(() => page.evaluate('Math.round(scrollY)'), SOON).toBe(600);
      await expect.poll(() => page.evaluate('history.state.scrollY'), SOON).toBe(600);
      await page.reload();
      await expect.poll(() => page.evaluate('Math.round(scrollY)'), SOON).toBe(600);
    });
    await at('nina', '/console/post-mortems?status=open&q=invoices', async ({ page }) => {
      await page.getByRole('link', { name: 'Lessons' }).click();
      await comesTo(page, 'Lessons');
      await page.goBack();
      await comesTo(page, 'Post-mortems');
      expect(new URL(page.url()).search).toBe('?status=open&q=invoices');
    });
  });

  it('put the focus on the main heading, and name the tab', async () => {
    await at('nina', '/console/settings', async ({ page }) => {
      await page.getByRole('link', { name: 'Lessons' }).click();
      await comesTo(page, 'Lessons');
      await expect.poll(() => page.evaluate('document.activeElement.textContent'), SOON).toBe('Lessons');
      await expect.poll(() => page.title(), SOON).toBe('Lessons · Holdfast');
    });
  });

  it('begin with a way past the rail', async () => {
    await at('nina', '/console/settings', async ({ page }) => {
      await page.keyboard.press('Tab');
      await expect
        .poll(() => page.evaluate('document.activeElement.textContent.trim()'), SOON)
        .toBe('Skip to the content');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate('document.activeElement.id'), SOON).toBe('main');
    });
  });

  it('go nowhere by a hostile or unknown address, which is said', async () => {
    const { url } = shell.world();
    const said: Record<string, unknown> = {};
    const paths = [
      '/console/nowhere',
      '/console/%E0%A4%A',
      '/console//evil.example/x',
      '/console/post-mortems/..%2f..%2fme',
      '/console/post-mortems/%3Cimg%20src=x%20onerror=alert(1)%3E',
      '/console/reports/..%2F..%2Fsession%2Fsign-out',
    ];
    for (const path of paths) {
      await at('nina', '/console/settings', async ({ page, complaints }) => {
        const asked: string[] = [];
        page.on('request', (request) => {
          if (request.method() !== 'GET' && !request.url().endsWith('/session/token')) asked.push(request.url());
        });
        await page.goto(`${url}${path}`);
        await page.locator('h1').waitFor();
        const own = complaints.filter((words) => !/status of (400|403|404)/.test(words));
        said[path] = [asked, own, pathOf(page).startsWith('/console'), await page.locator('h1').count()];
      });
    }
    expect(said).toEqual(Object.fromEntries(paths.map((path) => [path, [[], [], true, 1]])));
    await at('nina', '/console/nowhere', async ({ page }) => {
      await comesTo(page, 'There is no such page');
      await page.getByRole('link', { name: 'Go to Today' }).click();
      await comesTo(page, 'Today');
    });
  });
});

describeUnlessMissing(missingChromium)('how the console shows things', () => {
  it('is in UTC or in the zone of the person, every time at once', async () => {
    await at('nina', '/console/post-mortems/{halfFilled}', async ({ page }) => {
      const debug = await page.context().newCDPSession(page);
      await debug.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' });
      await page.reload();
      await drawn(page);
      const times = () =>
        page.evaluate<[string, string][]>(
          'Array.from(document.querySelectorAll("main time[datetime*=T]"), (time) => [time.dateTime, time.textContent])',
        );
      const minutes = (shown: [string, string][]) => shown.filter(([, words]) => /\d\d:\d\d/.test(words));
      const notIn = (shown: [string, string][], timeZone: string) =>
        shown.filter(([instant, words]) => !words.includes(clockIn(instant, timeZone)));
      const before = minutes(await times());
      expect(before.length).toBeGreaterThan(3);
      expect(notIn(before, 'UTC')).toEqual([]);
      await page.getByLabel('Times are shown in').first().selectOption('Asia/Tokyo');
      await expect.poll(async () => notIn(minutes(await times()), 'Asia/Tokyo'), SOON).toEqual([]);
      expect(minutes(await times()).length).toBe(before.length);
    });
  });

  it('is light or dark as chosen, in every tab, and stays so', async () => {
    await at('nina', '/console/settings', async ({ page }) => {
      const ground = (of: Page) => of.evaluate('getComputedStyle(document.body).backgroundColor');
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.locator('h1').waitFor();
      const light = await ground(page);
      await page.getByRole('button', { name: /^You:/ }).click();
      await page.getByRole('combobox', { name: /^Look/ }).selectOption('dark');
      expect(light).toBe('rgb(255, 255, 255)');
      for (const tab of [page, other]) await expect.poll(() => ground(tab), SOON).toBe('rgb(18, 22, 28)');
      await page.reload();
      await page.locator('h1').waitFor();
      await expect.poll(() => ground(page), SOON).toBe('rgb(18, 22, 28)');
    });
  });

  it('stands what an older version, or somebody else, left in the browser', async () => {
    for (const left of ['null', '{', '7', '{"zone":"Mars/Olympus","theme":"pink","singleKeys":"maybe"}']) {
      await at('nina', '/console/settings', async ({ page, complaints }) => {
        await page.evaluate(`localStorage.setItem('holdfast-look', ${JSON.stringify(left)})`);
        await page.reload();
        await comesTo(page, 'Settings');
        expect(complaints).toEqual([]);
      });
    }
  });
});

describeUnlessMissing(missingChromium)('the session of the console', () => {
  it('leaves no token where a script of another day could find it', async () => {
    await at('nina', '/console/post-mortems/{fresh}', async ({ page, complaints }) => {
      const kept = String(await page.evaluate(EVERYTHING_KEPT));
      expect(kept).toContain('holdfast-look');
      expect([kept.match(/eyJ|[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/g), await page.evaluate('document.cookie')]).toEqual([
        null,
        '',
      ]);
      expect(complaints).toEqual([]);
    });
  });

  it('asks for a sign-in over the page when it is over, and leaves what was typed', async () => {
    await at('nina', '/console/post-mortems/{fresh}', async ({ page }) => {
      await page.route('**/session/token', (route) =>
        route.fulfill({ status: 401, json: { signIn: '/session/sign-in' } }),
      );
      await page.route('**/post-mortems/**', (route) =>
        route.request().resourceType() === 'fetch'
          ? route.fulfill({ status: 401, json: { message: 'Unauthorized' } })
          : route.continue(),
      );
      const field = page.locator('main textarea').first();
      await field.fill('typed while the session ended');
      const dialog = page.getByRole('dialog', { name: 'Please sign in' });
      await dialog.waitFor();
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect
        .poll(async () => [await dialog.isVisible(), await page.getByRole('dialog').count()], SOON)
        .toEqual([true, 1]);
      expect(await field.inputValue()).toBe('typed while the session ended');
      // Beside this page is the way that loses nothing.
      expect(await dialog.locator('a.button-main').allTextContents()).toEqual([
        'Sign in in a new tab, and keep this page',
      ]);
      const back = new URL(
        (await dialog.getByRole('link', { name: 'Sign in', exact: true }).getAttribute('href')) ?? '',
        page.url(),
      );
      expect([back.pathname, back.searchParams.get('return')]).toEqual(['/session/sign-in', pathOf(page)]);
      // Somebody signs in in another tab: this one goes on by itself.
      await page.unrouteAll();
      await page.evaluate('dispatchEvent(new Event("focus"))');
      await expect.poll(() => page.getByRole('dialog').count(), SOON).toBe(0);
      expect(await field.inputValue()).toBe('typed while the session ended');
    });
  });

  it('says that it does not answer, tries again, and signs nobody out', async () => {
    for (const how of ['500', 'nothing', 'nonsense'] as const) {
      await at('nina', '/console/settings', async ({ page }) => {
        let isWell = false;
        await page.route('**/session/token', (route) => {
          if (isWell) return route.continue();
          if (how === 'nothing') return route.abort('connectionreset');
          return how === '500'
            ? route.fulfill({ status: 500, body: 'oops' })
            : route.fulfill({ status: 200, body: '<html>' });
        });
        await page.reload();
        await page.getByText('The session of Holdfast does not answer').waitFor();
        expect([how, await page.getByRole('dialog').count(), pathOf(page)]).toEqual([how, 0, '/console/settings']);
        isWell = true;
        await page.getByRole('button', { name: 'Try now' }).click();
        await expect.poll(() => page.getByText('The session of Holdfast does not answer').count(), SOON).toBe(0);
        await expect.poll(() => page.getByRole('button', { name: /^You: .*\w/ }).count(), SOON).toBe(1);
      });
    }
  });

  it('ends in all tabs with the sign-out, which leads away and leaves nothing on the device', async () => {
    // Of a person with whom no other test goes on.
    await at('max', '/console/settings', async ({ page }) => {
      const { url } = shell.world();
      await page.evaluate(PUT_DRAFT);
      const other = await page.context().newPage();
      await other.goto(`${url}/console/post-mortems/new`);
      // What is typed holds back whoever leaves, and nobody who is signed out.
      const held: string[] = [];
      other.on('dialog', (dialog) => {
        held.push(dialog.type());
        void dialog.dismiss();
      });
      await other.getByLabel('Title').pressSequentially('half a sentence');
      // It is in the memory of that tab alone, and asked about in this one.
      await expect.poll(() => page.evaluate(IS_UNSENT), SOON).toBe(true);
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.message());
        void dialog.accept();
      });
      // While the sign-out fails, nobody is signed out and nothing is lost.
      await page.route('**/session/sign-out', (route) => route.fulfill({ status: 500, body: 'oops' }), { times: 1 });
      await page.getByRole('button', { name: /^You:/ }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByText('You are still signed in').waitFor();
      expect(String(await page.evaluate(EVERYTHING_KEPT))).toContain('half a sentence');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByText('You are signed out').waitFor();
      await other.getByRole('dialog', { name: 'Please sign in' }).waitFor();
      await expect.poll(() => other.evaluate(EVERYTHING_KEPT), SOON).not.toContain('half a sentence');
      expect(asked).toEqual(Array(2).fill(expect.stringContaining('Something that you typed is not sent yet')));
      expect(held).toEqual([]);
      await page.goto(`${url}/console/lessons`);
      await page.getByRole('dialog', { name: 'Please sign in' }).waitFor();
    });
  });

  it('renews once for many calls, in two tabs at once', async () => {
    await at('nina', '/console/post-mortems/{halfFilled}', async ({ page }) => {
      const other = await page.context().newPage();
      const renewals = [page, other].map((tab) => {
        const own: string[] = [];
        tab.on('response', (response) => {
          if (response.url().endsWith('/session/token')) own.push(String(response.status()));
        });
        return own;
      });
      await Promise.all([page.reload(), other.goto(page.url())]);
      await Promise.all([drawn(page), drawn(other)]);
      expect([renewals, await other.getByRole('dialog').count()]).toEqual([[['200'], ['200']], 0]);
    });
  });
});

describeUnlessMissing(missingChromium)('a console of which a new version was deployed meanwhile', () => {
  it('offers to load the page anew, and everything else stays', async () => {
    await at('nina', '/console/settings', async ({ page }) => {
      let isGone = true;
      await page.route('**/console/assets/lessons-*.js', (route) =>
        isGone ? route.fulfill({ status: 404, body: 'no such file' }) : route.continue(),
      );
      await page.getByRole('link', { name: 'Lessons' }).click();
      await comesTo(page, 'This page could not be loaded');
      await page.getByText('A new version may have been deployed').waitFor();
      isGone = false;
      await page.getByRole('button', { name: 'Load the page anew' }).click();
      await comesTo(page, 'Lessons');
    });
    // What a form is made of comes in a file of its own.
    await at('nina', '/console/post-mortems', async ({ page }) => {
      await page.route('**/console/assets/shapes-*.js', (route) =>
        route.fulfill({ status: 404, body: 'no such file' }),
      );
      await page.getByRole('link', { name: 'New', exact: true }).click();
      await comesTo(page, 'This page has a fault');
      await page.getByRole('button', { name: 'Load the page anew' }).waitFor();
    });
  });
});

const clockIn = (instant: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );

/** Whether the console takes keys for itself. Puts back what they did. */
async function isTaken(page: Page, keys: string[], ctrlKey = false): Promise<boolean> {
  const taken = await page.evaluate<boolean>(
    `${JSON.stringify(keys)}.map((key) => !document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, ctrlKey: ${ctrlKey}, bubbles: true, cancelable: true }))).at(-1)`,
  );
  if (!taken) return false;
  if (pathOf(page) !== '/console/settings') {
    await page.goBack();
    await comesTo(page, 'Settings');
  }
  await waitUntil(
    'no dialog is open',
    async () => {
      await page.keyboard.press('Escape');
      return page.locator('dialog').count();
    },
    (open) => open === 0,
  );
  return true;
}

/** All that the browser keeps for the page, as one text. */
const EVERYTHING_KEPT = `(async () => {
  const ask = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const kept = [{ ...localStorage }, { ...sessionStorage }, await caches.keys()];
  for (const { name } of await indexedDB.databases()) {
    const database = await ask(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const values = database.transaction(store).objectStore(store);
      kept.push([name, store, await ask(values.getAllKeys()), await ask(database.transaction(store).objectStore(store).getAll())]);
    }
    database.close();
  }
  return JSON.stringify(kept);
})()`;

/** Whether some tab says that it has unsent words. */
const IS_UNSENT = `navigator.locks.query().then(({ held }) => held.some(({ name }) => name.includes('has unsent words')))`;

const PUT_DRAFT = `new Promise((resolve, reject) => {
  const opened = indexedDB.open('drafts of somebody');
  opened.onupgradeneeded = () => opened.result.createObjectStore('drafts');
  opened.onerror = () => reject(opened.error);
  opened.onsuccess = () => {
    const change = opened.result.transaction('drafts', 'readwrite');
    change.objectStore('drafts').put('half a sentence', 'summary');
    change.oncomplete = () => resolve(true);
  };
})`;
