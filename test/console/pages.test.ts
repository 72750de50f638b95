import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JiraSimulator, startJiraSimulator } from '../../local/jira-simulator/simulator.ts';
import { overdueReport } from '../../shared/report/overdue-report.ts';
import { renderReport } from '../../shared/report/render-report.ts';
import { validationReport } from '../../shared/report/validation-report.ts';
import { browserForThisFile, missingChromium } from '../support/machine/browser.ts';
import { describeUnlessMissing } from '../support/machine/describe-unless-missing.ts';
import { ACME_WEEK } from '../unit/report/acme-week.ts';

let folder: string;
let jira: JiraSimulator;
let pages: Record<'overdue report' | 'validation report' | 'Jira board' | 'Jira issue', string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-pages-'));
  const files = { overdue: join(folder, 'overdue.html'), validation: join(folder, 'validation.html') };
  await writeFile(files.overdue, renderReport(overdueReport(ACME_WEEK)).html);
  await writeFile(files.validation, renderReport(validationReport(ACME_WEEK)).html);
  jira = await startJiraSimulator({ webhookSecret: 'secret' });
  const issue = jira.createIssue({
    project: 'PLAT',
    summary: 'Quarantine mails from look-alike domains <b>now</b>',
    description: 'Why: the mail came from a domain one letter away from ours.',
    labels: ['holdfast'],
    dueDate: '2026-01-01',
  });
  pages = {
    'overdue report': pathToFileURL(files.overdue).href,
    'validation report': pathToFileURL(files.validation).href,
    'Jira board': `${jira.url}/board/PLAT`,
    'Jira issue': `${jira.url}/browse/${issue.key}`,
  };
});
afterAll(async () => {
  await jira.close();
  await rm(folder, { recursive: true, force: true });
});

// After the hooks above: where Chromium is missing, theirs have run and can be undone.
const visit = browserForThisFile();

const WIDTHS = [400, 800, 1_280];

describeUnlessMissing(missingChromium)('what the pages look like in a browser', () => {
  describe.each(['overdue report', 'validation report', 'Jira board', 'Jira issue'] as const)('the %s', (name) => {
    it.each(WIDTHS)(
      'fits a window of %i pixels, asks nobody else for anything, and complains of nothing',
      async (width) => {
        const { page, complaints } = await visit(pages[name], width);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        await page.close();
        expect([complaints, Number(overflow) <= 0]).toEqual([[], true]);
      },
    );

    it('has a language, a title, one main heading and landmarks for those who cannot see it', async () => {
      const { page } = await visit(pages[name], 1_280);
      const found = {
        language: await page.locator('html').getAttribute('lang'),
        hasTitle: (await page.title()) !== '',
        mains: await page.getByRole('main').count(),
        headings: await page.getByRole('heading', { level: 1 }).count(),
      };
      await page.close();
      expect(found).toEqual({ language: 'en', hasTitle: true, mains: 1, headings: 1 });
    });
  });

  describe('the Jira issue', () => {
    it('shows a title as the text that it is, and moves when its button is pressed', async () => {
      const { page } = await visit(pages['Jira issue'], 1_280);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('look-alike domains <b>now</b>');
      await page.getByRole('button', { name: 'Done' }).first().click();
      await expect.poll(() => jira.issues()[0]?.status.name).toBe('Done');
      await page.close();
    });
  });
});
