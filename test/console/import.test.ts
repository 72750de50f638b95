import { expect, it } from 'vitest';
import { missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { aFile } from '../support/samples/post-mortem-files.ts';
import { axe, consoleForThisFile } from './world/console-browser.ts';

const importing = consoleForThisFile('empty');

const file = (name: string, content: string) => ({
  name,
  mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/json',
  buffer: Buffer.from(content),
});
const TABLE = `id,title,severity,beganAt,endedAt
IR-1,Laptop lost on a train,low,2023-05-11,2023-06-01
IR-2,"Mail to the wrong list, twice",huge,2023-07-01,2023-07-02
`;

describeUnlessMissing(missingChromium)('past incidents in the console', () => {
  it('are looked at before anything is written, and taken in once', async () => {
    const { page, complaints, close } = await importing.open('alma', '/console/post-mortems/import');
    const choose = page.getByLabel('Files to take in');
    const files = [file('old.csv', TABLE), file('record.json', JSON.stringify(aFile())), file('notes.json', 'no')];
    await choose.setInputFiles(files);
    await page.getByText('notes.json: it is not JSON').waitFor();
    const take = page.getByRole('button', { name: /^Take in/ });
    expect(await take.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Look at all 3 first' }).click();
    await page.getByText('3 records: 1 refused, 2 would be imported.').waitFor();
    await expect.poll(() => page.getByRole('row').nth(1).textContent()).toContain('severity');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take in 2' }).click();
    await page.getByText('3 records: 1 refused, 2 imported.').waitFor();
    await page.getByRole('link', { name: 'closed post-mortems' }).click();
    await page.getByText('Laptop lost on a train').waitFor();

    await page.goto(`${new URL(page.url()).origin}/console/post-mortems/import`);
    await choose.setInputFiles(files.slice(0, 1));
    await page.getByRole('button', { name: 'Look at all 2 first' }).click();
    await page.getByText('2 records: 1 refused, 1 there already.').waitFor();
    await expect.poll(() => take.getAttribute('aria-disabled')).toBe('true');
    expect(complaints).toEqual([]);
    await close();
  });

  it('wait as long as the API asks, under the ending that was looked at, and stop when one says so', async () => {
    const { page, complaints, close } = await importing.open('alma', '/console/post-mortems/import');
    const lines = ['P-1', 'P-2', 'P-3'].map((id) => `${id},A mail to the wrong list,low,2023-07-01,2023-07-02`);
    const table = ['id,title,severity,beganAt,endedAt', ...lines].join('\n');
    await page.getByLabel('Files to take in').setInputFiles([file('three.csv', table)]);
    let asked = 0;
    await page.route('**/imports', (route) => {
      asked += 1;
      if (asked !== 2 && asked !== 4) return route.continue();
      const headers = { 'retry-after': asked === 2 ? '3600' : '1', 'content-type': 'application/problem+json' };
      return route.fulfill({ status: 429, headers, body: JSON.stringify({ status: 429, detail: 'used up' }) });
    });
    await page.getByRole('button', { name: 'Look at all 3 first' }).click();
    await page.getByText('1 of 3 looked at. The API asks to wait 3600 s.').waitFor();
    const [radios, choose] = [page.getByRole('radio'), page.getByRole('button', { name: 'Choose files' })];
    const areOff = async () => [
      ...(await Promise.all((await radios.all()).map((one) => one.isDisabled()))),
      await choose.getAttribute('aria-disabled'),
    ];
    await expect.poll(areOff).toEqual([true, true, true, 'true']);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop' }).click();
    // What was looked at is kept, and the pause of a second ends by itself.
    await page.getByRole('button', { name: 'Look at the other 2' }).click();
    await page.getByRole('button', { name: 'Take in 3' }).waitFor();
    await expect.poll(areOff).toEqual([false, false, false, 'false']);
    expect(asked).toBe(5);
    expect(complaints).toEqual([]);
    await close();
  });

  it('are named where the API has no answer for one, and the others go on without it at the second time', async () => {
    const { page, close } = await importing.open('alma', '/console/post-mortems/import');
    const lines = ['Q-1', 'Q-2', 'Q-3'].map((id) => `${id},A mail to the wrong list,low,2023-07-01,2023-07-02`);
    const table = ['id,title,severity,beganAt,endedAt', ...lines].join('\n');
    await page.getByLabel('Files to take in').setInputFiles([file('three.csv', table)]);
    await page.route('**/imports', (route) =>
      route.request().postData()?.includes('Q-2') === true
        ? route.fulfill({ status: 500, contentType: 'application/json', body: '{"message":"Internal Server Error"}' })
        : route.continue(),
    );
    await page.getByRole('button', { name: 'Look at all 3 first' }).click();
    await page.getByText('It broke off at “Q-2 · A mail to the wrong list”, three.csv line 3').waitFor();
    await page.getByRole('button', { name: 'Look at the other 2' }).click();
    await page.getByText('3 records: 1 refused, 2 would be imported.').waitFor();
    await page.getByText('no answer: take it in on the command line').waitFor();
    await page.getByText('It broke off').waitFor({ state: 'detached' });
    await close();
  });

  it('are for administrators, which others are told', async () => {
    const { page, complaints, close } = await importing.open('nina', '/console/post-mortems/import');
    await page.getByText('Taking records in is for administrators.').waitFor();
    expect([await page.getByRole('button', { name: 'Choose files' }).count(), complaints]).toEqual([0, []]);
    await close();
  });
});
